import type { IndicatorName, Today } from '@suban/domain/api-figures.ts';
import { indicators as formulas } from '@suban/domain/indicators/rates.ts';
import { indicatorWords } from '@suban/domain/indicators/words.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { percent } from '../kit/numbers.ts';
import { RangeBar, RateParts } from '../kit/rate.tsx';
import { wallWords } from './words.ts';

/** The few a room needs at a glance; the rest is a click away on the page of today. */
const shownRates: readonly IndicatorName[] = ['on-time', 'contact-on-time', 'solved', 'satisfied'];

type RatesProps = { readonly indicators: Today['indicators']; readonly period: Today['period'] };

/** Some indicators with their intervals and the cases they count. */
export function Rates({ indicators, period }: RatesProps) {
  const lang = useLanguage();
  const t = useText(wallWords);
  const words = useText(indicatorWords);
  return (
    <ul className="m-wall-rates">
      {shownRates.map((name) => {
        const { value, low, high } = indicators[name];
        return (
          <li key={name}>
            <span>{words[name].name}</span>
            <strong>{value === null ? '—' : percent(lang, value)}</strong>
            <RangeBar rate={indicators[name]} />
            <small className="m-soft">
              <RateParts rate={indicators[name]} measures={formulas[name]} filters={period} />
              {low !== null && high !== null && ` · ${t.interval(percent(lang, low), percent(lang, high))}`}
            </small>
          </li>
        );
      })}
    </ul>
  );
}
