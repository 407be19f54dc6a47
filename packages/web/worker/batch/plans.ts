import type { CaseRow, UnitName } from '@suban/domain/api.ts';
import type { BatchCommand, Plan } from './outbox.ts';

const may = (row: CaseRow, command: BatchCommand) => row.abilities.includes(command);

/** Each row that has a suggestion, as that says. */
export const accepting = (rows: readonly CaseRow[]): Plan[] =>
  rows.flatMap((row) =>
    row.suggestion && may(row, 'dispatch')
      ? [
          {
            row,
            command: 'dispatch' as const,
            body: { unit: row.suggestion.unit.id, matter: row.suggestion.matter.code },
            unit: row.suggestion.unit,
          },
        ]
      : [],
  );

/** @param matter of all of them; else each keeps its own, or the one suggested */
export const dispatching = (rows: readonly CaseRow[], unit: UnitName, matter: string | undefined): Plan[] =>
  rows
    .filter((row) => may(row, 'dispatch'))
    .map((row) => {
      const code = matter ?? row.matter?.code ?? row.suggestion?.matter.code;
      const body = { unit: unit.id, ...(code === undefined ? {} : { matter: code }) };
      return { row, command: 'dispatch', body, unit };
    });

export const simply = (rows: readonly CaseRow[], command: 'acknowledge' | 'urge'): Plan[] =>
  rows.filter((row) => may(row, command)).map((row) => ({ row, command, body: {}, unit: null }));
