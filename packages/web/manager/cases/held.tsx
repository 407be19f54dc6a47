import type { CaseView } from '@suban/domain/api.ts';
import { nameIn, useLanguage, useText } from '../../i18n/language.ts';
import { hoursOf } from '../kit/numbers.ts';
import { figureWords } from '../kit/words.ts';
import { caseWords } from './words.ts';

/** 持有时长: each unit's office hours with the case, as bars against the longest. */
export function HeldList({ held }: { readonly held: CaseView['held'] }) {
  const lang = useLanguage();
  const t = useText(caseWords);
  const { officeHours } = useText(figureWords);
  const most = Math.max(1, ...held.map(({ minutes }) => minutes));
  return (
    <ul className="m-bars">
      {held.map(({ unit, minutes, since }) => (
        <li key={unit.id}>
          <span className="m-bar" style={{ width: `${(minutes / most) * 100}%` }} aria-hidden />
          <span className="m-bar-name">
            {nameIn(lang, unit)}
            {since !== null && <small className="m-soft"> {t.holdsNow}</small>}
          </span>
          <strong>{officeHours(hoursOf(lang, minutes))}</strong>
        </li>
      ))}
    </ul>
  );
}
