import type { AlertRow as AlertLine, HotEventRow } from '@suban/domain/api-alerts.ts';
import { heatNow } from '@suban/domain/govern/heat.ts';
import { lightOf } from '@suban/domain/supervise/clocks.ts';
import { iso, isoOrNull, unitName } from '../appeal/names.ts';
import { knownUnit, type Reference } from '../people/reference-store.ts';
import type { AlertRow } from './alert-store.ts';
import type { EventRow } from './pages-store.ts';

/** Days of the small curve beside an event's name. */
export const sparkDays = 14;

export function areaName(reference: Reference, id: number | null) {
  const unit = id === null ? undefined : knownUnit(reference, id);
  return unit ? { id: unit.id, name: unit.name, nameEn: unit.nameEn } : null;
}

/** @param now a light turns by itself, before the sweep has written it down */
export function alertLine(reference: Reference, row: AlertRow, now: number): AlertLine {
  const { yellowAt } = reference.settingsOf(row.rules);
  const yellow = row.raised_at + (row.due - row.raised_at) * yellowAt;
  const judging = { yellow, due: row.due, done: null, stands: null };
  return {
    id: row.id,
    event: row.event,
    name: nameOf(reference, row),
    cause: row.cause,
    state: row.state,
    area: areaName(reference, row.area),
    unit: unitName(reference, row.unit),
    appeals: row.appeals,
    raisedAt: iso(row.raised_at),
    due: iso(row.due),
    light: row.state === 'open' ? lightOf(judging, now) : row.light,
    followedUp: row.followed_up,
    judgedAt: isoOrNull(row.judged_at),
    measure: row.measure,
  };
}

/** An event that no word may name is called by its area. */
function nameOf(
  reference: Reference,
  { name, area }: { readonly name: string; readonly area: number | null },
): string {
  if (name !== '') return name;
  return `${areaName(reference, area)?.name ?? reference.centre.name}：多件诉求`;
}

/** @param days how many came on each of the last days, by the day's number */
export function eventLine(
  reference: Reference,
  row: EventRow,
  days: ReadonlyMap<number, number>,
  today: number,
  now: number,
): HotEventRow {
  return {
    id: row.id,
    kind: row.kind,
    name: nameOf(reference, row),
    place: row.place,
    problem: row.problem,
    area: areaName(reference, row.area),
    unit: unitName(reference, row.unit),
    first: iso(row.first_at),
    last: iso(row.last_at),
    appeals: row.appeals - row.withdrawn,
    withdrawn: row.withdrawn,
    heat: Math.round(heatNow(row.heat, now) * 100) / 100,
    open: row.open,
    days: Array.from({ length: sparkDays }, (_, back) => days.get(today - sparkDays + 1 + back) ?? 0),
    alert:
      row.alert === null || row.alert_state === null || row.alert_light === null
        ? null
        : { id: row.alert, state: row.alert_state, light: row.alert_light },
  };
}
