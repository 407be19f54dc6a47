import type { Actor, Staff } from '../actors.ts';
import { hour } from '../calendar/calendar.ts';
import type { Light } from '../limits.ts';
import { blindTo } from '../permissions.ts';
import { type Refusal, refuse } from '../refusals.ts';
import type { StaffRole } from '../roles.ts';
import type { Settings } from '../settings.ts';
import { isWithin, type UnitRef } from '../units.ts';
import type { AlertCause, AlertState, JudgeRequest, Measure } from './requests.ts';

/** 预警: a sign that many are troubled by one thing. A person has to judge it (研判) within its time. */
export type Alert = {
  readonly version: number;
  readonly cause: AlertCause;
  readonly state: AlertState;
  /** The unit responsible, whose head judges it. */
  readonly unit: UnitRef;
  /** The units that its appeals complain of: their people take no part. */
  readonly accused: readonly number[];
  readonly raisedAt: number;
  readonly due: number;
  /** The last light that was raised. */
  readonly light: Light;
  readonly followedUp: boolean;
};

/** What is written down of an alert, one after the other; nothing is ever taken back. */
export type AlertEvent =
  | { readonly type: 'raised'; readonly data: { readonly cause: AlertCause; readonly due: number } }
  | { readonly type: 'light-raised'; readonly data: { readonly light: 'yellow' | 'red' } }
  /** 督办: nobody judged it. */
  | { readonly type: 'follow-up-opened'; readonly data: Record<never, never> }
  | { readonly type: 'confirmed'; readonly data: { readonly measure: Measure } }
  | { readonly type: 'dismissed'; readonly data: Record<never, never> }
  /** What the confirmation led to, in how many of its cases. */
  | { readonly type: 'acted'; readonly data: { readonly measure: Measure; readonly cases: number } };

/** When an alert is due to be judged, ms: hours by the clock, day and night (settings). */
export function judgeDue(
  settings: Pick<Settings, 'judgeHours'>,
  cause: AlertCause,
  raisedAt: number,
): number {
  return raisedAt + settings.judgeHours[cause === 'sensitive' ? 'sensitive' : 'other'] * hour;
}

const judges: readonly StaffRole[] = ['leader', 'duty-officer', 'supervisor'];

/** Roles that judge alerts at all: heads of units, the duty room, supervision. */
export const mayJudgeAlerts = ({ roles, unit }: Pick<Staff, 'roles' | 'unit'>): boolean =>
  unit.kind !== 'partner' && roles.some((role) => judges.includes(role));

/** Do people of this unit answer for every unit of its government, as duty room and supervision do? */
export const watchesAll = ({ roles }: Pick<Staff, 'roles'>): boolean =>
  roles.some((role) => role === 'duty-officer' || role === 'supervisor');

/** Null when this person may judge the alert, else why not (研判: the responsible unit's head, or who watches over it). */
export function mayNotJudge(
  actor: Actor,
  { unit, accused }: Pick<Alert, 'unit' | 'accused'>,
): Refusal | null {
  if (actor.kind !== 'staff' || !mayJudgeAlerts(actor)) return refuse('not-allowed');
  if (accused.some((each) => blindTo(actor.unit).includes(each))) return refuse('not-yours');
  if (isWithin(unit, actor.unit)) return null;
  return watchesAll(actor) && isWithin(unit, governmentOf(actor.unit)) ? null : refuse('not-yours');
}

/** Duty room and supervision hang below the government whose units they watch. */
function governmentOf({ path, kind }: UnitRef): Pick<UnitRef, 'path'> {
  return kind === 'supervision' ? { path: path.replace(/[^/]+\/$/, '') } : { path };
}

const ordersOthers: readonly StaffRole[] = ['duty-officer', 'supervisor'];

/** What this person may lead a confirmed alert to: only who watches the unit presses it; 督办 is supervision's. */
export function measuresOf({ roles }: Pick<Staff, 'roles'>): Measure[] {
  return [
    'none',
    'act-first',
    ...(roles.some((role) => ordersOthers.includes(role)) ? (['urge'] as const) : []),
    ...(roles.includes('supervisor') ? (['follow-up'] as const) : []),
  ];
}

/** 研判: confirmed with what follows, or dismissed; always with a reason. Also when it is late, but once. */
export function judge(alert: Alert, request: JudgeRequest, actor: Actor): AlertEvent[] | Refusal {
  const refusal = mayNotJudge(actor, alert);
  if (refusal) return refusal;
  if (alert.state !== 'open') return refuse('judged-already');
  if (request.verdict === 'dismissed') return [{ type: 'dismissed', data: {} }];
  if (actor.kind !== 'staff' || !measuresOf(actor).includes(request.measure)) return refuse('not-allowed');
  return [{ type: 'confirmed', data: { measure: request.measure } }];
}

type Watched = Pick<Alert, 'state' | 'raisedAt' | 'due' | 'light' | 'followedUp'>;
type AlertSettings = Pick<Settings, 'yellowAt' | 'judgeFollowUpHours'>;
type Step = { readonly at: number; readonly event: AlertEvent };

/** What time alone brings, each at its moment: yellow, red, formal follow-up (RULEBOOK §7). */
function steps(alert: Watched, { yellowAt, judgeFollowUpHours }: AlertSettings): Step[] {
  if (alert.state !== 'open') return [];
  const { raisedAt, due, light, followedUp } = alert;
  const raise = (to: 'yellow' | 'red'): AlertEvent => ({ type: 'light-raised', data: { light: to } });
  return [
    ...(light === 'green' ? [{ at: raisedAt + (due - raisedAt) * yellowAt, event: raise('yellow') }] : []),
    ...(light === 'red' ? [] : [{ at: due, event: raise('red') }]),
    ...(followedUp
      ? []
      : [{ at: due + judgeFollowUpHours * hour, event: { type: 'follow-up-opened', data: {} } as const }]),
  ];
}

/** The steps whose moment has come, in their order. */
export const tickAlert = (alert: Watched, settings: AlertSettings, now: number): AlertEvent[] =>
  steps(alert, settings)
    .filter(({ at }) => at <= now)
    .map(({ event }) => event);

/** When the next step comes, ms; null when none does. */
export const nextAlertWatch = (alert: Watched, settings: AlertSettings): number | null =>
  steps(alert, settings).reduce<number | null>((first, { at }) => Math.min(first ?? at, at), null);

/** The alert after one more event. */
export function evolveAlert(alert: Alert, event: AlertEvent): Alert {
  const next = { ...alert, version: alert.version + 1 };
  switch (event.type) {
    case 'light-raised':
      return { ...next, light: event.data.light };
    case 'follow-up-opened':
      return { ...next, followedUp: true };
    case 'confirmed':
    case 'dismissed':
      return { ...next, state: event.type };
    case 'raised':
    case 'acted':
      return next;
    default:
      return event satisfies never;
  }
}
