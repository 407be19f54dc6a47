import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Actor } from './actors.ts';
import {
  type Appeal,
  type AppealState,
  type Situation,
  situation,
  urgencies,
  type WorkOrder,
} from './appeal.ts';
import { hour } from './calendar/calendar.ts';
import type { CommandName } from './commands.ts';
import { abilities } from './decide.ts';
import type { EventType } from './events.ts';
import { evolve } from './evolve.ts';
import { leadOf } from './permissions.ts';
import type { RefusalCode } from './refusals.ts';
import { defaultSettings } from './settings.ts';
import { nextWatch } from './supervise/watch.ts';
import { cityTime, matters, staff, type UnitName, unitNames, units } from './testing/city.ts';
import { commandOf, type Dice, move, workers } from './testing/dice.ts';
import {
  at,
  attempt,
  command,
  filed,
  follow,
  type History,
  onLedger,
  reachable,
  step,
  steps,
  thrice,
  ticked,
  walks,
} from './testing/histories.ts';
import { transitions } from './transitions.ts';
import { isWithin } from './units.ts';

/** Ways to be turned away before a stage's own rules are asked: exactly what `abilities` foretells. */
const gate: readonly RefusalCode[] = [
  'not-allowed',
  'not-yours',
  'own-call-back',
  'wrong-state',
  'recused',
  'concealed-already',
  'contested-already',
  'has-followers',
  'designated',
  'applied-already',
  'application-none',
  'own-application',
  'not-joined',
  'promise-none',
  'follow-up-open',
  'follow-up-none',
  'follow-up-unmet',
  'exclusion-asked-already',
  'exclusion-none',
  'exclusion-own',
];
const neverReached: readonly Situation[] = [
  'dispatched:answered',
  'dispatched:sent-back',
  'dispatched:terminated',
];
const final: readonly AppealState[] = ['answered-at-once', 'referred', 'closed', 'withdrawn'];

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
    // Nobody looks for weeks, not even the system.
    { weight: 1, arbitrary: fc.nat({ max: 40 * 24 * hour }) },
  ),
});

const count = (history: History, type: EventType): number =>
  history.recorded.filter(({ event }) => event.type === type).length;

const has = ({ recorded }: History, type: EventType, cause: string): number =>
  recorded.filter(({ event }) => event.type === type && 'cause' in event.data && event.data.cause === cause)
    .length;

/** What holds of every appeal at every time. */
function checkAppeal(history: History): void {
  const { appeal, recorded, now } = history;
  expect(neverReached).not.toContain(situation(appeal));
  expect(appeal.version).toBe(recorded.length);
  expect(appeal.sendBacks).toBe(count(history, 'send-back-asked'));
  const twice = appeal.dissatisfied >= 2;
  expect(has(history, 'circular-issued', 'dissatisfied-twice')).toBe(twice ? 1 : 0);
  const followed = recorded.findLast(({ event }) => event.type.startsWith('follow-up'));
  expect(appeal.followUp).toBe(followed?.event.type === 'follow-up-opened');
  expect(twice && appeal.beside.followUpAt === null).toBe(false);
  expect(appeal.bounced).toBeLessThanOrEqual(now - appeal.filedAt);
  expect(appeal.beside.contested).toBeLessThanOrEqual(1);
  if (appeal.state === 'merged') expect(appeal.beside.master).not.toBeNull();
  if (appeal.state === 'received' || appeal.state === 'dispatched') expect(appeal.beside.master).toBeNull();
  const { accused, order } = appeal;
  const parties = [order?.unit, order?.holder, ...(order?.beside.coHandlers ?? []).map(({ unit }) => unit)];
  expect(parties.filter((unit) => unit && accused && isWithin(unit, accused))).toEqual([]);
  if (order) checkOrder(order, appeal);
  checkWatch(history);
}

