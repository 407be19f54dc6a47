import type { z } from 'zod';
import { supplementRequest, urgeRequest, withdrawRequest } from './collect/requests.ts';
import {
  answerAtOnceRequest,
  classifyRequest,
  decideSendBackRequest,
  designateRequest,
  dispatchRequest,
  referRequest,
} from './dispatch/requests.ts';
import { evaluateRequest } from './evaluate/requests.ts';
import {
  acknowledgeRequest,
  answerRequest,
  contactRequest,
  reviewRequest,
  sendBackRequest,
  subAssignRequest,
} from './handle/requests.ts';
import { openFollowUpRequest } from './supervise/requests.ts';

/** Every command on an appeal that exists already, with the shape of its request. Filing stands apart: it has no state to meet. */
export const commandRequests = {
  supplement: supplementRequest,
  withdraw: withdrawRequest,
  urge: urgeRequest,
  classify: classifyRequest,
  'answer-at-once': answerAtOnceRequest,
  refer: referRequest,
  dispatch: dispatchRequest,
  'decide-send-back': decideSendBackRequest,
  designate: designateRequest,
  acknowledge: acknowledgeRequest,
  'send-back': sendBackRequest,
  contact: contactRequest,
  'sub-assign': subAssignRequest,
  answer: answerRequest,
  review: reviewRequest,
  evaluate: evaluateRequest,
  'open-follow-up': openFollowUpRequest,
} as const;

export type CommandName = keyof typeof commandRequests;
export const commandNames = Object.keys(commandRequests) as readonly CommandName[];
export type RequestOf<C extends CommandName> = z.infer<(typeof commandRequests)[C]>;
export type Command = {
  [C in CommandName]: { readonly type: C; readonly request: RequestOf<C> };
}[CommandName];
