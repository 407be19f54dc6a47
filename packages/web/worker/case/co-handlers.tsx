import type { CaseView } from '@suban/domain/api.ts';
import { nameIn, useLanguage, useText } from '../../i18n/language.ts';
import { LightBadge, useNow } from '../../ui/staff/light.tsx';
import { dateTime } from '../../ui/time.ts';
import { caseWords } from './words.ts';

/** 协办: who helps, by when, and whether they have reported. */
export function CoHandlers({ view }: { view: CaseView }) {
  const lang = useLanguage();
  const text = useText(caseWords);
  const now = useNow();
  const helping = view.order?.coHandlers ?? [];
  if (helping.length === 0) return null;
  return (
    <section aria-labelledby="co-handlers-title" className="desk-co-handlers">
      <h2 id="co-handlers-title">{text.coHandlers}</h2>
      <ul>
        {helping.map(({ unit, due, reportedAt }) => (
          <li key={unit.id}>
            <b>{nameIn(lang, unit)}</b>
            {unit.phone && <a href={`tel:${unit.phone}`}>{unit.phone}</a>}
            <span className="staff-soft">
              {reportedAt ? text.reportedAt(dateTime(lang, reportedAt)) : text.reportDue(dateTime(lang, due))}
            </span>
            {!reportedAt && now > Date.parse(due) && <LightBadge light="red" />}
          </li>
        ))}
      </ul>
    </section>
  );
}
