import type { CaseView } from '@suban/domain/api.ts';
import { nameIn, useLanguage, useText } from '../../i18n/language.ts';
import { dateTime } from '../../ui/time.ts';
import { caseWords } from './words.ts';

/** 持有时长: how long each unit has had the case, in office hours, so that nobody need argue about it. */
export function Held({ view }: { view: CaseView }) {
  const lang = useLanguage();
  const text = useText(caseWords);
  if (view.held.length === 0) return null;
  return (
    <section aria-labelledby="held-title" className="desk-held">
      <h2 id="held-title">{text.held}</h2>
      <dl>
        {view.held.map(({ unit, minutes, since }) => (
          <div key={unit.id}>
            <dt>{nameIn(lang, unit)}</dt>
            <dd>
              {text.hours(Math.floor(minutes / 60), minutes % 60)}
              {since !== null && <span className="staff-soft">{text.heldSince(dateTime(lang, since))}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
