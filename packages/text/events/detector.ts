import { learntCounts } from '../similar/learnt.ts';
import { lookupTokens } from '../similar/lookup.ts';
import { type Rarity, startRarity } from '../similar/rarity.ts';
import { problemNames, type Signature, signatureOf } from '../similar/signature.ts';
import { cohesion, linkTo } from './linkage.ts';
import { nameEvent, type Told } from './name.ts';
import { startPostings } from './postings.ts';
import { startRiseWatch } from './rise.ts';
import { sensitiveWord } from './sensitive.ts';
import { isAlert, isAsking, urgency } from './urgency.ts';

/** An appeal as it arrives. `time` is ISO 8601; `area` what tells its place apart for certain, such as a district's code. */
export type Message = {
  readonly id: string;
  readonly time: string;
  readonly title: string;
  readonly body: string;
  readonly area?: string | null;
};

/** Why an alert was raised. */
export type AlertCause = 'gathering' | 'sensitive' | 'rise';

/** What is known of an event; `alertAt` is the time of the message that raised the alert, null when none did. */
export type DetectedEvent = {
  readonly name: string;
  readonly place: string | null;
  readonly ids: readonly string[];
  readonly first: string;
  readonly last: string;
  readonly alertAt: string | null;
  readonly cause: AlertCause | null;
  /** What a person can check the alert by: the sensitive word, or the count and what was expected. */
  readonly evidence: string | null;
  /** Urgency in appeals (see urgency.ts), at the alert or, without one, at last. */
  readonly score: number;
};

export type DetectorOptions = {
  /** Days after the last appeal of an event until it is closed. Default 183: some come back after a season. */
  readonly keepDays?: number;
  /** Open events at most; the one longest without an appeal is closed first. Default 200,000, about 400 MB. */
  readonly keepEvents?: number;
};

type OpenEvent = {
  readonly ids: string[];
  readonly told: Told[];
  texts: number;
  asking: number;
  readonly first: string;
  last: string;
  lastAt: number;
  alert: Pick<DetectedEvent, 'alertAt' | 'cause' | 'evidence' | 'score'> | null;
};

/** Log-odds from which an appeal joins an event: somewhat below even, for most appeals of an event come with others. */
const JOIN_FROM = -0.75;
/** Events compared in full, those with most lookup tokens in common. */
const MOST_CANDIDATES = 48;
/** Different texts of an event that are compared: the first, and the latest. */
const MOST_TEXTS = 12;
const DAY_MS = 86_400_000;

/**
 * Gathers a stream of appeals into events and raises alerts, one message at a time and with nothing but what came
 * before. Memory is bounded: by the events kept open, and by tables of fixed size.
 */
export function startDetector({ keepDays = 183, keepEvents = 200_000 }: DetectorOptions = {}) {
  const rarity = startRarity(learntCounts());
  // About ninety tokens an appeal, eight entries a bucket: room for three times the events kept open.
  const postings = startPostings(2 ** Math.max(12, Math.ceil(Math.log2(keepEvents * 32))));
  const rises = startRiseWatch(problemNames.length);
  // In the order of their latest appeals, so that the first is the one to be closed next.
  const open = new Map<number, OpenEvent>();
  let latest = Number.NEGATIVE_INFINITY;
  let lastNumber = 0;

  const closeOld = (): DetectedEvent[] => {
    const closed: DetectedEvent[] = [];
    for (const [number, event] of open) {
      if (open.size <= keepEvents && event.lastAt >= latest - keepDays * DAY_MS) break;
      open.delete(number);
      closed.push(describe(event, rarity));
    }
    return closed;
  };

  return {
    /** One more message. What is alerted now (its state at this moment), and what is closed for having grown old. */
    take(message: Message): { readonly alerts: DetectedEvent[]; readonly closed: DetectedEvent[] } {
      const at = Date.parse(message.time);
      latest = Math.max(latest, at);
      // Before it is compared: what is too old must not come back to life.
      const closed = closeOld();
      const text = signatureOf(message, rarity);
      rarity.count(text.keys);
      const tokens = lookupTokens(text, rarity);
      const found = closest(text, postings.find(tokens), open, rarity);
      const event = found?.event ?? startEvent(message.time);
      const number = found?.number ?? ++lastNumber;
      add(event, message, text, found?.copy ?? false, latest);
      open.delete(number);
      open.set(number, event);
      postings.file(tokens, number);
      const alerts = raise(event, message, rarity) ? [describe(event, rarity)] : [];
      const rise = rises.take(message.id, latest, mainProblem(text));
      if (rise) alerts.push(describeRise(rise, message.time));
      return { alerts, closed: [...closed, ...closeOld()] };
    },
    /** Every event still open, in the order of their first appeals. */
    events(): DetectedEvent[] {
      return [...open].sort(([a], [b]) => a - b).map(([, event]) => describe(event, rarity));
    },
  };
}

