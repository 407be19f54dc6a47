import type { Appeal } from '@suban/domain/appeal.ts';
import { count } from '@suban/domain/indicators/counting.ts';
import { excludedTwin } from '@suban/domain/indicators/excluded.ts';
import type { OfficeTime } from '@suban/domain/indicators/held.ts';
import type { Life } from '@suban/domain/indicators/life.ts';
import { hourOf } from '@suban/domain/indicators/measures.ts';
import { type About, canonical, type Opened } from './canonical.ts';
import type { Note } from './verify-chain.ts';
import type { CountedRow, ExcludedRow, LifeRow } from './verify-store.ts';

/**
 * Whether what is counted of one appeal is what `domain/indicators` makes of its events, with none of the projector's code.
 * @param history the events that have been counted
 */
export function checkCounted(
  history: readonly Opened[],
  officeTime: OfficeTime,
  stored: readonly CountedRow[],
  lives: readonly LifeRow[],
  note: Note,
): void {
  const left = leftOut(history);
  const sums = new Map<string, number>();
  const add = (name: string, n: number) => sums.set(name, (sums.get(name) ?? 0) + n);
  let life: Life | null = null;
  for (const { event, at } of history) {
    const counted = count(life, event, at, officeTime);
    ({ life } = counted);
    for (const { measure, at: when, n, unit, place } of counted.counts) {
      const row = { measure, hour: hourOf(when), unit, ...place, matter: place.matter ?? '' };
      add(nameOf(row), n);
      const twin = excludedTwin[measure];
      if (twin && left.some((each) => each.unit === unit)) add(nameOf({ ...row, measure: twin }), n);
    }
  }
  for (const { unit, at, about } of left) if (about) add(nameOf(excludedRow(unit, at, about)), 1);
  for (const row of stored) add(nameOf(row), -row.n);
  for (const [name, n] of sums)
    if (n !== 0) note(`count ${name}: ${n > 0 ? `${n} missing` : `${-n} too many`}`);
  if (canonical(lives.map((row) => row.life)) !== canonical(life ? [life] : []))
    note('what counting remembers of it is not what its events make');
}

/** 剔除: which units' figures it is left out of, by the last that was decided of each. */
function leftOut(history: readonly Opened[]) {
  const units = new Map<number, { unit: number; reason: string; at: number; about: Opened['about'] }>();
  for (const { event, at, about } of history) {
    if (event.type === 'exclusion-granted') units.set(event.data.unit, { ...event.data, at, about });
    if (event.type === 'exclusion-revoked') units.delete(event.data.unit);
  }
  return [...units.values()];
}

const excludedRow = (unit: number, at: number, { kind, matter, channel, area }: About) => ({
  measure: 'excluded',
  hour: hourOf(at),
  unit,
  kind,
  matter: matter ?? '',
  channel,
  area,
});

const nameOf = (one: Omit<CountedRow, 'cohort' | 'appeal' | 'n'>): string =>
  [
    one.measure,
    new Date(one.hour).toISOString(),
    `unit ${one.unit}`,
    one.kind,
    one.matter || 'no matter',
    one.channel,
    `area ${one.area ?? 'unknown'}`,
  ].join(', ');

/** How many are open, by what the states say that the events make. */
export function createOpenTally() {
  const expected = new Map<string, number>();
  return {
    add(appeal: Appeal | null): void {
      for (const name of openAt(appeal)) expected.set(name, (expected.get(name) ?? 0) + 1);
    },
    /** What the stored counts say otherwise. */
    differences(stored: readonly { dimension: string; key: string; n: number }[]): string[] {
      const found = new Map(stored.map(({ dimension, key, n }) => [`${dimension} ${key}`, n]));
      return [...new Set([...expected.keys(), ...found.keys()])].flatMap((name) => {
        const [should, is] = [expected.get(name) ?? 0, found.get(name) ?? 0];
        return should === is ? [] : [`open ${name} is ${is} and should be ${should}`];
      });
    },
  };
}

/** Open is what waits for dispatch or is in hand; a unit has open what it leads. */
function openAt(appeal: Appeal | null): string[] {
  if (appeal?.state !== 'received' && appeal?.state !== 'dispatched') return [];
  const list = ['city '];
  if (appeal.area !== null) list.push(`area ${appeal.area}`);
  if (appeal.state === 'dispatched') list.push(`unit ${appeal.order.unit.id}`);
  return list;
}

/** Whether what is published as left out is what was granted. */
export function checkExcluded(history: readonly Opened[], stored: readonly ExcludedRow[], note: Note): void {
  const plain = (list: readonly Pick<ExcludedRow, 'unit' | 'reason' | 'granted_at'>[]) =>
    canonical(
      list.map(({ unit, reason, granted_at: at }) => ({ unit, reason, at })).sort((a, b) => a.unit - b.unit),
    );
  const expected = leftOut(history).map(({ unit, reason, at }) => ({ unit, reason, granted_at: at }));
  if (plain(stored) !== plain(expected)) note('what is excluded of it is not what was granted');
}
