import type { Actor } from '@suban/domain/actors.ts';
import type { AppealEvent, EventType, Recorded } from '@suban/domain/events.ts';
import type { Texts } from '@suban/domain/fact.ts';
import { type AppealKey, appealId, cohortOf } from '@suban/domain/ids.ts';
import { drawBytes, sha256 } from '../platform/crypto.ts';

/** Who did it, as the event keeps it: an account and a unit, never a name. */
export type By = {
  readonly kind: Actor['kind'];
  readonly account: string | null;
  readonly unit: number | null;
};

/**
 * What the readers need to know of the appeal the event met, kept in the event so that counting and telling
 * need no other read and a rebuild comes out the same.
 */
export type About = {
  readonly channel: string;
  readonly kind: string;
  readonly matter: string | null;
  readonly area: number | null;
  /** The unit complained of, whose people are not told of it. */
  readonly accused?: number | null;
  /** Lead unit of the order in hand, and who holds it. */
  readonly unit: number | null;
  readonly holder: number | null;
  readonly order: number | null;
  readonly filedAt: number;
  readonly dispatchDue: number;
  readonly firstDispatchedAt: number | null;
  readonly offeredAt: number | null;
  readonly ackDue: number | null;
  readonly contactDue: number | null;
  readonly finishDue: number | null;
  readonly contactedAt: number | null;
  readonly sendBacks: number;
  readonly dissatisfied: number;
  /** Since when the holder has it, and the finish clock's due as first set. */
  readonly heldSince: number | null;
  readonly originalFinishDue: number | null;
  /** Does it count as open before this event? */
  readonly open: boolean;
};

export type SealedText = { readonly slot: string; readonly salt: Buffer; readonly body: string };
export type Person = { readonly name: string | null; readonly phone: string | null };

export type Sealed = {
  readonly seq: number;
  readonly type: EventType;
  readonly at: number;
  readonly body: Buffer;
  readonly prevHash: Buffer;
  readonly hash: Buffer;
  readonly texts: readonly SealedText[];
};

/** The chain's beginning: there is no event before the first. */
export const genesis = Buffer.alloc(32);
const saltBytes = 16;

/** Keys in code-unit order at every depth, no blanks: the same event has the same bytes everywhere. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value)
      .filter(([, field]) => field !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${canonical(field)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}

/** SHA-256 over salt and text: says nothing of a text without its salt, and both can be erased. */
export const commitment = (salt: Buffer, body: string): string => sha256(salt, body).toString('hex');
export const newSalt = (): Buffer => drawBytes(saltBytes);
export const personText = (person: Person): string => `${person.name ?? ''}\0${person.phone ?? ''}`;

/** One event's canonical bytes and hash, chained to `prevHash`, its texts salted and set apart. */
export function seal(
  event: AppealEvent,
  place: {
    key: AppealKey;
    seq: number;
    at: number;
    by: By;
    about: About | null;
    prevHash: Buffer;
    person?: { salt: Buffer; person: Person };
  },
): Sealed {
  const words: Texts = event.texts ?? {};
  const texts = Object.entries(words).map(([slot, body]) => ({ slot, salt: newSalt(), body }));
  const commit: Record<string, string> = Object.fromEntries(
    texts.map(({ slot, salt, body }) => [slot, commitment(salt, body)]),
  );
  if (place.person) commit['person'] = commitment(place.person.salt, personText(place.person.person));
  const { key, seq, at, by, about, prevHash } = place;
  const whole = {
    about,
    appeal: key.id,
    at,
    by,
    cohort: key.cohort,
    commit,
    data: event.data,
    seq,
    type: event.type,
  };
  const body = Buffer.from(canonical(whole));
  return { seq, type: event.type, at, body, prevHash, hash: sha256(prevHash, body), texts };
}

export type Opened = Recorded & {
  readonly account: string | null;
  readonly unit: number | null;
  readonly about: About | null;
  readonly commit: Readonly<Record<string, string>>;
};

type Body = {
  about: About | null;
  appeal: number;
  at: number;
  by: By;
  cohort: number;
  commit: Record<string, string>;
  data: unknown;
  seq: number;
  type: EventType;
};

/** An event read back from its bytes: the bytes are the truth, not the columns beside them. */
export function open(bytes: Buffer): Opened {
  const body = JSON.parse(bytes.toString('utf8')) as Body;
  return {
    key: { cohort: cohortOf(body.cohort), id: appealId(body.appeal) },
    seq: body.seq,
    at: body.at,
    by: body.by.kind,
    account: body.by.account,
    unit: body.by.unit,
    about: body.about,
    commit: body.commit,
    event: { type: body.type, data: body.data } as AppealEvent,
  };
}
