import { describe, expect, test } from 'vitest';
import type { Actor } from './actors.ts';
import { type Appeal, type Situation, appealStates, orderStates, situation } from './appeal.ts';
import { type Command, type CommandName, commandNames } from './commands.ts';
import { abilities } from './decide.ts';
import { accountId } from './ids.ts';
import type { Role, StaffRole } from './roles.ts';
import { citizen, roles, staff, system, type UnitName, unitNames, units } from './testing/city.ts';
import {
  attempt,
  command,
  filed,
  type History,
  type Reachable,
  reachable,
  steps,
  walks,
} from './testing/histories.ts';
import { transitions } from './transitions.ts';

/**
 * RULEBOOK §3–§6 and §9 on one page, written apart from the code. A row is a command, a column a situation, a cell who
 * may give it there; `where` says how a member of staff's unit must stand to the appeal. A citizen has no unit.
 *
 * c citizen · o operator · d dispatcher · a arbitrator · r receiver · h handler · l leader · b call-back · s supervisor ·
 * w duty officer · y the system
 *
 * Beyond §9's one line a role: an operator adds and urges for a caller; a grid has only handlers, so they acknowledge;
 * a small unit has one person for receiving and handling, so a receiver may do all a handler does.
 *
 * rec received · aao answered at once · ref referred · off offered · ack acknowledged · wrk working · rev in review ·
 * sbp send-back pending · arb in arbitration · led on the ledger · rat awaiting rating · clo closed · mer merged ·
 * wit withdrawn. Nothing is done in the others.
 */
const table = `
                   where          | rec aao ref | off ack wrk rev sbp arb led | rat clo mer wit
supplement         anywhere       | co  -   -   | co  co  co  co  co  co  co  | -   -   co  -
withdraw           anywhere       | c   -   -   | c   c   c   c   c   c   c   | -   -   c   -
urge               anywhere       | cosw -  -   | cosw cosw cosw cosw cosw cosw cosw | -   -   -   -
conceal            anywhere       | c   c   c   | c   c   c   c   c   c   c   | c   c   c   c
contest            anywhere       | -   c   c   | -   -   -   -   -   -   -   | -   c   -   -
classify           centre         | od  -   -   | -   -   -   -   -   -   -   | -   -   -   -
answer-at-once     centre         | od  -   -   | -   -   -   -   -   -   -   | -   -   -   -
refer              centre         | od  -   -   | -   -   -   -   -   -   -   | -   -   -   -
dispatch           centre         | d   -   -   | -   -   -   -   -   -   -   | -   -   -   -
decide-send-back   centre         | -   -   -   | -   -   -   -   d   -   -   | -   -   -   -
designate          anywhere       | -   -   -   | -   -   -   -   -   a   -   | -   -   -   -
merge              centre         | d   -   -   | d   -   -   -   -   -   -   | -   -   -   -
split              centre         | -   -   -   | -   -   -   -   -   -   -   | -   -   dy  -
acknowledge        holder         | -   -   -   | rh  -   -   -   -   -   -   | -   -   -   -
contact            holder         | -   -   -   | -   rh  rh  rh  -   rh  rh  | -   -   -   -
sub-assign         assigner       | -   -   -   | rl  rl  rl  -   -   -   -   | -   -   -   -
answer             holder         | -   -   -   | -   rh  rh  -   -   -   -   | -   -   -   -
send-back          lead           | -   -   -   | rl  rl  rl  -   -   -   -   | -   -   -   -
review             lead           | -   -   -   | -   -   -   l   -   -   -   | -   -   -   -
apply              lead           | -   -   -   | -   rl  rl  -   -   -   -   | -   -   -   -
decide-application decider        | -   -   -   | -   ds  ds  -   -   -   -   | -   -   -   -
resume             lead-or-centre | -   -   -   | -   -   -   -   -   -   rld | -   -   -   -
invite             lead-or-centre | -   -   -   | rld rld rld rld rld rld rld | -   -   -   -
report             co-handler     | -   -   -   | rh  rh  rh  rh  rh  rh  rh  | -   -   -   -
recuse             anywhere       | all all all | all all all all all all all | all all all -
report-promise     lead           | -   -   -   | -   -   -   -   -   -   -   | rh  rh  -   -
evaluate           apart          | -   cb  cb  | -   -   -   -   -   -   -   | cb  -   -   -
check              apart          | -   b   b   | -   -   -   -   -   -   -   | b   b   -   -
open-follow-up     anywhere       | s   -   s   | s   s   s   s   s   s   s   | s   -   -   -
close-follow-up    anywhere       | s   s   s   | s   s   s   s   s   s   s   | s   s   -   -
issue-circular     anywhere       | s   s   s   | s   s   s   s   s   s   s   | s   s   -   -
ask-exclusion      lead           | -   -   -   | rl  rl  rl  rl  rl  rl  rl  | rl  rl  -   -
decide-exclusion   third          | -   -   -   | s   s   s   s   s   s   s   | s   s   -   -
revoke-exclusion   third          | -   -   -   | s   s   s   s   s   s   s   | s   s   -   -
tick               nowhere        | y   -   -   | y   y   y   y   y   y   y   | y   y   -   -
recompute          nowhere        | -   -   -   | y   y   y   y   y   y   y   | -   -   -   -
share-answer       nowhere        | -   -   -   | -   -   -   -   -   -   -   | -   -   y   -
dispatch-automatically nowhere    | y   -   -   | -   -   -   -   -   -   -   | -   -   -   -
count-follower     nowhere        | y   y   y   | y   y   y   y   y   y   y   | y   y   y   y
merge-claimed      nowhere        | y   -   -   | -   -   -   -   -   -   -   | -   -   -   -
note-repeat        nowhere        | y   y   y   | y   y   y   y   y   y   y   | y   y   -   -
note-recurred      nowhere        | -   y   -   | -   -   -   -   -   -   -   | y   y   -   -
`;

