import { z } from 'zod';
import { phone, words } from '../fields.ts';

/** What a telephone exchange tells of a call. */
export const callEvents = ['offered', 'answered', 'ended', 'abandoned'] as const;
export type CallEventName = (typeof callEvents)[number];

/**
 * 来电: one thing that happened to a call at the exchange. `callId` is the exchange's own, the same for all of a call;
 * `operator` the user name of who it rings at or who took it; `line` what was dialled.
 */
export const callEventRequest = z.strictObject({
  callId: words(100),
  event: z.enum(callEvents),
  at: z.iso.datetime({ offset: true }),
  phone: phone.optional(),
  line: words(40).optional(),
  operator: words(64).optional(),
});
export type CallEventRequest = z.infer<typeof callEventRequest>;

/** How far ahead of ours an exchange's clock may run, and how late it may tell, in ms: a broken line is made up for. */
export const callAhead = 5 * 60_000;
export const callLate = 31 * 24 * 3_600_000;

/** A call as far as it has been told; times in ms. What happened is told in any order, and each of it counts once. */
export type Call = {
  readonly line: string;
  readonly operator: string | null;
  readonly offeredAt: number | null;
  readonly answeredAt: number | null;
  readonly endedAt: number | null;
  readonly abandonedAt: number | null;
  /** 接听时限 when it was first told of, in seconds. */
  readonly within: number;
};

export type CallNews = {
  readonly event: CallEventName;
  readonly at: number;
  readonly line: string;
  readonly operator: string | null;
};

const momentOf = {
  offered: 'offeredAt',
  answered: 'answeredAt',
  ended: 'endedAt',
  abandoned: 'abandonedAt',
} as const satisfies Record<CallEventName, keyof Call>;

/** The call after one more piece of news; null when that was told before, whatever it says now. */
export function callAfter(call: Call | null, news: CallNews, within: number): Call | null {
  const known: Call = call ?? { ...untold, within };
  const moment = momentOf[news.event];
  if (known[moment] !== null) return null;
  // Who answers has it, wherever it rang before; else who was told of first.
  const operator =
    news.event === 'answered' ? (news.operator ?? known.operator) : (known.operator ?? news.operator);
  return { ...known, [moment]: news.at, line: known.line || news.line, operator };
}

const untold = {
  line: '',
  operator: null,
  offeredAt: null,
  answeredAt: null,
  endedAt: null,
  abandonedAt: null,
};

export type CallState = 'ringing' | 'talking' | 'over';

export function callStateOf(call: Pick<Call, 'answeredAt' | 'endedAt' | 'abandonedAt'>): CallState {
  if (call.endedAt !== null) return 'over';
  if (call.answeredAt !== null) return 'talking';
  return call.abandonedAt === null ? 'ringing' : 'over';
}
