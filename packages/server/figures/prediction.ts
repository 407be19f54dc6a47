import type { Track } from '@suban/domain/api.ts';
import type { Appeal } from '@suban/domain/appeal.ts';
import { addWorkingTime, workingTime } from '@suban/domain/calendar/calendar.ts';
import { groupsOf, midweek, predict, weekOf } from '@suban/domain/predict/pace.ts';
import type { Reference } from '../people/reference-store.ts';
import type { Sql } from '../platform/database.ts';
import { pacesSince } from './pace-store.ts';

/** Half a year: long enough for rare matters, short enough to follow how a unit works now. */
const weeks = 26;
/** Of fewer answered cases the first and last tenth are three cases or less: nothing to tell a citizen. */
const leastCases = 30;

/** Only the first answer is predicted: what is reworked, in dispute or on the ledger goes its own way. */
const predictable = ({ state, order, dissatisfied, orders, beside }: Appeal): boolean =>
  beside.master === null &&
  dissatisfied === 0 &&
  (state === 'received'
    ? orders === 0
    : state === 'dispatched' && order.state !== 'on-ledger' && order.state !== 'in-arbitration');

/**
 * When the citizen will likely have the answer, from how such appeals went before, or null where nothing is known.
 * Reads the weeks of five groups at most.
 */
export async function predictionOf(
  sql: Sql,
  { calendar }: Pick<Reference, 'calendar'>,
  appeal: Appeal,
  now: number,
): Promise<Track['prediction']> {
  if (!predictable(appeal)) return null;
  const { kind, urgency, matter, filedAt } = appeal;
  const groups = groupsOf({ kind, urgency, matter, unit: appeal.order?.unit.id ?? null });
  const rows = await pacesSince(
    sql,
    groups.map(({ key }) => key),
    weekOf(now) - weeks,
  );
  const seen = Map.groupBy(rows, ({ key }) => key);
  const told = predict(
    groups.map(({ like, key }) => ({
      like,
      seen: (seen.get(key) ?? []).map((pace) => ({
        pace,
        age: Math.max(0, workingTime(calendar, midweek(pace.week), now)),
      })),
    })),
    workingTime(calendar, filedAt, now),
    leastCases,
  );
  if (!told) return null;
  const at = (ms: number) => new Date(addWorkingTime(calendar, filedAt, ms)).toISOString();
  const { cases, like } = told;
  return { at: at(told.middle), from: at(told.from), to: at(told.to), cases, like };
}