function checkOrder(order: WorkOrder, { state }: Appeal): void {
  const { beside } = order;
  if (state === 'dispatched' && order.state !== 'in-arbitration')
    expect(isWithin(order.holder, order.unit)).toBe(true);
  expect(['dispatch-centre', 'partner']).not.toContain(order.unit.kind);
  for (const due of [order.ackDue, order.contactDue, order.finishDue])
    expect(due).toBeGreaterThan(order.offeredAt);
  expect(order.finishDue).toBeGreaterThanOrEqual(beside.originalFinishDue);
  expect(beside.pausedAt !== null && order.state !== 'terminated').toBe(order.state === 'on-ledger');
  const waiting = beside.asked !== null && order.state !== 'terminated';
  expect(waiting && order.state !== 'acknowledged' && order.state !== 'working').toBe(false);
}

/** Nothing is stuck: what is neither ended nor led by a master is looked at again, or is a supervisor's to close. */
function checkWatch({ appeal, settings, calendar }: History): void {
  const next = nextWatch(appeal, settings, calendar);
  if (appeal.state === 'merged') expect(appeal.beside.master).not.toBeNull();
  else if (appeal.state === 'awaiting-rating') expect(next).not.toBeNull();
  else if (!final.includes(appeal.state) && next === null) {
    expect(appeal.followUp).toBe(true);
    const supervisor = staff('supervisor', units.supervision);
    expect(abilities(appeal, supervisor)).not.toContain('close-follow-up');
  }
}

/** What one step by itself is about: the clock as it was set then, so that the same step of the same clock has the same name. */
function namesOfSteps({ recorded }: History): string[] {
  let appeal: Appeal | null = null;
  let urgencies_ = 0;
  const names: string[] = [];
  for (const each of recorded) {
    const { event } = each;
    if (event.type === 'classified') urgencies_ += 1;
    const late = 'cause' in event.data && event.data.cause === 'overdue';
    const step =
      event.type === 'light-raised' || event.type === 'chased'
        ? `${event.data.clock} ${event.type === 'light-raised' ? event.data.light : 'chased'} ${event.data.unit}`
        : late || event.type === 'call-back-planned' || event.type === 'promise-due'
          ? `${event.type} ${'cause' in event.data ? event.data.cause : ''}`
          : null;
    if (step && appeal) {
      const waits = appeal.state === 'received';
      const clock = waits
        ? [appeal.orders, appeal.dispatchDue, appeal.beside.contested, urgencies_]
        : [appeal.order?.no, appeal.order?.finishDue, appeal.beside.answeredAt];
      names.push(`${step} ${waits} ${clock.join('/')}`);
    }
    appeal = evolve(appeal, each);
  }
  return names;
}

/** What holds of one accepted step. */
function checkStep(
  before: History,
  after: History,
  { actor, name }: { actor: Actor; name: CommandName },
): void {
  const [was, is] = [before.appeal, after.appeal];
  expect(transitions[situation(was)][name], `${name} in ${situation(was)}`).toContain(situation(is));
  const { filedAt, key, channel, accused } = is;
  expect(was).toMatchObject({ filedAt, key, channel, accused });
  expect(is.confidential).toBe(was.confidential || name === 'conceal');
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
  expect(was.beside.recused).not.toContain(actor.account);
  if (name === 'review') expect(actor.account).not.toBe(was.order?.draftedBy);
  const lead = leadOf(was);
  if ((name === 'evaluate' || name === 'check') && lead) expect(isWithin(actor.unit, lead)).toBe(false);
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
  const after = follow(before, actor.kind, decision, now);
  // Of what the system looks at, nothing may be due.
  if (decision.length === 0) expect(lookers).toContain(name);
  else checkStep(before, after, { actor, name });
  checkAppeal(after);
  return { before, name, after };
}

const accusable = [
  'street',
  'cityCentre',
  'supervision',
  'districtCentre',
  'urban',
  'otherDistrict',
] as const satisfies readonly UnitName[];
const text = '请核实处理。';
const closure = { what: 'closure', text } as const;
const followed = (history: History): History =>
  step(history, staff('supervisor', units.supervision), command('open-follow-up', { text }));
