import type { KeyCounts } from '../similar/rarity.ts';
import { startRarity } from '../similar/rarity.ts';
import { type AppealText, type Signature, signatureOf } from '../similar/signature.ts';

type Message = AppealText & { readonly id: string };

/** An event labelled by hand; what is on its border is neither in it nor out. City-wide themes (`theme`) are no events. */
export type Labelled = {
  readonly kind: string;
  readonly ids: readonly string[];
  readonly borderline_ids: readonly string[];
};

export type EventCorpus = {
  /** Texts of the same city and kind, to count how rare keys are; not those of `messages`, or figures flatter. */
  readonly texts: readonly AppealText[];
  /** In time order. */
  readonly messages: readonly Message[];
  readonly clusters: readonly Labelled[];
  /** Hard pairs, for measuring alone. */
  readonly pairs: readonly { readonly a: string; readonly b: string; readonly same: number }[];
};

/** A key of fewer texts is as good as unknown, and would point to the text it is from. */
const LEAST_TEXTS = 3;

/** In how many of the texts each key is found. */
export function countKeys(texts: readonly AppealText[]): KeyCounts {
  const withKey = new Map<number, number>();
  const rarity = startRarity({ texts: 0, withKey });
  for (const text of texts) {
    for (const key of signatureOf(text, rarity).keys) withKey.set(key, (withKey.get(key) ?? 0) + 1);
  }
  for (const [key, count] of withKey) if (count < LEAST_TEXTS) withKey.delete(key);
  return { texts: texts.length, withKey };
}

/** The messages' signatures as a live system would have made them, by id. */
export function readStream({ messages }: EventCorpus, before: KeyCounts) {
  const rarity = startRarity(before);
  const signatures = new Map<string, Signature>();
  for (const message of messages) {
    const signature = signatureOf(message, rarity);
    rarity.count(signature.keys);
    signatures.set(message.id, signature);
  }
  return { ids: [...signatures.keys()], signatures, rarity };
}
