import type { Rarity } from '../similar/rarity.ts';
import type { Signature } from '../similar/signature.ts';
import { cohesion } from './linkage.ts';
import { nameEvent, type Told } from './name.ts';
import { isAlert, isAsking, urgency, USUAL_APPEALS } from './urgency.ts';

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

export type Raised = Pick<DetectedEvent, 'alertAt' | 'cause' | 'evidence' | 'score'>;

export type OpenEvent = {
  /** The first of its appeals, as many as are kept. */
  readonly ids: string[];
  readonly told: Told[];
  appeals: number;
  texts: number;
  asking: number;
  readonly first: string;
  last: string;
  lastAt: number;
  alert: Raised | null;
};

/** Different texts of an event that are compared: the first, and the latest. */
const MOST_TEXTS = 12;

export const startEvent = (first: string): OpenEvent => ({
  ids: [],
  told: [],
  appeals: 0,
  texts: 0,
  asking: 0,
  first,
  last: first,
  lastAt: 0,
  alert: null,
});

/** One more appeal of an event. `title` is null where nobody may be told it. */
export type Addition = {
  readonly id: string;
  readonly time: string;
  readonly title: string | null;
  readonly asking: boolean;
  readonly text: Signature;
  readonly copy: boolean;
};

export const asksIn = isAsking;

export function addTo(event: OpenEvent, added: Addition, at: number, keepIds: number): void {
  const { id, time, title, asking, text, copy } = added;
  if (event.ids.length < keepIds) event.ids.push(id);
  event.appeals += 1;
  event.last = time;
  event.lastAt = at;
  if (asking) event.asking += 1;
  if (copy) return;
  event.texts += 1;
  event.told.push({ title, text });
  if (event.told.length > MOST_TEXTS) event.told.splice(1, 1);
}

/** The event's one alert, if this message raises it. @param word a sensitive word in it @param from appeals from which on */
export function alertOf(
  event: OpenEvent,
  time: string,
  { word, from }: { readonly word: string | null; readonly from: number },
  rarity: Rarity,
): Raised | null {
  if (event.alert) return null;
  const standing = standingOf(event, rarity, from);
  if (word === null && !isAlert(standing, from)) return null;
  return {
    alertAt: time,
    cause: word === null ? 'gathering' : 'sensitive',
    evidence: word,
    score: rounded(urgency(standing)),
  };
}

const standingOf = (
  { appeals, texts, asking, told }: OpenEvent,
  rarity: Rarity,
  from: number = USUAL_APPEALS,
) => ({
  appeals,
  texts,
  asking,
  // Costly, and of no matter before it is an event at all.
  cohesion:
    appeals < Math.min(from, USUAL_APPEALS)
      ? 0
      : cohesion(
          told.map(({ text }) => text),
          rarity,
        ),
});

export const rounded = (value: number): number => Math.round(value * 100) / 100;

export function describe(event: OpenEvent, rarity: Rarity): DetectedEvent {
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
