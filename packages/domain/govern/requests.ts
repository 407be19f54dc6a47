import { z } from 'zod';
import { base, longText } from '../fields.ts';

/**
 * Why an alert was raised: three appeals of one event, a sensitive word, far more of one problem than the weekday and season
 * have; or a person found the event that the system had not.
 */
export const alertCauses = ['gathering', 'sensitive', 'rise', 'marked'] as const;
export type AlertCause = (typeof alertCauses)[number];

export const alertStates = ['open', 'confirmed', 'dismissed'] as const;
export type AlertState = (typeof alertStates)[number];

/** What a confirmed alert leads to: nothing but knowing, 未诉先办, 催办 or 督办 of its open cases. */
export const measures = ['none', 'act-first', 'urge', 'follow-up'] as const;
export type Measure = (typeof measures)[number];

export const judgeRequest = z.discriminatedUnion('verdict', [
  z.strictObject({
    ...base,
    verdict: z.literal('confirmed'),
    reason: longText,
    measure: z.enum(measures).default('none'),
  }),
  z.strictObject({ ...base, verdict: z.literal('dismissed'), reason: longText }),
]);
export type JudgeRequest = z.infer<typeof judgeRequest>;

/** 人工标记: an event the system did not alert. */
export const markRequest = z.strictObject({ ...base, reason: longText });
export type MarkRequest = z.infer<typeof markRequest>;
