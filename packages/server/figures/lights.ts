import { clockNames } from '@suban/domain/supervise/steps.ts';
import { litAfter, type LitClocks, worstOf } from '@suban/domain/supervise/lit.ts';
import { canonical } from '../appeal/canonical.ts';
import type { Tx } from '../platform/database.ts';
import type { Placed } from '../platform/reader.ts';
import {
  addLights,
  type LightChange,
  type LightRow,
  type LitClock,
  readLit,
  saveLit,
} from './lights-store.ts';

type Where = Pick<LightRow, 'cohort' | 'appeal' | 'centre' | 'unit' | 'area'>;
const nameOf = ({ cohort, appeal }: Pick<LightRow, 'cohort' | 'appeal'>) => `${cohort}/${appeal}`;

/**
 * Follows the lights of what is open: raised by the system, put out by what stops a clock. Keeps a row for each that is on,
 * and how many there are for the city, each unit and each area.
 */
export async function followLights(tx: Tx, events: readonly Placed[]): Promise<void> {
  const byAppeal = Map.groupBy(events, ({ key }) => nameOf({ cohort: key.cohort, appeal: key.id }));
  const keys = [...byAppeal.values()].flatMap(([first]) => (first ? [first.key] : []));
  const known = Map.groupBy(await readLit(tx, keys), nameOf);
  const changed = [...byAppeal].flatMap(([name, list]) => {
    const [first] = list;
    const before = known.get(name) ?? [];
    const after = rowsAfter(before, list);
    return first && plain(before) !== plain(after) ? [{ key: first.key, before, after }] : [];
  });
  const sorted = changed.toSorted((a, b) => a.key.cohort - b.key.cohort || a.key.id - b.key.id);
  await saveLit(
    tx,
    sorted.map(({ key }) => key),
    sorted.flatMap(({ after }) => after),
  );
  await addLights(tx, sumsOf(sorted));
}

const plain = (rows: readonly LightRow[]): string =>
  canonical(rows.toSorted((a, b) => (a.clock < b.clock ? -1 : 1)));

function rowsAfter(before: readonly LightRow[], events: readonly Placed[]): LightRow[] {
  let lit: LitClocks | null = litOf(before);
  let [where]: readonly (Where | undefined)[] = before;
  for (const { key, event, about } of events) {
    lit = litAfter(lit, event, about);
    if (event.type === 'light-raised') {
      const { clock, unit } = event.data;
      const at = clock === 'dispatch' ? { centre: unit, unit: null } : { centre: null, unit };
      where = { cohort: key.cohort, appeal: key.id, area: about?.area ?? null, ...at };
    }
    if (event.type === 'passed-to-centre' && where) where = { ...where, centre: event.data.centre.id };
  }
  return lit && where ? rowsOf(lit, where) : [];
}

function litOf(rows: readonly LightRow[]): LitClocks | null {
  const own = rows.filter(({ clock }) => clock !== 'any');
  if (own.length === 0) return null;
  const clocks = Object.fromEntries(own.map(({ clock, light, due }) => [clock, { light, due }]));
  return { clocks, disputed: own.some(({ disputed }) => disputed) };
}

function rowsOf(lit: LitClocks, { cohort, appeal, centre, unit, area }: Where): LightRow[] {
  const own: readonly LitClock[] = ['any', ...clockNames];
  return own.flatMap((clock) => {
    const one = clock === 'any' ? worstOf(lit) : lit.clocks[clock];
    const disputed = lit.disputed && clock === 'acknowledge';
    return one ? [{ cohort, appeal, clock, ...one, disputed, centre, unit, area }] : [];
  });
}

function sumsOf(
  changed: readonly { readonly before: readonly LightRow[]; readonly after: readonly LightRow[] }[],
): LightChange[] {
  const sums = new Map<string, LightChange>();
  const add = ({ clock, light, unit, area }: LightRow, n: number) => {
    const dimensions = [
      ['city', ''],
      ...(unit === null ? [] : [['unit', String(unit)] as const]),
      ...(area === null ? [] : [['area', String(area)] as const]),
    ] as const;
    for (const [dimension, key] of dimensions) {
      const name = `${dimension}|${key}|${clock}|${light}`;
      sums.set(name, { dimension, key, clock, light, n: (sums.get(name)?.n ?? 0) + n });
    }
  };
  for (const { before, after } of changed) {
    for (const row of before) add(row, -1);
    for (const row of after) add(row, 1);
  }
  return [...sums]
    .filter(([, { n }]) => n !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, change]) => change);
}
