import { alertRules } from '@suban/domain/govern/alert-words.ts';
import type { EventType } from '@suban/domain/events.ts';
import type { Detector, Taken } from '@suban/text/events/detector.ts';
import { knownUnit, type Reference } from '../people/reference-store.ts';
import { untaught } from '../people/learnt.ts';
import { suggestDispatch } from '../people/suggest.ts';
import type { Tx } from '../platform/database.ts';
import type { Placed, Reader } from '../platform/reader.ts';
import { filedTexts } from '../appeal/search-store.ts';
import { type Batch, openBatch, riseNumber } from './batch.ts';
import type { Member } from './hot-event.ts';
import { lineage } from '@suban/domain/units.ts';
import { createDetecting, type Detecting } from './detecting.ts';
import { raiseAlert } from './raise-alert.ts';
import type { Alerting, Read } from './reading.ts';

/** The name of the reader's checkpoint. */
export const hotEventsName = 'hot-events';

const only: readonly EventType[] = [
  'filed',
  'withdrawn',
  'dispatched',
  'follow-up-opened',
  'followers-changed',
];

/**
 * 热点与预警: gathers appeals into events as they come, and raises alerts. Its state shares the transaction of the
 * checkpoint, so that killed and restarted it goes on exactly, and a rebuild gives the same events.
 */
export function hotEvents(reference: () => Reference, detecting: Detecting = createDetecting()): Reader {
  return {
    name: hotEventsName,
    only,
    async handle(tx: Tx, events: readonly Placed[]) {
      const known = reference();
      const detector = await detecting.at(tx, known.calendar.offsetMinutes);
      const batch = await openBatch(tx, known, events, await readFiled(tx, known, detector, events));
      for (const placed of events) take(batch, placed);
      await batch.save(tx);
      for (const { raising, rules } of batch.raised())
        await raiseAlert(tx, known, raising, { version: rules, settings: known.settingsOf(rules) });
      const steps = [...batch.read].map(([position, { taken }]) => ({ position, step: taken.step }));
      await detecting.save(tx, events.at(-1)?.position ?? 0, steps);
    },
  };
}

type Filed = Extract<Placed['event'], { type: 'filed' }>['data'];

/** Appeals compared in one go. */
const together = 8;

/** Reads the words of the batch's new appeals, one after the other: each is compared with those before it. */
async function readFiled(
  tx: Tx,
  reference: Reference,
  detector: Detector,
  events: readonly Placed[],
): Promise<Map<number, Read>> {
  const filed = events.filter(({ event }) => event.type === 'filed');
  const texts = await filedTexts(
    tx,
    filed.map(({ key }) => key),
  );
  const byKey = new Map(texts.map((text) => [`${text.cohort}/${text.appeal}`, text]));
  const read = new Map<number, Read>();
  for (const { key, at, event, position } of filed) {
    const id = `${key.cohort}/${key.id}`;
    const text = byKey.get(id) ?? { cohort: key.cohort, appeal: key.id, title: '', body: '', address: null };
    if (event.type !== 'filed') continue;
    // Comparing takes a millisecond each: who waits for an answer of this process comes in between.
    if (read.size % together === 0) await new Promise((resume) => setImmediate(resume));
    const message = {
      id,
      time: new Date(at).toISOString(),
      title: text.title,
      body: text.body,
      area: districtOf(reference, event.data.area),
      quiet: isQuiet(event.data),
    };
    const taken = detector.take(message, alertRules(reference.settingsOf(event.data.rules)));
    // What nobody else has told is an event only once it is alerted.
    const told = taken.appeals > 1 || taken.raised !== null;
    read.set(position, { taken, text, event: told ? detector.event(taken.number) : null });
  }
  return read;
}

/** Two districts are two places; a street's border is too fine for that. */
function districtOf(reference: Reference, area: number | null): string | null {
  const unit = area === null ? undefined : knownUnit(reference, area);
  const district = unit && lineage(unit).find((id) => knownUnit(reference, id)?.level === 'district');
  return district === undefined ? null : String(district);
}

/** Not everybody who may see the event may see these: they count, but lend it no word. */
const isQuiet = ({ confidential, kind, accused }: Filed): boolean =>
  confidential || kind === 'tip-off' || accused !== null;

function take(batch: Batch, placed: Placed): void {
  const { event, key, at } = placed;
  switch (event.type) {
    case 'filed':
      return takeFiled(batch, placed, event.data);
    case 'withdrawn':
      return batch.withdraw(key);
    case 'dispatched':
      return batch.lead(key, event.data.unit.id);
    case 'follow-up-opened':
      return batch.followUp(key, at);
    case 'followers-changed':
      return batch.group(key, at);
    default:
      return undefined;
  }
}

/** Not what decisions have taught since: a rebuild must find the same. */
const nothing = untaught();

function takeFiled(batch: Batch, { key, at, position }: Placed, data: Filed): void {
  const read = batch.read.get(position);
  if (!read) return;
  const { taken, text, event } = read;
  const member = {
    cohort: key.cohort,
    appeal: key.id,
    at,
    area: data.area,
    accused: data.accused?.id ?? null,
    lead: null,
    withdrawn: false,
  };
  const guess = () =>
    suggestDispatch(batch.reference, nothing, text.title, text.body, data.area)[0]?.unit ?? null;
  batch.count(taken.problem, at);
  batch.close(taken.closed.map(({ number }) => number));
  if (event) batch.gather(taken, event, member, guess);
  if (taken.rising !== null) batch.rise(taken, member, guess);
  // What is imported is history: nobody is to judge it now.
  if (data.channel !== 'import') batch.raise(alertsOf(taken, member), data.rules);
}

function alertsOf({ raised, rise, number, appeals }: Taken, { cohort, appeal, at }: Member): Alerting[] {
  const common = { cohort, appeal, at };
  const own: Alerting[] = raised
    ? [
        {
          ...common,
          event: number,
          cause: raised.cause === 'sensitive' ? 'sensitive' : 'gathering',
          word: raised.evidence,
          count: appeals,
          expected: null,
          score: raised.score,
        },
      ]
    : [];
  if (!rise) return own;
  const { ids, expected } = rise;
  const count = ids.length;
  return [
    ...own,
    {
      ...common,
      event: riseNumber(rise),
      cause: 'rise',
      word: null,
      count,
      expected,
      score: count - expected,
    },
  ];
}
