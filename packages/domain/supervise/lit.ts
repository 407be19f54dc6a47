import type { AppealEvent } from '../events.ts';
import type { Light } from '../limits.ts';
import { type ClockName, clockNames } from './steps.ts';

/** 黄灯 or 红灯 as the system raised it; `due`: the limit it was measured by then, ms. */
export type Lit = { readonly light: Exclude<Light, 'green'>; readonly due: number };

/**
 * The lights an open appeal shows: those of its clocks that are not done. Each is raised by the sweep within seconds of its
 * minute, and shown here from then on; in between `lightOf` says it already.
 */
export type LitClocks = {
  readonly clocks: Readonly<Partial<Record<ClockName, Lit>>>;
  /** Whose duty it is is being decided: nobody need take it meanwhile. */
  readonly disputed: boolean;
};

/** What an event met: until when it was to be dispatched by the appeal's own clock, ms. */
export type Met = { readonly dispatchDue: number };

/** The lights after an event; null where none is lit. All of it follows from the events, in their order. */
export function litAfter(before: LitClocks | null, event: AppealEvent, met: Met | null): LitClocks | null {
  if (event.type === 'light-raised') {
    const { clock, light, due } = event.data;
    return { disputed: false, ...before, clocks: { ...before?.clocks, [clock]: { light, due } } };
  }
  return before && changed(before, event, met);
}

function changed(before: LitClocks, event: AppealEvent, met: Met | null): LitClocks | null {
  switch (event.type) {
    case 'dispatched':
    case 'send-back-upheld':
    case 'reopened':
    case 'split':
    case 'merged':
    case 'withdrawn':
    case 'answered-at-once':
    case 'referred':
    case 'answer-approved':
    case 'answer-shared':
    case 'terminated':
    case 'closed':
      return null;
    case 'acknowledged':
      return without(before, 'acknowledge');
    case 'contacted':
      return event.data.reached ? without(before, 'contact') : before;
    case 'send-back-asked':
    case 'arbitration-called':
      return { ...before, disputed: true };
    case 'send-back-refused':
    case 'arbitrated':
      return { ...before, disputed: false };
    case 'classified':
      return longer(event.data.dispatchDue, met?.dispatchDue) ? without(before, 'dispatch') : before;
    case 'resumed':
      return withDue(before, 'finish', event.data.finishDue);
    case 'extended':
      return moved(before, 'finish', event.data.finishDue);
    case 'clocks-recomputed': {
      const rest = moved(before, 'finish', event.data.finishDue);
      return rest && moved(rest, 'acknowledge', event.data.ackDue);
    }
    default:
      return before;
  }
}

const longer = (due: number, was: number | undefined): boolean => was !== undefined && due > was;

/** A clock that runs longer than before is not lit any more; one that runs shorter keeps its light. */
const moved = (before: LitClocks, clock: ClockName, due: number): LitClocks | null =>
  longer(due, before.clocks[clock]?.due) ? without(before, clock) : withDue(before, clock, due);

/** What it stood still for on the ledger puts its limit off, not its light out. */
function withDue(before: LitClocks, clock: ClockName, due: number): LitClocks {
  const lit = before.clocks[clock];
  return lit ? { ...before, clocks: { ...before.clocks, [clock]: { ...lit, due } } } : before;
}

function without(before: LitClocks, clock: ClockName): LitClocks | null {
  const { [clock]: _, ...clocks } = before.clocks;
  return Object.keys(clocks).length === 0 ? null : { ...before, clocks };
}

/**
 * The light of the appeal itself: the worst of its clocks', by the earliest limit of those; null while it is green. What
 * need not be taken while it is in dispute makes nobody late.
 */
export function worstOf({ clocks, disputed }: LitClocks): Lit | null {
  const counted = clockNames
    .filter((name) => !(disputed && name === 'acknowledge'))
    .flatMap((name) => clocks[name] ?? []);
  const [first, ...rest] = counted.some(({ light }) => light === 'red')
    ? counted.filter(({ light }) => light === 'red')
    : counted;
  return first ? rest.reduce((a, b) => (b.due < a.due ? b : a), first) : null;
}
