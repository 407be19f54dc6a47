import type { Appeal } from '@suban/domain/appeal.ts';
import { evolve } from '@suban/domain/evolve.ts';
import type { AppealKey } from '@suban/domain/ids.ts';
import type { OfficeTime } from '@suban/domain/indicators/held.ts';
import { officeTimeOf } from '../figures/office-time.ts';
import type { Tx } from '../platform/database.ts';
import type { Services } from '../platform/services.ts';
import type { Opened } from './canonical.ts';
import { loadAppeal } from './store.ts';
import { checkAlerts, checkCalls } from './verify-beside.ts';
import { checkPerson, checkTexts, type Note, readChain } from './verify-chain.ts';
import { checkCounted, checkExcluded, createOpenTally } from './verify-figures.ts';
import { figureFaults, lightRows, openRows, orderFaults, unreadBy } from './verify-order-store.ts';
import { createLightsCheck } from './verify-lights.ts';
import { checkColumns, checkOrders, checkParties, checkState, replay } from './verify-state.ts';
import { freeze, keysAfter, type Range, rowsOf } from './verify-store.ts';

export type Fault = { readonly appeal: string; readonly what: string };
export type Verified = {
  readonly appeals: number;
  readonly events: number;
  readonly faults: readonly Fault[];
};
type Services_ = Pick<Services, 'database' | 'reference' | 'crypto' | 'clock'>;
type Options = { readonly progress?: (appeals: number) => void };

const batch = 500;
const nameOf = (cohort: number, appeal: number) => `${cohort}/${appeal}`;

/**
 * Checks the record against itself: the order of all events, every chain, every commitment to a text or person, every
 * stored state, order, party and watch against the replay of its events, what is counted of each appeal against
 * `domain/indicators`, the figures against that, what is open and lit now, every alert against its record, and the counts of
 * calls against the calls. All in one snapshot, so that it may run while
 * writes go on: what the readers had not read then is left out of what they keep. Writes nothing; whatever it meets is
 * a fault to report, and nothing stops it.
 */
export async function verify(services: Services_, { progress }: Options = {}): Promise<Verified> {
  return services.database.owner.transaction(async (tx) => {
    await freeze(tx);
    const faults: Fault[] = [];
    const city: Note = (what) => faults.push({ appeal: '', what });
    const about = await look(services, tx, faults);
    for (const { cohort, appeal, what } of await orderFaults(tx))
      faults.push({ appeal: cohort === null || appeal === null ? '' : nameOf(cohort, appeal), what });
    let appeals = 0;
    let events = 0;
    for (let last: AppealKey | null = null; ; ) {
      const keys: AppealKey[] = await keysAfter(tx, last, batch);
      // The last range has no end: what lies beyond the last appeal belongs to none.
      const range: Range = { from: last, to: keys.at(-1) ?? null };
      events += await checkRange(about, range, keys);
      appeals += keys.length;
      progress?.(appeals);
      last = range.to;
      if (!last) break;
    }
    for (const { what } of await figureFaults(tx, services.reference().calendar.offsetMinutes * 60))
      city(what);
    await checkAlerts(tx, services.reference(), city);
    await checkCalls(tx, city);
    for (const what of about.open.differences(await openRows(tx))) city(what);
    for (const what of about.lights.differences(await lightRows(tx))) city(what);
    return { appeals, events, faults };
  });
}

/** What is needed for every appeal. */
async function look(services: Services_, tx: Tx, faults: Fault[]) {
  const firstUnread = async (reader: string) =>
    new Map((await unreadBy(tx, reader)).map(({ cohort, appeal, seq }) => [nameOf(cohort, appeal), seq]));
  return {
    tx,
    crypto: services.crypto,
    reference: services.reference(),
    now: services.clock(),
    officeTime: officeTimeOf(services.reference()),
    uncounted: await firstUnread('figures'),
    unsuggested: await firstUnread('suggestions'),
    unsearched: await firstUnread('search'),
    open: createOpenTally(),
    lights: createLightsCheck(services.reference()),
    noteOf:
      (name: string): Note =>
      (what) =>
        faults.push({ appeal: name, what }),
  };
}
type About = Awaited<ReturnType<typeof look>>;
type Rows = Awaited<ReturnType<typeof readRange>>;

