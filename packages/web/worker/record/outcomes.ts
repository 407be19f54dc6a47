import type { Kind, Urgency } from '@suban/domain/appeal.ts';
import type { EmergencyService } from '@suban/domain/collect/emergency.ts';
import type { RecordRequest, ServiceContactRequest } from '@suban/domain/collect/requests.ts';
import type { ReferralReason, ReferRequest } from '@suban/domain/dispatch/requests.ts';
import { type Photo, photoIds } from '../pick/photo-field.tsx';

/** What comes of a call, in the order of their keys: a case, one answered or referred at once, or only a service contact. */
export const outcomes = ['file', 'answer', 'refer', 'contact'] as const;
export type Outcome = (typeof outcomes)[number];

export type RecordValues = {
  channel: RecordRequest['channel'];
  text: string;
  title?: string;
  kind?: Kind;
  urgency: Urgency;
  address?: string;
  name?: string;
  phone?: string;
  accused?: number;
  confidential?: boolean;
  photos?: Photo[];
  /** The case that the caller says is the same, by its number. */
  sameAs?: string | null;
  outcome: Outcome;
  answer?: string;
  reason?: ReferralReason;
  referral?: string;
  route?: string;
  matter?: string;
};

/** What the server is sent; what was left empty it finds out from the text, and the number from the call. */
export const recordBody = (
  values: RecordValues,
  call: string | undefined,
): Omit<RecordRequest, 'requestId'> => ({
  channel: values.channel,
  text: values.text,
  urgency: values.urgency,
  contact: {
    ...(values.phone ? { phone: values.phone } : {}),
    ...(values.name ? { name: values.name } : {}),
  },
  photos: photoIds(values.photos),
  confidential: values.confidential ?? false,
  ...(values.title ? { title: values.title } : {}),
  ...(values.kind ? { kind: values.kind } : {}),
  ...(values.address ? { place: { address: values.address } } : {}),
  ...(values.accused ? { accused: values.accused } : {}),
  ...(values.sameAs ? { sameAs: values.sameAs } : {}),
  ...(call === undefined ? {} : { call }),
});

export const contactBody = (
  { channel, text, answer, matter }: Pick<RecordValues, 'channel' | 'text' | 'answer' | 'matter'>,
  call: string | undefined,
): Omit<ServiceContactRequest, 'requestId'> => ({
  channel,
  text: answer ? `${text}\n—— ${answer}` : text,
  ...(matter ? { matter } : {}),
  ...(call === undefined ? {} : { call }),
});

/** Why, and where the caller can turn to. */
export const referBody = ({ reason, referral, route }: RecordValues): Omit<ReferRequest, 'requestId'> => ({
  reason: reason ?? 'same-matter',
  text: referral ?? '',
  route: route ?? '',
});

/** The service an emergency is handed over to, in the words of the record, which are the city's own language. */
export const handOver = (service: EmergencyService, word: string) => ({
  outcome: 'refer' as const,
  urgency: 'urgent' as const,
  reason: 'emergency' as const,
  referral: `来电提到“${word}”，属紧急警情，已立即移交${service}并报值班室。`,
  route: `请保持电话畅通，等候${service}联系；情况危急请直接拨打${service}。`,
});
