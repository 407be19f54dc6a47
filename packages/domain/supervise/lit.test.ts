import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day, hour } from '../calendar/calendar.ts';
import { evolve } from '../evolve.ts';
import type { Appeal } from '../appeal.ts';
import { commandOf, type Dice, move } from '../testing/dice.ts';
import {
  attempt,
  filed,
  follow,
  type History,
  onLedger,
  orderOf,
  steps,
  ticked,
  walks,
} from '../testing/histories.ts';
import { clocksOf, lightOf } from './clocks.ts';
import { litAfter, type LitClocks, worstOf } from './lit.ts';

/** The lights that its events say, one after the other. */
function litOf({ recorded }: History): LitClocks | null {
  let met: Appeal | null = null;
  let lit: LitClocks | null = null;
  for (const one of recorded) {
    lit = litAfter(lit, one.event, met);
    met = evolve(met, one);
  }
  return lit;
}
/** The same as the clocks are, at a moment when the system has raised all that is due. */
const shown = ({ appeal, settings, calendar, now }: History) =>
  Object.fromEntries(
    clocksOf(appeal, settings, calendar)
      .filter(({ done }) => done === null)
      .map((clock) => [clock.name, lightOf(clock, now)] as const)
      .filter(([, light]) => light !== 'green'),
  );
const lights = (lit: LitClocks | null) =>
  Object.fromEntries(Object.entries(lit?.clocks ?? {}).map(([name, { light }]) => [name, light]));

const dice: fc.Arbitrary<Dice> = fc.record({
  wild: fc.constant(false),
  who: fc.nat(),
  what: fc.nat(),
  unit: fc.nat(),
  matter: fc.nat(),
  choice: fc.nat(),
  yes: fc.boolean(),
  gap: fc.oneof(
    { weight: 3, arbitrary: fc.nat({ max: hour }) },
    { weight: 2, arbitrary: fc.nat({ max: 40 * day }) },
  ),
});

test('whatever happens to an appeal, its events say the lights its clocks have', { timeout: 60_000 }, () => {
  let most = 0;
  fc.assert(
    fc.property(fc.array(dice, { minLength: 10, maxLength: 40, size: 'max' }), (throws) => {
      let history = filed();
      for (const d of throws) {
        const { actor, name } = move(history, d);
        const at = history.now + d.gap;
        const decision = attempt(history, actor, commandOf(name, d, at), d.gap);
        if (Array.isArray(decision)) history = follow(history, actor.kind, decision, at);
        history = ticked(history, 0);
        most = Math.max(most, Object.keys(shown(history)).length);
        expect(lights(litOf(history))).toEqual(shown(history));
      }
    }),
    { numRuns: 80 },
  );
  expect(most).toBeGreaterThan(1);
});

describe('an appeal’s own light', () => {
  const late = (history: History, after = 30 * day) => worstOf(litOf(ticked(history, after))!);
  test('is the worst of its clocks, by the earliest limit of those', () => {
    const history = walks['dispatched:acknowledged']();
    const { contactDue, finishDue } = orderOf(history);
    expect(late(history, 20 * hour)).toEqual({ light: 'yellow', due: contactDue });
    expect(late(history, 2 * day)).toEqual({ light: 'red', due: contactDue });
    expect(late(steps.contact(history))).toEqual({ light: 'red', due: finishDue });
  });

  test('is not that of what nobody need take while it is in dispute', () => {
    const taken = ticked(steps.contact(walks['dispatched:acknowledged']()), hour);
    expect(litOf(taken)).toBeNull();
    const yellow = ticked(walks['dispatched:offered'](), 20 * hour);
    expect(lights(litOf(yellow))).toEqual({ acknowledge: 'yellow', contact: 'yellow' });
    const lit = litOf(steps.sendBack(yellow))!;
    expect(worstOf({ ...lit, clocks: { acknowledge: lit.clocks.acknowledge! } })).toBeNull();
  });

  test('stays what it was on the ledger, and its limit comes later by what it stood', () => {
    const paused = onLedger(ticked(walks['dispatched:working'](), 30 * day), 50);
    expect(lights(litOf(paused))).toEqual({ finish: 'red' });
    const back = ticked(paused, 60 * day);
    expect(litOf(back)!.clocks.finish).toEqual({ light: 'red', due: orderOf(back).finishDue });
  });
});

test('a calendar that moves the limits further puts out what was lit by them', () => {
  const history = ticked(walks['dispatched:offered'](), 20 * hour);
  const { no: order, ackDue, finishDue } = orderOf(history);
  const data = { order, ackDue: ackDue + 3 * day, finishDue: finishDue + 3 * day, provisional: false };
  const moved = follow(history, 'system', [{ type: 'clocks-recomputed', data }], history.now);
  expect(lights(litOf(moved))).toEqual({ contact: 'yellow' });
  expect(shown(moved)).toEqual({ contact: 'yellow' });
  expect(moved.appeal.beside.raised).not.toContain('acknowledge:yellow');
});