const sentBackTwice = (history: History): History =>
  steps.sendBack(steps.decideSendBack(steps.sendBack(history), false));
/** Where a life begins: mostly at its beginning, else so far on that what is rare comes about too. */
const granted = (history: History) => steps.decideExclusion(steps.askExclusion(history), true);
const beginnings: readonly ((plain: History) => History)[] = [
  (plain) => plain,
  (plain) => plain,
  (plain) => thrice(walks['awaiting-rating'](plain)),
  (plain) => steps.promise(walks['dispatched:working'](plain)),
  (plain) => steps.rate(steps.promise(walks['dispatched:working'](plain)), 5),
  (plain) => steps.apply(steps.acknowledge(thrice(walks['awaiting-rating'](plain))), closure),
  (plain) => steps.apply(steps.contact(steps.acknowledge(thrice(walks['awaiting-rating'](plain)))), closure),
  (plain) => steps.invite(walks['dispatched:offered'](plain), units.water),
  (plain) => sentBackTwice(steps.invite(walks['dispatched:working'](plain), units.water)),
  (plain) => onLedger(walks['dispatched:working'](plain), 30),
  (plain) => onLedger(followed(steps.invite(walks['dispatched:acknowledged'](plain), units.water)), 30),
  (plain) => steps.answer(steps.invite(walks['dispatched:working'](plain), units.water)),
  (plain) => steps.share(steps.merge(plain), units.cityCentre),
  (plain) => steps.askExclusion(walks['dispatched:acknowledged'](plain)),
  (plain) => steps.askExclusion(onLedger(walks['dispatched:working'](plain), 30)),
  (plain) => granted(walks['dispatched:offered'](plain)),
  (plain) => granted(onLedger(walks['dispatched:working'](plain), 30)),
  (plain) => granted(walks['dispatched:in-review'](plain)),
  (plain) => granted(walks['dispatched:in-arbitration'](plain)),
  ...reachable.map((at) => walks[at]),
];
/** With matters that the system may dispatch by itself. */
const settings = {
  ...defaultSettings,
  automaticDispatch: Object.keys(matters).map((matter) => ({ matter, confidence: 0.9 })),
};
const beginning = fc.record({
  at: fc.integer({ min: cityTime('2026-01-05 00:00'), max: cityTime('2026-10-31 23:59') }),
  id: fc.nat(),
  intake: fc.record({
    urgency: fc.constantFrom(...urgencies),
    accused: fc.option(fc.constantFrom(...accusable.map((name) => units[name])), { nil: null, freq: 3 }),
  }),
  backstop: fc.constantFrom(...unitNames.map((name) => units[name])),
  walk: fc.nat(),
});
const life = fc.tuple(beginning, fc.array(dice, { minLength: 30, maxLength: 60, size: 'max' }));
type Life = typeof life extends fc.Arbitrary<infer L> ? L : never;

function begin(start: Life[0]): History {
  const plain = filed({ ...start, settings });
  // The walks go to units that may be complained of.
  const walk = start.intake.accused ? undefined : beginnings[start.walk % beginnings.length];
  return walk ? walk(plain) : plain;
}

/** One life after another, as long as the dice last: what is over is met a few times more and then makes room. */
function* lives([start, throws]: Life): Generator<Lived> {
  let history = begin(start);
  checkAppeal(history);
  for (const each of throws) {
    const over = final.includes(history.appeal.state);
    if (over && each.choice % 4 === 0) history = begin(start);
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
      expect(replayed).toStrictEqual(last?.appeal);
    }),
    { numRuns: 100, endOnFailure: true },
  );
});

test('every step is taken once a clock, however long nobody looks', { timeout: patience }, () => {
  fc.assert(
    fc.property(life, fc.nat({ max: 90 * 24 * hour }), (each, pause) => {
      let last = begin(each[0]);
      for (const { after } of lives(each)) last = after;
      const names = namesOfSteps(ticked(last, pause));
      expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
      // When all that was due is done, nothing is due.
      const { appeal, now, settings, calendar } = ticked(last, pause);
      expect(nextWatch(appeal, settings, calendar) ?? now + 1).toBeGreaterThan(now);
    }),
    { numRuns: 60, endOnFailure: true },
  );
});

