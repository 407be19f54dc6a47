import type { AppealEvent } from '@suban/domain/events.ts';
import { counts, hourOf } from '@suban/domain/indicators/counting.ts';
import type { Tx } from '../platform/database.ts';
import type { Placed, Reader } from '../platform/reader.ts';
import { addFigures, addOpen, type FigureChange, type OpenChange } from './projector-store.ts';

/** Keeps the figures every dashboard reads: counts by hour along each dimension, and what is open now. */
export const projector: Reader = {
  name: 'figures',
  async handle(tx: Tx, events: readonly Placed[]) {
    const figures = new Map<string, FigureChange>();
    const open = new Map<string, OpenChange>();
    for (const placed of events) {
      countFigures(figures, placed);
      countOpen(open, placed);
    }
    await addFigures(tx, sorted(figures));
    await addOpen(tx, sorted(open));
  },
};

const sorted = <T extends { n: number }>(changes: ReadonlyMap<string, T>): T[] =>
  [...changes]
    .filter(([, change]) => change.n !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, change]) => change);

function add<T extends { n: number }>(map: Map<string, T>, key: string, change: T): void {
  const known = map.get(key);
  if (known) known.n += change.n;
  else map.set(key, change);
}

/** What an event is counted under: its own words where it sets them, else what it met. */
function dimensions(placed: Placed): (readonly [string, string])[] {
  const { event, about } = placed;
  const filed = event.type === 'filed' ? event.data : null;
  const unit = event.type === 'dispatched' ? event.data.unit.id : about?.unit;
  const area = filed ? filed.area : about?.area;
  const matter = about?.matter;
  return [
    ['city', ''],
    ...(unit == null ? [] : [['unit', String(unit)] as const]),
    ...(area == null ? [] : [['area', String(area)] as const]),
    ...(matter == null ? [] : [['matter', matter] as const]),
    ['channel', filed?.channel ?? about?.channel ?? ''],
    ['kind', filed?.kind ?? about?.kind ?? ''],
  ];
}

function countFigures(figures: Map<string, FigureChange>, placed: Placed): void {
  for (const count of counts(placed.event, placed.at, placed.about)) {
    const hour = hourOf(count.at);
    for (const [dimension, key] of dimensions(placed)) {
      add(figures, `${count.measure}|${dimension}|${key}|${hour}`, {
        measure: count.measure,
        dimension,
        key,
        hour,
        n: count.n,
      });
    }
  }
}

const opening: readonly AppealEvent['type'][] = ['filed', 'reopened'];
const ending: readonly AppealEvent['type'][] = [
  'answered-at-once',
  'referred',
  'withdrawn',
  'answer-approved',
];
/** After these the lead no longer has it. */
const leaving: readonly AppealEvent['type'][] = [
  'withdrawn',
  'answer-approved',
  'send-back-upheld',
  'arbitrated',
];

function countOpen(open: Map<string, OpenChange>, placed: Placed): void {
  const { event, about } = placed;
  const area = event.type === 'filed' ? event.data.area : about?.area;
  const change = (dimension: string, key: string, n: number) =>
    add(open, `${dimension}|${key}`, { dimension, key, n });
  const rework = event.type === 'dispatched' && event.data.cause === 'rework';
  const n = opening.includes(event.type) || rework ? 1 : ending.includes(event.type) && about?.open ? -1 : 0;
  change('city', '', n);
  if (area != null) change('area', String(area), n);
  if (event.type === 'dispatched') change('unit', String(event.data.unit.id), 1);
  if (about?.unit != null && leaving.includes(event.type)) change('unit', String(about.unit), -1);
}
