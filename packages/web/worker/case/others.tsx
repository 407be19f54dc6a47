import type { Doing } from '@suban/domain/api-desk.ts';
import { nameIn, useLanguage, useText } from '../../i18n/language.ts';
import { usePresence } from './use-presence.ts';
import { caseWords } from './words.ts';

/** Who else has this case open, so that two people do not write the same answer. @param doing what oneself does here */
export function Others({ number, doing }: { number: string; doing: Doing }) {
  const lang = useLanguage();
  const text = useText(caseWords);
  const others = usePresence(number, doing);
  return (
    <div role="status" className="desk-others">
      {others.map((other) => (
        <p key={`${other.name} ${other.unit.id}`} className={`desk-other is-${other.doing}`}>
          <b>{nameIn(lang, other)}</b>
          <span className="staff-soft">{nameIn(lang, other.unit)}</span>
          <span>{text.doing[other.doing]}</span>
        </p>
      ))}
    </div>
  );
}
