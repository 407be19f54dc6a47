import type { Appeal, WorkOrder } from '../appeal.ts';
import { addWorkingDays, type Calendar } from '../calendar/calendar.ts';
import type { AppealKey } from '../ids.ts';
import type { Settings } from '../settings.ts';
import { clocksOf, dispatchWindow } from './clocks.ts';
import type { Step } from './steps.ts';

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
    case 'received':
      return [
        ...lights(appeal, settings, calendar),
        ...chase('dispatch', dispatchWindow(appeal, settings).due, settings, calendar),
      ];
    case 'dispatched':
      return [...lights(appeal, settings, calendar), ...ofOrder(appeal.order, settings, calendar)];
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

/** Yellow, then red, of each clock that runs; no clock hides another's breach, for each has steps of its own. */
function lights(appeal: Appeal, settings: Settings, calendar: Calendar): Watch[] {
  return clocksOf(appeal, settings, calendar)
    .filter(({ done, stands }) => done === null && stands === null)
    .flatMap(({ name, yellow, due }) => [
      { step: `${name}:yellow` as const, at: Math.ceil(yellow) },
      { step: `${name}:red` as const, at: due },
    ]);
}

function ofOrder(order: WorkOrder, settings: Settings, calendar: Calendar): Watch[] {
  const { beside } = order;
  const list: Watch[] = beside.coHandlers
    .filter(({ reportedAt }) => reportedAt === null)
    .map(({ unit, due }) => ({ step: `co-handle:${unit.id}`, at: due }));
  if (order.state === 'on-ledger') {
    return beside.reviewAt === null ? list : [...list, { step: 'ledger-review', at: beside.reviewAt }];
  }
  // 无人签收: what nobody takes by its deadline goes to arbitration by itself.
  if (order.state === 'offered' && !order.designated) list.push({ step: 'no-taker', at: order.ackDue });
  return [...list, ...chase('finish', order.finishDue, settings, calendar)];
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
