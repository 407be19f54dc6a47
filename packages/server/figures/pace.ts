import type { AppealKey } from '@suban/domain/ids.ts';
import { workingTime } from '@suban/domain/calendar/calendar.ts';
import { ended, groupsOf, noPace, opened, type Pace, weekOf } from '@suban/domain/predict/pace.ts';
import type { Reference } from '../people/reference-store.ts';
import type { Tx } from '../platform/database.ts';
import type { Placed, Reader } from '../platform/reader.ts';
import {
  type PaceRow,
  readPaces,
  readUnderway,
  savePaces,
  saveUnderway,
  type Underway,
} from './pace-store.ts';

/** What becomes of an appeal under way: it is known better, it ends one way or the other, or nothing. */
type Turn = Partial<Pick<Underway, 'kind' | 'urgency' | 'matter' | 'unit'>> | 'answered' | 'gone';

function turnOf({ event, about }: Placed): Turn {
  switch (event.type) {
    case 'classified':
      return { matter: event.data.matter, kind: event.data.kind, urgency: event.data.urgency };
    case 'dispatched':
      return { unit: event.data.unit.id, ...(about?.matter ? { matter: about.matter } : {}) };
    case 'answer-approved':
      return 'answered';
    case 'answered-at-once':
    case 'referred':
    case 'withdrawn':
    case 'merged':
    case 'terminated':
    case 'put-on-ledger':
      return 'gone';
    default:
      return {};
  }
}

/** 预计: counts how long appeals take, as they end; what they were like when they ended is what they count for. */
export function pace(reference: () => Pick<Reference, 'calendar'>): Reader {
  return {
    name: 'pace',
    only: [
      'filed',
      'classified',
      'dispatched',
      'answer-approved',
      'answered-at-once',
      'referred',
      'withdrawn',
      'merged',
      'terminated',
      'put-on-ledger',
    ],
    async handle(tx: Tx, events: readonly Placed[]) {
      const { calendar } = reference();
      const before = await known(tx, events);
      const after = new Map(before);
      const changes: Change[] = [];
      const end = (from: Underway, how: 'answered' | 'gone', at: number) => {
        const ms = workingTime(calendar, from.filedAt, at);
        changes.push(...cellsOf(from).map((cell) => ({ ...cell, make: (p: Pace) => ended(p, how, ms) })));
        after.delete(nameOf(from.key));
      };
      for (const placed of events) {
        const { key, at, event } = placed;
        if (event.type === 'filed') {
          const { kind, urgency } = event.data;
          after.set(nameOf(key), { key, filedAt: at, kind, urgency, matter: null, unit: null });
          continue;
        }
        const from = after.get(nameOf(key));
        if (!from) continue;
        const turn = turnOf(placed);
        if (typeof turn === 'string') end(from, turn, at);
        else after.set(nameOf(key), move(from, { ...from, ...turn }, changes));
      }
      await savePaces(tx, await applied(tx, changes));
      const gone = [...before.values()].filter(({ key }) => !after.has(nameOf(key)));
      await saveUnderway(
        tx,
        [...after.values()],
        gone.map(({ key }) => key),
      );
    },
  };
}

type Change = { readonly key: string; readonly week: number; readonly make: (pace: Pace) => Pace };
const nameOf = ({ cohort, id }: AppealKey) => `${cohort}/${id}`;
/** Where an appeal under way is counted: nowhere until it is dispatched. */
const cellsOf = (one: Underway) =>
  one.unit === null ? [] : groupsOf(one).map(({ key }) => ({ key, week: weekOf(one.filedAt) }));

function move(from: Underway, to: Underway, changes: Change[]): Underway {
  const [left, joined] = [cellsOf(from), cellsOf(to)];
  changes.push(...left.map((cell) => ({ ...cell, make: (p: Pace) => opened(p, -1) })));
  changes.push(...joined.map((cell) => ({ ...cell, make: (p: Pace) => opened(p, 1) })));
  return to;
}

async function known(tx: Tx, events: readonly Placed[]): Promise<Map<string, Underway>> {
  const keys = new Map(events.map(({ key }) => [nameOf(key), key]));
  const rows = await readUnderway(tx, [...keys.values()]);
  return new Map(
    rows.flatMap(({ cohort, appeal, filed_at, kind, urgency, matter, unit }) => {
      const key = keys.get(`${cohort}/${appeal}`);
      return key ? [[nameOf(key), { key, filedAt: filed_at, kind, urgency, matter, unit }] as const] : [];
    }),
  );
}

async function applied(tx: Tx, changes: readonly Change[]): Promise<PaceRow[]> {
  const byCell = Map.groupBy(changes, ({ key, week }) => `${key}|${week}`);
  const cells = [...byCell.values()].flatMap(([first]) => first ?? []);
  const rows = new Map((await readPaces(tx, cells)).map((row) => [`${row.key}|${row.week}`, row]));
  return [...byCell].flatMap(([name, list]) => {
    const [first] = list;
    if (!first) return [];
    const { key, week } = first;
    const start: Pace = rows.get(name) ?? noPace;
    return { ...list.reduce((pace, { make }) => make(pace), start), key, week };
  });
}
