import type { FieldOrder } from '@suban/domain/api-field.ts';
import { keptTable } from '../../ui/outbox/kept.ts';
import type { AnswerWords } from '../action/answer-values.ts';
import { type Evidence, fieldOutbox } from './outbox.ts';

/** The orders as they were seen last. `at` in ms. */
export type KeptOrders = {
  readonly account: string;
  readonly orders: readonly FieldOrder[];
  readonly more: boolean;
  readonly at: number;
};
/** What is written of an answer and not handed in. */
type KeptDraft = {
  /** `draftKey` */
  readonly key: string;
  readonly number: string;
  readonly account: string;
  readonly words: Partial<AnswerWords>;
};
export const draftKey = (account: string, number: string): string => `${account} ${number}`;
/** A photo that is not handed in. */
export type KeptEvidence = Evidence & { readonly number: string; readonly account: string };

// The names begin as ui/staff/kept-me.ts says, so that signing out forgets them.
export const keptOrders = keptTable<KeptOrders>('suban-field-orders', 'orders', 'account');
export const keptDrafts = keptTable<KeptDraft>('suban-field-drafts', 'drafts', 'key');
export const keptPhotos = keptTable<KeptEvidence>('suban-field-photos', 'photos', 'key');

/** How much would be lost with this phone's memory: deeds not sent, and orders with photos or words of an answer. */
export async function unsentCount(): Promise<number> {
  const deeds = (await fieldOutbox.all()).filter(({ state }) => state !== 'sent').length;
  const begun = [...(await keptDrafts.all()), ...(await keptPhotos.all())].map(({ number }) => number);
  return deeds + new Set(begun).size;
}
