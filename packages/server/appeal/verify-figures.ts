import type { Appeal } from '@suban/domain/appeal.ts';
import { counts, hourOf } from '@suban/domain/indicators/counting.ts';
import type { Opened } from './canonical.ts';

/** `hour` null: how many are open now. */
export type Figure = {
  readonly measure: string;
  readonly dimension: string;
  readonly key: string;
  readonly hour: number | null;
  readonly n: number;
};

const nameOf = ({ measure, dimension, key, hour }: Omit<Figure, 'n'>): string =>
  [measure, dimension, key, hour === null ? '' : new Date(hour).toISOString()].filter(Boolean).join(' ');

/** Counts what the events and the states they make come to, apart from how the projector counts it. */
export function createTally() {
  const expected = new Map<string, number>();
  const add = (figure: Figure) =>
    expected.set(nameOf(figure), (expected.get(nameOf(figure)) ?? 0) + figure.n);
  return {
    add(history: readonly Opened[], appeal: Appeal | null): void {
      for (const event of history) {
        for (const { measure, at, n } of counts(event.event, event.at, event.about)) {
          for (const [dimension, key] of places(event)) add({ measure, dimension, key, hour: hourOf(at), n });
        }
      }
      for (const [dimension, key] of openAt(appeal))
        add({ measure: 'open', dimension, key, hour: null, n: 1 });
    },
    /** What the stored figures say otherwise. */
    differences(stored: readonly Figure[]): string[] {
      const found = new Map(stored.map((figure) => [nameOf(figure), figure.n]));
      return [...new Set([...expected.keys(), ...found.keys()])].flatMap((name) => {
        const [should, is] = [expected.get(name) ?? 0, found.get(name) ?? 0];
        return should === is ? [] : [`figure ${name} is ${is} and should be ${should}`];
      });
    },
  };
}

type Place = readonly [dimension: string, key: string];

/** Under what an event counts: the appeal as it met it, but a filing and a dispatch under what they say themselves. */
function places({ event, about }: Opened): Place[] {
  const filed = event.type === 'filed' ? event.data : null;
  const met = {
    unit: about?.unit ?? null,
    area: filed ? filed.area : (about?.area ?? null),
    matter: about?.matter ?? null,
  };
  const unit = event.type === 'dispatched' ? event.data.unit.id : met.unit;
  const given: [string, string | number | null][] = [
    ['city', ''],
    ['unit', unit],
    ['area', met.area],
    ['matter', met.matter],
    ['channel', filed?.channel ?? about?.channel ?? ''],
    ['kind', filed?.kind ?? about?.kind ?? ''],
  ];
  return given.flatMap(([dimension, key]): Place[] => (key === null ? [] : [[dimension, String(key)]]));
}

/** Open is what waits for dispatch or is in hand; a unit has open what it leads. */
function openAt(appeal: Appeal | null): Place[] {
  if (appeal?.state !== 'received' && appeal?.state !== 'dispatched') return [];
  const list: Place[] = [['city', '']];
  if (appeal.area !== null) list.push(['area', String(appeal.area)]);
  if (appeal.state === 'dispatched') list.push(['unit', String(appeal.order.unit.id)]);
  return list;
}
