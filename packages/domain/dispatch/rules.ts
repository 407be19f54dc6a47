import type { Appeal, OrderCause } from '../appeal.ts';
import { addWorkingDays } from '../calendar/calendar.ts';
import type { Context } from '../context.ts';
import type { AppealEvent } from '../events.ts';
import { unfit } from '../fitness.ts';
import { dispatchDue, orderDues } from '../limits.ts';
import { mayMove, shifted } from '../pause.ts';
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
  return [
    {
      type: 'referred',
      data: { reason: request.reason },
      texts: { reason: request.text, route: request.route },
    },
  ];
}

/** Why a unit may not lead. */
function unfitToLead(appeal: Appeal, unit: UnitRef, context: Context): Refusal | null {
  return unit.kind === 'partner' ? refuse('partner-leads') : unfit(appeal, unit, context);
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
  const dues = orderDues(settings, calendar, matter, about, now);
  const provisional = mayMove({ ...dues, extensionDays: 0 }, calendar, dues.finishDue);
  return {
    type: 'dispatched',
    data: { order: appeal.orders + 1, unit: refOf(unit), cause, ...dues, provisional },
  };
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
  const refused = unfitToLead(appeal, unit, context);
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
  const refused = unfitToLead(appeal, context.unit, context);
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

/**
 * A year's calendar was published: the order's clocks as they are now, by the limit it was given, what was granted and what
 * stood still included. Nothing where they stay as they are.
 */
export function recompute(appeal: Appeal & { state: 'dispatched' }, context: Context): AppealEvent[] {
  const { calendar, settings } = context;
  const { order: had } = appeal;
  const { extensionDays, pausedFor, finishClock, finishAmount } = had.beside;
  // The limit it was given as the only line there is: neither the catalogue nor the table of today changes it.
  const asGiven = { ...settings, limits: [{ clock: finishClock, amount: finishAmount }] };
  const about = { kind: appeal.kind, urgency: 'ordinary' } as const;
  const { ackDue, finishDue: first } = orderDues(asGiven, calendar, null, about, had.offeredAt);
  const rested = shifted(finishClock, calendar, first, pausedFor);
  // No working day on top is none: two hours of a Sunday stay two hours.
  const finishDue = extensionDays === 0 ? rested : addWorkingDays(calendar, rested, extensionDays);
  const provisional = mayMove(had.beside, calendar, finishDue);
  const same = had.ackDue === ackDue && had.finishDue === finishDue && had.beside.provisional === provisional;
  return same ? [] : [{ type: 'clocks-recomputed', data: { order: had.no, ackDue, finishDue, provisional } }];
}
