import type { CaseView, TimelineItem } from '@suban/domain/api.ts';
import { nameIn, useLanguage, useText } from '../../i18n/language.ts';
import { timelineSentence, timelineWords } from '../../i18n/timeline.ts';
import { dateTime } from '../../ui/time.ts';
import { ItemPhotos } from './photos.tsx';
import { caseWords } from './words.ts';

/** What happened, the latest first. */
export function Timeline({ view }: { view: CaseView }) {
  const text = useText(caseWords);
  return (
    <section aria-labelledby="timeline-title" className="desk-timeline">
      <h2 id="timeline-title">{text.timeline}</h2>
      <ol reversed>
        {view.timeline.toReversed().map((item) => (
          <Item key={item.seq} number={view.number} item={item} />
        ))}
      </ol>
    </section>
  );
}

/** The first event's words are the case itself, which stands above. */
const wordsOf = (item: TimelineItem) => (item.what === 'filed' ? [] : Object.entries(item.texts));

function Item({ number, item }: { number: string; item: TimelineItem }) {
  const lang = useLanguage();
  const text = useText(caseWords);
  const words = useText(timelineWords);
  const promisedAt = item.data['promisedAt'];
  const who = [item.unit && nameIn(lang, item.unit), item.byName].filter(Boolean).join(' · ');
  return (
    <li className={`is-${item.by}`}>
      <p className="desk-when">
        <time dateTime={item.at}>{dateTime(lang, item.at)}</time>
        {who && <span>{who}</span>}
      </p>
      <p className="desk-what">{timelineSentence(lang, item, 'staff') ?? text.unknownEvent}</p>
      {wordsOf(item).map(([name, said]) => (
        <p key={name} className="desk-said">
          <b>{words.text[name] ?? name}</b> {said}
        </p>
      ))}
      {(typeof promisedAt === 'number' || typeof promisedAt === 'string') && (
        <p className="desk-said">{text.promised(dateTime(lang, new Date(promisedAt).toISOString()))}</p>
      )}
      <ItemPhotos number={number} photos={item.photos.filter((photo) => photo.role !== 'given')} />
    </li>
  );
}
