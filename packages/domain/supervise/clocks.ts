import type { Appeal, WorkOrder } from '../appeal.ts';
import { type Calendar, workingTime } from '../calendar/calendar.ts';
import type { Light } from '../limits.ts';
import { shifted } from '../pause.ts';
import type { Settings } from '../settings.ts';
import type { ClockName } from './steps.ts';

/** A clock of an appeal as it stands; moments in ms. The one source of lights, those that are raised and those that are shown. */
export type AppealClock = {
  readonly name: ClockName;
  readonly from: number;
  /** From then on yellow, by that clock's own time: days off and what it stood still count for nothing. */
  readonly yellow: number;
  readonly due: number;
  /** When it was stopped by what it waited for; null while it was not. */
  readonly done: number | null;
  /** The light it keeps while it stands still, on the ledger or in a dispute; null while it runs. */
  readonly stands: Light | null;
};

/** 黄灯 from a share of the limit on, 红灯 at expiry. A clock that is done keeps the light it was stopped with. */
export function lightOf(
  { yellow, due, done, stands }: Omit<AppealClock, 'name' | 'from'>,
  now: number,
): Light {
  if (done === null && stands !== null) return stands;
  const at = done ?? now;
  if (at >= due) return 'red';
  return at >= yellow ? 'yellow' : 'green';
}

/** The clocks of an appeal, those done among them. One that ended otherwise lets none run on. */
export function clocksOf(appeal: Appeal, settings: Settings, calendar: Calendar): AppealClock[] {
  if (appeal.state === 'received')
    return [byTheClock('dispatch', dispatchWindow(appeal, settings), settings)];
  const { order, firstDispatchedAt } = appeal;
  if (firstDispatchedAt === null) return [];
  const whole = { from: appeal.filedAt, due: appeal.dispatchDue, done: firstDispatchedAt };
  const dispatched = byTheClock('dispatch', whole, settings);
  if (!order || (appeal.state !== 'dispatched' && order.answeredAt === null)) return [dispatched];
  return [dispatched, ...ofOrder(appeal, order, settings, calendar)];
}

function ofOrder(appeal: Appeal, order: WorkOrder, settings: Settings, calendar: Calendar): AppealClock[] {
  const { offeredAt: from, answeredAt: end } = order;
  const kept = (name: ClockName): Light => keptLight(appeal, name);
  const disputed = order.state === 'send-back-pending' || order.state === 'in-arbitration';
  return [
    {
      ...byTheClock('acknowledge', { from, due: order.ackDue, done: order.acknowledgedAt ?? end }, settings),
      // Whoever says that it is not theirs need not take it before that is decided.
      stands: disputed ? kept('acknowledge') : null,
    },
    // What was answered is answered: a contact never made is shown by its own clock, stopped there.
    byTheClock('contact', { from, due: order.contactDue, done: order.contactedAt ?? end }, settings),
    {
      name: 'finish',
      from,
      yellow: finishYellow(order, settings, calendar),
      due: order.finishDue,
      done: end,
      stands: order.state === 'on-ledger' ? kept('finish') : null,
    },
  ];
}

/** Day and night alike. */
function byTheClock(
  name: ClockName,
  { from, due, done = null }: { readonly from: number; readonly due: number; readonly done?: number | null },
  { yellowAt }: Pick<Settings, 'yellowAt'>,
): AppealClock {
  return { name, from, yellow: from + (due - from) * yellowAt, due, done, stands: null };
}

/** The light that was raised before it stood still. */
function keptLight({ beside: { raised } }: Appeal, clock: ClockName): Light {
  if (raised.includes(`${clock}:red`)) return 'red';
  return raised.includes(`${clock}:yellow`) ? 'yellow' : 'green';
}

/**
 * The time the centre has. What was sent back is due at once by the appeal's own clock, which never starts again; its
 * lights go by the time the centre has had it this time.
 */
export function dispatchWindow(
  { dispatchDue, firstDispatchedAt, urgency, beside }: Appeal,
  { dispatchMinutes }: Pick<Settings, 'dispatchMinutes'>,
): { readonly from: number; readonly due: number } {
  const limit = dispatchMinutes[urgency] * 60_000;
  const again = firstDispatchedAt !== null && dispatchDue - limit < beside.since;
  const from = again ? beside.since : dispatchDue - limit;
  return { from, due: from + limit };
}

/** The share of the approved limit after which the finish clock's light is yellow. */
export function finishYellow(
  {
    offeredAt: from,
    finishDue: due,
    beside,
  }: {
    readonly offeredAt: number;
    readonly finishDue: number;
    readonly beside: Pick<WorkOrder['beside'], 'finishClock' | 'pausedFor'>;
  },
  { yellowAt }: Pick<Settings, 'yellowAt'>,
  calendar: Calendar,
): number {
  const all = beside.finishClock === 'elapsed' ? due - from : workingTime(calendar, from, due);
  const limit = all - beside.pausedFor;
  return shifted(beside.finishClock, calendar, from, limit * yellowAt + beside.pausedFor);
}
