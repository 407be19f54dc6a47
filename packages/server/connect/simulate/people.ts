import { chance, type Rng, weighted } from '@suban/demo-city/rng.ts';
import type { Actor } from '@suban/domain/actors.ts';
import type { Appeal } from '@suban/domain/appeal.ts';
import type { CommandName } from '@suban/domain/commands.ts';
import { abilities } from '@suban/domain/decide.ts';
import { leadOf } from '@suban/domain/permissions.ts';
import type { DemoCity } from '../histories/demo-city.ts';

export type Move = { readonly actor: Actor; readonly name: CommandName };

const citizen: Actor = { kind: 'citizen' };

/** Everybody an appeal lies before now. */
function concerned(city: DemoCity, appeal: Appeal): Actor[] {
  const list: Actor[] = [
    citizen,
    ...['operator', 'dispatcher', 'call-back', 'supervisor'].map((name) => city.named(name)),
  ];
  if (appeal.centre.id === city.unit('SZ-FT-DISPATCH').id) list.push(city.named('ft-dispatcher'));
  const { order } = appeal;
  const lead = leadOf(appeal);
  if (lead) list.push(...crewOf(city, lead.id));
  if (order && order.holder.id !== lead?.id) list.push(...crewOf(city, order.holder.id));
  if (order) list.push(city.named('arbitrator'));
  for (const { unit } of order?.beside.coHandlers ?? []) list.push(...crewOf(city, unit.id));
  return list;
}

/**
 * A community or a grid has one person, who does all there is to do; a centre, where what is merged into an undispatched
 * case lies, has its dispatchers, who are concerned anyway.
 */
function crewOf(city: DemoCity, id: number): Actor[] {
  const unit = city.unitById(id);
  if (unit.kind === 'dispatch-centre') return [];
  if (unit.level === 'grid') return unit.code === 'SZ-FT-YL-1-1' ? [city.named('yl-grid')] : [];
  const roles =
    unit.level === 'community' ? (['handler'] as const) : (['receiver', 'handler', 'leader'] as const);
  return roles.map((role) => city.crew(unit, role));
}

/** How likely each step is against the others that are possible: what moves a case on, and now and then what does not. */
const weights: Partial<Readonly<Record<CommandName, number>>> = {
  dispatch: 70,
  classify: 5,
  'answer-at-once': 6,
  refer: 3,
  merge: 8,
  split: 3,
  acknowledge: 80,
  'send-back': 5,
  'decide-send-back': 80,
  designate: 80,
  'sub-assign': 6,
  contact: 70,
  answer: 35,
  review: 80,
  apply: 5,
  'decide-application': 60,
  resume: 4,
  invite: 4,
  report: 12,
  recuse: 0.3,
  'report-promise': 30,
  evaluate: 60,
  check: 6,
  contest: 3,
  supplement: 3,
  urge: 2,
  conceal: 0.5,
  withdraw: 0.6,
  'open-follow-up': 0.3,
  'close-follow-up': 3,
  'issue-circular': 0.2,
  'ask-exclusion': 0.3,
  'decide-exclusion': 30,
  'revoke-exclusion': 0.1,
};

/**
 * Somebody does something: of all that anybody concerned may do now, one; null when nobody may do anything.
 * @param senseless what is allowed but could only be refused here
 */
export function nextMove(
  city: DemoCity,
  rng: Rng,
  appeal: Appeal,
  senseless: readonly CommandName[],
): Move | null {
  const moves = new Map<CommandName, Actor[]>();
  for (const actor of concerned(city, appeal)) {
    for (const name of abilities(appeal, actor)) {
      if (weights[name] === undefined || senseless.includes(name)) continue;
      moves.set(name, [...(moves.get(name) ?? []), actor]);
    }
  }
  if (moves.size === 0) return null;
  const name = weighted(
    rng,
    Object.fromEntries([...moves.keys()].map((each) => [each, weights[each] ?? 0])),
  ) as CommandName;
  const actors = moves.get(name) ?? [];
  const actor = actors[Math.floor(rng() * actors.length)];
  return actor ? { actor, name } : null;
}

const hour = 3_600_000;
const between = (rng: Rng, from: number, to: number): number => (from + rng() * (to - from)) * hour;

/** How long until somebody looks at it again, in ms; null when nobody will. People are late now and then. */
export function nextLook(rng: Rng, appeal: Appeal): number | null {
  switch (appeal.state) {
    case 'received':
      return chance(rng, 0.06) ? between(rng, 3, 20) : between(rng, 0.1, 1.6);
    case 'dispatched':
      return whileInHand(rng, appeal);
    // Most say nothing: then a call-back is planned, and in the end it is closed unrated.
    case 'awaiting-rating':
      if (appeal.beside.callBack !== null) return between(rng, 4, 30);
      return chance(rng, 0.45) ? between(rng, 0.5, 60) : between(rng, 80, 140);
    case 'answered-at-once':
    case 'referred':
      return chance(rng, 0.2) ? between(rng, 1, 60) : null;
    case 'closed':
      if (appeal.beside.promise || appeal.beside.callBack) return between(rng, 10, 80);
      return chance(rng, 0.03) ? between(rng, 2, 100) : null;
    case 'merged':
      return between(rng, 30, 200);
    case 'withdrawn':
      return null;
    default:
      return appeal satisfies never;
  }
}

function whileInHand(rng: Rng, { order }: Appeal & { state: 'dispatched' }): number {
  switch (order.state) {
    case 'offered':
      return chance(rng, 0.03) ? between(rng, 30, 90) : between(rng, 0.2, 6);
    case 'in-review':
      return between(rng, 0.5, 26);
    case 'send-back-pending':
      return between(rng, 0.5, 8);
    case 'in-arbitration':
      return between(rng, 5, 60);
    case 'on-ledger':
      return between(rng, 60, 600);
    // Most are called the same day.
    case 'acknowledged':
      return chance(rng, 0.08) ? between(rng, 20, 200) : between(rng, 0.3, 10);
    default:
      return chance(rng, 0.05) ? between(rng, 100, 500) : between(rng, 1, 60);
  }
}
