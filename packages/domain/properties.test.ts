import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Actor } from './actors.ts';
import { type Appeal, type Situation, situation, urgencies } from './appeal.ts';
import { hour } from './calendar/calendar.ts';
import type { CommandName } from './commands.ts';
import { abilities } from './decide.ts';
import type { EventType } from './events.ts';
import { evolve } from './evolve.ts';
import { cityTime, type UnitName, units } from './testing/city.ts';
import { commandOf, type Dice, move } from './testing/dice.ts';
import { at, attempt, filed, follow, type History } from './testing/histories.ts';
import { transitions } from './transitions.ts';
import { isWithin } from './units.ts';

/** Ways to be turned away before a stage's own rules are asked: exactly what `abilities` foretells. */
const gate: readonly string[] = ['not-allowed', 'not-yours', 'own-call-back', 'wrong-state'];
const neverReached: readonly Situation[] = [
  'merged',
  'dispatched:answered',
  'dispatched:sent-back',
  'dispatched:terminated',
  'dispatched:on-ledger',
];

const dice: fc.Arbitrary<Dice> = fc.record({
  wild: fc.boolean(),
  who: fc.nat(),
  what: fc.nat(),
  unit: fc.nat(),
  matter: fc.nat(),
  choice: fc.nat(),
  yes: fc.boolean(),
  gap: fc.oneof(
    { weight: 5, arbitrary: fc.nat({ max: hour }) },
    { weight: 1, arbitrary: fc.nat({ max: 60 * hour }) },
  ),
});

const count = (history: History, type: EventType): number =>
  history.recorded.filter(({ event }) => event.type === type).length;

/** What holds of every appeal at every time. */
function checkAppeal(history: History): void {
  const { appeal, recorded, now } = history;
  expect(neverReached).not.toContain(situation(appeal));
  expect(appeal.version).toBe(recorded.length);
  expect(appeal.sendBacks).toBe(count(history, 'send-back-asked'));
  const twice = appeal.dissatisfied >= 2;
  expect(count(history, 'circular-issued')).toBe(twice ? 1 : 0);
  expect(count(history, 'follow-up-opened')).toBe(appeal.followUp ? 1 : 0);
  expect(appeal.followUp || !twice).toBe(true);
  expect(appeal.bounced).toBeLessThanOrEqual(now - appeal.filedAt);
  const { accused, order } = appeal;
  const parties = [appeal.centre, order?.unit, order?.holder].filter((unit) => unit !== undefined);
  expect(parties.filter((unit) => accused && isWithin(unit, accused))).toEqual([]);
  if (!order) return;
  expect(isWithin(order.holder, order.unit)).toBe(true);
  expect(order.unit.kind).not.toBe('dispatch-centre');
  for (const due of [order.ackDue, order.contactDue, order.finishDue])
    expect(due).toBeGreaterThan(order.offeredAt);
}

/** What holds of one accepted step. */
function checkStep(
  before: History,
  after: History,
  { actor, name }: { actor: Actor; name: CommandName },
): void {
  const [was, is] = [before.appeal, after.appeal];
  expect(transitions[situation(was)][name], `${name} in ${situation(was)}`).toContain(situation(is));
  const { filedAt, key, channel, accused, confidential } = is;
  expect(was).toMatchObject({ filedAt, key, channel, accused, confidential });
  expect(is.bounced).toBeGreaterThanOrEqual(was.bounced);
  if (name === 'send-back') {
    expect(was.order?.designated).toBe(false);
    expect(situation(is)).toBe(
      was.sendBacks > 0 ? 'dispatched:in-arbitration' : 'dispatched:send-back-pending',
    );
  }
  if (name === 'sub-assign') expect(is.order?.unit).toEqual(was.order?.unit);
  if (actor.kind !== 'staff') return;
  if (accused) expect(isWithin(actor.unit, accused)).toBe(false);
  if (name === 'review') expect(actor.account).not.toBe(was.order?.draftedBy);
  if (name === 'evaluate' && was.order) expect(isWithin(actor.unit, was.order.unit)).toBe(false);
}

type Lived = { readonly before: History; readonly name: CommandName; readonly after: History };

