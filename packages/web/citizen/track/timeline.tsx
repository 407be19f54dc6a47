import type { TimelineItem, Track, UnitName } from '@suban/domain/api.ts';
import { dimensionWords } from '../../i18n/dimensions.ts';
import { nameIn, useLanguage, useText } from '../../i18n/language.ts';
import { slotWord, timelineSentence, timelineWords } from '../../i18n/timeline.ts';
import { dateTime, relative } from '../../ui/time.ts';
import { dial } from '../format.ts';
import { Photos } from './photos.tsx';
import { words } from './words.ts';

/** The words that came with an event; the request's own text stands beside the timeline already. */
function Texts({ item }: { item: TimelineItem }) {
  const said = useText(timelineWords);
  const shown = item.what === 'filed' ? [] : Object.entries(item.texts);
  return shown.map(([name, text]) => (
    <div className="station-text" key={name}>
      {name !== 'body' && <span>{slotWord(said, item, name)}</span>}
      <p>{text}</p>
    </div>
  ));
}

/** The stars of a rating. */
function Given({ item }: { item: TimelineItem }) {
  const dimension = useText(dimensionWords);
  return (
    <dl className="given">
      {Object.entries(dimension).map(([code, name]) => (
        <div key={code}>
          <dt>{name}</dt>
          <dd>{item.data[code]} / 5</dd>
        </div>
      ))}
    </dl>
  );
}

/** A unit's name where the sentence leaves it out, and its phone where the unit stands first. */
function By({ unit, named, first }: { unit: UnitName; named: boolean; first: boolean }) {
  const t = useText(words);
  const name = nameIn(useLanguage(), unit);
  const phone = first ? unit.phone : null;
  if (named && !phone) return null;
  return (
    <p className="station-unit">
      {!named && name}
      {phone && (
        <a href={dial(phone)} aria-label={`${t.call(name)} ${phone}`}>
          {phone}
        </a>
      )}
    </p>
  );
}

type Stop = { item: TimelineItem; first: boolean; number: string; code: string };

/** A stop of what one follows: told like any other, but of somebody else, and none of their words. */
function TogetherStation({ item }: { item: TimelineItem }) {
  const lang = useLanguage();
  const t = useText(words);
  const unit = item.unit && nameIn(lang, item.unit);
  const sentence =
    item.what === 'answered' && unit ? t.inReview(unit) : timelineSentence(lang, item, 'staff');
  if (!sentence) return null;
  return (
    <li className={`station station-${item.by} station-together`}>
      <time dateTime={item.at}>
        {dateTime(lang, item.at)} <span>{relative(lang, item.at)}</span>
      </time>
      <p className="station-what">{sentence}</p>
      <p className="station-unit">{t.handledTogether}</p>
    </li>
  );
}

function Station({ item, first, number, code }: Stop) {
  const lang = useLanguage();
  const sentence = timelineSentence(lang, item, 'citizen');
  if (!sentence) return null;
  const unit = item.by === 'citizen' ? null : item.unit;
  return (
    <li className={`station station-${item.by}`}>
      <time dateTime={item.at}>
        {dateTime(lang, item.at)} <span>{relative(lang, item.at)}</span>
      </time>
      <p className="station-what">{sentence}</p>
      {unit && (
        <By
          unit={unit}
          named={sentence.toLowerCase().includes(nameIn(lang, unit).toLowerCase())}
          first={first}
        />
      )}
      {item.what === 'evaluated' && <Given item={item} />}
      <Texts item={item} />
      <Photos photos={item.photos} number={number} code={code} site={item.texts['site']} />
    </li>
  );
}

/** The way of the request like a parcel's: the newest stop first. */
export function Timeline({ track, code }: { track: Track; code: string }) {
  const t = useText(words);
  const newestFirst = track.timeline.toReversed();
  const all = [
    ...newestFirst.map((item) => ({ item, together: false })),
    ...(track.together?.timeline.toReversed() ?? []).map((item) => ({ item, together: true })),
  ].sort((a, b) => Date.parse(b.item.at) - Date.parse(a.item.at));
  return (
    <section className="card way">
      <h2>{t.path}</h2>
      <ol className="line" reversed>
        {all.map(({ item, together }) =>
          together ? (
            <TogetherStation key={`together ${item.seq}`} item={item} />
          ) : (
            <Station
              key={item.seq}
              item={item}
              first={newestFirst.find(({ unit }) => unit?.id === item.unit?.id) === item}
              number={track.number}
              code={code}
            />
          ),
        )}
      </ol>
    </section>
  );
}
