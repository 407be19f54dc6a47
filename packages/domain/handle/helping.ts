import type { Appeal } from '../appeal.ts';
import { addWorkingDays } from '../calendar/calendar.ts';
import type { Context } from '../context.ts';
import type { AppealEvent } from '../events.ts';
import { unfit } from '../fitness.ts';
import { type Refusal, refuse } from '../refusals.ts';
import { refOf } from '../units.ts';
import type { InviteRequest, RecuseRequest, ReportPromiseRequest, ReportRequest } from './requests.ts';

type InHand = Appeal & { state: 'dispatched' };

/** 协办: by a deadline of its own; the lead stays accountable for the whole (北京条例 14). */
export function invite(appeal: InHand, request: InviteRequest, context: Context): AppealEvent[] | Refusal {
  const { unit, calendar, now, settings } = context;
  const { order } = appeal;
  if (!unit || unit.kind === 'dispatch-centre') return refuse('unit-unknown');
  const refused = unfit(appeal, unit, context);
  if (refused) return refused;
  const there = [order.unit, order.holder, ...order.beside.coHandlers.map((each) => each.unit)];
  if (there.some(({ id }) => id === unit.id)) return refuse('joined-already');
  const due = addWorkingDays(calendar, now, settings.coHandleDays);
  return [
    { type: 'joined', data: { order: order.no, unit: refOf(unit), due }, texts: { reason: request.text } },
  ];
}

/** 协办反馈, to the lead; whether the co-handler still owes one, `conditions.ts` has seen to. */
export function report(appeal: InHand, request: ReportRequest, { actor }: Context): AppealEvent[] | Refusal {
  if (actor.kind !== 'staff') return refuse('not-allowed');
  const data = { order: appeal.order.no, unit: actor.unit.id, photos: request.photos };
  return [{ type: 'reported', data, texts: { report: request.text } }];
}

/** 回避 (济南条例 32): for good, whoever asks them to come back. */
export function recuse(request: RecuseRequest, { actor }: Context): AppealEvent[] | Refusal {
  if (actor.kind !== 'staff') return refuse('not-allowed');
  return [{ type: 'recused', data: { by: actor.account }, texts: { reason: request.text } }];
}

/** 办结 ≠ 解决: what was promised is reported as kept, or the supervisor hears of it by itself. */
export function reportPromise(request: ReportPromiseRequest): AppealEvent[] {
  const data = { kept: request.kept, photos: request.photos };
  return [{ type: 'promise-reported', data, texts: { report: request.text } }];
}
