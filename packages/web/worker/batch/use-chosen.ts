import type { CaseRow } from '@suban/domain/api.ts';
import { useState } from 'react';
import { type Choice, extended, nothing, toggled } from './choose.ts';

export type Chosen = ReturnType<typeof useChosen>;

/** The rows of a list that are chosen for one action together. A row that leaves the list leaves them. */
export function useChosen(items: readonly CaseRow[]) {
  const [choice, setChoice] = useState<Choice>(nothing);
  return {
    rows: items.filter(({ number }) => choice.numbers.has(number)),
    has: (number: string) => choice.numbers.has(number),
    toggle: (number: string) => setChoice((before) => toggled(before, number)),
    /** @param at the row stood on before */
    extend: (at: string | undefined, to: string) =>
      setChoice((before) =>
        extended(
          before,
          items.map(({ number }) => number),
          at,
          to,
        ),
      ),
    all: () => setChoice({ numbers: new Set(items.map(({ number }) => number)), from: null }),
    none: () => setChoice(nothing),
  };
}
