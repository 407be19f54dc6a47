import { z } from 'zod';
import { base, longText } from '../fields.ts';

/** 处置速度、处置效果、服务体验、反馈质量. */
export const dimensions = ['speed', 'effect', 'service', 'feedback'] as const;
export type Dimension = (typeof dimensions)[number];
const star = z.int().min(1).max(5);
export const stars = z.strictObject({ speed: star, effect: star, service: star, feedback: star });
export type Stars = z.infer<typeof stars>;

/** Did the unit contact the citizen? As the citizen says it; who does not remember gives no clear answer. */
export const contactAnswers = ['yes', 'no', 'unsure'] as const;
export type ContactAnswer = (typeof contactAnswers)[number];

/** 评价. No default good rating: every star is the citizen's own. */
export const evaluateRequest = z.strictObject({
  ...base,
  solved: z.boolean(),
  stars,
  contacted: z.enum(contactAnswers).optional(),
  text: longText.optional(),
});
/** 独立抽查: what the citizen says to somebody apart from the unit; it counts for the estimate and changes no rating. */
export const checkRequest = z.strictObject({
  ...base,
  reached: z.boolean(),
  solved: z.boolean().optional(),
  contacted: z.enum(contactAnswers).optional(),
  text: longText,
});
export type CheckRequest = z.infer<typeof checkRequest>;
export type EvaluateRequest = z.infer<typeof evaluateRequest>;
