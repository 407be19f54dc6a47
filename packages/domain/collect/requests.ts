import { z } from 'zod';
import { kinds, urgencies } from '../appeal.ts';
import {
  appealNumber,
  base,
  latitude,
  longText,
  longitude,
  phone,
  photos,
  shortText,
  unitIdField,
  words,
} from '../fields.ts';

const place = z.strictObject({
  address: shortText.optional(),
  lat: latitude.optional(),
  long: longitude.optional(),
});
const contact = z.strictObject({ name: words(50).optional(), phone });

/** 诉求: what a citizen files. `text` is all that must be said; the rest is suggested from it. */
export const fileRequest = z.strictObject({
  ...base,
  text: longText,
  title: shortText.optional(),
  kind: z.enum(kinds).optional(),
  place: place.optional(),
  contact,
  photos,
  confidential: z.boolean().default(false),
  /** 可公开: once closed, others may read it in the square, masked. Unless said, they may not. */
  open: z.boolean().optional(),
  /** The citizen says it is the same event as this one, and would follow it. Where that cannot be, it is simply filed. */
  sameAs: appealNumber.optional(),
});
/** What was written so far, to be read. */
export const suggestQuery = z.strictObject({ text: z.string().max(4000), place: place.optional() });
/** What an operator or grid worker records for somebody. */
export const recordRequest = fileRequest
  .extend({
    channel: z.enum(['hotline', 'letter', 'e-mail', 'grid-worker']),
    urgency: z.enum(urgencies).default('ordinary'),
    accused: unitIdField.optional(),
    /** The call it was said on, whose number is taken where no other is given. */
    call: z.uuid().optional(),
    contact: contact.partial({ phone: true }),
  })
  .refine(({ call, contact: { phone: given } }) => call !== undefined || given !== undefined, {
    path: ['contact', 'phone'],
    error: 'Missing: a number, or the call it came on',
  });
export const supplementRequest = z.strictObject({ ...base, text: longText, photos });
export const withdrawRequest = z.strictObject({ ...base, text: longText.optional() });
/** 保密: from here on nobody but those who need it may learn who asked. */
export const concealRequest = z.strictObject(base);
/** 异议: the citizen contests how the appeal ended, with a reason. */
export const contestRequest = z.strictObject({ ...base, text: longText });
export const urgeRequest = z.strictObject({ ...base, text: longText.optional() });

/** 服务记录: answered on the call or from the knowledge base, with or without an appeal. */
export const serviceContactRequest = z.strictObject({
  ...base,
  channel: z.enum(['hotline', 'letter', 'e-mail', 'grid-worker']),
  text: longText,
  matter: z.string().max(20).optional(),
  number: words(40).optional(),
  /** The call it was answered on. */
  call: z.uuid().optional(),
});

/** Is it here already? What was written so far, and where it is. */
export const similarQuery = z.strictObject({
  text: z.string().max(4000),
  title: z.string().max(200).optional(),
  place: place.optional(),
});

export type SimilarQuery = z.infer<typeof similarQuery>;
export type ServiceContactRequest = z.infer<typeof serviceContactRequest>;
export type FileRequest = z.infer<typeof fileRequest>;
export type RecordRequest = z.infer<typeof recordRequest>;
export type SuggestQuery = z.infer<typeof suggestQuery>;
export type SupplementRequest = z.infer<typeof supplementRequest>;
export type WithdrawRequest = z.infer<typeof withdrawRequest>;
export type ContestRequest = z.infer<typeof contestRequest>;
export type UrgeRequest = z.infer<typeof urgeRequest>;