/** @returns how many events it read */
async function checkRange(about: About, range: Range, keys: readonly AppealKey[]): Promise<number> {
  const { tx, reference } = about;
  const rows = await readRange(tx, range);
  // A row that no appeal can be made of is a state no events make.
  const stored = await Promise.all(keys.map((key) => loadAppeal(tx, reference, key).catch(() => null)));
  const known = new Set(keys.map(({ cohort, id }) => nameOf(cohort, id)));
  for (const [table, byAppeal] of Object.entries(rows))
    for (const name of byAppeal.keys())
      if (!known.has(name)) about.noteOf(name)(`has ${table} and is no appeal`);
  let events = 0;
  for (const [i, key] of keys.entries()) events += checkAppeal(about, key, rows, stored[i] ?? null);
  return events;
}

async function readRange(tx: Tx, range: Range) {
  const grouped = async <Row extends { cohort: number; appeal: number }>(reading: Promise<Row[]>) =>
    Map.groupBy(await reading, ({ cohort, appeal }) => nameOf(cohort, appeal));
  const [events, texts, persons, orders, parties, columns, counted, lives, excluded, lights, words] =
    await Promise.all([
      grouped(rowsOf.events(tx, range)),
      grouped(rowsOf.texts(tx, range)),
      grouped(rowsOf.persons(tx, range)),
      grouped(rowsOf.orders(tx, range)),
      grouped(rowsOf.parties(tx, range)),
      grouped(rowsOf.columns(tx, range)),
      grouped(rowsOf.counted(tx, range)),
      grouped(rowsOf.lives(tx, range)),
      grouped(rowsOf.excluded(tx, range)),
      grouped(rowsOf.lights(tx, range)),
      grouped(rowsOf.words(tx, range)),
    ]);
  return { events, texts, persons, orders, parties, columns, counted, lives, excluded, lights, words };
}

function checkAppeal(
  about: About,
  key: AppealKey,
  rows: Rows,
  stored: Awaited<ReturnType<typeof loadAppeal>>,
): number {
  const name = nameOf(key.cohort, key.id);
  const note = about.noteOf(name);
  const chain = rows.events.get(name) ?? [];
  const history = readChain(key, chain, note);
  checkTexts(history, rows.texts.get(name) ?? [], note);
  checkPerson(about.crypto, history, rows.persons.get(name)?.[0], note);
  const replayed = replay(history, note);
  checkState(replayed, stored, chain.at(-1)?.hash, note);
  checkColumns(about.reference, replayed, rows.columns.get(name)?.[0], about.now, note);
  checkOrders(replayed.orders, rows.orders.get(name) ?? [], note);
  checkParties(replayed, rows.parties.get(name) ?? [], note);
  checkRead(about, name, history, replayed.appeal, rows, note);
  return chain.length;
}

/** What the readers keep of it, as far as they have read. */
function checkRead(
  {
    uncounted,
    unsuggested,
    unsearched,
    officeTime,
    open,
    lights,
  }: Pick<About, 'uncounted' | 'unsuggested' | 'unsearched' | 'open' | 'lights'> & {
    officeTime: OfficeTime;
  },
  name: string,
  history: readonly Opened[],
  appeal: Appeal | null,
  rows: Rows,
  note: Note,
): void {
  const until = uncounted.get(name);
  const read = until === undefined ? history : history.filter(({ seq }) => seq < until);
  checkCounted(read, officeTime, rows.counted.get(name) ?? [], rows.lives.get(name) ?? [], note);
  checkExcluded(read, rows.excluded.get(name) ?? [], note);
  const seen = until === undefined ? appeal : stateAfter(read);
  open.add(seen);
  lights.check(seen, read, rows.lights.get(name) ?? [], note);
  const words = rows.words.get(name)?.[0];
  if (unsuggested.get(name) !== 1 && !words?.options) note('nothing was suggested for it');
  if (unsearched.get(name) !== 1 && !words?.words) note('its words were not read');
  const parties = new Set(rows.parties.get(name)?.map(({ unit }) => unit));
  const finders = new Set(words?.units);
  if (
    !unsearched.has(name) &&
    words?.units &&
    !(parties.size === finders.size && [...parties].every((unit) => finders.has(unit)))
  )
    note('others may find it than may see it');
}

function stateAfter(history: readonly Opened[]): Appeal | null {
  try {
    return history.reduce<Appeal | null>(evolve, null);
  } catch {
    return null;
  }
}
