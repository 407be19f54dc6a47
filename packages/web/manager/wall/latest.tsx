import type { CaseRow } from '@suban/domain/api.ts';
import { nameIn, useLanguage, useText } from '../../i18n/language.ts';
import { terms } from '../../i18n/terms.ts';
import { relative } from '../../ui/time.ts';
import { PlaceLink } from '../kit/navigation.tsx';
import { figureWords } from '../kit/words.ts';

const shown = 8;

/** What came in last, as lists show it (numbers and homes in a title are masked by the server), and nothing confidential: many eyes see a wall. */
export function Latest({ items }: { readonly items: readonly CaseRow[] }) {
  const lang = useLanguage();
  const { noData } = useText(figureWords);
  const { kind: kinds, state: states } = useText(terms);
  if (items.length === 0) return <p className="m-empty">{noData}</p>;
  return (
    <ol className="m-wall-follow-ups">
      {items
        .filter(({ confidential }) => !confidential)
        .slice(0, shown)
        .map(({ number, title, kind, state, area, filedAt }) => (
          <li key={number}>
            <PlaceLink place={{ to: '/cases/$number', params: { number } }}>{title}</PlaceLink>
            <p>
              <span>{kinds[kind]}</span>
              {area && <span className="m-wall-unit">{nameIn(lang, area)}</span>}
              <span>{states[state]}</span>
              <span>{relative(lang, filedAt)}</span>
            </p>
          </li>
        ))}
    </ol>
  );
}
