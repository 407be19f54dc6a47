import type { Appeal } from '../appeal.ts';
import { addWorkingDays } from '../calendar/calendar.ts';
import type { Context } from '../context.ts';
import type { AppealEvent } from '../events.ts';
import { afterPause, mayMove } from '../pause.ts';
import { type Refusal, refuse } from '../refusals.ts';
import type { Application, ApplyRequest, DecideApplicationRequest, ResumeRequest } from './requests.ts';

type InHand = Appeal & { state: 'dispatched' };

/** 申请: asked with a reason; nothing changes until it is decided, and the clock runs on meanwhile. */
export function apply(appeal: InHand, request: ApplyRequest, context: Context): AppealEvent[] | Refusal {
  if (context.actor.kind !== 'staff') return refuse('not-allowed');
  const refused = unfitToApply(appeal, request, context);
  if (refused) return refused;
  const application: Application = {
    what: request.what,
    days: request.what === 'extension' ? request.days : null,
    reviewAt: request.what === 'ledger' ? Date.parse(request.reviewAt) : null,
    by: context.actor.account,
  };
  return [
    { type: 'applied', data: { order: appeal.order.no, application }, texts: { reason: request.text } },
  ];
}

function unfitToApply(appeal: InHand, request: ApplyRequest, context: Context): Refusal | null {
  const { order } = appeal;
  switch (request.what) {
    case 'extension':
      if (context.now >= order.finishDue) return refuse('application-late');
      if (order.beside.extensionDays > 0) return refuse('extended-already');
      return request.days > context.settings.extensionDays ? refuse('extension-long') : null;
    case 'ledger':
      return reviewInReach(Date.parse(request.reviewAt), context) ? null : refuse('review-date');
    case 'termination':
      return null;
    case 'closure':
      return unfitToClose(appeal);
    default:
      return request satisfies never;
  }
}

function reviewInReach(reviewAt: number, { now, calendar, settings }: Context): boolean {
  return reviewAt > now && reviewAt <= addWorkingDays(calendar, now, settings.ledgerDays);
}

/** 济南条例 25: dissatisfied again after the follow-up, and nothing new since it was opened. */
function unfitToClose({ dissatisfied, beside }: Appeal): Refusal | null {
  const { followUpAt, unhappyAt, suppliedAt } = beside;
  const again = followUpAt !== null && unhappyAt !== null && unhappyAt > followUpAt;
  if (dissatisfied < 2 || !again) return refuse('closure-early');
  return suppliedAt !== null && suppliedAt > followUpAt ? refuse('new-fact') : null;
}

/** By somebody who did not ask (`conditions.ts`). What has become senseless meanwhile can only be refused. */
export function decideApplication(
  appeal: InHand,
  request: DecideApplicationRequest,
  context: Context,
): AppealEvent[] | Refusal {
  const { order } = appeal;
  const { asked } = order.beside;
  if (!asked) return refuse('application-none');
  const texts = { reason: request.text };
  if (!request.grant)
    return [{ type: 'application-refused', data: { order: order.no, what: asked.what }, texts }];
  switch (asked.what) {
    case 'extension': {
      const days = asked.days ?? 0;
      const finishDue = addWorkingDays(context.calendar, order.finishDue, days);
      const extended = { ...order.beside, extensionDays: days };
      const provisional = mayMove(extended, context.calendar, finishDue);
      return [{ type: 'extended', data: { order: order.no, days, finishDue, provisional }, texts }];
    }
    case 'ledger':
      return asked.reviewAt !== null && reviewInReach(asked.reviewAt, context)
        ? [{ type: 'put-on-ledger', data: { order: order.no, reviewAt: asked.reviewAt }, texts }]
        : refuse('review-date');
    case 'termination':
      return [{ type: 'terminated', data: { order: order.no }, texts }];
    case 'closure': {
      const refused = unfitToClose(appeal);
      return refused ?? [{ type: 'closed', data: { solved: false, how: 'reasoned' }, texts }];
    }
    default:
      return asked.what satisfies never;
  }
}

/** Off the ledger before its review date. */
export function resume({ order }: InHand, request: ResumeRequest, context: Context): AppealEvent[] {
  const data = { order: order.no, ...afterPause(order, context.calendar, context.now) };
  return [{ type: 'resumed', data, texts: { reason: request.text } }];
}
