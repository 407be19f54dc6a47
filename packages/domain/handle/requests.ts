import { z } from 'zod';
import { base, longText, photos, shortText, unitIdField } from '../fields.ts';

export const answerOutcomes = ['solved', 'partly', 'explained', 'cannot-now', 'not-our-duty'] as const;
export type AnswerOutcome = (typeof answerOutcomes)[number];
export const contactMethods = ['phone', 'visit', 'message'] as const;

export const acknowledgeRequest = z.strictObject(base);
/** 退单: with the legal basis and the unit believed responsible. */
export const sendBackRequest = z.strictObject({
  ...base,
  legalBasis: longText,
  text: longText,
  suggestedUnit: unitIdField,
});
/** A call that was not answered is recorded but is no contact. */
export const contactRequest = z.strictObject({
  ...base,
  method: z.enum(contactMethods),
  reached: z.boolean(),
  text: longText,
});
export const subAssignRequest = z.strictObject({ ...base, unit: unitIdField, text: longText.optional() });
export const answerRequest = z.strictObject({
  ...base,
  outcome: z.enum(answerOutcomes),
  text: longText,
  legalBasis: longText.optional(),
  /** When what is not done yet is promised for. */
  promisedAt: z.iso.datetime({ offset: true }).optional(),
  before: photos,
  after: photos,
  site: shortText.optional(),
});
export const reviewRequest = z.discriminatedUnion('approve', [
  z.strictObject({ ...base, approve: z.literal(true) }),
  z.strictObject({ ...base, approve: z.literal(false), text: longText }),
]);

export type SendBackRequest = z.infer<typeof sendBackRequest>;
export type ContactRequest = z.infer<typeof contactRequest>;
export type SubAssignRequest = z.infer<typeof subAssignRequest>;
export type AnswerRequest = z.infer<typeof answerRequest>;
export type ReviewRequest = z.infer<typeof reviewRequest>;