/** Of what the system looks at, nothing may come. */
const lookers: readonly CommandName[] = [
  'tick',
  'recompute',
  'dispatch-automatically',
  'merge-claimed',
  'note-repeat',
  'note-recurred',
];

/** Every kind of event; one that is added and not met by the random lives does not compile, or fails. */
const everyEvent: Readonly<Record<EventType, true>> = {
  filed: true,
  'exclusion-asked': true,
  'exclusion-granted': true,
  'exclusion-refused': true,
  'exclusion-revoked': true,
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
  concealed: true,
  contested: true,
  'arbitration-called': true,
  'backstop-named': true,
  merged: true,
  split: true,
  'answer-shared': true,
  'followers-changed': true,
  'repeat-noted': true,
  recurred: true,
  applied: true,
  'application-refused': true,
  extended: true,
  'put-on-ledger': true,
  resumed: true,
  terminated: true,
  joined: true,
  reported: true,
  recused: true,
  'promise-reported': true,
  'clocks-recomputed': true,
  'light-raised': true,
  chased: true,
  'follow-up-closed': true,
  'call-back-planned': true,
  'promise-due': true,
  checked: true,
};

/** Every way of the table, as `situation: command → situation`. */
const everyWay: readonly string[] = Object.entries(transitions).flatMap(([from, moves]) =>
  Object.entries(moves).flatMap(([name, ends]) => ends.map((to) => `${from}: ${name} → ${to}`)),
);

/** What anybody could do now, each tried both ways; only one of all this happens in the life. */
function* tries(history: History, d: Dice): Generator<Lived> {
  const able = new Map<CommandName, Actor>();
  for (const actor of workers)
    for (const name of abilities(history.appeal, actor)) if (!able.has(name)) able.set(name, actor);
  for (const [name, actor] of able) {
    for (const yes of [true, false]) {
      // The system is soon there, or comes late.
      const gap = d.gap + (name === 'tick' ? (yes ? 5 : 50) * 24 * hour : 0);
      const given = commandOf(name, { ...d, yes }, history.now + gap);
      const decision = attempt(history, actor, given, gap);
      if (Array.isArray(decision) && decision.length > 0)
        yield { before: history, name, after: follow(history, actor.kind, decision, history.now + gap) };
    }
  }
}

test('from what happens by chance every way of the table can be gone, and every kind of event comes', {
  timeout: patience,
}, () => {
  const ways = new Set<string>();
  const events = new Set<EventType>();
  for (const [walk, [start, dices]] of fc.sample(life, { numRuns: 90, seed: 20_260_302 }).entries()) {
    // Each beginning in turn, then as chance has it.
    const accused = walk < beginnings.length ? null : start.intake.accused;
    let throws = 0;
    for (const { before } of lives([{ ...start, walk, intake: { ...start.intake, accused } }, dices])) {
      const d = dices[throws];
      throws += 1;
      if (!d) continue;
      for (const { name, after } of tries(before, d)) {
        ways.add(`${at(before)}: ${name} → ${at(after)}`);
        for (const { event } of after.recorded.slice(before.recorded.length)) events.add(event.type);
      }
    }
  }
  // Published calendars move clocks in the tests of their own.
  const here = everyWay.filter((way) => !way.includes(': recompute'));
  expect([...ways].sort()).toEqual([...here].sort());
  expect([...events, 'filed', 'clocks-recomputed'].sort()).toEqual(Object.keys(everyEvent).sort());
});

test('what is over stays over', () => {
  expect(Object.keys(transitions.withdrawn).sort()).toEqual(['conceal', 'count-follower']);
  for (const at of neverReached) expect(transitions[at]).toEqual({});
});
