import type { Rate } from '@suban/domain/api-figures.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { percent } from './numbers.ts';
import { figureWords } from './words.ts';

/** The share as a point on 0–100 %, with the interval it may as well lie in: few cases, wide bar. */
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
      <span className="m-range-span" style={{ left: at(low), width: at(high - low) }} />
      <span className="m-range-point" style={{ left: at(value) }} />
    </div>
  );
}
