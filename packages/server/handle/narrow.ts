import type { DeskFilter, DeskPage } from '@suban/domain/api-desk.ts';
import { startOfDay } from '@suban/domain/calendar/calendar.ts';
import { isWithin } from '@suban/domain/units.ts';
import { matterName, unitName } from '../appeal/names.ts';
import { everyUnit, knownUnit, type Reference } from '../people/reference-store.ts';
import type { Narrowed } from './filters-store.ts';

const day = 86_400_000;
/** The city's first moment of a day, ms. */
const morning = ({ calendar }: Reference, date: string) =>
  startOfDay(calendar, Date.parse(`${date}T00:00:00Z`) - calendar.offsetMinutes * 60_000);

/** The filter as the store takes it; null: it leaves everything. An unknown unit leaves nothing. */
export function narrowedBy(reference: Reference, filter: DeskFilter): Narrowed | null {
  if (Object.values(filter).every((value) => value === undefined)) return null;
  const { light, kind, channel, matter, area, unit, from, to } = filter;
  return {
    light: light ?? null,
    kind: kind ?? null,
    channel: channel ?? null,
    matter: matter ?? null,
    areas: below(reference, area),
    units: below(reference, unit),
    from: from === undefined ? null : morning(reference, from),
    until: to === undefined ? null : morning(reference, to) + day,
  };
}

function below(reference: Reference, id: number | undefined): number[] | null {
  if (id === undefined) return null;
  const top = knownUnit(reference, id);
  return top
    ? everyUnit(reference)
        .filter((unit) => isWithin(unit, top))
        .map((unit) => unit.id)
    : [];
}

/** What the codes of a filter stand for. */
export function namedIn(reference: Reference, { matter, area, unit }: DeskFilter): DeskPage['named'] {
  const found = matter === undefined ? null : matterName(reference, matter);
  const known = (id: number | undefined) => (id !== undefined && reference.units.has(id) ? id : null);
  const [areaId, unitId] = [known(area), known(unit)];
  return {
    ...(found ? { matter: found } : {}),
    ...(areaId === null ? {} : { area: unitName(reference, areaId) }),
    ...(unitId === null ? {} : { unit: unitName(reference, unitId) }),
  };
}
