import { startOfDay } from '@suban/domain/calendar/calendar.ts';
import type { AppealEvent } from '@suban/domain/events.ts';
import type { AppealKey } from '@suban/domain/ids.ts';
import { count } from '@suban/domain/indicators/counting.ts';
import type { OfficeTime } from '@suban/domain/indicators/held.ts';
import type { Life } from '@suban/domain/indicators/life.ts';
import { type Count, hourOf } from '@suban/domain/indicators/measures.ts';
import { type Dimension, dimensions } from './store.ts';
import type { Reference } from '../people/reference-store.ts';
import type { Tx } from '../platform/database.ts';
import type { Placed, Reader } from '../platform/reader.ts';
import { followExclusions } from './exclusions.ts';
import { keepLastDays } from './last-days.ts';
import { followLights } from './lights.ts';
import { officeTimeOf } from './office-time.ts';
import {
  addCounted,
  addFigures,
  addOpen,
  type CountedChange,
  type FigureChange,
  type OpenChange,
  readLives,
  saveLives,
} from './projector-store.ts';

/** The name of the reader's checkpoint. */
export const projectorName = 'figures';

/**
 * Keeps what every dashboard reads: counts by hour along each dimension, each count with its appeal, what is open now and
 * what of it is lit.
 * All of it, with the checkpoint, in one transaction: a number and the list of cases behind it never disagree.
 */
export function projector(reference: () => Reference): Reader {
  return {
    name: projectorName,
    async handle(tx: Tx, events: readonly Placed[]) {
      const { lives, counted } = countAll(events, await knownLives(tx, events), officeTimeOf(reference()));
      await addCounted(tx, sumOf(counted, countedKey));
      const left = sumOf(await followExclusions(tx, events), countedKey);
      await addCounted(tx, left);
      const changes = [...counted, ...left];
      const open = sumOf(events.flatMap(openChanges), ({ dimension, key }) => `${dimension}|${key}`);
      const figures = sumOf(
        changes.flatMap((change) => along(change, startOfDay(reference().calendar, change.hour))),
        ({ measure, dimension, key, hour }) => `${measure}|${dimension}|${key}|${hour}`,
      );
      const last = await keepLastDays(tx, reference().calendar, events);
      await addFigures(tx, figures, last);
      await addOpen(tx, open);
      await followLights(tx, events);
      await saveLives(tx, [...lives.values()].toSorted(byKey));
    },
  };
}

type Known = { readonly key: AppealKey; readonly life: Life };
const nameOf = (cohort: number, appeal: number) => `${cohort}/${appeal}`;
const byKey = (a: Known, b: Known) => a.key.cohort - b.key.cohort || a.key.id - b.key.id;
const countedKey = (c: CountedChange) =>
  `${c.cohort}|${c.appeal}|${c.measure}|${c.hour}|${c.unit}|${c.matter}|${c.kind}`;

async function knownLives(tx: Tx, events: readonly Placed[]): Promise<Map<string, Life>> {
  const keys = new Map(events.map(({ key }) => [nameOf(key.cohort, key.id), key]));
  const rows = await readLives(tx, [...keys.values()]);
  return new Map(rows.map(({ cohort, appeal, life }) => [nameOf(cohort, appeal), life]));
}

function countAll(events: readonly Placed[], known: ReadonlyMap<string, Life>, officeTime: OfficeTime) {
  const lives = new Map<string, Known>();
  const counted: CountedChange[] = [];
  for (const { key, event, at } of events) {
    const name = nameOf(key.cohort, key.id);
    const { life, counts } = count(lives.get(name)?.life ?? known.get(name) ?? null, event, at, officeTime);
    if (life) lives.set(name, { key, life });
    counted.push(...counts.map((one) => changeOf(key, one)));
  }
  return { lives, counted };
}

const changeOf = (key: AppealKey, { measure, at, n, unit, place }: Count): CountedChange => ({
  cohort: key.cohort,
  appeal: key.id,
  measure,
  hour: hourOf(at),
  unit,
  kind: place.kind,
  matter: place.matter ?? '',
  channel: place.channel,
  area: place.area,
  n,
});

/** A count along each dimension it has. */
function along(
  { measure, hour, n, unit, kind, matter, channel, area }: CountedChange,
  day: number,
): FigureChange[] {
  const keys: Readonly<Record<Dimension, string | null>> = {
    city: '',
    unit: String(unit),
    area: area === null ? null : String(area),
    matter: matter === '' ? null : matter,
    channel,
    kind,
  };
  return dimensions.flatMap((dimension) => {
    const key = keys[dimension];
    return key === null ? [] : [{ measure, dimension, key, hour, day, n }];
  });
}

/** Changes of the same summed, in the order of their keys; what comes to nothing is left out. */
function sumOf<T extends { n: number }>(changes: readonly T[], keyOf: (change: T) => string): T[] {
  const sums = new Map<string, T>();
  for (const change of changes) {
    const key = keyOf(change);
    const known = sums.get(key);
    if (known) known.n += change.n;
    else sums.set(key, { ...change });
  }
  return [...sums]
    .filter(([, { n }]) => n !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, change]) => change);
}

type Types = readonly AppealEvent['type'][];
/** After these an appeal waits for dispatch or is in hand … */
const opening: Types = ['filed', 'reopened', 'split', 'dispatched'];
/** … and after these it is not. */
const ending: Types = [
  'answered-at-once',
  'referred',
  'withdrawn',
  'answer-approved',
  'terminated',
  'merged',
  'closed',
];
/** After these the lead no longer has it in hand. */
const leaving: Types = [...ending, 'send-back-upheld', 'arbitrated'];

function openChanges({ event, about }: Placed): OpenChange[] {
  const area = event.type === 'filed' ? event.data.area : about?.area;
  const was = about?.open ? 1 : 0;
  const is = opening.includes(event.type) ? 1 : ending.includes(event.type) ? 0 : was;
  return [
    { dimension: 'city', key: '', n: is - was },
    ...(area == null ? [] : [{ dimension: 'area', key: String(area), n: is - was }]),
    ...(event.type === 'dispatched' ? [{ dimension: 'unit', key: String(event.data.unit.id), n: 1 }] : []),
    ...(was && about?.unit != null && leaving.includes(event.type)
      ? [{ dimension: 'unit', key: String(about.unit), n: -1 }]
      : []),
  ];
}
