import type { CallFigures } from '@suban/domain/api-calls.ts';
import { callRates, type CallMeasure } from '@suban/domain/indicators/calls.ts';
import { iso } from '../../appeal/names.ts';
import type { Services } from '../../platform/services.ts';
import { callTotals } from './store.ts';

/** 接通率、及时接通率、放弃率 and the mean time on the phone over a period [from, to), at full hours, in ms. */
export async function readCallFigures(services: Services, from: number, to: number): Promise<CallFigures> {
  const rows = await callTotals(services.database, from, to);
  const of = (line: string) =>
    callRates((measure: CallMeasure) =>
      rows.reduce((sum, row) => (row.line === line && row.measure === measure ? sum + row.n : sum), 0),
    );
  const lines = [...new Set(rows.map(({ line }) => line))].filter((line) => line !== '').toSorted();
  return {
    from: iso(from),
    to: iso(to),
    within: services.reference().settings.answerCallSeconds,
    all: of(''),
    lines: lines.map((line) => ({ line, ...of(line) })),
  };
}
