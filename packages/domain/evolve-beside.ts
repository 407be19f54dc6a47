import { accountId, appealId, cohortOf } from './ids.ts';
import type { Appeal, AppealBeside } from './appeal.ts';
import type { AppealEvent } from './events.ts';
import { refOf } from './units.ts';
import type { Step } from './supervise/watch.ts';

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
    suppliedAt: null,
  };
}

/** What is true of the appeal beside its state, after an event. @param next the appeal as its state has moved already */
export function evolveBeside(before: Appeal, next: Appeal, event: AppealEvent, at: number): AppealBeside {
  const { beside } = before;
  const since = next.state === before.state ? beside.since : at;
  const raised = raisedAfter(beside.raised, event);
  return { ...beside, ...changed(before, event, at), since, raised };
}

function changed({ beside, order }: Appeal, event: AppealEvent, at: number): Partial<AppealBeside> {
  switch (event.type) {
    case 'supplemented':
      return { suppliedAt: at };
    case 'contested':
      return { contested: beside.contested + 1, suppliedAt: at };
    case 'follow-up-opened':
      return { followUpAt: at, ...(event.data.cause === 'promise-broken' ? { promise: null } : {}) };
    case 'recused':
      return { recused: [...beside.recused, accountId(event.data.by)] };
    case 'merged': {
      const { cohort, master, masterFiledAt: filedAt } = event.data;
      return { master: { key: { cohort: cohortOf(cohort), id: appealId(master) }, filedAt, unit: null } };
    }
    case 'answer-shared':
      return { master: beside.master && { ...beside.master, unit: event.data.unit } };
    // An order of its own, or the queue: it follows nobody any more.
    case 'split':
    case 'dispatched':
      return { master: null, promise: null, callBack: null };
    case 'followers-changed':
      return { followers: beside.followers + event.data.by };
    case 'answer-approved': {
      const promisedAt = order?.beside.promisedAt ?? null;
      return { promise: order && promisedAt !== null ? { at: promisedAt, unit: refOf(order.unit) } : null };
    }
    case 'promise-reported':
      return event.data.kept ? { promise: null } : {};
    case 'call-back-planned':
      return { callBack: event.data.cause };
    // A sample is asked by somebody apart from the unit whatever the citizen said on their own.
    case 'evaluated':
      return beside.callBack === 'sample' && event.data.via === 'citizen' ? {} : { callBack: null };
    case 'checked':
    case 'reopened':
      return { callBack: null };
    default:
      return {};
  }
}

/** The steps taken so far. A clock that starts anew, or runs longer by leave, has its steps before it again. */
function raisedAfter(raised: readonly Step[], event: AppealEvent): readonly Step[] {
  const without = (...clocks: readonly string[]) =>
    raised.filter((step) => !clocks.some((clock) => step.startsWith(clock)));
  switch (event.type) {
    case 'dispatched':
      return without('acknowledge', 'contact', 'finish', 'promise', 'call-back');
    case 'extended':
    case 'clocks-recomputed':
      return without('finish');
    case 'classified':
    case 'reopened':
    case 'split':
    case 'send-back-upheld':
      return without('dispatch');
    case 'answer-approved':
      return without('promise', 'call-back');
    default: {
      const step = stepOf(event);
      return step && !raised.includes(step) ? [...raised, step] : raised;
    }
  }
}

/** The step an event is the taking of, if it is one. */
function stepOf(event: AppealEvent): Step | null {
  switch (event.type) {
    case 'light-raised':
      return `${event.data.clock}:${event.data.light}`;
    case 'chased':
      return `${event.data.clock}:chase`;
    case 'follow-up-opened':
      if (event.data.cause === 'promise-broken') return 'promise-broken';
      return event.data.cause === 'overdue' ? 'finish:follow-up' : null;
    case 'circular-issued':
      return event.data.cause === 'overdue' ? 'finish:circular' : null;
    case 'call-back-planned':
      return `call-back-${event.data.cause}`;
    case 'promise-due':
      return 'promise-due';
    default:
      return null;
  }
}