const letters: Readonly<Record<string, Role>> = {
  c: 'citizen',
  o: 'operator',
  d: 'dispatcher',
  a: 'arbitrator',
  r: 'receiver',
  h: 'handler',
  l: 'leader',
  w: 'duty-officer',
  b: 'call-back',
  s: 'supervisor',
  y: 'system',
};
/** Whoever can have an interest in a case. */
const all = 'odarhlbs';
/** 多元共治: all that a partner may do. */
const forPartners: readonly CommandName[] = ['acknowledge', 'contact', 'answer', 'report', 'recuse'];
const columns: readonly Situation[] = [
  'received',
  'answered-at-once',
  'referred',
  'dispatched:offered',
  'dispatched:acknowledged',
  'dispatched:working',
  'dispatched:in-review',
  'dispatched:send-back-pending',
  'dispatched:in-arbitration',
  'dispatched:on-ledger',
  'awaiting-rating',
  'closed',
  'merged',
  'withdrawn',
];
const everySituation: readonly Situation[] = [
  ...appealStates.filter((state) => state !== 'dispatched'),
  ...orderStates.map((state) => `dispatched:${state}` as const),
];

type Row = { readonly where: string; readonly who: ReadonlyMap<Situation, readonly Role[]> };

function readTable(): ReadonlyMap<string, Row> {
  const lines = table.trim().split('\n').slice(1);
  return new Map(
    lines.map((line) => {
      const [name = '', where = '', ...cells] = line.split(/[\s|]+/);
      expect(cells.length, `cells of ${name}`).toBe(columns.length);
      const who = columns.map((column, i) => {
        const cell = cells[i] === 'all' ? all : (cells[i] ?? '');
        const posts = [...cell].filter((letter) => letter !== '-');
        return [column, posts.map((letter) => letters[letter]!)] as const;
      });
      return [name, { where, who: new Map(who) }];
    }),
  );
}
const expected = readTable();

test('the table names every command once, and the letters are roles', () => {
  expect([...expected.keys()].sort()).toEqual([...commandNames].sort());
  for (const { who } of expected.values())
    expect(roles).toEqual(expect.arrayContaining([...who.values()].flat()));
  expect([...everySituation].sort()).toEqual(Object.keys(transitions).sort());
  expect(everySituation).toHaveLength(17);
});

const isReachable = (at: Situation): at is Reachable => (reachable as readonly Situation[]).includes(at);
const excluded = {
  unit: units.street.id,
  reason: 'not-duty',
  state: 'granted',
  by: accountId('receiver-20-first'),
  at: 0,
} as const;
const asked = { what: 'extension', days: 3, reviewAt: null, by: 'receiver-20-first' } as const;

