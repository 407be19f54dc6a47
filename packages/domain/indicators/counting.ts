import type { AppealEvent } from '../events.ts';
import { hour } from '../calendar/calendar.ts';
import { meanStars } from '../evaluate/rules.ts';

/** What is counted. Every indicator of RULEBOOK §8 is a quotient of two of these over a period. */
export const measures = [
  'filed',
  'dispatch-due',
  'dispatched-in-time',
  'dispatched',
  'first-dispatched',
  'acknowledged-in-time',
  'contact-wanted',
  'contacted-in-time',
  'finish-due',
  'finished-in-time',
  'answered',
  'sent-back',
  'send-back-upheld',
  'closed',
  'rated',
  'solved',
  'satisfied',
  'reworked',
  'followed-up',
  'urged',
] as const;
export type Measure = (typeof measures)[number];

/** What the appeal was like when the event met it. Times in ms. */
export type Met = {
  readonly dispatchDue: number;
  readonly firstDispatchedAt: number | null;
  readonly offeredAt: number | null;
  readonly ackDue: number | null;
  readonly contactDue: number | null;
  readonly contactedAt: number | null;
  readonly finishDue: number | null;
  readonly sendBacks: number;
};

/** `at`: the moment whose hour it is counted in. */
export type Count = { readonly measure: Measure; readonly at: number; readonly n: number };

/** 满意: the mean of the four dimensions at 4 or better. */
const contentStars = 4;

/**
 * What an event adds to the counts. A limit is counted in the hour it falls due, whether or not it was kept, so that what
 * is overdue and still open stays in; an order that ends without an answer takes its due away again.
 */
export function counts(event: AppealEvent, at: number, met: Met | null): Count[] {
  const one = (measure: Measure, when = at): Count => ({ measure, at: when, n: 1 });
  // Kept in time counts where its limit counts, so that a rate compares the same appeals.
  const inTime = (due: number | null | undefined, measure: Measure, when = due) =>
    due != null && when != null && at <= due ? [one(measure, when)] : [];
  switch (event.type) {
    case 'filed':
      return [one('filed'), one('dispatch-due', event.data.dispatchDue)];
    case 'classified':
      // Its urgency, and with it the limit, may have changed.
      return undispatched(met, at).length === 0
        ? []
        : [...undispatched(met, at), one('dispatch-due', event.data.dispatchDue)];
    case 'reopened':
      return met?.firstDispatchedAt === null ? [one('dispatch-due', event.data.dispatchDue)] : [];
    case 'answered-at-once':
    case 'referred':
      return [one('answered'), ...undispatched(met, at)];
    case 'dispatched': {
      const list = [
        one('dispatched'),
        one('contact-wanted', event.data.contactDue),
        one('finish-due', event.data.finishDue),
      ];
      if (event.data.cause === 'rework') list.push(one('reworked'));
      if (met?.firstDispatchedAt !== null) return list;
      return [...list, one('first-dispatched'), ...inTime(met.dispatchDue, 'dispatched-in-time')];
    }
    case 'acknowledged':
      return inTime(met?.ackDue, 'acknowledged-in-time', met?.offeredAt);
    case 'contacted':
      return event.data.reached && met?.contactedAt === null
        ? inTime(met.contactDue, 'contacted-in-time')
        : [];
    case 'answer-approved':
      return [one('answered'), ...inTime(met?.finishDue, 'finished-in-time')];
    case 'send-back-asked':
      return [one('sent-back')];
    case 'send-back-upheld':
      return [one('send-back-upheld'), ...undue(met, at)];
    case 'arbitrated':
      return undue(met, at);
    case 'withdrawn':
      return [...undispatched(met, at), ...undue(met, at)];
    case 'evaluated': {
      const list = [one('rated')];
      if (event.data.solved) list.push(one('solved'));
      if (meanStars(event.data.stars) >= contentStars) list.push(one('satisfied'));
      return list;
    }
    case 'closed':
      return [one('closed')];
    case 'follow-up-opened':
      return [one('followed-up')];
    case 'urged':
      return [one('urged')];
    default:
      return [];
  }
}

/** What ends or changes before it was due for its first dispatch was never to be dispatched by then. */
function undispatched(met: Met | null, at: number): Count[] {
  return met?.firstDispatchedAt === null && at <= met.dispatchDue
    ? [{ measure: 'dispatch-due', at: met.dispatchDue, n: -1 }]
    : [];
}

/** Only what was not overdue yet: a breach stays a breach, whatever ends the order. */
function undue(met: Met | null, at: number): Count[] {
  const list: Count[] = [];
  if (met?.finishDue != null && at <= met.finishDue)
    list.push({ measure: 'finish-due', at: met.finishDue, n: -1 });
  if (met?.contactDue != null && met.contactedAt === null && at <= met.contactDue) {
    list.push({ measure: 'contact-wanted', at: met.contactDue, n: -1 });
  }
  return list;
}

/** The beginning of the hour a moment lies in. */
export const hourOf = (at: number): number => Math.floor(at / hour) * hour;
