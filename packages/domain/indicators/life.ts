import type { AppealEvent } from '../events.ts';
import type { AnswerOutcome } from '../handle/requests.ts';
import { handAfter, type Holding } from './held.ts';
import type { Place } from './measures.ts';

/** The clocks whose limits are counted; `original` is the finish clock's as first set, whatever was granted since. */
export const countedClocks = ['dispatch', 'contact', 'finish', 'original'] as const;
export type CountedClock = (typeof countedClocks)[number];

/**
 * What counting remembers of an appeal from one event to the next: all of it follows from its events. Times in ms; a unit
 * is its id.
 */
export type Life = Holding & {
  readonly place: Place;
  /** The version of the settings it was filed under, whose office hours its holders are measured by. */
  readonly rules: number;
  /** Limits counted and still running; null when done, ended, or standing still. */
  readonly due: Readonly<Record<CountedClock, number | null>>;
  /** Was it ever dispatched, and by when: the first dispatch while nobody has sent it back. */
  readonly dispatched: boolean;
  readonly firstAt: number | null;
  /** Of the order in hand. */
  readonly offeredAt: number;
  readonly ackDue: number;
  /** What the unit's draft says became of it. */
  readonly claim: AnswerOutcome | null;
  /** When the send-back under decision was asked for. */
  readonly sentBackAt: number | null;
  /** Sent back, reworked, opened again or reported again: it is not done at once any more. */
  readonly again: boolean;
  /** It counts as closed once: since when, ms, and whose. */
  readonly closedOnce?: { readonly at: number; readonly unit: number } | undefined;
  /** The citizen has said clearly whether the order's unit contacted them: asked again, it counts no second time. */
  readonly contactTold?: true | undefined;
};

type Of<T extends AppealEvent['type']> = Extract<AppealEvent, { type: T }>;
const none = { dispatch: null, contact: null, finish: null, original: null } as const;

function born({ data }: Of<'filed'>, holding: Holding): Life {
  return {
    ...holding,
    place: { channel: data.channel, kind: data.kind, matter: null, area: data.area },
    rules: data.rules,
    due: { ...none, dispatch: data.dispatchDue },
    dispatched: false,
    firstAt: null,
    offeredAt: 0,
    ackDue: 0,
    claim: null,
    sentBackAt: null,
    again: false,
  };
}

/**
 * The life after an event, or null while there is none: it begins with `filed`.
 * @param at when it happened, ms
 */
export function lifeAfter(before: Life | null, event: AppealEvent, at: number): Life | null {
  const holding = handAfter(before, event, at);
  if (event.type === 'filed') return holding && born(event, holding);
  if (!before || !holding) return null;
  return { ...before, ...holding, ...changed(before, event, at) };
}

function changed(life: Life, event: AppealEvent, at: number): Partial<Life> {
  const due = (change: Partial<Life['due']>) => ({ due: { ...life.due, ...change } });
  switch (event.type) {
    case 'classified': {
      const { kind, matter, dispatchDue } = event.data;
      const dispatch = stillDue(life.due.dispatch, at) ? dispatchDue : life.due.dispatch;
      return { place: { ...life.place, kind, matter }, ...due({ dispatch }) };
    }
    case 'reopened':
    case 'split': {
      const again = event.type === 'reopened' || life.again;
      return {
        again,
        closedOnce: again ? undefined : life.closedOnce,
        ...due({ dispatch: life.dispatched ? null : event.data.dispatchDue }),
      };
    }
    case 'dispatched':
      return offered(life, event, at);
    case 'contacted':
      return event.data.reached ? due({ contact: null }) : {};
    case 'send-back-asked':
      return { again: true, firstAt: null, sentBackAt: at };
    case 'send-back-refused':
      return { sentBackAt: null };
    case 'arbitration-called':
      return { firstAt: null };
    case 'answered':
      return { claim: event.data.outcome };
    case 'evaluated':
    case 'checked':
      return saysClearly(event.data.contacted) ? { contactTold: true } : {};
    case 'recurred':
      return { again: true, closedOnce: undefined };
    case 'closed': {
      const closedOnce = life.again ? undefined : { at, unit: answersFor(life) };
      return { due: none, sentBackAt: null, closedOnce };
    }
    case 'answer-approved':
    case 'answered-at-once':
    case 'referred':
    case 'withdrawn':
    case 'merged':
    case 'terminated':
    case 'send-back-upheld':
    case 'arbitrated':
      return { due: none, sentBackAt: null };
    case 'clocks-recomputed':
      return { ackDue: event.data.ackDue, due: moved(life.due, event, at) };
    default:
      return { due: moved(life.due, event, at) };
  }
}

function offered(life: Life, { data }: Of<'dispatched'>, at: number): Partial<Life> {
  const { contactDue: contact, finishDue: finish, ackDue } = data;
  return {
    due: { dispatch: null, contact, finish, original: finish },
    dispatched: true,
    firstAt: life.dispatched ? null : at,
    offeredAt: at,
    ackDue,
    claim: null,
    contactTold: undefined,
    again: life.again || data.cause === 'rework',
  };
}

/** Whose it is: the unit's that answers for it, else the centre's. */
export const answersFor = ({ lead, centre }: Pick<Life, 'lead' | 'centre'>): number => lead ?? centre;

/** Of “yes”, “no” and “I do not remember” the last is no clear answer. */
export const saysClearly = (contacted: string | undefined): boolean =>
  contacted === 'yes' || contacted === 'no';

/** A limit that has come is a breach, and stays one. */
const stillDue = (due: number | null, at: number): boolean => due !== null && at <= due;

/** What changes the limit to answer: leave to take longer, a pause, and a calendar that was published. */
function moved(due: Life['due'], event: AppealEvent, at: number): Life['due'] {
  switch (event.type) {
    case 'extended':
    case 'clocks-recomputed':
      return due.finish === null ? due : { ...due, finish: event.data.finishDue };
    case 'put-on-ledger':
      return stillDue(due.finish, at) ? { ...due, finish: null } : due;
    case 'resumed':
      return { ...due, finish: event.data.finishDue };
    default:
      return due;
  }
}
