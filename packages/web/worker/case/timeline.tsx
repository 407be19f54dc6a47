import type { CaseView, TimelineItem } from '@suban/domain/api.ts';
import type { EventType } from '@suban/domain/events.ts';
import { nameIn, useLanguage, useText } from '../../i18n/language.ts';
import { timelineSentence } from '../../i18n/timeline.ts';
import { dateTime } from '../../ui/time.ts';
import { ItemWords } from './item-words.tsx';
import { RuleCited } from './rule-cited.tsx';
import { caseWords } from './words.ts';

/** What happened, the latest first. */
export function Timeline({ view }: { view: CaseView }) {
  const text = useText(caseWords);
  return (
    <section aria-labelledby="timeline-title" className="desk-timeline">
      <h2 id="timeline-title">{text.timeline}</h2>
      <ol reversed>
        {view.timeline.toReversed().map((item) => (
          <Item key={item.seq} view={view} item={item} />
        ))}
      </ol>
    </section>
  );
}

/** Events whose unit is the one it went to: the sentence names it, and whoever acted is of another. */
const toUnit: readonly EventType[] = [
  'dispatched',
  'arbitrated',
  'sub-assigned',
  'passed-to-centre',
  'follow-up-opened',
  'circular-issued',
  'joined',
  'backstop-named',
  'answer-shared',
];

function Item({ view, item }: { view: CaseView; item: TimelineItem }) {
  const lang = useLanguage();
  const text = useText(caseWords);
  const unit =
    item.unit && !(toUnit as readonly string[]).includes(item.what) ? nameIn(lang, item.unit) : null;
  const who = item.by === 'system' ? text.bySystem : [unit, item.byName].filter(Boolean).join(' · ');
  return (
    <li className={`is-${item.by}`}>
      <p className="desk-when">
        <time dateTime={item.at}>{dateTime(lang, item.at)}</time>
        {who && <span>{who}</span>}
      </p>
      <p className="desk-what">{timelineSentence(lang, item, 'staff') ?? text.unknownEvent}</p>
      {/* The first event's words and photos are the case itself, which stands above. */}
      {item.what !== 'filed' && <ItemWords view={view} item={item} />}
      <RuleCited item={item} version={view.rules} />
    </li>
  );
}
