import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Appeal, situation } from '../appeal.ts';
import { officeTime } from '../calendar/calendar.ts';
import { defaultSettings } from '../settings.ts';
import { calendar2026, staff, units } from '../testing/city.ts';
import { commandOf, type Dice, move } from '../testing/dice.ts';
import {
  attempt,
  command,
  filed,
  follow,
  type History,
  onLedger,
  step,
  steps,
  walks,
} from '../testing/histories.ts';
import { count } from './counting.ts';
import { heldLedger } from './held.ts';
import type { Life } from './life.ts';
import { type Count, hourOf, type Measure } from './measures.ts';

const minute = 60_000;
const hour = 60 * minute;
const office = (_rules: number, from: number, to: number) =>
  officeTime(calendar2026, defaultSettings.officeHours, from, to);
const named = new Map<number, string>(Object.entries(units).map(([name, { id }]) => [id, name]));
/** Minutes by unit, as things stand `after` ms from the last event. */
const held = ({ recorded, now }: History, after = 0) =>
  Object.fromEntries<number>(
    heldLedger(recorded, office, now + after).map(({ unit, ms }) => [named.get(unit) ?? '', ms / minute]),
  );
const centre = staff('dispatcher', units.cityCentre);
const text = '情况属实。';

describe('who is charged', () => {
  // Each step takes a minute, from nine on a plain Monday on.
  test.each<[string, History, number, Record<string, number>]>([
    ['the centre until it is dispatched', filed(), hour, { cityCentre: 60 }],
    ['over a weekend and nights office hours only', filed(), 7 * 24 * hour, { cityCentre: 5 * 7 * 60 }],
    [
      'each centre while it has it',
      step(filed(), centre, command('dispatch', { unit: units.districtCentre.id }), hour),
      hour,
      { cityCentre: 60, districtCentre: 60 },
    ],
    [
      'the unit it was given to',
      walks['dispatched:acknowledged'](),
      10 * minute,
      { cityCentre: 1, street: 11 },
    ],
    [
      'whom it gave it to',
      steps.subAssign(walks['dispatched:acknowledged'](), units.grid),
      10 * minute,
      { cityCentre: 1, street: 2, grid: 10 },
    ],
    [
      'the lead while it reviews',
      steps.answer(steps.subAssign(walks['dispatched:working'](), units.grid)),
      10 * minute,
      { cityCentre: 1, street: 13, grid: 1 },
    ],
    [
      'whoever drafted it, when the draft comes back',
      step(
        steps.answer(steps.subAssign(walks['dispatched:working'](), units.grid)),
        staff('leader', units.street),
        command('review', { approve: false, text }),
      ),
      10 * minute,
      { cityCentre: 1, street: 4, grid: 11 },
    ],
    [
      'the centre while it decides a send-back',
      walks['dispatched:send-back-pending'](),
      10 * minute,
      { cityCentre: 11, street: 1 },
    ],
    [
      'the unit again when it is refused',
      steps.decideSendBack(walks['dispatched:send-back-pending'](), false),
      10 * minute,
      { cityCentre: 2, street: 11 },
    ],
    [
      'nobody in arbitration',
      walks['dispatched:in-arbitration'](),
      10 * hour,
      held(walks['dispatched:in-arbitration']()),
    ],
    [
      'nobody on the ledger',
      onLedger(walks['dispatched:working'](), 20),
      10 * hour,
      { cityCentre: 1, street: 4 },
    ],
    [
      'the unit again when it comes off',
      step(onLedger(walks['dispatched:working'](), 20), centre, command('resume', { text }), hour),
      10 * minute,
      { cityCentre: 1, street: 14 },
    ],
    [
      'nobody while the citizen is to rate',
      walks['awaiting-rating'](),
      10 * hour,
      { cityCentre: 1, street: 4 },
    ],
    [
      'the unit that does it again',
      steps.rate(walks['awaiting-rating'](), 1),
      10 * minute,
      { cityCentre: 1, street: 14 },
    ],
  ])('%s', (_, history, after, expected) => expect(held(history, after)).toEqual(expected));

  test('since when, of the one that has it', () => {
    const history = steps.subAssign(walks['dispatched:acknowledged'](), units.grid);
    const since = heldLedger(history.recorded, office, history.now).map((each) => [
      named.get(each.unit),
      each.since,
    ]);
    expect(since).toEqual([
      ['cityCentre', null],
      ['street', null],
      ['grid', history.now],
    ]);
  });
});

