import type { Appeal } from '../appeal.ts';
import type { Context } from '../context.ts';
import type { AppealEvent } from '../events.ts';
import { dispatchDue } from '../limits.ts';
import type { Settings } from '../settings.ts';
import {
  type CheckRequest,
  type ContactAnswer,
  type EvaluateRequest,
  type Stars,
  dimensions,
} from './requests.ts';

/** The mean of the four dimensions, 1–5. */
export function meanStars(stars: Stars): number {
  return dimensions.reduce((sum, dimension) => sum + stars[dimension], 0) / dimensions.length;
}

/** Unsolved, or solved and badly done. */
export function isUnhappy(settings: Pick<Settings, 'unhappyStars'>, solved: boolean, stars: Stars): boolean {
  return !solved || meanStars(stars) <= settings.unhappyStars;
}

/**
 * Is the citizen asked whether the unit contacted them? Of an order that ran to its end only: whoever follows a master, or
 * was answered by the centre, was to be contacted by nobody.
 */
export const asksContact = ({ order, beside }: Pick<Appeal, 'order' | 'beside'>): boolean =>
  (order?.state === 'answered' || order?.state === 'terminated') && beside.master === null;

const contactSaid = (appeal: Appeal, contacted: ContactAnswer | undefined): { contacted?: ContactAnswer } =>
  contacted !== undefined && asksContact(appeal) ? { contacted } : {};

/**
 * 评价. Content: closed. Not content: back to the responsible unit by itself as rework, or, where no unit has had it,
 * into the dispatch queue. What follows a second dissatisfaction (`escalation`) is supervision's to say; what a new
 * order looks like (`rework`, null where no unit answered) is dispatch's.
 */
export function evaluate(
  appeal: Appeal,
  request: EvaluateRequest,
  context: Context,
  follow: { rework: () => AppealEvent | null; escalation: () => AppealEvent[] },
): AppealEvent[] {
  const { solved, stars } = request;
  const unhappy = isUnhappy(context.settings, solved, stars);
  const via = context.actor.kind === 'staff' ? ('call-back' as const) : ('citizen' as const);
  const evaluated: AppealEvent = {
    type: 'evaluated',
    data: {
      round: appeal.dissatisfied + 1,
      solved,
      stars,
      unhappy,
      via,
      ...contactSaid(appeal, request.contacted),
    },
    ...(request.text ? { texts: { reason: request.text } } : {}),
  };
  if (!unhappy) return [evaluated, { type: 'closed', data: { solved, how: 'rated' } }];
  const rework = appeal.state === 'awaiting-rating' ? follow.rework() : null;
  const due = dispatchDue(context.settings, appeal.urgency, context.now);
  const back: AppealEvent = rework ?? { type: 'reopened', data: { dispatchDue: due } };
  return [evaluated, ...follow.escalation(), back];
}

/** 独立抽查: what the citizen tells somebody apart from the unit. Of appeals chance chose it estimates how many are truly solved. */
export function check(appeal: Appeal, request: CheckRequest): AppealEvent[] {
  const solved = request.reached ? (request.solved ?? null) : null;
  const said = request.reached ? contactSaid(appeal, request.contacted) : {};
  const data = { reached: request.reached, solved, sample: appeal.beside.callBack === 'sample', ...said };
  return [{ type: 'checked', data, texts: { note: request.text } }];
}
