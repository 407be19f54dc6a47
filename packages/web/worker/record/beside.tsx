import type { DeskPrecedents, Suggestion } from '@suban/domain/api.ts';
import { useQueries } from '@tanstack/react-query';
import { type KeyboardEvent, type ReactNode, useId } from 'react';
import { nameIn, useLanguage, useText } from '../../i18n/language.ts';
import { get } from '../../ui/api.ts';
import { PrecedentList } from '../action/precedents.tsx';
import { KnownCases, useKnown } from '../similar/known-cases.tsx';
import { similarWords } from '../similar/words.ts';
import { recordWords } from './words.ts';

export const besides = ['similar', 'precedents'] as const;
export type Beside = (typeof besides)[number];

/** As many matters as are likely enough to be read about. */
const matters = 2;

/** What was decided about the likeliest matters; one without decisions is left out. */
function usePrecedents(suggestion: Suggestion | undefined) {
  const likely = suggestion?.matters.slice(0, matters) ?? [];
  const found = useQueries({
    queries: likely.map(({ code }) => ({
      queryKey: ['precedents', code],
      queryFn: () => get<DeskPrecedents>(`/api/desk/precedents?matter=${encodeURIComponent(code)}`),
      staleTime: 60_000,
    })),
  });
  return likely.flatMap((matter, at) => {
    const items = found[at]?.data?.items ?? [];
    return items.length > 0 ? [{ matter, items }] : [];
  });
}

type Props = {
  shown: Beside;
  onShow: (beside: Beside) => void;
  text: string;
  address: string;
  suggestion: Suggestion | undefined;
  chosen: string | null;
  onChoose: (number: string | null) => void;
};

/** Beside the form: what is like it, or how its kind went before. By keyboard: `record-keys.ts`, and arrows on the tabs. */
export function BesidePanel({ shown, onShow, suggestion, chosen, onChoose, ...said }: Props) {
  const text = useText(recordWords);
  const similar = useText(similarWords);
  const known = useKnown(said.text, said.address);
  const decided = usePrecedents(suggestion);
  const went = suggestion?.units.filter((unit) => unit.went > 0) ?? [];
  const counts: Record<Beside, number> = {
    similar: known.length,
    precedents: decided.reduce((sum, { items }) => sum + items.length, went.length),
  };
  const id = useId();
  const arrows = ({ key, currentTarget }: KeyboardEvent<HTMLElement>) => {
    if (key !== 'ArrowLeft' && key !== 'ArrowRight') return;
    const other = besides.find((beside) => beside !== shown) ?? shown;
    onShow(other);
    currentTarget.querySelector<HTMLElement>(`[data-beside=${other}]`)?.focus();
  };
  return (
    <section className="desk-beside" aria-label={text.besideTitle}>
      <div role="tablist" aria-label={text.besideTitle} className="desk-tabs" onKeyDown={arrows}>
        {besides.map((beside, at) => (
          <button
            key={beside}
            type="button"
            role="tab"
            id={`${id}-${beside}`}
            data-beside={beside}
            aria-selected={beside === shown}
            aria-controls={`${id}-panel`}
            tabIndex={beside === shown ? 0 : -1}
            onClick={() => onShow(beside)}
          >
            {text.beside[beside]} {counts[beside] > 0 && <b>{counts[beside]}</b>} <kbd>Alt+{at + 7}</kbd>
          </button>
        ))}
      </div>
      <div
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-${shown}`}
        tabIndex={0}
        className="desk-tab"
      >
        {shown === 'similar' && known.length === 0 && <p className="staff-soft">{similar.knownNone}</p>}
        {shown === 'similar' && known.length > 0 && (
          <KnownCases items={known} chosen={chosen} onChoose={onChoose} />
        )}
        {shown === 'precedents' && (
          <Precedents suggestion={suggestion} went={went}>
            {decided.map(({ matter, items }) => (
              <Decided key={matter.code} matter={matter} items={items} />
            ))}
          </Precedents>
        )}
      </div>
    </section>
  );
}

type PrecedentsProps = {
  suggestion: Suggestion | undefined;
  went: Suggestion['units'];
  children: readonly ReactNode[];
};

/** Where its kind went, then what was decided where units disagreed. */
function Precedents({ suggestion, went, children }: PrecedentsProps) {
  const lang = useLanguage();
  const text = useText(recordWords);
  if (!suggestion) return <p className="staff-soft">{text.precedentsLater}</p>;
  if (went.length + children.length === 0) return <p className="staff-soft">{text.noPrecedents}</p>;
  return (
    <>
      {went.length > 0 && (
        <ul className="desk-went">
          {went.map(({ unit, matter, went: n }) => (
            <li key={`${unit.id} ${matter.code}`}>
              {text.went(nameIn(lang, unit), n)} <span className="staff-soft">{nameIn(lang, matter)}</span>
            </li>
          ))}
        </ul>
      )}
      {children}
    </>
  );
}

type DecidedProps = { matter: Suggestion['matters'][number]; items: DeskPrecedents['items'] };

function Decided({ matter, items }: DecidedProps) {
  const lang = useLanguage();
  const text = useText(recordWords);
  return (
    <>
      <h3>{text.decided(nameIn(lang, matter))}</h3>
      <PrecedentList items={items} />
    </>
  );
}
