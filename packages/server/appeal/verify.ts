import type { Appeal } from '@suban/domain/appeal.ts';
import { evolve } from '@suban/domain/evolve.ts';
import type { AppealKey } from '@suban/domain/ids.ts';
import { counts, hourOf } from '@suban/domain/indicators/counting.ts';
import type { Reference } from '../people/reference-store.ts';
import { sha256 } from '../platform/crypto.ts';
import type { Database } from '../platform/database.ts';
import { canonical, commitment, genesis, open, type Opened } from './canonical.ts';
import { loadAppeal } from './store.ts';
import { type ChainRow, chainRows, cityFigures, keysAfter, type TextRow, textRows } from './verify-store.ts';

export type Fault = { readonly appeal: string; readonly what: string };
export type Verified = { readonly appeals: number; readonly events: number; readonly faults: readonly Fault[] };

const batch = 500;

/**
 * Checks the record against itself: every chain, every commitment to a text that is still kept, every stored state
 * against the replay of its events, and the city's figures against `domain/indicators`, with none of the projector's code.
 */
export async function verify(database: Database, reference: Reference): Promise<Verified> {
  const faults: Fault[] = [];
  const figures = new Map<string, number>();
  let appeals = 0;
  let events = 0;
  for (let last: AppealKey | null = null; ; ) {
    const keys: AppealKey[] = await keysAfter(database.owner, last, batch);
    for (const key of keys) {
      const chain = await chainRows(database.owner, key);
      const opened = checkChain(key, chain, faults);
      checkTexts(key, opened, await textRows(database.owner, key), faults);
      await checkState(database, reference, key, opened, chain.at(-1)?.hash, faults);
      for (const event of opened) count(figures, event);
      events += opened.length;
    }
    appeals += keys.length;
    last = keys.at(-1) ?? null;
    if (!last) break;
  }
  await checkFigures(database, figures, faults);
  return { appeals, events, faults };
}

const named = (key: AppealKey): string => `${key.cohort}/${key.id}`;

function checkChain(key: AppealKey, rows: readonly ChainRow[], faults: Fault[]): Opened[] {
  let previous: Buffer = genesis;
  return rows.map((row, i) => {
    const event = open(row.body);
    const appeal = named(key);
    if (row.seq !== i + 1 || event.seq !== row.seq) faults.push({ appeal, what: `event ${i + 1} is missing` });
    if (!row.prev_hash.equals(previous)) faults.push({ appeal, what: `event ${row.seq} does not follow the one before it` });
    if (!sha256(row.prev_hash, row.body).equals(row.hash)) faults.push({ appeal, what: `event ${row.seq} was changed` });
    if (row.type !== event.event.type || row.at !== event.at) faults.push({ appeal, what: `event ${row.seq}: its columns differ from its bytes` });
    if (event.key.id !== key.id || event.key.cohort !== key.cohort) faults.push({ appeal, what: `event ${row.seq} belongs to another appeal` });
    previous = row.hash;
    return event;
  });
}

/** A text that is there must be the one committed to; one that is gone was erased. */
function checkTexts(key: AppealKey, events: readonly Opened[], texts: readonly TextRow[], faults: Fault[]): void {
  for (const text of texts) {
    const promised = events.find((event) => event.seq === text.seq)?.commit[text.slot];
    const kept = text.body === null || promised === commitment(text.salt, text.body);
    if (!kept) faults.push({ appeal: named(key), what: `text ${text.slot} of event ${text.seq} is not the one committed to` });
  }
}

async function checkState(database: Database, reference: Reference, key: AppealKey, events: readonly Opened[], head: Buffer | undefined, faults: Fault[]): Promise<void> {
  const appeal = named(key);
  const stored = await loadAppeal(database.owner, reference, key);
  try {
    const replayed = events.reduce<Appeal | null>((state, event) => evolve(state, event), null);
    if (!stored || !replayed || plain(stored.appeal) !== plain(replayed)) faults.push({ appeal, what: 'its state is not what its events make' });
  } catch {
    faults.push({ appeal, what: 'its events cannot be replayed' });
  }
  if (stored && head && !stored.head.equals(head)) faults.push({ appeal, what: 'its head is not its last event' });
}

/** Units by id: a unit may have moved in the tree since. */
const plain = (state: Appeal): string => canonical(JSON.parse(JSON.stringify(state, (_key, value: unknown) => (isUnit(value) ? value.id : value))));
const isUnit = (value: unknown): value is { id: number } => typeof value === 'object' && value !== null && 'path' in value && 'id' in value;

function count(figures: Map<string, number>, event: Opened): void {
  for (const { measure, at, n } of counts(event.event, event.at, event.about)) {
    const key = `${measure} ${hourOf(at)}`;
    figures.set(key, (figures.get(key) ?? 0) + n);
  }
}

async function checkFigures(database: Database, expected: Map<string, number>, faults: Fault[]): Promise<void> {
  const stored = new Map((await cityFigures(database.owner)).map(({ measure, hour, n }) => [`${measure} ${hour}`, n]));
  for (const key of new Set([...expected.keys(), ...stored.keys()])) {
    const [should, is] = [expected.get(key) ?? 0, stored.get(key) ?? 0];
    if (should !== is) faults.push({ appeal: '', what: `figure ${key} is ${is} and should be ${should}` });
  }
}
