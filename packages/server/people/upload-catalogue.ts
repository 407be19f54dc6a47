import type { SheetPreview } from '@suban/domain/api-reference.ts';
import type { Keeper } from '@suban/domain/reference/account-rules.ts';
import { same } from '@suban/domain/reference/changes.ts';
import { readSheet, type SheetFault } from '@suban/domain/reference/matter-sheet.ts';
import { Problem } from '../platform/problem.ts';
import type { Services } from '../platform/services.ts';
import { readRows } from './catalogue-file.ts';
import { type Edit, previewChange } from './change-reference.ts';
import { allMatters } from './matters-store.ts';

/** A file of another kind has a fault in every row; nobody reads more of them than this. */
const mostFaults = 50;

/**
 * What an uploaded catalogue would change, and the edits to publish it with. Codes never vanish: what a whole catalogue
 * no longer has is closed.
 * @param whole the file is all of it; otherwise what it does not name stays
 * @throws Problem `sheet-unreadable`; `sheet-invalid` with the rows that are wrong and a code for each; what publishing throws
 */
export async function previewSheet(
  services: Services,
  keeper: Keeper,
  bytes: Buffer,
  whole: boolean,
): Promise<SheetPreview> {
  const rows = await readRows(bytes);
  const kept = new Map((await allMatters(services.database.owner)).map((row) => [row.key, row]));
  const { entries, faults } = readSheet(rows, new Map([...kept].map(([key, { entry }]) => [key, entry])));
  if (faults.length > 0) throw new Problem('sheet-invalid', faults.slice(0, mostFaults).map(asField));
  const named = new Set(entries.map(({ key }) => key));
  const left = whole ? [...kept.values()].filter(({ key, entry }) => entry.active && !named.has(key)) : [];
  const edits: Edit<'matter'>[] = [
    ...entries.map(({ key, entry }) => ({ key, base: kept.get(key)?.changed ?? null, entry })),
    ...left.map(({ key, changed, entry }) => ({ key, base: changed, entry: { ...entry, active: false } })),
  ].filter(({ key, entry }) => !same(kept.get(key)?.entry, entry));
  const preview = edits.length === 0 ? null : await previewChange(services, keeper, 'matter', edits);
  return { preview, edits: edits as SheetPreview['edits'], rows: entries.length };
}

const asField = ({ row, column, code }: SheetFault) => ({
  path: column === null ? `row.${row}` : `row.${row}.${column}`,
  message: code,
});