/** One throw of the dice: an accepted command leads on, a refused one leaves all as it was. */
function live(before: History, d: Dice): Lived {
  const { actor, name } = move(before, d);
  const now = before.now + d.gap;
  const decision = attempt(before, actor, commandOf(name, d, now), d.gap);
  const offered = abilities(before.appeal, actor).includes(name);
  const passed = Array.isArray(decision) || !gate.includes(decision.refused);
  expect(passed, `${name}: ${JSON.stringify(decision)}`).toBe(offered);
  if (!Array.isArray(decision)) return { before, name, after: before };
  expect(decision.length).toBeGreaterThan(0);
  const after = follow(before, actor.kind, decision, now);
  checkStep(before, after, { actor, name });
  checkAppeal(after);
  return { before, name, after };
}

const accusable = [
  'street',
  'districtCentre',
  'urban',
  'otherDistrict',
] as const satisfies readonly UnitName[];
const beginning = fc.record({
  at: fc.integer({ min: cityTime('2026-01-05 00:00'), max: cityTime('2026-10-31 23:59') }),
  intake: fc.record({
    urgency: fc.constantFrom(...urgencies),
    accused: fc.constantFrom(null, null, ...accusable.map((name) => units[name])),
  }),
});
const life = fc.tuple(beginning, fc.array(dice, { minLength: 30, maxLength: 60, size: 'max' }));
type Life = typeof life extends fc.Arbitrary<infer L> ? L : never;

/** One life after another, as long as the dice last: what is over is met a few times more and then makes room. */
function* lives([start, throws]: Life): Generator<Lived> {
  let history = filed(start);
  checkAppeal(history);
  for (const each of throws) {
    const over = at(history) === 'closed' || at(history) === 'withdrawn';
    if (over && each.choice % 2 === 0) history = filed(start);
    const lived = live(history, each);
    yield lived;
    history = lived.after;
  }
}

/** A loaded machine may be ten times as slow as a free one. */
const patience = 60_000;

test('whatever anybody does, the rules hold, and a history says all of it', { timeout: patience }, () => {
  fc.assert(
    fc.property(life, (each) => {
      let last: History | undefined;
      for (const { after } of lives(each)) last = after;
      const replayed = last?.recorded.reduce<Appeal | null>((state, event) => evolve(state, event), null);
      expect(replayed).toEqual(last?.appeal);
    }),
    { numRuns: 100 },
  );
});

/** Every kind of event; one that is added and not met by the random lives does not compile, or fails. */
const everyEvent: Readonly<Record<EventType, true>> = {
  filed: true,
  supplemented: true,
  withdrawn: true,
  urged: true,
  classified: true,
  'answered-at-once': true,
  referred: true,
  'passed-to-centre': true,
  dispatched: true,
  'send-back-upheld': true,
  'send-back-refused': true,
  arbitrated: true,
  acknowledged: true,
  'send-back-asked': true,
  contacted: true,
  'sub-assigned': true,
  answered: true,
  'answer-approved': true,
  'answer-returned': true,
  'follow-up-opened': true,
  'circular-issued': true,
  evaluated: true,
  reopened: true,
  closed: true,
};

/** Every way of the table, as `situation: command → situation`. */
const everyWay: readonly string[] = Object.entries(transitions).flatMap(([from, moves]) =>
  Object.entries(moves).flatMap(([name, ends]) => ends.map((to) => `${from}: ${name} → ${to}`)),
);

test('the random lives go every way the table names, and meet every kind of event', {
  timeout: patience,
}, () => {
  const ways = new Set<string>();
  const events = new Set<EventType>();
  for (const each of fc.sample(life, { numRuns: 200, seed: 20_260_302 })) {
    for (const { before, name, after } of lives(each)) {
      if (after === before) continue;
      ways.add(`${at(before)}: ${name} → ${at(after)}`);
      for (const { event } of after.recorded.slice(before.recorded.length - 1)) events.add(event.type);
    }
  }
  expect([...ways].sort()).toEqual([...everyWay].sort());
  expect([...events].sort()).toEqual(Object.keys(everyEvent).sort());
});

test('what is over stays over', () => {
  for (const over of ['closed', 'withdrawn'] as const) expect(transitions[over]).toEqual({});
  for (const at of neverReached) expect(transitions[at]).toEqual({});
});
