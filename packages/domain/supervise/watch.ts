import type { Appeal, WorkOrder } from '../appeal.ts';
import { addWorkingDays, type Calendar, workingTime } from '../calendar/calendar.ts';
import type { AppealKey } from '../ids.ts';
import { shifted } from '../pause.ts';
import type { Settings } from '../settings.ts';
import type { ClockName, Step } from './steps.ts';

/** A step and the moment it is to be taken, in ms. */
export type Watch = { readonly step: Step; readonly at: number };

/**
 * Everything that will happen to an appeal by itself as things stand, earliest first. The one source of lights, ladder
 * and every other automatic step: the sweep wakes an appeal at the first of them, and `tick` takes those that are due.
 */
export function watches(appeal: Appeal, settings: Settings, calendar: Calendar): Watch[] {
  const raised = new Set<Step>(appeal.beside.raised);
  return standing(appeal, settings, calendar)
    .filter(({ step }) => !raised.has(step))
    .sort((a, b) => a.at - b.at);
}

/**
 * When the system has next to look at it, in ms. Null only where it has ended, follows a master, or has come to the end of
 * the ladder: then a formal follow-up is open, which cannot be closed before the case is done.
 */
export function nextWatch(appeal: Appeal, settings: Settings, calendar: Calendar): number | null {
  return watches(appeal, settings, calendar)[0]?.at ?? null;
}

function standing(appeal: Appeal, settings: Settings, calendar: Calendar): Watch[] {
  switch (appeal.state) {
    case 'received': {
      const { from, due } = dispatchWindow(appeal, settings);
      return [
        ...lights('dispatch', from + (due - from) * settings.yellowAt, due),
        ...chase('dispatch', due, settings, calendar),
      ];
    }
    case 'dispatched':
      return ofOrder(appeal.order, settings, calendar);
    case 'awaiting-rating':
      return [...promised(appeal, settings, calendar), ...unrated(appeal, settings, calendar)];
    case 'closed':
      return [...promised(appeal, settings, calendar), ...sampled(appeal, settings)];
    case 'answered-at-once':
    case 'referred':
    case 'merged':
    case 'withdrawn':
      return [];
    default:
      return appeal satisfies never;
  }
}

/**
 * The time the centre has. What was sent back is due at once by the appeal's own clock, which never starts again; its
 * lights go by the time the centre has had it this time.
 */
export function dispatchWindow(
  { dispatchDue, firstDispatchedAt, urgency, beside }: Appeal,
  { dispatchMinutes }: Settings,
): { readonly from: number; readonly due: number } {
  const limit = dispatchMinutes[urgency] * 60_000;
  const again = firstDispatchedAt !== null && dispatchDue - limit < beside.since;
  const from = again ? beside.since : dispatchDue - limit;
  return { from, due: from + limit };
}

function lights(clock: ClockName, yellow: number, due: number): Watch[] {
  return [
    { step: `${clock}:yellow`, at: Math.ceil(yellow) },
    { step: `${clock}:red`, at: due },
  ];
}

/** A clock that was answered raises nothing more; no clock hides another's breach, for each has steps of its own. */
function ofOrder(order: WorkOrder, settings: Settings, calendar: Calendar): Watch[] {
  const { beside, offeredAt } = order;
  const list: Watch[] = beside.coHandlers
    .filter(({ reportedAt }) => reportedAt === null)
    .map(({ unit, due }) => ({ step: `co-handle:${unit.id}`, at: due }));
  const yellow = (due: number) => offeredAt + (due - offeredAt) * settings.yellowAt;
  if (order.contactedAt === null) list.push(...lights('contact', yellow(order.contactDue), order.contactDue));
  if (order.state === 'on-ledger') {
    return beside.reviewAt === null ? list : [...list, { step: 'ledger-review', at: beside.reviewAt }];
  }
  if (order.state === 'offered') {
    list.push(...lights('acknowledge', yellow(order.ackDue), order.ackDue));
    // 无人签收: what nobody takes by its deadline goes to arbitration by itself.
    if (!order.designated) list.push({ step: 'no-taker', at: order.ackDue });
  }
  return [
    ...list,
    ...lights('finish', finishYellow(order, settings, calendar), order.finishDue),
    ...chase('finish', order.finishDue, settings, calendar),
  ];
}

/**
 * The share of the approved limit after which the finish clock's light is yellow, in that clock's own time: days off and
 * what it stood still count for nothing.
 */
export function finishYellow(
  { offeredAt: from, finishDue: due, beside }: WorkOrder,
  { yellowAt }: Pick<Settings, 'yellowAt'>,
  calendar: Calendar,
): number {
  const all = beside.finishClock === 'elapsed' ? due - from : workingTime(calendar, from, due);
  const limit = all - beside.pausedFor;
  return shifted(beside.finishClock, calendar, from, limit * yellowAt + beside.pausedFor);
}

/** 催办 the day after expiry, 督办 some working days later, then 通报 (RULEBOOK §5). */
function chase(
  clock: 'dispatch' | 'finish',
  due: number,
  { ladderDays }: Settings,
  calendar: Calendar,
): Watch[] {
  const chased = addWorkingDays(calendar, due, ladderDays.chase);
  const followed = addWorkingDays(calendar, chased, ladderDays.followUp);
  return [
    { step: `${clock}:chase`, at: chased },
    { step: `${clock}:follow-up`, at: followed },
    { step: `${clock}:circular`, at: addWorkingDays(calendar, followed, ladderDays.circular) },
  ];
}

function unrated(appeal: Appeal, settings: Settings, calendar: Calendar): Watch[] {
  const { since } = appeal.beside;
  return [
    ...sampled(appeal, settings),
    { step: 'call-back-silent', at: addWorkingDays(calendar, since, settings.callBackAfterDays) },
    { step: 'close-unrated', at: addWorkingDays(calendar, since, settings.closeUnratedDays) },
  ];
}

/** Rated or not: whoever rates at once is as likely to be asked. */
function sampled({ key, beside }: Appeal, { callBackShare }: Settings): Watch[] {
  return beside.answeredAt !== null && isSampled(key, beside.answeredAt, callBackShare)
    ? [{ step: 'call-back-sample', at: beside.answeredAt }]
    : [];
}

function promised({ beside }: Appeal, settings: Settings, calendar: Calendar): Watch[] {
  const { promise } = beside;
  if (!promise) return [];
  return [
    { step: 'promise-due', at: promise.at },
    { step: 'promise-broken', at: addWorkingDays(calendar, promise.at, settings.promiseGraceDays) },
  ];
}

/**
 * 随机抽查: is this appeal one of the share to be checked? Drawn from its serial and the millisecond it was answered, which
 * nobody knows before and nobody chooses; mixed by the finaliser of MurmurHash3, so that it is spread evenly.
 */
export function isSampled({ id }: AppealKey, answeredAt: number, share: number): boolean {
  let mixed = Math.imul(id, 2_654_435_761) ^ (answeredAt % 2 ** 32);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85_eb_ca_6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2_b2_ae_35);
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32 < share;
}