/** The candidate the appeal most likely belongs to, if that is likely enough. */
function closest(
  text: Signature,
  candidates: ReadonlyMap<number, number>,
  open: ReadonlyMap<number, OpenEvent>,
  rarity: Rarity,
): { readonly number: number; readonly event: OpenEvent; readonly copy: boolean } | null {
  let best: { number: number; event: OpenEvent; copy: boolean; score: number } | null = null;
  const nearest = [...candidates].sort((a, b) => b[1] - a[1] || b[0] - a[0]).slice(0, MOST_CANDIDATES);
  for (const [number] of nearest) {
    const event = open.get(number);
    if (!event) continue;
    const texts = event.told.map((told) => told.text);
    const { score, copy } = linkTo(text, texts, rarity);
    if (score >= JOIN_FROM && score > (best?.score ?? Number.NEGATIVE_INFINITY))
      best = { number, event, copy, score };
  }
  return best;
}

const startEvent = (first: string): OpenEvent => ({
  ids: [],
  told: [],
  texts: 0,
  asking: 0,
  first,
  last: first,
  lastAt: 0,
  alert: null,
});

function add(
  event: OpenEvent,
  { id, time, title }: Message,
  text: Signature,
  copy: boolean,
  at: number,
): void {
  event.ids.push(id);
  event.last = time;
  event.lastAt = at;
  if (isAsking(title)) event.asking += 1;
  if (copy) return;
  event.texts += 1;
  event.told.push({ title, text });
  if (event.told.length > MOST_TEXTS) event.told.splice(1, 1);
}

/** Whether this message raises the event's one alert. */
function raise(event: OpenEvent, message: Message, rarity: Rarity): boolean {
  if (event.alert) return false;
  const standing = standingOf(event, rarity);
  const word = sensitiveWord(message);
  if (word === null && !isAlert(standing)) return false;
  event.alert = {
    alertAt: message.time,
    cause: word === null ? 'gathering' : 'sensitive',
    evidence: word,
    score: rounded(urgency(standing)),
  };
  return true;
}

const standingOf = ({ ids, texts, asking, told }: OpenEvent, rarity: Rarity) => ({
  appeals: ids.length,
  texts,
  asking,
  // Costly, and of no matter before it is an event at all.
  cohesion:
    ids.length < 3
      ? 0
      : cohesion(
          told.map(({ text }) => text),
          rarity,
        ),
});

const rounded = (value: number): number => Math.round(value * 100) / 100;

function describe(event: OpenEvent, rarity: Rarity): DetectedEvent {
  return {
    ...nameEvent(event.told, rarity),
    ids: [...event.ids],
    first: event.first,
    last: event.last,
    ...(event.alert ?? {
      alertAt: null,
      cause: null,
      evidence: null,
      score: rounded(urgency(standingOf(event, rarity))),
    }),
  };
}

function describeRise(
  { problem, ids, expected }: { problem: number; ids: readonly string[]; expected: number },
  time: string,
): DetectedEvent {
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
