import { type Actor, rolesOf } from '../actors.ts';
import { kinds, urgencies } from '../appeal.ts';
import { type Command, type CommandName, commandNames } from '../commands.ts';
import { abilities } from '../decide.ts';
import { referralReasons } from '../dispatch/requests.ts';
import { answerOutcomes, applications, contactMethods } from '../handle/requests.ts';
import { permissions } from '../permissions.ts';
import { exclusionReasons } from '../supervise/requests.ts';
import { citizen, matters, roles, staff, system, unitNames, units } from './city.ts';
import { command, type History } from './histories.ts';

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

/** Those whose post gives any command at all. */
const posts = new Set(Object.values(permissions).flatMap((permission) => permission.roles));
export const workers = everybody.filter((actor) => rolesOf(actor).some((role) => posts.has(role)));

/** The numbers one step is made of. `wild`: any command by anybody, mostly refused; else one that somebody may give. */
export type Dice = {
  readonly wild: boolean;
  readonly who: number;
  readonly what: number;
  readonly unit: number;
  readonly matter: number;
  readonly choice: number;
  readonly yes: boolean;
  /** Milliseconds since the last event. */
  readonly gap: number;
};
const hours = 3_600_000;
const pick = <T>(list: readonly T[], at: number): T => list[at % list.length] as T;

/** A command of this name, valid by its schema, filled by the dice. `now`: when it is given, in ms. */
export function commandOf(name: CommandName, d: Dice, now: number): Command {
  const text = '请核实处理。';
  const unit = units[pick(unitNames, d.unit)].id;
  const matter = pick(Object.keys(matters), d.matter);
  const star = (d.choice % 5) + 1;
  const make: Readonly<Record<CommandName, () => Command>> = {
    supplement: () => command('supplement', { text }),
    withdraw: () => command('withdraw', {}),
    urge: () => command('urge', {}),
    conceal: () => command('conceal', {}),
    contest: () => command('contest', { text }),
    classify: () =>
      command('classify', { matter, kind: pick(kinds, d.choice), urgency: pick(urgencies, d.unit) }),
    'answer-at-once': () => command('answer-at-once', { text }),
    refer: () => command('refer', { reason: pick(referralReasons, d.choice), text, route: text }),
    dispatch: () => command('dispatch', { unit, ...(d.yes ? { matter } : {}) }),
    'dispatch-automatically': () =>
      command('dispatch-automatically', { unit, matter, confidence: d.yes ? 0.95 : 0.4 }),
    'decide-send-back': () => command('decide-send-back', { uphold: d.yes, text }),
    designate: () => command('designate', { unit, text }),
    merge: () => command('merge', { into: '260302-00000002-0' }),
    split: () => command('split', { text }),
    'share-answer': () => command('share-answer', { unit: pick(sharing, d.unit).id, text }),
    'count-follower': () => command('count-follower', { by: 1 }),
    'merge-claimed': () => command('merge-claimed', { into: '260302-00000002-0', chance: d.yes ? 1 : 0 }),
    'note-repeat': () => command('note-repeat', { of: '260302-00000002-0' }),
    'note-recurred': () => command('note-recurred', { by: '260302-00000002-0' }),
    acknowledge: () => command('acknowledge', {}),
    'send-back': () => command('send-back', { legalBasis: text, text, suggestedUnit: unit }),
    contact: () => command('contact', { method: pick(contactMethods, d.choice), reached: d.yes, text }),
    'sub-assign': () => command('sub-assign', { unit }),
    answer: () => command('answer', answerOf(d, now)),
    review: () => command('review', d.yes ? { approve: true } : { approve: false, text }),
    apply: () => command('apply', applicationOf(d, now)),
    'decide-application': () => command('decide-application', { grant: d.yes, text }),
    resume: () => command('resume', { text }),
    invite: () => command('invite', { unit, text }),
    report: () => command('report', { text }),
    recuse: () => command('recuse', { text }),
    'report-promise': () => command('report-promise', { kept: d.yes, text }),
    check: () => command('check', { reached: d.yes, solved: d.choice % 2 === 0, text }),
    'close-follow-up': () => command('close-follow-up', { text }),
    'issue-circular': () => command('issue-circular', { text }),
    'ask-exclusion': () =>
      command('ask-exclusion', { reason: pick(exclusionReasons, d.choice), text, photos: [] }),
    'decide-exclusion': () => command('decide-exclusion', { grant: d.yes, text }),
    'revoke-exclusion': () => command('revoke-exclusion', { text }),
    tick: () => command('tick', {}),
    recompute: () => command('recompute', {}),
    evaluate: () =>
      command('evaluate', {
        solved: d.yes,
        stars: { speed: star, effect: star, service: star, feedback: star },
      }),
    'open-follow-up': () => command('open-follow-up', { text }),
  };
  return make[name]();
}

/** Who may have answered a master: a unit (none that a life's complaint is about), or the centre at once. */
const sharing = [units.water, units.cityCentre] as const;

function applicationOf(d: Dice, now: number) {
  const text = '尚需时日。';
  const what = pick(applications, d.choice);
  const reviewAt = new Date(now + (1 + (d.unit % 100)) * 24 * hours).toISOString();
  switch (what) {
    case 'extension':
      return { what, text, days: 1 + (d.unit % 12) };
    case 'ledger':
      return { what, text, reviewAt };
    case 'termination':
    case 'closure':
      return { what, text };
    default:
      return what satisfies never;
  }
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

/** What keeps a life from going on, each held back most of the time: what ends it, and what leads nowhere. */
const endings: readonly CommandName[] = [
  'withdraw',
  'merge',
  'merge-claimed',
  'note-repeat',
  'note-recurred',
];
const asides: readonly CommandName[] = [
  'supplement',
  'urge',
  'conceal',
  'recuse',
  'invite',
  'report',
  'check',
  'report-promise',
  'open-follow-up',
  'close-follow-up',
  'issue-circular',
  'ask-exclusion',
  'decide-exclusion',
  'revoke-exclusion',
  'recompute',
  'count-follower',
  'dispatch-automatically',
];
function heldBack(d: Dice): readonly CommandName[] {
  return [...(d.choice % 8 === 0 ? [] : endings), ...(d.choice % 3 === 0 ? [] : asides)];
}

/** Who gives which command: anybody any, or somebody one of those that may be given. */
export function move(history: History, d: Dice): { actor: Actor; name: CommandName } {
  const wild = { actor: pick(everybody, d.who), name: pick(commandNames, d.what) };
  if (d.wild) return wild;
  const held = heldBack(d);
  const able = workers
    .map((actor) => ({ actor, may: abilities(history.appeal, actor).filter((name) => !held.includes(name)) }))
    .filter(({ may }) => may.length > 0);
  const open = [...new Set(able.flatMap(({ may }) => may))];
  if (open.length === 0) return wild;
  const name = pick(open, d.what);
  return {
    name,
    actor: pick(
      able.filter(({ may }) => may.includes(name)),
      d.who,
    ).actor,
  };
}
