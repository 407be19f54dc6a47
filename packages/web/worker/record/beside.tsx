import type { DeskPrecedents } from '@suban/domain/api-desk.ts';
import type { Suggestion } from '@suban/domain/api-suggestions.ts';
import { useQueries } from '@tanstack/react-query';
import { type KeyboardEvent, useId } from 'react';
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
/** The second only where it is nearly as likely as the first. */
const nearly = 0.6;

type Known = { readonly matter: Suggestion['matters'][number] } & DeskPrecedents;

/** How cases of the likeliest matters went there before; a matter of which nothing is known is left out. */
function usePrecedents(suggestion: Suggestion | undefined): Known[] {
  const [first] = suggestion?.matters ?? [];
  const likely = (suggestion?.matters.slice(0, matters) ?? []).filter(
    ({ confidence }) => confidence >= (first?.confidence ?? 0) * nearly,
  );
  const area = suggestion?.area?.id ?? 0;
  const found = useQueries({
    queries: likely.map(({ code }) => ({
      queryKey: ['precedents', code, area],
      queryFn: () =>
        get<DeskPrecedents>(`/api/desk/precedents?matter=${encodeURIComponent(code)}&area=${area}`),
      staleTime: 60_000,
    })),
  });
  return likely.flatMap((matter, at) => {
    const { items = [], went = [] } = found[at]?.data ?? {};
    return items.length + went.length > 0 ? [{ matter, items, went }] : [];
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
  const precedents = usePrecedents(suggestion);
  const counts: Record<Beside, number> = {
    similar: known.length,
    precedents: precedents.reduce((sum, { items, went }) => sum + items.length + went.length, 0),
  };
  const id = useId();
  const arrows = ({ key, currentTarget: { parentElement } }: KeyboardEvent<HTMLElement>) => {
    if (key !== 'ArrowLeft' && key !== 'ArrowRight') return;
    const other = besides.find((beside) => beside !== shown) ?? shown;
    onShow(other);
    parentElement?.querySelector<HTMLElement>(`[data-beside=${other}]`)?.focus();
  };
  return (
    <section className="desk-beside" aria-label={text.besideTitle}>
      <div role="tablist" aria-label={text.besideTitle} className="desk-tabs">
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
            onKeyDown={arrows}
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
          <>
            {precedents.length === 0 && (
              <p className="staff-soft">{suggestion ? text.noPrecedents : text.precedentsLater}</p>
            )}
            {precedents.map((known) => (
              <OfMatter key={known.matter.code} {...known} />
            ))}
          </>
        )}
      </div>
    </section>
  );
}

/** Where such cases went, then what was decided where units disagreed. */
function OfMatter({ matter, items, went }: Known) {
  const lang = useLanguage();
  const text = useText(recordWords);
  return (
    <>
      <h3>{nameIn(lang, matter)}</h3>
      {went.length > 0 && (
        <ul className="desk-went">
          {went.map(({ unit, n }) => (
            <li key={unit.id}>{text.went(nameIn(lang, unit), n)}</li>
          ))}
        </ul>
      )}
      {items.length > 0 && <PrecedentList items={items} />}
    </>
  );
}
