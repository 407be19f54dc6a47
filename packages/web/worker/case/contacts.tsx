import type { CaseView } from '@suban/domain/api.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { timelineSentence } from '../../i18n/timeline.ts';
import { dateTime } from '../../ui/time.ts';
import { caseWords } from './words.ts';

/** 联系记录: every attempt to reach the citizen and what was said, the latest first, out of the long timeline. */
export function Contacts({ view }: { view: CaseView }) {
  const lang = useLanguage();
  const text = useText(caseWords);
  const made = view.timeline.filter(({ what }) => what === 'contacted').toReversed();
  if (made.length === 0) return null;
  return (
    <section aria-labelledby="contacts-title">
      <h2 id="contacts-title">{text.contacts}</h2>
      <ul className="desk-contact-log">
        {made.map((item) => (
          <li key={item.seq}>
            <p className="staff-soft">
              <time dateTime={item.at}>{dateTime(lang, item.at)}</time> {item.byName}
            </p>
            <p>
              {timelineSentence(lang, item, 'staff')}
              {item.texts['note'] && ` · ${item.texts['note']}`}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
