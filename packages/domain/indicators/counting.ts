import type { AppealEvent } from '../events.ts';
import { meanStars } from '../evaluate/rules.ts';
import type { OfficeTime } from './held.ts';
import { answersFor, countedClocks, type CountedClock, type Life, lifeAfter, saysClearly } from './life.ts';
import type { Count, Measure } from './measures.ts';

/** 满意: the mean of the four dimensions at 4 or better. */
const contentStars = 4;

type Add = (measure: Measure, at?: number, n?: number) => Count;

/**
 * What an event adds to the counts, and what is to be remembered for the next one. A limit is counted in the hour it falls
 * due, whether or not it was kept, so that what is overdue and still open stays in; what ends before it was due takes its
 * due away again. Kept in time counts in the same hour, so that a rate compares the same appeals.
 * @param before null where nothing is remembered: of such an appeal only `filed` counts
 */
export function count(
  before: Life | null,
  event: AppealEvent,
  at: number,
  officeTime: OfficeTime,
): { readonly life: Life | null; readonly counts: readonly Count[] } {
  const life = lifeAfter(before, event, at);
  if (!life) return { life, counts: [] };
  const unit = whose(before ?? life, event);
  const add: Add = (measure, when = at, n = 1) => ({ measure, at: when, n, unit, place: life.place });
  return {
    life,
    counts: [
      ...happened(before ?? life, event, at, add),
      ...countedClocks.flatMap((clock) => dues(clock, before, life, event, at)),
      ...letGo(before, life, at, officeTime),
      ...notOnce(before, life),
    ],
  };
}

/** Whose it is after an event that gives it to a unit, else before. */
function whose(life: Life, event: AppealEvent): number {
  return event.type === 'dispatched' || event.type === 'answer-shared'
    ? event.data.unit.id
    : answersFor(life);
}

function happened(life: Life, event: AppealEvent, at: number, add: Add): Count[] {
  switch (event.type) {
    case 'filed':
      return [add('filed')];
    case 'answered-at-once':
    case 'referred':
    case 'terminated':
    case 'answer-shared':
      return [add('answered')];
    case 'dispatched':
      return [
        add('dispatched'),
        ...(event.data.cause === 'rework' ? [add('reworked')] : []),
        ...(life.dispatched ? [] : [add('first-dispatched'), add('dispatched-once')]),
      ];
    case 'acknowledged':
      return at <= life.ackDue ? [add('acknowledged-in-time', life.offeredAt)] : [];
    case 'answer-approved':
      return [
        add('answered'),
        add('answered-by-unit'),
        ...(life.claim === 'solved' ? [add('claimed-solved')] : []),
      ];
    case 'send-back-asked':
      return [add('sent-back'), ...failedFirst(life, add)];
    case 'arbitration-called':
      return failedFirst(life, add);
    case 'send-back-upheld':
      return life.sentBackAt === null ? [] : [add('send-back-upheld', life.sentBackAt)];
    case 'arbitrated': {
      const upheld = life.sentBackAt !== null && event.data.unit.id !== life.lead;
      return upheld ? [add('send-back-upheld', life.sentBackAt)] : [];
    }
    default:
      return judged(life, event, add);
  }
}

/** What the citizen says, and what supervision does. */
function judged(life: Life, event: AppealEvent, add: Add): Count[] {
  switch (event.type) {
    case 'evaluated': {
      const { solved, stars, round } = event.data;
      const satisfied = meanStars(stars) >= contentStars;
      return [
        add('rated'),
        ...(solved ? [add('solved')] : []),
        ...(satisfied ? [add('satisfied')] : []),
        ...(satisfied && round > 1 ? [add('satisfied-again')] : []),
        ...toldOfContact(life, event.data.contacted, add),
      ];
    }
    case 'closed':
      return [add('closed'), ...(life.again ? [] : [add('closed-once')])];
    case 'checked': {
      const { sample, solved } = event.data;
      const told = toldOfContact(life, event.data.contacted, add);
      if (!sample || solved === null) return told;
      return [add('checked'), ...(solved ? [add('checked-solved')] : []), ...told];
    }
    case 'follow-up-opened':
      return [add('followed-up')];
    case 'repeat-noted': {
      const { filedAt, soon } = event.data;
      return [add('repeated', filedAt), ...(soon ? [add('repeated-soon', filedAt)] : [])];
    }
    case 'urged':
      return [add('urged')];
    default:
      return [];
  }
}

/** 响应率: one clear answer an order, whoever asked. */
function toldOfContact(life: Life, contacted: string | undefined, add: Add): Count[] {
  if (life.contactTold || !saysClearly(contacted)) return [];
  return [add('contact-told'), ...(contacted === 'yes' ? [add('contact-confirmed')] : [])];
}

/** The first dispatch was not to the right unit after all. */
const failedFirst = ({ firstAt }: Life, add: Add): Count[] =>
  firstAt === null ? [] : [add('dispatched-once', firstAt, -1)];

type Clock = {
  readonly due: Measure;
  readonly kept: Measure;
  readonly doneBy: AppealEvent['type'];
};
const clocks: Readonly<Record<CountedClock, Clock>> = {
  dispatch: { due: 'dispatch-due', kept: 'dispatched-in-time', doneBy: 'dispatched' },
  contact: { due: 'contact-wanted', kept: 'contacted-in-time', doneBy: 'contacted' },
  finish: { due: 'finish-due', kept: 'finished-in-time', doneBy: 'answer-approved' },
  original: { due: 'finish-due-original', kept: 'finished-in-original', doneBy: 'answer-approved' },
};

/** One clock's limit: begun, moved with its place, kept, or taken away because its order ended before it came. */
function dues(
  clock: CountedClock,
  before: Life | null,
  after: Life,
  event: AppealEvent,
  at: number,
): Count[] {
  const { due: measure, kept, doneBy } = clocks[clock];
  const [was, is] = [before?.due[clock] ?? null, after.due[clock]];
  const counted = (life: Life, what: Measure, when: number, n: number): Count => ({
    measure: what,
    at: when,
    n,
    unit: clock === 'dispatch' ? life.centre : (life.lead ?? life.centre),
    place: life.place,
  });
  const begun = is === null ? [] : [counted(after, measure, is, 1)];
  if (was === null || !before) return begun;
  if (is !== null) {
    const same = was === is && before.place === after.place && before.centre === after.centre;
    return same ? [] : [counted(before, measure, was, -1), ...begun];
  }
  if (at > was) return [];
  // What is kept counts where its due stands, under the place that had.
  if (event.type === doneBy) return [counted(before, kept, was, 1)];
  // An answer ends the wish for contact, but what was not done is not done.
  return event.type === 'answer-approved' ? [] : [counted(before, measure, was, -1)];
}

/** Closed, and then opened or reported again: it was not done at once after all, and is taken away where it counted. */
function notOnce(before: Life | null, after: Life): Count[] {
  const once = before?.closedOnce;
  if (!before || !once || after.closedOnce) return [];
  return [{ measure: 'closed-once', at: once.at, n: -1, unit: once.unit, place: before.place }];
}

/** When a unit lets an appeal go, what it held it for. */
function letGo(before: Life | null, after: Life, at: number, officeTime: OfficeTime): Count[] {
  if (!before || before.unit === null || before.unit === after.unit) return [];
  const { unit, place, since, rules } = before;
  const ms = officeTime(rules, since, at);
  const one = { at, unit, place };
  return [
    { measure: 'let-go', n: 1, ...one },
    ...(ms > 0 ? [{ measure: 'held' as const, n: ms, ...one }] : []),
  ];
}
