import { lights } from '@suban/domain/limits.ts';
import type { Today } from '@suban/domain/api-figures.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { terms } from '../../i18n/terms.ts';
import { CaseLink } from './case-link.tsx';
import { count, percent } from './numbers.ts';
import { figureWords } from './words.ts';

/** The running clocks by light: one bar for the shares, and each number a way to its cases. */
export function LightsBar({ figures }: { readonly figures: Today['lights'] }) {
  const lang = useLanguage();
  const t = useText(figureWords);
  const { light: words } = useText(terms);
  const all = figures.green + figures.yellow + figures.red;
  return (
    <div className="m-lights">
      <div className="m-lights-bar" aria-hidden>
        {lights.map(
          (light) =>
            figures[light] > 0 && (
              <span key={light} className={`is-${light}`} style={{ flexGrow: figures[light] }} />
            ),
        )}
      </div>
      <ul className="m-lights-list">
        {lights.map((light) => (
          <li key={light}>
            <CaseLink
              filters={{ light }}
              className={`m-lights-item is-${light}`}
              label={t.lightCases(words[light], count(lang, figures[light]))}
            >
              <span className="m-lights-name">
                <span className={`m-mark is-${light}`} aria-hidden />
                {words[light]}
              </span>
              <strong>{count(lang, figures[light])}</strong>
              <span className="m-soft">{all > 0 && percent(lang, figures[light] / all)}</span>
            </CaseLink>
          </li>
        ))}
      </ul>
    </div>
  );
}
