import { useLanguage, useText } from '../../i18n/language.ts';
import { count } from '../kit/numbers.ts';
import { mapWords } from './words.ts';

/** What each shade stands for. */
export function Legend({ breaks, title }: { readonly breaks: readonly number[]; readonly title: string }) {
  const lang = useLanguage();
  const t = useText(mapWords);
  const ranges = breaks.map((from, index) => {
    const next = breaks[index + 1];
    if (next === undefined) return t.range(count(lang, from), null);
    return next - 1 === from ? count(lang, from) : t.range(count(lang, from), count(lang, next - 1));
  });
  return (
    <figcaption className="m-legend">
      <span>{title}</span>
      <ul>
        {[t.none, ...ranges].map((range, shade) => (
          <li key={range}>
            <span className={`m-swatch shade-${shade}`} aria-hidden />
            {range}
          </li>
        ))}
      </ul>
    </figcaption>
  );
}
