import { z } from 'zod';
import { base, longText, photos, shortText, unitIdField } from '../fields.ts';

/** 申请: what a unit may ask leave for. */
export const applications = ['extension', 'ledger', 'termination', 'closure'] as const;
/** An application on its way. `days`: working days of extension. `reviewAt`: when a ledger case is looked at again, ms. */
export type Application = {
  readonly what: (typeof applications)[number];
  readonly days: number | null;
  readonly reviewAt: number | null;
  readonly by: string;
};

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

const applying = { ...base, text: longText };
/** 延期、挂账、终止、说明理由办结: asked with a reason, decided by somebody else. */
export const applyRequest = z.discriminatedUnion('what', [
  z.strictObject({ ...applying, what: z.literal('extension'), days: z.int().min(1).max(60) }),
  z.strictObject({ ...applying, what: z.literal('ledger'), reviewAt: z.iso.datetime({ offset: true }) }),
  z.strictObject({ ...applying, what: z.literal('termination') }),
  z.strictObject({ ...applying, what: z.literal('closure') }),
]);
export const decideApplicationRequest = z.strictObject({ ...base, grant: z.boolean(), text: longText });
/** Takes a case off the ledger before its review date. */
export const resumeRequest = z.strictObject({ ...base, text: longText });
/** 邀请协办: the lead, or the centre, asks another unit to help. */
export const inviteRequest = z.strictObject({ ...base, unit: unitIdField, text: longText });
/** 协办反馈, to the lead. */
export const reportRequest = z.strictObject({ ...base, text: longText, photos });
/** 回避: somebody with an interest in the case steps back from it for good. */
export const recuseRequest = z.strictObject({ ...base, text: longText });
/** 承诺兑现: whether what was promised is done by now. */
export const reportPromiseRequest = z.strictObject({ ...base, kept: z.boolean(), text: longText, photos });

export type ApplyRequest = z.infer<typeof applyRequest>;
export type DecideApplicationRequest = z.infer<typeof decideApplicationRequest>;
export type ResumeRequest = z.infer<typeof resumeRequest>;
export type InviteRequest = z.infer<typeof inviteRequest>;
export type ReportRequest = z.infer<typeof reportRequest>;
export type RecuseRequest = z.infer<typeof recuseRequest>;
export type ReportPromiseRequest = z.infer<typeof reportPromiseRequest>;
export type SendBackRequest = z.infer<typeof sendBackRequest>;
export type ContactRequest = z.infer<typeof contactRequest>;
export type SubAssignRequest = z.infer<typeof subAssignRequest>;
export type AnswerRequest = z.infer<typeof answerRequest>;
export type ReviewRequest = z.infer<typeof reviewRequest>;
