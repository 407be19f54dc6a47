import { z } from 'zod';
import { base, longText, photos } from '../fields.ts';

/** 督办立案 by a supervisor, beside the one the system opens after a second dissatisfaction. */
export const followUpLevels = ['ordinary', 'listed', 'summons'] as const;
export const openFollowUpRequest = z.strictObject({
  ...base,
  text: longText,
  /** 普通、挂牌、约谈 (潍坊条例 26). */
  level: z.enum(followUpLevels).default('ordinary'),
});
export const closeFollowUpRequest = z.strictObject({ ...base, text: longText });
/** 通报 by hand. */
export const issueCircularRequest = z.strictObject({ ...base, text: longText });
/** 剔除: why a unit asks for a case to be left out of its indicators. Published, so never in free words. */
export const exclusionReasons = [
  'not-duty',
  'law-forbids',
  'beyond-control',
  'false-report',
  'repeated',
] as const;
export type ExclusionReason = (typeof exclusionReasons)[number];
/** With the reason in words and evidence, for whoever decides. */
export const askExclusionRequest = z.strictObject({
  ...base,
  reason: z.enum(exclusionReasons),
  text: longText,
  photos,
});
export const decideExclusionRequest = z.strictObject({ ...base, grant: z.boolean(), text: longText });
export const revokeExclusionRequest = z.strictObject({ ...base, text: longText });
export type AskExclusionRequest = z.infer<typeof askExclusionRequest>;
export type DecideExclusionRequest = z.infer<typeof decideExclusionRequest>;
export type RevokeExclusionRequest = z.infer<typeof revokeExclusionRequest>;
/** By the system: take every step that is due. */
export const tickRequest = z.strictObject(base);
/** By the system: a calendar was published. */
export const recomputeRequest = z.strictObject(base);
export type CloseFollowUpRequest = z.infer<typeof closeFollowUpRequest>;
export type IssueCircularRequest = z.infer<typeof issueCircularRequest>;
export type OpenFollowUpRequest = z.infer<typeof openFollowUpRequest>;
