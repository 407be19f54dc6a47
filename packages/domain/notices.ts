import { applications } from './handle/requests.ts';
import { clockNames } from './supervise/steps.ts';
import type { EventType } from './events.ts';
import type { FollowUpCause } from './supervise/events.ts';

const causes = [
  'dissatisfied-twice',
  'supervisor',
  'overdue',
  'promise-broken',
] as const satisfies readonly FollowUpCause[];

/**
 * Every notice that staff may be given: the event, and what of it counts. A page has words for each; what is not here is
 * told to nobody.
 */
const details = {
  'light-raised': [...clockNames.map((clock) => `${clock}:red` as const), 'finish:yellow'],
  chased: [...clockNames, 'co-handle'],
  urged: [],
  'follow-up-opened': causes,
  'follow-up-closed': [],
  'circular-issued': causes,
  reported: [],
  resumed: [],
  extended: [],
  'put-on-ledger': [],
  terminated: [],
  applied: applications,
  'application-refused': applications,
  closed: [],
  joined: [],
  'call-back-planned': ['sample', 'silent'],
  'promise-due': [],
  'arbitration-called': ['no-taker'],
  'send-back-asked': ['sent-back'],
  'backstop-named': [],
  'exclusion-asked': [],
  'exclusion-granted': [],
  'exclusion-refused': [],
  'exclusion-revoked': [],
  referred: ['emergency'],
} as const satisfies Partial<Record<EventType, readonly string[]>>;

type Details = typeof details;
export type NoticeKey = {
  [What in keyof Details]: Details[What] extends readonly []
    ? What
    : `${What}:${Details[What][number] & string}`;
}[keyof Details];

/** `light-raised:finish:red`, `urged` */
export const noticeKey = (what: string, detail: string | null): string =>
  detail === null ? what : `${what}:${detail}`;

export const noticeKeys: readonly NoticeKey[] = Object.entries(details).flatMap(
  ([what, all]: [string, readonly string[]]) =>
    (all.length === 0 ? [what] : all.map((detail) => noticeKey(what, detail))) as NoticeKey[],
);

/** Notices of an alert: that it was raised, that nobody judged it in time, that it is followed up. */
export const alertNotices = ['alert-raised', 'alert-light-raised', 'alert-follow-up-opened'] as const;
export type AlertNotice = (typeof alertNotices)[number];
