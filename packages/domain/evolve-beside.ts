import { accountId, appealId, cohortOf } from './ids.ts';
import type { Appeal, AppealBeside, Exclusion } from './appeal.ts';
import type { AppealEvent } from './events.ts';
import { refOf } from './units.ts';
import type { Step } from './supervise/steps.ts';

/** Beside its state nothing is true yet of what was just filed. */
export function asFiled(rules: number, at: number): AppealBeside {
  return {
    rules,
    since: at,
    raised: [],
    master: null,
    followers: 0,
    recused: [],
    callBack: null,
    promise: null,
    contested: 0,
    followUpAt: null,
    unhappyAt: null,
    answeredAt: null,
    suppliedAt: null,
  };
}

/** What is true of the appeal beside its state, after an event. @param next the appeal as its state has moved already */
export function evolveBeside(before: Appeal, next: Appeal, event: AppealEvent, at: number): AppealBeside {
  const { beside } = before;
  const since = next.state === before.state ? beside.since : at;
  return { ...beside, ...changed(before, event, at), since, raised: raisedAfter(before, event) };
}

function changed(before: Appeal, event: AppealEvent, at: number): Partial<AppealBeside> {
  const { beside } = before;
  switch (event.type) {
    case 'supplemented':
      return { suppliedAt: at };
    case 'contested':
      return { contested: beside.contested + 1, suppliedAt: at };
    case 'recused':
      return { recused: [...beside.recused, accountId(event.data.by)] };
    case 'merged': {
      const { cohort, master, masterFiledAt: filedAt } = event.data;
      return { master: { key: { cohort: cohortOf(cohort), id: appealId(master) }, filedAt, unit: null } };
    }
    // Gone, back in the queue or with an order of its own: it follows nobody any more.
    case 'withdrawn':
      return { master: null };
    case 'split':
    case 'reopened':
    case 'dispatched':
      return { master: null, promise: null, callBack: null, answeredAt: null };
    case 'exclusion-asked': {
      const { unit, reason, by } = event.data;
      const asked = { unit, reason, state: 'asked', by: accountId(by), at } as const;
      return { exclusions: [...(beside.exclusions ?? []), asked] };
    }
    case 'exclusion-granted':
    case 'exclusion-refused':
    case 'exclusion-revoked':
      return { exclusions: decided(beside.exclusions ?? [], event, at) };
    case 'followers-changed':
      return { followers: beside.followers + event.data.by };
    default:
      return changedAfterwards(before, event, at);
  }
}

type Decided = Extract<
  AppealEvent,
  { type: 'exclusion-granted' | 'exclusion-refused' | 'exclusion-revoked' }
>;
const outcomes = {
  'exclusion-granted': 'granted',
  'exclusion-refused': 'refused',
  'exclusion-revoked': 'revoked',
} as const;
const decided = (all: readonly Exclusion[], { type, data }: Decided, at: number): Exclusion[] =>
  all.map((each) => (each.unit === data.unit ? { ...each, state: outcomes[type], at } : each));

/** What follows an answer: promise, judgement, call-back, follow-up. */
function changedAfterwards({ beside, order }: Appeal, event: AppealEvent, at: number): Partial<AppealBeside> {
  switch (event.type) {
    case 'answer-approved': {
      const promisedAt = order?.beside.promisedAt ?? null;
      const promise = order && promisedAt !== null ? { at: promisedAt, unit: refOf(order.unit) } : null;
      return { promise, answeredAt: at };
    }
    case 'answer-shared':
      return { master: beside.master && { ...beside.master, unit: event.data.unit }, answeredAt: at };
    case 'promise-reported':
      return event.data.kept ? { promise: null } : {};
    case 'follow-up-opened': {
      const { cause } = event.data;
      if (cause === 'promise-broken') return { promise: null };
      return cause === 'overdue' ? {} : { followUpAt: at };
    }
    // Whom chance chose is asked by somebody apart from the unit, whatever else is said and whoever else asks.
    case 'call-back-planned':
      return { callBack: beside.callBack === 'sample' ? 'sample' : event.data.cause };
    case 'evaluated': {
      const unhappyAt = event.data.unhappy ? at : beside.unhappyAt;
      const kept = beside.callBack === 'sample' && event.data.via === 'citizen';
      return { unhappyAt, callBack: kept ? 'sample' : null };
    }
    case 'closed':
      return beside.callBack === 'silent' ? { callBack: null } : {};
    case 'checked':
      return { callBack: null };
    default:
      return {};
  }
}

/**
 * The steps taken so far. A clock that starts anew, or runs longer than before, has its steps before it again; one that runs
 * shorter keeps those it has taken.
 */
function raisedAfter(before: Appeal, event: AppealEvent): readonly Step[] {
  const { raised } = before.beside;
  const without = (...clocks: readonly string[]) =>
    raised.filter((step) => !clocks.some((clock) => step.startsWith(clock)));
  const longer = (due: number, was: number | undefined, clock: string) =>
    was !== undefined && due > was ? [clock] : [];
  switch (event.type) {
    case 'dispatched':
      return without(...ofAnOrder, ...ofAnAnswer);
    case 'extended':
      return without(...longer(event.data.finishDue, before.order?.finishDue, 'finish'));
    case 'clocks-recomputed':
      return without(
        ...longer(event.data.finishDue, before.order?.finishDue, 'finish'),
        ...longer(event.data.ackDue, before.order?.ackDue, 'acknowledge'),
      );
    case 'classified':
      return without(...longer(event.data.dispatchDue, before.dispatchDue, 'dispatch'));
    case 'reopened':
    case 'split':
    case 'send-back-upheld':
      return without('dispatch');
    case 'answer-approved':
    case 'answer-shared':
      return without(...ofAnAnswer);
    default: {
      const step = stepOf(before, event);
      return step && !raised.includes(step) ? [...raised, step] : raised;
    }
  }
}

const ofAnOrder = ['acknowledge', 'contact', 'finish', 'no-taker', 'co-handle'];
const ofAnAnswer = ['promise', 'call-back'];

/** The step an event is the taking of, if it is one. */
function stepOf(before: Appeal, event: AppealEvent): Step | null {
  const late = before.state === 'received' ? 'dispatch' : 'finish';
  switch (event.type) {
    case 'light-raised':
      return `${event.data.clock}:${event.data.light}`;
    case 'chased': {
      const { clock, unit } = event.data;
      return clock === 'co-handle' ? `co-handle:${unit ?? 0}` : `${clock}:chase`;
    }
    case 'follow-up-opened':
      if (event.data.cause === 'promise-broken') return 'promise-broken';
      return event.data.cause === 'overdue' ? `${late}:follow-up` : null;
    case 'circular-issued':
      return event.data.cause === 'overdue' ? `${late}:circular` : null;
    case 'call-back-planned':
      return `call-back-${event.data.cause}`;
    case 'promise-due':
      return 'promise-due';
    // The centre has said who takes it: nobody can say any more that nobody does.
    case 'send-back-refused':
      return 'no-taker';
    default:
      return null;
  }
}
