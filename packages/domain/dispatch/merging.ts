import type { Appeal } from '../appeal.ts';
import type { Context } from '../context.ts';
import type { AppealEvent } from '../events.ts';
import { dispatchDue } from '../limits.ts';
import { type Refusal, refuse } from '../refusals.ts';
import { refOf } from '../units.ts';
import type { CountFollowerRequest, MergeRequest, ShareAnswerRequest, SplitRequest } from './requests.ts';

/**
 * 并单: the appeal follows a master that is still open, keeps its number, and is answered with it. Never a chain, never a
 * complaint under the unit it is about.
 */
export function merge(appeal: Appeal, request: MergeRequest, { master }: Context): AppealEvent[] | Refusal {
  if (!master) return refuse('master-unknown');
  const itself = master.key.id === appeal.key.id && master.key.cohort === appeal.key.cohort;
  const open = master.state === 'received' || master.state === 'dispatched';
  const sameAccused = (master.accused?.id ?? null) === (appeal.accused?.id ?? null);
  if (itself || !open || !sameAccused || (appeal.confidential && !master.confidential)) {
    return refuse('master-unfit');
  }
  return [
    {
      type: 'merged',
      data: { cohort: master.key.cohort, master: master.key.id, masterFiledAt: master.filedAt },
      ...(request.text ? { texts: { reason: request.text } } : {}),
    },
  ];
}

/** 拆单: back into the dispatch queue, with the time a new appeal has. */
export function split(appeal: Appeal, request: SplitRequest, { settings, now }: Context): AppealEvent[] {
  const data = { dispatchDue: dispatchDue(settings, appeal.urgency, now) };
  return [{ type: 'split', data, texts: { reason: request.text } }];
}

/** The master's answer is the follower's: they rate for themselves. */
export function shareAnswer({ text }: ShareAnswerRequest, { unit }: Context): AppealEvent[] | Refusal {
  if (!unit) return refuse('unit-unknown');
  return [{ type: 'answer-shared', data: { unit: refOf(unit) }, texts: { answer: text } }];
}

export function countFollower({ by }: CountFollowerRequest): AppealEvent[] {
  return [{ type: 'followers-changed', data: { by } }];
}
