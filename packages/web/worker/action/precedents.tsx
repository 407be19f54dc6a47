import './precedents.css';
import type { CaseView } from '@suban/domain/api.ts';
import { Link } from '@tanstack/react-router';
import { nameIn, useLanguage, useText } from '../../i18n/language.ts';
import { date } from '../../ui/time.ts';
import { actionWords } from './words.ts';

/** What was decided before about whose duty this matter is, read beside the next decision. */
export function Precedents({ view }: { view: CaseView }) {
  const text = useText(actionWords);
  if (view.precedents.length === 0) return null;
  return (
    <div className="desk-quote" role="group" aria-label={text.precedents}>
      <h3>{text.precedents}</h3>
      <PrecedentList items={view.precedents} />
    </div>
  );
}

/** Each with its unit, its day, its reason, and the case where one may see it. */
export function PrecedentList({ items }: { items: CaseView['precedents'] }) {
  const lang = useLanguage();
  const text = useText(actionWords);
  return (
    <ul className="desk-precedents">
      {items.map(({ unit, at, how, number, reason }) => (
        <li key={`${at} ${unit.id}`}>
          <strong>{nameIn(lang, unit)}</strong>
          <span className="staff-soft">
            {text.decidedHow[how]} · {date(lang, at)}
          </span>
          {number !== null && (
            <Link to="/cases/$number" params={{ number }} className="desk-link">
              {number}
            </Link>
          )}
          {reason !== null && <p>{reason}</p>}
        </li>
      ))}
    </ul>
  );
}