const dice: fc.Arbitrary<Dice> = fc.record({
  wild: fc.constant(false),
  who: fc.nat(),
  what: fc.nat(),
  unit: fc.nat(),
  matter: fc.nat(),
  choice: fc.nat(),
  yes: fc.boolean(),
  gap: fc.oneof(fc.nat({ max: hour }), fc.nat({ max: 60 * hour }), fc.nat({ max: 20 * 24 * hour })),
});

/** What is counted over a whole life, step by step, and what is remembered at its end. */
function tally({ recorded }: History) {
  let life: Life | null = null;
  const counts: Count[] = [];
  for (const { event, at } of recorded) {
    const counted = count(life, event, at, office);
    ({ life } = counted);
    counts.push(...counted.counts);
  }
  const sums = new Map<string, number>();
  for (const { measure, at, unit, place, n } of counts) {
    const name = [measure, hourOf(at), unit, place.kind, place.matter].join(' ');
    sums.set(name, (sums.get(name) ?? 0) + n);
  }
  const total = (measure: Measure) =>
    counts.reduce((sum, one) => (one.measure === measure ? sum + one.n : sum), 0);
  return { life, sums, total };
}

function lived(start: History, rolls: readonly Dice[]): History {
  return rolls.reduce<History>((history, roll) => {
    const { actor, name } = move(history, roll);
    const given = commandOf(name, roll, history.now + roll.gap);
    const decision = attempt(history, actor, given, roll.gap);
    return Array.isArray(decision) ? follow(history, actor.kind, decision, history.now + roll.gap) : history;
  }, start);
}

/** What is kept is at most what was due, in the same hour, under the same unit and place. */
const parts: readonly (readonly [kept: Measure, due: Measure])[] = [
  ['dispatched-in-time', 'dispatch-due'],
  ['contacted-in-time', 'contact-wanted'],
  ['finished-in-time', 'finish-due'],
  ['finished-in-original', 'finish-due-original'],
  ['dispatched-once', 'first-dispatched'],
  ['acknowledged-in-time', 'dispatched'],
  ['claimed-solved', 'answered-by-unit'],
  ['send-back-upheld', 'sent-back'],
  ['closed-once', 'closed'],
  ['satisfied-again', 'satisfied'],
];
const keptUndue = (sums: ReadonlyMap<string, number>): string[] =>
  parts.flatMap(([kept, due]) =>
    [...sums].flatMap(([name, n]) =>
      name.startsWith(`${kept} `) && n > (sums.get(name.replace(kept, due)) ?? 0) ? [name] : [],
    ),
  );

/** What an order in hand says of what is remembered: its unit, who has it, and its limits while they run. */
function orderSays({ state, order }: Appeal, life: Life | null): Partial<Life> {
  if (state !== 'dispatched' || !order) return {};
  const paused = order.state === 'on-ledger' && life?.due.finish === null;
  return {
    lead: order.unit.id,
    holder: order.holder.id,
    ackDue: order.ackDue,
    due: {
      dispatch: null,
      contact: life?.due.contact ?? null,
      finish: paused ? null : order.finishDue,
      original: order.beside.originalFinishDue,
    },
  };
}

/** A loaded machine takes its time over 400 lives, in ms. */
const patience = 60_000;

test('over any life: nothing is taken that was not counted, nothing is kept that was not due, and the ledger is what was counted', {
  timeout: patience,
}, () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(
      fc.constantFrom(...Object.values(walks)),
      fc.array(dice, { maxLength: 30 }),
      (walk, rolls) => {
        const history = lived(walk(), rolls);
        const { appeal, recorded, now } = history;
        const { life, sums, total } = tally(history);
        seen.add(situation(appeal));
        for (const [name, n] of sums) expect({ name, less: n < 0 }).toEqual({ name, less: false });
        expect(keptUndue(sums)).toEqual([]);
        // What is remembered is what the state says.
        expect(life).toMatchObject({
          centre: appeal.centre.id,
          place: { kind: appeal.kind, matter: appeal.matter, area: appeal.area },
          dispatched: appeal.firstDispatchedAt !== null,
        });
        expect(life).toMatchObject(orderSays(appeal, life));
        const ledger = heldLedger(recorded, office, now).reduce((sum, { ms }) => sum + ms, 0);
        const running = life?.unit == null ? 0 : office(0, life.since, now);
        expect(total('held') + running).toBe(ledger);
        expect(ledger).toBeLessThanOrEqual(office(0, appeal.filedAt, now));
      },
    ),
    { numRuns: 400 },
  );
  for (const one of ['dispatched:on-ledger', 'dispatched:in-arbitration', 'awaiting-rating', 'closed'])
    expect([...seen]).toContain(one);
});
