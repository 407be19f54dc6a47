import type { Appeal, WorkOrder } from '../appeal.ts';
import { addWorkingDays } from '../calendar/calendar.ts';
import type { Context } from '../context.ts';
import type { AppealEvent } from '../events.ts';
import { actingBackstop, unfit } from '../fitness.ts';
import { type Refusal, refuse } from '../refusals.ts';
import type { Evidence, MatterRule } from '../matter-rule.ts';
import { isWithin, refOf } from '../units.ts';
import type {
  AnswerRequest,
  ContactRequest,
  ReviewRequest,
  SendBackRequest,
  SubAssignRequest,
} from './requests.ts';

type InHand = Appeal & { state: 'dispatched' };

export function acknowledge(appeal: InHand): AppealEvent[] {
  return [{ type: 'acknowledged', data: { order: appeal.order.no } }];
}

/** 退单: in time, with a basis, and never by a designated unit. The second one goes to arbitration by itself. */
export function sendBack(
  appeal: InHand,
  request: SendBackRequest,
  context: Context,
): AppealEvent[] | Refusal {
  const { order, sendBacks } = appeal;
  if (!context.unit) return refuse('unit-unknown');
  if (context.now > addWorkingDays(context.calendar, order.offeredAt, context.settings.sendBackDays)) {
    return refuse('send-back-late');
  }
  const arbitration = sendBacks > 0;
  const data = { order: order.no, suggestedUnit: context.unit.id, arbitration };
  const asked: AppealEvent = {
    type: 'send-back-asked',
    data,
    texts: { legalBasis: request.legalBasis, reason: request.text },
  };
  const backstop = arbitration ? actingBackstop(appeal, context) : null;
  return backstop
    ? [asked, { type: 'backstop-named', data: { order: order.no, unit: refOf(backstop) } }]
    : [asked];
}

export function contact(appeal: InHand, request: ContactRequest): AppealEvent[] {
  const data = { order: appeal.order.no, method: request.method, reached: request.reached };
  return [{ type: 'contacted', data, texts: { note: request.text } }];
}

/** 派下级: down the tree only, or taken back by whoever assigned it; the lead stays accountable. */
export function subAssign(
  appeal: InHand,
  request: SubAssignRequest,
  context: Context,
): AppealEvent[] | Refusal {
  const { unit, actor } = context;
  const { holder, no } = appeal.order;
  if (!unit) return refuse('unit-unknown');
  if (actor.kind !== 'staff') return refuse('not-allowed');
  if (unit.id === holder.id || !isWithin(unit, actor.unit)) return refuse('unit-outside');
  const refused = unfit(appeal, unit, context);
  if (refused) return refused;
  return [
    {
      type: 'sub-assigned',
      data: { order: no, to: refOf(unit) },
      ...(request.text ? { texts: { note: request.text } } : {}),
    },
  ];
}

/** 结案标准: what the matter asks for and this answer does not have. What is not done needs no picture of it done. */
export function missingEvidence(
  { order }: { readonly order: Pick<WorkOrder, 'contactedAt'> },
  request: Pick<AnswerRequest, 'outcome' | 'before' | 'after' | 'site' | 'legalBasis'>,
  { matter }: { readonly matter: Pick<MatterRule, 'evidence'> | null },
): Evidence[] {
  const done = request.outcome === 'solved' || request.outcome === 'partly';
  const has: Readonly<Record<Evidence, boolean>> = {
    contact: order.contactedAt !== null,
    'photo-before': !done || request.before.length > 0,
    'photo-after': !done || request.after.length > 0,
    site: !done || request.site !== undefined,
    'legal-basis': request.legalBasis !== undefined,
  };
  return (matter?.evidence ?? []).filter((each) => !has[each]);
}

/** An answer that refuses names its legal basis; one that promises names a day ahead. */
export function answer(appeal: InHand, request: AnswerRequest, context: Context): AppealEvent[] | Refusal {
  if (missingEvidence(appeal, request, context).length > 0) return refuse('evidence-missing');
  const refuses = request.outcome === 'cannot-now' || request.outcome === 'not-our-duty';
  if (refuses && !request.legalBasis) return refuse('basis-missing');
  const promisedAt = request.promisedAt === undefined ? null : Date.parse(request.promisedAt);
  if (promisedAt !== null && promisedAt <= context.now) return refuse('promise-past');
  if (context.actor.kind !== 'staff') return refuse('not-allowed');
  const data = {
    order: appeal.order.no,
    outcome: request.outcome,
    promisedAt,
    before: request.before,
    after: request.after,
    by: context.actor.account,
  };
  const texts = {
    answer: request.text,
    ...(request.legalBasis ? { legalBasis: request.legalBasis } : {}),
    ...(request.site ? { site: request.site } : {}),
  };
  return [{ type: 'answered', data, texts }];
}

/** 审核, by a second person, before the citizen sees it. */
export function review(appeal: InHand, request: ReviewRequest, context: Context): AppealEvent[] | Refusal {
  const { no, draftedBy } = appeal.order;
  if (context.actor.kind === 'staff' && context.actor.account === draftedBy) return refuse('own-review');
  return request.approve
    ? [{ type: 'answer-approved', data: { order: no } }]
    : [{ type: 'answer-returned', data: { order: no }, texts: { findings: request.text } }];
}
