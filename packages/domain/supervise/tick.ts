import type { Appeal } from '../appeal.ts';
import type { Context } from '../context.ts';
import type { AppealEvent } from '../events.ts';
import { actingBackstop } from '../fitness.ts';
import { afterPause } from '../pause.ts';
import { refOf } from '../units.ts';
import type { FollowUpCause } from './events.ts';
import type { Settings } from '../settings.ts';
import { dispatchWindow } from './clocks.ts';
import { watches } from './watch.ts';
import type { ClockName, LadderStep, Step } from './steps.ts';

/**
 * What is due by now happens, in the order it fell due. A step that changes the appeal (arbitration, the ledger's review,
 * closing) is the last of its tick: the next one looks again at what is left.
 */
export function tick(appeal: Appeal, context: Context): AppealEvent[] {
  const events: AppealEvent[] = [];
  for (const { step, at } of watches(appeal, context.settings, context.calendar)) {
    if (at > context.now) break;
    events.push(...taken(step, appeal, context));
    if (moves.includes(step)) break;
  }
  return events;
}

const moves: readonly Step[] = ['no-taker', 'ledger-review', 'close-unrated'];

function taken(step: Step, appeal: Appeal, context: Context): AppealEvent[] {
  switch (step) {
    case 'no-taker':
      return noTaker(appeal, context);
    case 'ledger-review':
      return reviewed(appeal, context);
    case 'call-back-sample':
      return [{ type: 'call-back-planned', data: { cause: 'sample' } }];
    case 'call-back-silent':
      return [{ type: 'call-back-planned', data: { cause: 'silent' } }];
    case 'close-unrated':
      return [{ type: 'closed', data: { solved: null, how: 'unrated' } }];
    case 'promise-due': {
      const unit = appeal.beside.promise?.unit.id;
      return unit === undefined ? [] : [{ type: 'promise-due', data: { unit } }];
    }
    case 'promise-broken':
      return followUp('promise-broken', appeal.beside.promise?.unit.id ?? null);
    default: {
      if (isOwed(step)) return [{ type: 'chased', data: { clock: 'co-handle', unit: owing(step) } }];
      const [clock, rung] = step.split(':') as [ClockName, LadderStep];
      return climb(appeal, clock, rung, context);
    }
  }
}

const isOwed = (step: Step): step is `co-handle:${number}` => step.startsWith('co-handle:');
const owing = (step: `co-handle:${number}`): number => Number(step.slice('co-handle:'.length));

/** One rung of the ladder for one clock. */
function climb(appeal: Appeal, clock: ClockName, rung: LadderStep, { settings }: Context): AppealEvent[] {
  const unit = clock === 'dispatch' ? appeal.centre.id : (appeal.order?.unit.id ?? null);
  switch (rung) {
    case 'yellow':
    case 'red':
      return [
        { type: 'light-raised', data: { clock, light: rung, due: dueOf(appeal, clock, settings), unit } },
      ];
    case 'chase':
      return [{ type: 'chased', data: { clock, unit } }];
    case 'follow-up':
      return followUp('overdue', unit);
    case 'circular':
      return [{ type: 'circular-issued', data: { unit, cause: 'overdue' } }];
    default:
      return rung satisfies never;
  }
}

function dueOf(appeal: Appeal, clock: ClockName, settings: Settings): number {
  const { order } = appeal;
  if (clock === 'dispatch' || !order) return dispatchWindow(appeal, settings).due;
  const dues = { acknowledge: order.ackDue, contact: order.contactDue, finish: order.finishDue };
  return dues[clock];
}

/** Also where one is open already: the step was taken, and the record says why. */
function followUp(cause: FollowUpCause, unit: number | null): AppealEvent[] {
  return [{ type: 'follow-up-opened', data: { cause, unit, level: 'ordinary' } }];
}

/** On its review date a case comes off the ledger by itself: what still cannot be done must be asked for again. */
function reviewed({ order }: Appeal, { calendar, now }: Context): AppealEvent[] {
  return order ? [{ type: 'resumed', data: { order: order.no, ...afterPause(order, calendar, now) } }] : [];
}

function noTaker(appeal: Appeal, context: Context): AppealEvent[] {
  if (appeal.state !== 'dispatched') return [];
  const { order } = appeal;
  const called: AppealEvent = { type: 'arbitration-called', data: { order: order.no, cause: 'no-taker' } };
  const backstop = actingBackstop(appeal, context);
  return backstop
    ? [called, { type: 'backstop-named', data: { order: order.no, unit: refOf(backstop) } }]
    : [called];
}
