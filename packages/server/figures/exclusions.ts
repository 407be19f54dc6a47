import { excludedTwin } from '@suban/domain/indicators/excluded.ts';
import { hourOf, type Measure } from '@suban/domain/indicators/measures.ts';
import type { Tx } from '../platform/database.ts';
import type { Placed } from '../platform/reader.ts';
import {
  addExclusion,
  type ExclusionRow,
  readCounted,
  readExclusions,
  removeExclusion,
} from './exclusions-store.ts';
import type { CountedChange } from './projector-store.ts';

/**
 * 剔除: what is counted of an excluded case under its unit stands a second time under the twins of its measures, as long as
 * the exclusion does. Nothing is taken from the figures themselves.
 * @returns what changes in the counts; what these events count is in the table already
 */
export async function followExclusions(tx: Tx, events: readonly Placed[]): Promise<CountedChange[]> {
  const touched = new Set<string>();
  for (const { key, event, about, at } of events) {
    if (event.type === 'exclusion-granted' && about) {
      const { unit, reason } = event.data;
      const { kind, matter, channel, area, filedAt } = about;
      const place = { kind, matter, channel, area };
      const when = { granted_at: at, filed_at: filedAt };
      await addExclusion(tx, { cohort: key.cohort, appeal: key.id, unit, reason, ...when, ...place });
    } else if (event.type === 'exclusion-revoked') await removeExclusion(tx, key, event.data.unit);
    else continue;
    touched.add(nameOf(key.cohort, key.id));
  }
  const byName = new Map(events.map(({ key }) => [nameOf(key.cohort, key.id), key]));
  const excluded = Map.groupBy(await readExclusions(tx, [...byName.values()]), (row) =>
    nameOf(row.cohort, row.appeal),
  );
  const names = new Set([...touched, ...excluded.keys()]);
  const keys = [...names].flatMap((name) => byName.get(name) ?? []);
  if (keys.length === 0) return [];
  const counted = Map.groupBy(await readCounted(tx, keys), (row) => nameOf(row.cohort, row.appeal));
  return [...names].flatMap((name) => changesOf(counted.get(name) ?? [], excluded.get(name) ?? []));
}

const nameOf = (cohort: number, appeal: number) => `${cohort}/${appeal}`;
const twins = new Set<string>(['excluded', ...Object.values(excludedTwin)]);

function changesOf(counted: readonly CountedChange[], excluded: readonly ExclusionRow[]): CountedChange[] {
  const own = excluded.map(({ granted_at, reason: _reason, filed_at: _filed, ...row }) => ({
    ...row,
    measure: 'excluded',
    hour: hourOf(granted_at),
    matter: row.matter ?? '',
    n: 1,
  }));
  const second = counted.flatMap((row) => {
    const measure = excludedTwin[row.measure as Measure];
    return measure && excluded.some(({ unit }) => unit === row.unit) ? [{ ...row, measure }] : [];
  });
  const before = counted.filter(({ measure }) => twins.has(measure)).map((row) => ({ ...row, n: -row.n }));
  return [...own, ...second, ...before];
}
