import type { AlertRules } from '@suban/domain/govern/alert-words.ts';
import { comparing } from '../similar/compare.ts';
import { learntCounts } from '../similar/learnt.ts';
import { lookupTokens } from '../similar/lookup.ts';
import { type Rarity, startRarity } from '../similar/rarity.ts';
import { problemNames, type Signature, signatureOf } from '../similar/signature.ts';
import { bytesIn, bytesOut } from './bytes.ts';
import { isFar, linkTo } from './linkage.ts';
import {
  addTo,
  alertOf,
  asksIn,
  describe,
  type DetectedEvent,
  type OpenEvent,
  rounded,
  startEvent,
} from './open-event.ts';
import { type Postings, startPostings } from './postings.ts';
import { type Rise, startRiseWatch } from './rise.ts';
import { sensitiveWord } from './sensitive.ts';
import { readEvent, type Step, writeEvent } from './steps.ts';

/** An appeal as it arrives. `time` is ISO 8601; `area` what tells its place apart for certain, such as a district's code. */
export type Message = {
  readonly id: string;
  readonly time: string;
  readonly title: string;
  readonly body: string;
  readonly area?: string | null;
  /** Counts like every other, but no event is called by its words: they are not everybody's to read. */
  readonly quiet?: boolean;
};

export type { DetectedEvent } from './open-event.ts';

export type DetectorOptions = {
  /** Days after the last appeal of an event until it is closed. Default 183: some come back after a season. */
  readonly keepDays?: number;
  /** Open events at most; the one longest without an appeal is closed first. Default 200,000, about 400 MB. */
  readonly keepEvents?: number;
  /** Ids kept of one event, the first ones. Default all: who keeps them elsewhere needs few. */
  readonly keepIds?: number;
  /** Minutes the zone whose days are counted is ahead of UTC. Default 0. */
  readonly offsetMinutes?: number;
};

/** What one message brought about. */
export type Taken = {
  readonly alerts: readonly DetectedEvent[];
  /** Events closed for having grown old. */
  readonly closed: readonly { readonly number: number; readonly describe: () => DetectedEvent }[];
  /** Its event, by number from 1 on, as it is now. */
  readonly number: number;
  readonly appeals: number;
  /** The ids kept of it. */
  readonly ids: readonly string[];
  /** What is raised for the event itself; `alerts` has it too. */
  readonly raised: DetectedEvent | null;
  /** The problem it speaks of most, by name. */
  readonly problem: string | null;
  readonly problemNumber: number | null;
  /** A rise told at this very message, and the day on which one was told of its problem. */
  readonly rise: Rise | null;
  readonly rising: number | null;
  readonly step: Step;
};

export type Detector = ReturnType<typeof startDetector>;

/** Log-odds from which an appeal joins an event: somewhat below even, for most appeals of an event come with others. */
const JOIN_FROM = -0.9;
/** Events compared in full, those with most lookup tokens in common. */
const MOST_CANDIDATES = 48;
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** What comes later than this is history: it belongs to its event, but is no news of today. */
const LATE_MS = 2 * DAY_MS;

/** Changed with everything a saved state hangs on: keys, problems, weights, what is kept. */
export const savedForm = 1;

type State = {
  readonly keepDays: number;
  readonly keepEvents: number;
  readonly keepIds: number;
  readonly offsetMinutes: number;
  readonly rarity: Rarity;
  readonly postings: Postings;
  readonly rises: ReturnType<typeof startRiseWatch>;
  /** In the order of their latest appeals, so that the first is the one to be closed next. */
  readonly open: Map<number, OpenEvent>;
  latest: number;
  lastNumber: number;
};

/**
 * Gathers a stream of appeals into events and raises alerts, one message at a time and with nothing but what came
 * before. Memory is bounded: by the events kept open, and by tables of fixed size.
 * @param saved the state to go on from, as `save` gave it for the same options; then `again` takes the steps since
 * @throws RangeError when that cannot be read
 */
export function startDetector(options: DetectorOptions = {}, saved?: Uint8Array) {
  const state = createState(options);
  if (saved) restore(state, saved);
  return {
    /** One more message, under the city's rules. What is alerted now (its state at this moment), and what is closed for having grown old. */
    take: (message: Message, rules: AlertRules): Taken => take(state, message, rules),
    /** Takes a step that was taken before, without comparing anything. */
    again: (step: Step): void => again(state, step),
    save: (): Uint8Array => save(state),
    /** What an open event is like now; null when it is closed. */
    event(number: number): DetectedEvent | null {
      const event = state.open.get(number);
      return event ? describe(event, state.rarity) : null;
    },
    /** Every event still open, in the order of their first appeals. */
    events: (): DetectedEvent[] =>
      [...state.open].sort(([a], [b]) => a - b).map(([, event]) => describe(event, state.rarity)),
  };
}

function createState({
  keepDays = 183,
  keepEvents = 200_000,
  keepIds = Number.POSITIVE_INFINITY,
  offsetMinutes = 0,
}: DetectorOptions): State {
  return {
    keepDays,
    keepEvents,
    keepIds,
    offsetMinutes,
    rarity: startRarity(learntCounts()),
    // About ninety tokens an appeal, eight entries a bucket: room for three times the events kept open.
    postings: startPostings(2 ** Math.max(12, Math.ceil(Math.log2(keepEvents * 32)))),
    rises: startRiseWatch(problemNames.length),
    open: new Map(),
    latest: Number.NEGATIVE_INFINITY,
    lastNumber: 0,
  };
}

function closeOld({ open, latest, keepDays, keepEvents, rarity }: State): Taken['closed'][number][] {
  const closed: Taken['closed'][number][] = [];
  for (const [number, event] of open) {
    if (open.size <= keepEvents && event.lastAt >= latest - keepDays * DAY_MS) break;
    open.delete(number);
    closed.push({ number, describe: () => describe(event, rarity) });
  }
  return closed;
}

