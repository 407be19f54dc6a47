import { lookupTokens } from '../packages/text/similar/lookup.ts';
import { learntRarity, likelihood, OFFER_FROM } from '../packages/text/similar/same-event.ts';
import { type Signature, signatureOf } from '../packages/text/similar/signature.ts';
import { startPostings } from '../packages/text/events/postings.ts';
import { composedMessages, percentile } from './messages.ts';
import type { Options } from './options.ts';
import { similarInDatabase } from './similar-database.ts';

const APPEALS = 1_000_000;
/** So many signatures, in turn, stand for the million: the table is a million's, what is compared is no dearer. */
const VARIETY = 50_000;
const QUERIES = 2_000;
/** Compared in full: those with most tokens in common. */
const COMPARED = 50;

/**
 * Files a million appeals under their lookup tokens in memory, then looks up new ones: from the text to the scored
 * candidates. A million appeals are made of 50,000 composed ones, each with numbers of its own.
 */
export async function similar(_options: Options): Promise<object> {
  const compose = composedMessages(1);
  const rarity = learntRarity();
  const signatures: Signature[] = [];
  const tokens: number[][] = [];
  for (let at = 0; at < VARIETY; at++) {
    const signature = signatureOf(compose(), rarity);
    signatures.push(signature);
    tokens.push(lookupTokens(signature, rarity));
  }
  const postings = startPostings(2 ** 22);
  const filing = performance.now();
  for (let entry = 1; entry <= APPEALS; entry++) postings.file(tokens[entry % VARIETY] ?? [], entry);
  const filed = performance.now() - filing;

  const times: number[] = [];
  let offered = 0;
  for (let query = 0; query < QUERIES; query++) {
    const text = compose();
    const started = performance.now();
    const signature = signatureOf(text, rarity);
    const found = postings.find(lookupTokens(signature, rarity));
    const best = [...found].sort((a, b) => b[1] - a[1]).slice(0, COMPARED);
    const scores = best.map(([entry]) => {
      const other = signatures[entry % VARIETY];
      return other ? likelihood(signature, other, rarity) : 0;
    });
    times.push(performance.now() - started);
    if (scores.some((score) => score >= OFFER_FROM)) offered += 1;
  }
  const inMemory = {
    appeals: APPEALS,
    queries: QUERIES,
    filedPerSecond: Math.round((APPEALS / filed) * 1000),
    p50Ms: Math.round(percentile(times, 0.5) * 100) / 100,
    p95Ms: Math.round(percentile(times, 0.95) * 100) / 100,
    p99Ms: Math.round(percentile(times, 0.99) * 100) / 100,
    offered,
  };
  return { inMemory, inDatabase: await similarInDatabase(APPEALS) };
}
