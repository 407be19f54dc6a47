import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Actor } from './actors.ts';
import { type Appeal, type Situation, kinds, situation, urgencies } from './appeal.ts';
import { type Command, type CommandName, commandNames } from './commands.ts';
import { abilities } from './decide.ts';
import { referralReasons } from './dispatch/requests.ts';
import type { EventType } from './events.ts';
import { evolve } from './evolve.ts';
import { answerOutcomes, contactMethods } from './handle/requests.ts';
import { roles } from './roles.ts';
import {
  citizen,
  cityTime,
  matters,
  staff,
  system,
  type UnitName,
  unitNames,
  units,
} from './testing/city.ts';
import { attempt, command, filed, follow, type History, reachable } from './testing/histories.ts';
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

/** Everybody there is: each role in each unit, one more of the posts where it matters who it was, and the outsiders. */
const everybody: readonly Actor[] = [
  citizen,
  system,
  ...roles.flatMap((role) =>
    role === 'citizen' || role === 'system' ? [] : unitNames.map((unit) => staff(role, units[unit])),
  ),
  ...unitNames.map(
    (unit): Actor => ({ ...staff('leader', units[unit]), roles: ['receiver', 'handler', 'leader'] }),
  ),
];

/** The numbers one step is made of. `wild`: any command by anybody, mostly refused; else one that somebody may give. */
type Dice = {
  readonly wild: boolean;
  readonly who: number;
  readonly what: number;
  readonly unit: number;
  readonly matter: number;
  readonly choice: number;
  readonly yes: boolean;
  readonly gap: number;
};
const hours = 3_600_000;
const dice: fc.Arbitrary<Dice> = fc.record({
  wild: fc.boolean(),
  who: fc.nat(),
  what: fc.nat(),
  unit: fc.nat(),
  matter: fc.nat(),
  choice: fc.nat(),
  yes: fc.boolean(),
  gap: fc.oneof(
    { weight: 4, arbitrary: fc.nat({ max: 2 * hours }) },
    { weight: 1, arbitrary: fc.nat({ max: 60 * hours }) },
  ),
});

const pick = <T>(list: readonly T[], at: number): T => list[at % list.length]!;

function commandOf(name: CommandName, d: Dice, now: number): Command {
  const text = '请核实处理。';
  const unit = units[pick(unitNames, d.unit)].id;
  const matter = pick(Object.keys(matters), d.matter);
  const star = (d.choice % 5) + 1;
  const make: Readonly<Record<CommandName, () => Command>> = {
    supplement: () => command('supplement', { text }),
    withdraw: () => command('withdraw', {}),
    urge: () => command('urge', {}),
    classify: () =>
      command('classify', { matter, kind: pick(kinds, d.choice), urgency: pick(urgencies, d.unit) }),
    'answer-at-once': () => command('answer-at-once', { text }),
    refer: () => command('refer', { reason: pick(referralReasons, d.choice), text }),
    dispatch: () => command('dispatch', { unit, ...(d.yes ? { matter } : {}) }),
    'decide-send-back': () => command('decide-send-back', { uphold: d.yes, text }),
    designate: () => command('designate', { unit, text }),
    acknowledge: () => command('acknowledge', {}),
    'send-back': () => command('send-back', { legalBasis: text, text, suggestedUnit: unit }),
    contact: () => command('contact', { method: pick(contactMethods, d.choice), reached: d.yes, text }),
    'sub-assign': () => command('sub-assign', { unit }),
    answer: () => command('answer', answerOf(d, now)),
    review: () => command('review', d.yes ? { approve: true } : { approve: false, text }),
    evaluate: () =>
      command('evaluate', {
        solved: d.yes,
        stars: { speed: star, effect: star, service: star, feedback: star },
      }),
    'open-follow-up': () => command('open-follow-up', { text }),
  };
  return make[name]();
}

function answerOf(d: Dice, now: number) {
  const text = '已现场处理。';
  const promisedAt = new Date(now + (d.yes ? 48 : -48) * hours).toISOString();
  return {
    outcome: pick(answerOutcomes, d.choice),
    text,
    ...(d.matter % 2 ? { legalBasis: text } : {}),
    ...(d.unit % 2 ? { promisedAt } : {}),
  };
}

/** Who gives which command: among all that could be given, unless the step is wild. Ending it all is rare, to go deep. */
function move(history: History, d: Dice): { actor: Actor; name: CommandName } {
  const wild = { actor: pick(everybody, d.who), name: pick(commandNames, d.what) };
  if (d.wild) return wild;
  const ends: readonly CommandName[] = d.choice % 16 === 0 ? [] : ['withdraw'];
  const able = everybody
    .map((actor) => ({ actor, may: abilities(history.appeal, actor).filter((name) => !ends.includes(name)) }))
    .filter(({ may }) => may.length > 0);
  const open = [...new Set(able.flatMap(({ may }) => may))];
  const name = open.length === 0 ? undefined : pick(open, d.what);
  return name === undefined
    ? wild
    : {
        name,
        actor: pick(
          able.filter(({ may }) => may.includes(name)),
          d.who,
        ).actor,
      };
}

const count = (history: History, type: EventType): number =>
  history.recorded.filter(({ event }) => event.type === type).length;

/** What holds of every appeal at every time. */
function checkAppeal(history: History): void {
  const { appeal, recorded, now } = history;
  expect(neverReached).not.toContain(situation(appeal));
  expect(appeal.version).toBe(recorded.length);
  expect(recorded.reduce<Appeal | null>((state, each) => evolve(state, each), null)).toEqual(appeal);
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

/** One throw of the dice: an accepted step leads on, a refused one leaves all as it was. */
function live(history: History, d: Dice): History {
  const who = move(history, d);
  const now = history.now + d.gap;
  const decision = attempt(history, who.actor, commandOf(who.name, d, now), d.gap);
  const offered = abilities(history.appeal, who.actor).includes(who.name);
  const passed = Array.isArray(decision) || !gate.includes(decision.refused);
  expect(passed, `${who.name}: ${JSON.stringify(decision)}`).toBe(offered);
  if (!Array.isArray(decision)) return history;
  expect(decision.length).toBeGreaterThan(0);
  const after = follow(history, who.actor.kind, decision, now);
  checkStep(history, after, who);
  checkAppeal(after);
  return after;
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

test('whatever anybody does, the rules hold', () => {
  fc.assert(
    fc.property(life, ([start, throws]) => {
      let history = filed(start);
      checkAppeal(history);
      for (const each of throws) history = live(history, each);
      expect(history.now).toBeLessThanOrEqual(start.at + throws.length * 60 * hours);
    }),
    { numRuns: 150 },
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

test('the random lives come to every situation and meet every kind of event', () => {
  const seen = new Set<Situation>();
  const events = new Set<EventType>();
  for (const [start, throws] of fc.sample(life, { numRuns: 150, seed: 20_260_302 })) {
    let history = filed(start);
    for (const each of throws) {
      history = live(history, each);
      seen.add(situation(history.appeal));
    }
    for (const { event } of history.recorded) events.add(event.type);
  }
  expect([...seen].sort()).toEqual([...reachable].sort());
  expect([...events].sort()).toEqual(Object.keys(everyEvent).sort());
});

test('what is over stays over', () => {
  for (const over of ['closed', 'withdrawn'] as const) expect(transitions[over]).toEqual({});
  for (const at of neverReached) expect(transitions[at]).toEqual({});
});
