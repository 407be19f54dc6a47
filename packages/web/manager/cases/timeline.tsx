import type { TimelineItem } from '@suban/domain/api.ts';
import { nameIn, useLanguage, useText } from '../../i18n/language.ts';
import { slotWord, timelineSentence, timelineWords } from '../../i18n/timeline.ts';
import { isRecording, Recordings } from '../../ui/plain/recording.tsx';
import { dateTime } from '../../ui/time.ts';
import { caseWords } from './words.ts';

/** What happened, the latest first. */
export function Timeline({
  number,
  items,
}: {
  readonly number: string;
  readonly items: readonly TimelineItem[];
}) {
  return (
    <ol className="m-timeline">
      {items
        .toSorted((a, b) => b.seq - a.seq)
        .map((item) => (
          <Line key={item.seq} number={number} item={item} />
        ))}
    </ol>
  );
}

function Line({ number, item }: { readonly number: string; readonly item: TimelineItem }) {
  const lang = useLanguage();
  const t = useText(caseWords);
  const words = useText(timelineWords);
  const sentence = timelineSentence(lang, item, 'staff');
  if (sentence === null) return null;
  const actor = {
    citizen: t.byCitizen,
    system: t.bySystem,
    staff: [item.unit && nameIn(lang, item.unit), item.byName].filter(Boolean).join(' · '),
  }[item.by];
  const at = (id: string) => `/api/desk/cases/${encodeURIComponent(number)}/photos/${id}`;
  const shots = item.photos.filter((file) => !isRecording(file));
  return (
    <li>
      <p className="m-timeline-when">
        <time dateTime={item.at}>{dateTime(lang, item.at)}</time>
        <span>{actor}</span>
      </p>
      <p className="m-timeline-what">{sentence}</p>
      {Object.entries(item.texts).map(([name, text]) => (
        <p key={name} className="m-words m-timeline-text">
          <span className="m-soft">{slotWord(words, item, name)}</span>
          {text}
        </p>
      ))}
      {shots.length > 0 && (
        <p className="m-photos">
          {shots.map(({ id }, index) => (
            <a key={id} href={at(id)} target="_blank" rel="noreferrer">
              <img src={at(id)} alt={t.photo(index + 1)} loading="lazy" />
            </a>
          ))}
        </p>
      )}
      <Recordings files={item.photos} at={at} />
    </li>
  );
}