/** The facts that this command needs beside the state. */
function withFacts(name: CommandName, { appeal, ...rest }: History): History {
  const { beside, order } = appeal;
  const promise = { at: rest.now, unit: units.street };
  const owed = { unit: units.water, due: rest.now, reportedAt: null };
  const facts: Partial<Readonly<Record<CommandName, Partial<Appeal>>>> = {
    'report-promise': { beside: { ...beside, promise } },
    'close-follow-up': { followUp: true },
    'decide-exclusion': { beside: { ...beside, exclusions: [{ ...excluded, state: 'asked' }] } },
    'revoke-exclusion': { beside: { ...beside, exclusions: [excluded] } },
    'decide-application': { order: order && { ...order, beside: { ...order.beside, asked } } },
    report: { order: order && { ...order, beside: { ...order.beside, coHandlers: [owed] } } },
  };
  return { ...rest, appeal: { ...appeal, ...facts[name] } as Appeal };
}

/** An appeal that was passed to a district's centre, led by a street, in hand of the street or of its community. */
function standing(at: Situation, below: boolean): History {
  const passed = passedOn(filed());
  if (!isReachable(at)) {
    const working = walks['dispatched:working'](passed);
    const { appeal } = working;
    const state = orderStates.find((each) => at === `dispatched:${each}`);
    if (appeal.state !== 'dispatched' || !state) throw new Error(`how does one come to ${at}?`);
    return { ...working, appeal: { ...appeal, order: { ...appeal.order, state } } };
  }
  const history = walks[at](passed);
  const { appeal } = history;
  if (!below || !appeal.order) return history;
  const order = { ...appeal.order, holder: units.community };
  return { ...history, appeal: { ...appeal, order } };
}

const passedOn = (history: History): History => steps.dispatch(history, units.districtCentre);

/** Where a unit must be for each word of the table's second column, in the city of the tests. */
function fits(where: string, role: Role, name: UnitName, { order }: Appeal): boolean {
  const holderName = order?.holder.id === units.community.id ? 'community' : 'street';
  switch (where) {
    case 'anywhere':
      return true;
    case 'centre':
      return name === 'districtCentre' || name === 'cityCentre';
    case 'decider':
      return role === 'dispatcher' && fits('centre', role, name, { order } as Appeal);
    case 'holder':
      return order !== null && name === holderName;
    case 'assigner':
      return order !== null && (name === 'street' || name === holderName);
    case 'lead':
      return order !== null && name === 'street';
    case 'lead-or-centre':
      return fits(role === 'dispatcher' ? 'centre' : 'lead', role, name, { order } as Appeal);
    case 'co-handler':
      return order !== null && name === 'water';
    // Neither the unit that asks, nor below or above it, nor a dispatch centre.
    case 'third':
      return (
        fits('apart', role, name, { order } as Appeal) &&
        !name.endsWith('Centre') &&
        !['city', 'district'].includes(name)
      );
    case 'apart':
      return order === null || !['street', 'community', 'grid', 'firm'].includes(name);
    default:
      throw new Error(`no such relation: ${where}`);
  }
}

function verdict(
  name: CommandName,
  actor: Actor,
  role: Role,
  unit: UnitName | null,
  { appeal }: History,
): string {
  const row = expected.get(name)!;
  if (![...row.who.values()].some((who) => who.includes(role))) return 'not-allowed';
  if (unit === 'firm' && !forPartners.includes(name)) return 'not-allowed';
  const fit = unit === null || fits(row.where, role, unit, appeal);
  const here = (row.who.get(situation(appeal)) ?? []).includes(role) ? 'may' : 'wrong-state';
  // Which application waits, hence who decides it, is a fact: the state is asked before.
  if (row.where === 'decider') return here === 'may' && !fit ? 'not-yours' : here;
  // Who decides of an exclusion is asked last, like who decides of an application.
  if (row.where === 'third') return here === 'may' && !fit ? 'exclusion-own' : here;
  if (!fit) return row.where === 'apart' ? 'own-call-back' : 'not-yours';
  return here;
}

