import { isForAll } from '../access.ts';
import type { Appeal } from '../appeal.ts';
import type { Context } from '../context.ts';
import type { AppealEvent } from '../events.ts';
import { dispatchDue } from '../limits.ts';
import { type Refusal, refuse } from '../refusals.ts';
import { refOf } from '../units.ts';
import type {
  CountFollowerRequest,
  MergeClaimedRequest,
  MergeRequest,
  ShareAnswerRequest,
  SplitRequest,
} from './requests.ts';

/**
 * 并单: the appeal follows a master that is still open, keeps its number, and is answered with it. Never a chain, never a
 * complaint under the unit it is about.
 */
export function merge(appeal: Appeal, request: MergeRequest, { master }: Context): AppealEvent[] | Refusal {
  if (!master) return refuse('master-unknown');
  if (!mayFollow(appeal, master)) return refuse('master-unfit');
  return [
    {
      type: 'merged',
      data: { cohort: master.key.cohort, master: master.key.id, masterFiledAt: master.filedAt },
      ...(request.text ? { texts: { reason: request.text } } : {}),
    },
  ];
}

function mayFollow(appeal: Appeal, master: Appeal): boolean {
  const itself = master.key.id === appeal.key.id && master.key.cohort === appeal.key.cohort;
  const open = master.state === 'received' || master.state === 'dispatched';
  const sameAccused = (master.accused?.id ?? null) === (appeal.accused?.id ?? null);
  return !itself && open && sameAccused && (!appeal.confidential || master.confidential);
}

/**
 * 市民认领: merged without a person in between where the citizen named the master and the texts bear it out. In doubt
 * nothing happens, and the dispatcher is told what the citizen said: a wrong merge is the worse error.
 */
export function mergeClaimed(
  appeal: Appeal,
  { chance }: MergeClaimedRequest,
  { master, settings }: Context,
): AppealEvent[] {
  if (!master || chance < settings.sameEvent.mergeFrom || appeal.beside.followers > 0) return [];
  if (!isForAll(appeal) || !isForAll(master) || !mayFollow(appeal, master)) return [];
  const { key, filedAt } = master;
  return [{ type: 'merged', data: { cohort: key.cohort, master: key.id, masterFiledAt: filedAt, chance } }];
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