/** What a message changes beside its own event: the day's numbers of its problem. */
function watch(
  { rises, latest, offsetMinutes }: State,
  { id, time, text }: Pick<Step, 'id' | 'time' | 'text'>,
) {
  const problem = mainProblem(text);
  const isLate = Date.parse(time) < latest - LATE_MS;
  const rise = isLate ? null : rises.take(id, latest + offsetMinutes * MINUTE_MS, problem);
  return { problem, rise, rising: isLate || problem === null ? null : rises.toldOn(problem) };
}

function join(state: State, step: Omit<Step, 'alert'>): OpenEvent {
  const { open, postings, latest, keepIds } = state;
  const event = open.get(step.number) ?? startEvent(step.time);
  addTo(event, step, latest, keepIds);
  open.delete(step.number);
  open.set(step.number, event);
  state.lastNumber = Math.max(state.lastNumber, step.number);
  postings.file(step.tokens, step.number);
  return event;
}

function take(state: State, message: Message, { words, appeals }: AlertRules): Taken {
  const { rarity, postings, open } = state;
  const { id, time, title, quiet = false } = message;
  state.latest = Math.max(state.latest, Date.parse(time));
  // Before it is compared: what is too old must not come back to life.
  const closed = closeOld(state);
  const text = signatureOf(message, rarity);
  rarity.count(text.keys);
  const tokens = lookupTokens(text, rarity);
  const found = closest(text, postings.find(tokens), open, rarity);
  const added = {
    id,
    time,
    title: quiet ? null : title,
    asking: asksIn(title),
    text,
    tokens,
    number: found?.number ?? state.lastNumber + 1,
    copy: found?.copy ?? false,
  };
  const event = join(state, added);
  const alert = alertOf(event, time, { word: sensitiveWord(message, words), from: appeals }, rarity);
  event.alert ??= alert;
  const raised = alert ? describe(event, rarity) : null;
  const { problem, rise, rising } = watch(state, added);
  return {
    raised,
    alerts: [...(raised ? [raised] : []), ...(rise ? [describeRise(rise, time)] : [])],
    closed: [...closed, ...closeOld(state)],
    number: added.number,
    appeals: event.appeals,
    ids: event.ids,
    problem: problem === null ? null : (problemNames[problem] ?? null),
    problemNumber: problem,
    rise,
    rising,
    step: { ...added, alert },
  };
}

function again(state: State, step: Step): void {
  state.latest = Math.max(state.latest, Date.parse(step.time));
  closeOld(state);
  state.rarity.count(step.text.keys);
  const event = join(state, step);
  event.alert ??= step.alert;
  watch(state, step);
  closeOld(state);
}

function save({ latest, lastNumber, rarity, postings, rises, open }: State): Uint8Array {
  const out = bytesOut();
  out.f64(latest);
  out.u32(lastNumber);
  rarity.save(out);
  postings.save(out);
  rises.save(out);
  out.list(open, ([number, event]) => {
    out.u32(number);
    writeEvent(out, event);
  });
  return out.done();
}

function restore(state: State, bytes: Uint8Array): void {
  const from = bytesIn(bytes);
  state.latest = from.f64();
  state.lastNumber = from.u32();
  state.rarity.restore(from);
  state.postings.restore(from);
  state.rises.restore(from);
  for (const [number, event] of from.list(() => [from.u32(), readEvent(from)] as const))
    state.open.set(number, event);
}

/** The candidate the appeal most likely belongs to, if that is likely enough. */
function closest(
  text: Signature,
  candidates: ReadonlyMap<number, number>,
  open: ReadonlyMap<number, OpenEvent>,
  rarity: Rarity,
): { readonly number: number; readonly copy: boolean } | null {
  let best: { number: number; copy: boolean; score: number } | null = null;
  const likeness = comparing(text, rarity);
  for (const [number] of nearest(candidates)) {
    const event = open.get(number);
    if (!event) continue;
    const texts = event.told.map((told) => told.text);
    if (isFar(likeness, texts)) continue;
    const { score, copy } = linkTo(likeness, texts);
    if (score >= JOIN_FROM && score > (best?.score ?? Number.NEGATIVE_INFINITY))
      best = { number, copy, score };
  }
  return best;
}

/** Those with most tokens in common, of equals the newest. Most of a thousand have one or two: they are never sorted. */
function nearest(candidates: ReadonlyMap<number, number>): (readonly [number, number])[] {
  const having: number[] = [];
  for (const count of candidates.values()) having[count] = (having[count] ?? 0) + 1;
  let least = having.length;
  for (let found = 0; least > 1 && found < MOST_CANDIDATES; ) found += having[--least] ?? 0;
  return [...candidates]
    .filter(([, count]) => count >= least)
    .sort((a, b) => b[1] - a[1] || b[0] - a[0])
    .slice(0, MOST_CANDIDATES);
}

function describeRise({ problem, ids, expected }: Rise, time: string): DetectedEvent {
  const name = problemNames[problem] ?? '';
  return {
    name: `${name}：诉求骤增`,
    place: null,
    ids,
    first: time,
    last: time,
    alertAt: time,
    cause: 'rise',
    evidence: `${ids.length} / ${rounded(expected)}`,
    score: rounded(ids.length - expected),
  };
}

function mainProblem({ problems, shares }: Signature): number | null {
  let best: number | null = null;
  let most = 0;
  problems.forEach((problem, index) => {
    if ((shares[index] ?? 0) <= most) return;
    most = shares[index] ?? 0;
    best = problem;
  });
  return best;
}
