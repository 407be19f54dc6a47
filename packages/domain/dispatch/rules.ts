import type { Appeal, OrderCause } from '../appeal.ts';
import { addWorkingDays, addWorkingTime, isProvisional } from '../calendar/calendar.ts';
import type { Context } from '../context.ts';
import type { AppealEvent } from '../events.ts';
import { dispatchDue, orderDues } from '../limits.ts';
import { type Refusal, refuse } from '../refusals.ts';
import { type UnitRef, isWithin, refOf } from '../units.ts';
import type {
  AnswerAtOnceRequest,
  ClassifyRequest,
  DecideSendBackRequest,
  DesignateRequest,
  DispatchRequest,
  ReferRequest,
} from './requests.ts';

export function classify(
  appeal: Appeal,
  request: ClassifyRequest,
  context: Context,
): AppealEvent[] | Refusal {
  if (!context.matter) return refuse('matter-unknown');
  const urgency = request.urgency ?? appeal.urgency;
  const data = {
    matter: context.matter.code,
    kind: request.kind ?? appeal.kind,
    urgency,
    dispatchDue: dispatchDue(context.settings, urgency, dispatchClockFrom(appeal, context)),
  };
  return [{ type: 'classified', data }];
}

/** When the dispatch clock began, at filing or reopening: a change of urgency changes its length, not its start. */
function dispatchClockFrom({ dispatchDue: due, urgency }: Appeal, { settings }: Context): number {
  return due - dispatchDue(settings, urgency, 0);
}

export function answerAtOnce(request: AnswerAtOnceRequest): AppealEvent[] {
  return [{ type: 'answered-at-once', data: {}, texts: { answer: request.text } }];
}

export function refer(request: ReferRequest): AppealEvent[] {
  return [{ type: 'referred', data: { reason: request.reason }, texts: { reason: request.text } }];
}

/** May this unit be given the appeal at all? */
function unfit(appeal: Appeal, unit: UnitRef, context: Context): Refusal | null {
  if (appeal.accused && isWithin(unit, appeal.accused)) return refuse('unit-accused');
  if (unit.kind === 'partner') return refuse('partner-leads');
  const grassroots = unit.level === 'subdistrict' || unit.level === 'community' || unit.level === 'grid';
  if (grassroots && context.matter && !context.matter.mayPushDown) return refuse('not-on-duty-list');
  return null;
}

/** A new work order for `unit`. Its clocks start now; the appeal's own never start again. */
export function order(
  appeal: Appeal,
  unit: UnitRef,
  cause: OrderCause,
  context: Context,
): AppealEvent & { type: 'dispatched' } {
  const { settings, calendar, matter, now } = context;
  const about = { kind: appeal.kind, urgency: appeal.urgency, level: unit.level };
  const { ackDue, contactDue, finishDue, limitSource, finishClock } = orderDues(
    settings,
    calendar,
    matter,
    about,
    now,
  );
  const provisional = isProvisional(calendar, finishDue);
  const data = { order: appeal.orders + 1, unit: refOf(unit), cause, ackDue, contactDue, finishDue };
  return { type: 'dispatched', data: { ...data, limitSource, finishClock, provisional } };
}

/**
 * 分拨. To a dispatch centre: the appeal stays in a queue, that centre's. To any other unit: a work order. A district's
 * centre dispatches within its district only (its unit hangs directly below the district), or back to the city's centre.
 */
export function dispatch(
  appeal: Appeal,
  request: DispatchRequest,
  context: Context,
): AppealEvent[] | Refusal {
  const { unit, matter, actor } = context;
  if (!unit) return refuse('unit-unknown');
  if (request.matter !== undefined && !matter) return refuse('matter-unknown');
  const toCentre = unit.kind === 'dispatch-centre';
  if (!matter && !toCentre) return refuse('matter-missing');
  const districtOnly =
    actor.kind === 'staff' && actor.unit.level === 'district' && !(toCentre && unit.level === 'city');
  if (districtOnly && !isWithin(unit, parentOf(actor.unit))) return refuse('district-outside');
  const refused = unfit(appeal, unit, context);
  if (refused) return refused;
  const events: AppealEvent[] = [];
  if (matter && matter.code !== appeal.matter) {
    const { kind, urgency, dispatchDue: due } = appeal;
    events.push({ type: 'classified', data: { matter: matter.code, kind, urgency, dispatchDue: due } });
  }
  const next: AppealEvent = toCentre
    ? { type: 'passed-to-centre', data: { centre: refOf(unit) } }
    : order(appeal, unit, 'dispatch', context);
  events.push({ ...next, ...(request.note ? { texts: { note: request.note } } : {}) });
  return events;
}

function parentOf(unit: UnitRef): Pick<UnitRef, 'path'> {
  return { path: unit.path.replace(/\d+\/$/, '') };
}

/** 退单裁决. Upheld: back into the queue, the time lost summed. Refused: the unit keeps it. */
export function decideSendBack(
  appeal: Appeal & { state: 'dispatched' },
  request: DecideSendBackRequest,
  context: Context,
): AppealEvent[] {
  const { no, offeredAt } = appeal.order;
  const texts = { reason: request.text };
  return request.uphold
    ? [{ type: 'send-back-upheld', data: { order: no, bounced: context.now - offeredAt }, texts }]
    : [{ type: 'send-back-refused', data: { order: no }, texts }];
}

/** 裁定: the designated unit leads and cannot send back. */
export function designate(
  appeal: Appeal & { state: 'dispatched' },
  request: DesignateRequest,
  context: Context,
): AppealEvent[] | Refusal {
  if (!context.unit || context.unit.kind === 'dispatch-centre') return refuse('unit-unknown');
  const refused = unfit(appeal, context.unit, context);
  if (refused) return refused;
  return [
    {
      type: 'arbitrated',
      data: { order: appeal.order.no, unit: refOf(context.unit) },
      texts: { reason: request.text },
    },
    order(appeal, context.unit, 'designation', context),
  ];
}

/** A year's calendar was published: the order's clocks as they are now, what was granted and stood still included. */
export function recompute(appeal: Appeal & { state: 'dispatched' }, context: Context): AppealEvent[] {
  const { calendar, settings, matter } = context;
  const { order } = appeal;
  const { extensionDays, pausedFor, finishClock } = order.beside;
  const about = { kind: appeal.kind, urgency: appeal.urgency, level: order.unit.level };
  const dues = orderDues(settings, calendar, matter, about, order.offeredAt);
  const rested =
    finishClock === 'working'
      ? addWorkingTime(calendar, dues.finishDue, pausedFor)
      : dues.finishDue + pausedFor;
  const finishDue = addWorkingDays(calendar, rested, extensionDays);
  const provisional = isProvisional(calendar, finishDue);
  return [
    { type: 'clocks-recomputed', data: { order: order.no, ackDue: dues.ackDue, finishDue, provisional } },
  ];
}
