import type { Appeal, WorkOrder } from '../appeal.ts';
import { addWorkingDays, type Calendar } from '../calendar/calendar.ts';
import type { AppealKey } from '../ids.ts';
import type { Settings } from '../settings.ts';

/** The clocks of RULEBOOK §5. `dispatch` is the appeal's, the others its order's. */
export const clockNames = ['dispatch', 'acknowledge', 'contact', 'finish'] as const;
export type ClockName = (typeof clockNames)[number];

/** The steps that the system takes by itself, each once. */
export const ladder = ['yellow', 'red', 'chase', 'follow-up', 'circular'] as const;
export type LadderStep = (typeof ladder)[number];
export type Step =
  | `${ClockName}:${LadderStep}`
  | 'no-taker'
  | 'ledger-review'
  | 'call-back-sample'
  | 'call-back-silent'
  | 'close-unrated'
  | 'promise-due'
  | 'promise-broken';

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

/** When the system has next to look at it, in ms; null when nothing is to come. */
export function nextWatch(appeal: Appeal, settings: Settings, calendar: Calendar): number | null {
  return watches(appeal, settings, calendar)[0]?.at ?? null;
}

function standing(appeal: Appeal, settings: Settings, calendar: Calendar): Watch[] {
  const list = promised(appeal, settings, calendar);
  switch (appeal.state) {
    case 'received': {
      const { from, due } = dispatchWindow(appeal, settings);
      return [...list, ...lights('dispatch', from, due, settings)];
    }
    case 'dispatched':
      return [...list, ...ofOrder(appeal.order, settings, calendar)];
    case 'awaiting-rating':
      return [...list, ...unrated(appeal, settings, calendar)];
    default:
      return list;
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

function lights(clock: ClockName, from: number, due: number, { yellowAt }: Settings): Watch[] {
  return [
    { step: `${clock}:yellow`, at: Math.ceil(from + (due - from) * yellowAt) },
    { step: `${clock}:red`, at: due },
  ];
}

/** A clock that was answered raises nothing more; no clock hides another's breach, for each has steps of its own. */
function ofOrder(order: WorkOrder, settings: Settings, calendar: Calendar): Watch[] {
  if (order.state === 'on-ledger') {
    return order.beside.reviewAt === null ? [] : [{ step: 'ledger-review', at: order.beside.reviewAt }];
  }
  const list: Watch[] = [];
  if (order.state === 'offered') {
    list.push(...lights('acknowledge', order.offeredAt, order.ackDue, settings));
    // 无人签收: what nobody takes by its deadline goes to arbitration by itself.
    if (!order.designated) list.push({ step: 'no-taker', at: order.ackDue });
  }
  if (order.contactedAt === null && order.state !== 'in-arbitration') {
    list.push(...lights('contact', order.offeredAt, order.contactDue, settings));
  }
  return [
    ...list,
    ...lights('finish', order.offeredAt, order.finishDue, settings),
    ...chase(order, settings, calendar),
  ];
}

/** 催办 the day after expiry, 督办 some working days later, then 通报 (RULEBOOK §5). */
function chase(order: WorkOrder, { ladderDays }: Settings, calendar: Calendar): Watch[] {
  const chased = addWorkingDays(calendar, order.finishDue, ladderDays.chase);
  const followed = addWorkingDays(calendar, chased, ladderDays.followUp);
  return [
    { step: 'finish:chase', at: chased },
    { step: 'finish:follow-up', at: followed },
    { step: 'finish:circular', at: addWorkingDays(calendar, followed, ladderDays.circular) },
  ];
}

function unrated(appeal: Appeal, settings: Settings, calendar: Calendar): Watch[] {
  const { since } = appeal.beside;
  const list: Watch[] = [
    { step: 'call-back-silent', at: addWorkingDays(calendar, since, settings.callBackAfterDays) },
    { step: 'close-unrated', at: addWorkingDays(calendar, since, settings.closeUnratedDays) },
  ];
  if (isSampled(appeal.key, settings.callBackShare)) list.push({ step: 'call-back-sample', at: since });
  return list;
}

function promised(appeal: Appeal, settings: Settings, calendar: Calendar): Watch[] {
  const { promise } = appeal.beside;
  if (!promise || appeal.state === 'dispatched' || appeal.state === 'received') return [];
  return [
    { step: 'promise-due', at: promise.at },
    { step: 'promise-broken', at: addWorkingDays(calendar, promise.at, settings.promiseGraceDays) },
  ];
}

/**
 * 随机抽查: is this appeal one of the share to be checked? Spread evenly over serials by Knuth's multiplicative hash, and
 * out of anybody's hands: neither the unit nor the caller can choose.
 */
export function isSampled(key: AppealKey, share: number): boolean {
  return (Math.imul(key.id, 2_654_435_761) >>> 0) / 2 ** 32 < share;
}
