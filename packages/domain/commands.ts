import type { z } from 'zod';
import {
  concealRequest,
  contestRequest,
  supplementRequest,
  urgeRequest,
  withdrawRequest,
} from './collect/requests.ts';
import {
  answerAtOnceRequest,
  classifyRequest,
  countFollowerRequest,
  decideSendBackRequest,
  designateRequest,
  dispatchAutomaticallyRequest,
  dispatchRequest,
  mergeClaimedRequest,
  mergeRequest,
  noteRecurredRequest,
  noteRepeatRequest,
  referRequest,
  shareAnswerRequest,
  splitRequest,
} from './dispatch/requests.ts';
import { checkRequest, evaluateRequest } from './evaluate/requests.ts';
import {
  acknowledgeRequest,
  answerRequest,
  applyRequest,
  contactRequest,
  decideApplicationRequest,
  inviteRequest,
  recuseRequest,
  reportPromiseRequest,
  reportRequest,
  resumeRequest,
  reviewRequest,
  sendBackRequest,
  subAssignRequest,
} from './handle/requests.ts';
import {
  askExclusionRequest,
  closeFollowUpRequest,
  decideExclusionRequest,
  issueCircularRequest,
  openFollowUpRequest,
  recomputeRequest,
  revokeExclusionRequest,
  tickRequest,
} from './supervise/requests.ts';

/** Every command on an appeal that exists already, with the shape of its request. Filing stands apart: it has no state to meet. */
export const commandRequests = {
  supplement: supplementRequest,
  withdraw: withdrawRequest,
  urge: urgeRequest,
  conceal: concealRequest,
  contest: contestRequest,
  classify: classifyRequest,
  'answer-at-once': answerAtOnceRequest,
  refer: referRequest,
  dispatch: dispatchRequest,
  'decide-send-back': decideSendBackRequest,
  designate: designateRequest,
  merge: mergeRequest,
  split: splitRequest,
  acknowledge: acknowledgeRequest,
  'send-back': sendBackRequest,
  contact: contactRequest,
  'sub-assign': subAssignRequest,
  answer: answerRequest,
  review: reviewRequest,
  apply: applyRequest,
  'decide-application': decideApplicationRequest,
  resume: resumeRequest,
  invite: inviteRequest,
  report: reportRequest,
  recuse: recuseRequest,
  'report-promise': reportPromiseRequest,
  evaluate: evaluateRequest,
  check: checkRequest,
  'open-follow-up': openFollowUpRequest,
  'close-follow-up': closeFollowUpRequest,
  'issue-circular': issueCircularRequest,
  'ask-exclusion': askExclusionRequest,
  'decide-exclusion': decideExclusionRequest,
  'revoke-exclusion': revokeExclusionRequest,
  // By the system alone.
  tick: tickRequest,
  recompute: recomputeRequest,
  'share-answer': shareAnswerRequest,
  'count-follower': countFollowerRequest,
  'dispatch-automatically': dispatchAutomaticallyRequest,
  'merge-claimed': mergeClaimedRequest,
  'note-repeat': noteRepeatRequest,
  'note-recurred': noteRecurredRequest,
} as const;

export type CommandName = keyof typeof commandRequests;
export const commandNames = Object.keys(commandRequests) as readonly CommandName[];
export type RequestOf<C extends CommandName> = z.infer<(typeof commandRequests)[C]>;
export type Command = {
  [C in CommandName]: { readonly type: C; readonly request: RequestOf<C> };
}[CommandName];

/** What only the system does, by itself; nobody has a button for it. */
export const systemCommands = [
  'tick',
  'recompute',
  'share-answer',
  'count-follower',
  'dispatch-automatically',
  'merge-claimed',
  'note-repeat',
  'note-recurred',
] as const satisfies readonly CommandName[];
export type SystemCommand = (typeof systemCommands)[number];
