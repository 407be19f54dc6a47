import type { Staff } from './actors.ts';
import type { Appeal } from './appeal.ts';
import { mustRecuse, standsIn } from './permissions.ts';
import type { StaffRole } from './roles.ts';

/** Roles that read appeals at all. Analysts see aggregates; administrators and auditors keep the house and read none. */
const readers: readonly StaffRole[] = [
  'operator',
  'dispatcher',
  'arbitrator',
  'receiver',
  'handler',
  'leader',
  'call-back',
  'supervisor',
  'inspector',
  'mayor',
  'duty-officer',
];

/**
 * How far a person sees (RULEBOOK §9): the city's own government, dispatch centre and supervision see all; everybody
 * else what their unit is party to, or has below it. None of them sees a complaint about their own unit or one above it
 * (`blindTo`).
 */
export function sightOf(staff: Pick<Staff, 'unit' | 'roles'>): 'all' | 'unit' | 'none' {
  if (!staff.roles.some((role) => readers.includes(role))) return 'none';
  const { level, kind } = staff.unit;
  return level === 'city' && (kind === 'government' || kind === 'dispatch-centre' || kind === 'supervision')
    ? 'all'
    : 'unit';
}

/** Roles that work for the city's figures: today, map, scorecards. */
export function mayReadFigures(staff: Pick<Staff, 'unit' | 'roles'>): boolean {
  return staff.roles.some(
    (role) =>
      role === 'mayor' ||
      role === 'supervisor' ||
      role === 'analyst' ||
      role === 'duty-officer' ||
      (role === 'leader' && staff.unit.level === 'city'),
  );
}

/**
 * May this person ask for a citizen's name or number (with a purpose, logged)? Those who must speak with the citizen:
 * the centre and whoever has the case in hand, never the unit complained of. Of a confidential report only the holder's handlers and the call-back.
 */
export function mayReveal(staff: Staff, appeal: Appeal): boolean {
  if (mustRecuse(staff.unit, appeal) || appeal.beside.recused.includes(staff.account)) return false;
  const has = (...roles: StaffRole[]) => staff.roles.some((role) => roles.includes(role));
  const holds = appeal.state === 'dispatched' && appeal.order?.holder.id === staff.unit.id;
  if (holds && has('receiver', 'handler')) return true;
  if (has('call-back')) return true;
  return !appeal.confidential && (has('operator', 'dispatcher') || standsIn(staff, appeal));
}

/**
 * May other citizens be told of it, and come to follow it by themselves? Nothing confidential, no tip-off, no complaint
 * about a unit, nothing withdrawn.
 */
export const isForAll = (appeal: Appeal): boolean =>
  !appeal.confidential &&
  appeal.kind !== 'tip-off' &&
  appeal.accused === null &&
  appeal.state !== 'withdrawn';
