import type { UnitScores } from '@suban/domain/api-figures.ts';
import { nameIn, useLanguage, useText } from '../../i18n/language.ts';
import { terms } from '../../i18n/terms.ts';
import { CountLink } from '../kit/case-link.tsx';
import { PlaceLink } from '../kit/navigation.tsx';
import { figureWords } from '../kit/words.ts';
import { wallWords } from './words.ts';

const shown = 5;

/** The units with most overdue, then with most in hand: how much they have, not how well they work. */
export function Load({ items }: { readonly items: UnitScores['items'] }) {
  const lang = useLanguage();
  const t = useText(wallWords);
  const { noData } = useText(figureWords);
  const { light } = useText(terms);
  const most = items
    .filter(({ open }) => open > 0)
    .toSorted((a, b) => b.red - a.red || b.open - a.open || a.unit.id - b.unit.id)
    .slice(0, shown);
  if (most.length === 0) return <p className="m-empty">{noData}</p>;
  return (
    <table className="m-wall-load">
      <thead>
        <tr>
          <th scope="col">{t.unit}</th>
          <th scope="col">{t.open}</th>
          <th scope="col">{light.yellow}</th>
          <th scope="col">{light.red}</th>
        </tr>
      </thead>
      <tbody>
        {most.map(({ unit, open, yellow, red }) => {
          const own = { unit: String(unit.id) };
          return (
            <tr key={unit.id}>
              <th scope="row">
                <PlaceLink place={{ to: '/units/$unit', params: own, search: {} }}>
                  {nameIn(lang, unit)}
                </PlaceLink>
              </th>
              <td>
                <CountLink n={open} filters={{ ...own, state: 'open' }} alarming={false} />
              </td>
              <td>
                <CountLink n={yellow} filters={{ ...own, light: 'yellow' }} alarming={false} />
              </td>
              <td>
                <CountLink n={red} filters={{ ...own, light: 'red' }} alarming />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