/** A request of each command that nothing but the actor or the situation can be refused for. */
function wellMeant(name: CommandName, { appeal }: History): Command {
  const text = '请核实处理。';
  const below = appeal.order?.holder.id === units.community.id ? units.grid : units.community;
  const all: Record<CommandName, Command> = {
    supplement: command('supplement', { text }),
    withdraw: command('withdraw', {}),
    urge: command('urge', {}),
    conceal: command('conceal', {}),
    contest: command('contest', { text }),
    classify: command('classify', { matter: 'street-lamp' }),
    'answer-at-once': command('answer-at-once', { text }),
    refer: command('refer', { reason: 'not-government', text, route: text }),
    dispatch: command('dispatch', { unit: units.street.id, matter: 'street-lamp' }),
    'decide-send-back': command('decide-send-back', { uphold: true, text }),
    designate: command('designate', { unit: units.urban.id, text }),
    merge: command('merge', { into: '260302-00000002-0' }),
    split: command('split', { text }),
    acknowledge: command('acknowledge', {}),
    'send-back': command('send-back', { legalBasis: text, text, suggestedUnit: units.urban.id }),
    contact: command('contact', { method: 'visit', reached: true, text }),
    'sub-assign': command('sub-assign', { unit: below.id }),
    answer: command('answer', { outcome: 'explained', text }),
    review: command('review', { approve: true }),
    evaluate: command('evaluate', { solved: true, stars: { speed: 5, effect: 5, service: 5, feedback: 5 } }),
    apply: command('apply', { what: 'termination', text }),
    'decide-application': command('decide-application', { grant: true, text }),
    resume: command('resume', { text }),
    invite: command('invite', { unit: units.urban.id, text }),
    report: command('report', { text }),
    recuse: command('recuse', { text }),
    'report-promise': command('report-promise', { kept: true, text }),
    check: command('check', { reached: true, solved: true, text }),
    'open-follow-up': command('open-follow-up', { text }),
    'close-follow-up': command('close-follow-up', { text }),
    'issue-circular': command('issue-circular', { text }),
    'ask-exclusion': command('ask-exclusion', { reason: 'not-duty', text }),
    'decide-exclusion': command('decide-exclusion', { grant: true, text }),
    'revoke-exclusion': command('revoke-exclusion', { text }),
    tick: command('tick', {}),
    recompute: command('recompute', {}),
    'share-answer': command('share-answer', { unit: units.street.id, text }),
    'count-follower': command('count-follower', { by: 1 }),
    'dispatch-automatically': command('dispatch-automatically', {
      unit: units.street.id,
      matter: 'street-lamp',
      confidence: 0.95,
    }),
    'merge-claimed': command('merge-claimed', { into: '260302-00000002-0', chance: 1 }),
    'note-repeat': command('note-repeat', { of: '260302-00000002-0' }),
    'note-recurred': command('note-recurred', { by: '260302-00000002-0' }),
  };
  return all[name];
}

type Case = { readonly role: Role; readonly actor: Actor; readonly unit: UnitName | null };

/** Each role in each unit of the city: holder, lead, both centres, those above, those below and strangers. */
const everyone: readonly Case[] = roles.flatMap((role): Case[] => {
  if (role === 'citizen') return [{ role, actor: citizen, unit: null }];
  if (role === 'system') return [{ role, actor: system, unit: null }];
  return unitNames.map((unit) => ({
    role,
    unit,
    actor: staff(role satisfies StaffRole, units[unit], '-colleague'),
  }));
});

describe.each(everySituation)('%s', (at) => {
  describe.each([
    ['in hand of its lead', false],
    ['in hand of a unit below its lead', true],
  ])('%s', (_, below) => {
    const plain = standing(at, below);

    test.each(commandNames)('%s', (name) => {
      const history = withFacts(name, plain);
      const given = wellMeant(name, history);
      const wrong: string[] = [];
      for (const { role, actor, unit } of everyone) {
        const want = verdict(name, actor, role, unit, history);
        const decision = attempt(history, actor, given);
        const got = Array.isArray(decision) ? 'may' : decision.refused;
        if (got !== want) wrong.push(`${role} of ${unit ?? 'nowhere'}: ${got}, not ${want}`);
        if (abilities(history.appeal, actor).includes(name) !== (want === 'may'))
          wrong.push(`${role} of ${unit}: ability`);
      }
      expect(wrong).toEqual([]);
    });
  });
});

test('the histories stand where they say', () => {
  for (const at of everySituation) {
    for (const below of [false, true]) expect(situation(standing(at, below).appeal)).toBe(at);
  }
});

test('somebody with several posts may what any of them may', () => {
  const { appeal } = walks['dispatched:in-review']();
  const both: Actor = { ...staff('receiver', units.street), roles: ['receiver', 'leader', 'call-back'] };
  expect(abilities(appeal, both)).toEqual(['contact', 'review', 'invite', 'recuse', 'ask-exclusion']);
});
