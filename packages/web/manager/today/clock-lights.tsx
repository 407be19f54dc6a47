import type { Today } from '@suban/domain/api-figures.ts';
import { useText } from '../../i18n/language.ts';
import { terms } from '../../i18n/terms.ts';
import { CountLink } from '../kit/case-link.tsx';
import { todayWords } from './words.ts';

/** How many of each clock are lit, each number a way to its cases. */
export function ClockLights({ clocks }: { readonly clocks: Today['clocks'] }) {
  const t = useText(todayWords);
  const term = useText(terms);
  return (
    <table className="m-clock-lights">
      <caption className="staff-hidden">{t.byClock}</caption>
      <thead>
        <tr>
          <th scope="col">{t.clock}</th>
          <th scope="col">{term.light.yellow}</th>
          <th scope="col">{term.light.red}</th>
        </tr>
      </thead>
      <tbody>
        {clocks.map(({ name, yellow, red }) => (
          <tr key={name}>
            <th scope="row">{term.clock[name]}</th>
            <td>
              <CountLink n={yellow} filters={{ light: 'yellow', clock: name }} alarming={false} />
            </td>
            <td>
              <CountLink n={red} filters={{ light: 'red', clock: name }} alarming />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
