import { z } from 'zod';
import { kinds, urgencies } from '../appeal.ts';
import { base, longText, unitIdField, words } from '../fields.ts';

/** The six outcomes other than dispatch and an answer at once (北京条例 11). */
export const referralReasons = [
  'emergency',
  'legal-route',
  'same-matter',
  'secrecy',
  'not-government',
  'unlawful',
] as const;
export type ReferralReason = (typeof referralReasons)[number];

export const classifyRequest = z.strictObject({
  ...base,
  matter: z.string().max(20),
  kind: z.enum(kinds).optional(),
  urgency: z.enum(urgencies).optional(),
});
/** 直接答复. */
export const answerAtOnceRequest = z.strictObject({ ...base, text: longText });
/** A refusal states its reason and the route open to the citizen (潍坊条例 19). */
export const referRequest = z.strictObject({
  ...base,
  reason: z.enum(referralReasons),
  /** Why, and separately where the citizen can turn to. */
  text: longText,
  route: longText,
});
/** 分拨: to the unit responsible, or to a district's dispatch centre, which dispatches on. */
export const dispatchRequest = z.strictObject({
  ...base,
  unit: unitIdField,
  matter: z.string().max(20).optional(),
  note: longText.optional(),
});
/** By the system: the rule of `automaticDispatch` holds, with the confidence of the suggestion. */
export const dispatchAutomaticallyRequest = z.strictObject({
  ...base,
  unit: unitIdField,
  matter: z.string().max(20),
  confidence: z.number().min(0).max(1),
});
export const decideSendBackRequest = z.strictObject({ ...base, uphold: z.boolean(), text: longText });
/** 裁定: name the unit that must do it. */
export const designateRequest = z.strictObject({ ...base, unit: unitIdField, text: longText });

/** 并单: this appeal follows another; each keeps its number. */
export const mergeRequest = z.strictObject({ ...base, into: words(40), text: longText.optional() });
/** By the system: its citizen named the other, and the texts say so too. */
export const mergeClaimedRequest = z.strictObject({
  ...base,
  into: words(40),
  /** That the two are one event, 0 to 1. */
  chance: z.number().min(0).max(1),
});
/** By the system: the same event as one that was answered not long before. */
export const noteRepeatRequest = z.strictObject({ ...base, of: words(40) });
/** By the system, on what was answered: it is reported again. */
export const noteRecurredRequest = z.strictObject({ ...base, by: words(40) });
/** 拆单: it goes its own way again. */
export const splitRequest = z.strictObject({ ...base, text: longText });
/** By the system: the master was answered, and so is this follower. */
export const shareAnswerRequest = z.strictObject({ ...base, unit: unitIdField, text: longText });
/** By the system: somebody follows, or no longer. */
export const countFollowerRequest = z.strictObject({ ...base, by: z.union([z.literal(1), z.literal(-1)]) });

export type MergeRequest = z.infer<typeof mergeRequest>;
export type MergeClaimedRequest = z.infer<typeof mergeClaimedRequest>;
export type SplitRequest = z.infer<typeof splitRequest>;
export type ShareAnswerRequest = z.infer<typeof shareAnswerRequest>;
export type CountFollowerRequest = z.infer<typeof countFollowerRequest>;
export type ClassifyRequest = z.infer<typeof classifyRequest>;
export type AnswerAtOnceRequest = z.infer<typeof answerAtOnceRequest>;
export type ReferRequest = z.infer<typeof referRequest>;
export type DispatchRequest = z.infer<typeof dispatchRequest>;
export type DispatchAutomaticallyRequest = z.infer<typeof dispatchAutomaticallyRequest>;
export type DecideSendBackRequest = z.infer<typeof decideSendBackRequest>;
export type DesignateRequest = z.infer<typeof designateRequest>;
