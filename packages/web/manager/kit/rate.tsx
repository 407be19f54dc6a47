import { measureWords } from '@suban/domain/indicators/measure-words.ts';
import type { IndicatorName, Rate } from '@suban/domain/api-figures.ts';
import { indicators as formulas } from '@suban/domain/indicators/rates.ts';
import { excludedTwin } from '@suban/domain/indicators/excluded.ts';
import type { Measure } from '@suban/domain/indicators/measures.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import type { CaseFilters } from '../cases/filters.ts';
import { CaseLink } from './case-link.tsx';
import { count, percent } from './numbers.ts';
import { figureWords } from './words.ts';

/** The share as a bar on 0–100 %, and as whiskers the interval it may as well lie in: few cases, wide whiskers. */
export function RangeBar({ rate }: { readonly rate: Rate }) {
  const lang = useLanguage();
  const t = useText(figureWords);
  const { value, low, high } = rate;
  if (value === null || low === null || high === null)
    return <div className="m-range is-empty" role="img" aria-label={t.noBase} />;
  const at = (share: number) => `${share * 100}%`;
  return (
    <div
      className="m-range"
      role="img"
      aria-label={t.rateSays(percent(lang, value), percent(lang, low), percent(lang, high))}
    >
      <span className="m-range-bar" style={{ width: at(value) }} />
      <span className="m-range-whisker" style={{ left: at(low), width: at(high - low) }} />
    </div>
  );
}

type PartsProps = {
  readonly rate: Rate;
  readonly measures: readonly [Measure, Measure];
  /** Where and when it was counted: with a measure, the list of the very cases. */
  readonly filters: CaseFilters;
};

/** Numerator and denominator, each a way to the very cases that were counted. */
export function RateParts({ rate, measures, filters }: PartsProps) {
  const lang = useLanguage();
  const t = useText(figureWords);
  const words = useText(measureWords);
  const [above, below] = measures;
  const left = rate.excluded ?? 0;
  const without = left > 0 ? { excluded: 'without' } : {};
  const part = (measure: Measure, n: number) =>
    n === 0 ? (
      <span>0</span>
    ) : (
      <CaseLink
        filters={{ ...filters, ...without, measure }}
        label={t.partCases(words[measure], count(lang, n))}
      >
        {count(lang, n)}
      </CaseLink>
    );
  return (
    <span className="m-parts">
      {part(above, rate.numerator)} ÷ {part(below, rate.denominator)}
      {left > 0 && ' · '}
      {left > 0 && (
        <CaseLink
          filters={{ ...filters, measure: excludedTwin[below] ?? below }}
          label={t.excludedCases(count(lang, left))}
        >
          {t.excluded(count(lang, left))}
        </CaseLink>
      )}
    </span>
  );
}

type CellProps = { readonly name: IndicatorName; readonly rate: Rate; readonly filters: CaseFilters };

/** An indicator in a table: its share, its parts and its interval. */
export function RateCell({ name, rate, filters }: CellProps) {
  const lang = useLanguage();
  if (rate.value === null && !rate.excluded) return <span className="m-soft">—</span>;
  return (
    <div className="m-rate-cell">
      <span>
        <strong>{rate.value === null ? '—' : percent(lang, rate.value)}</strong>{' '}
        <small className="m-soft">
          <RateParts rate={rate} measures={formulas[name]} filters={filters} />
        </small>
      </span>
      <RangeBar rate={rate} />
    </div>
  );
}
