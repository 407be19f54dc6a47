import { type Actor, type Staff, rolesOf } from './actors.ts';
import type { Appeal } from './appeal.ts';
import type { CommandName } from './commands.ts';
import { type Refusal, refuse } from './refusals.ts';
import type { Role } from './roles.ts';
import { type UnitRef, isWithin, lineage } from './units.ts';

/** How an actor's unit must stand to the appeal for a command, beside the role. */
type Relation = 'any' | 'centre' | 'holder' | 'lead' | 'outsider';

type Permission = { readonly roles: readonly Role[]; readonly relation: Relation };

/** role × command (RULEBOOK §9). A citizen's right to their own appeal is proved at the edge by code, link or account. */
export const permissions: Readonly<Record<CommandName, Permission>> = {
  supplement: { roles: ['citizen', 'operator'], relation: 'any' },
  withdraw: { roles: ['citizen'], relation: 'any' },
  urge: { roles: ['citizen', 'operator', 'supervisor'], relation: 'any' },
  classify: { roles: ['operator', 'dispatcher'], relation: 'centre' },
  'answer-at-once': { roles: ['operator', 'dispatcher'], relation: 'centre' },
  refer: { roles: ['operator', 'dispatcher'], relation: 'centre' },
  dispatch: { roles: ['dispatcher'], relation: 'centre' },
  'decide-send-back': { roles: ['dispatcher'], relation: 'centre' },
  designate: { roles: ['arbitrator'], relation: 'any' },
  acknowledge: { roles: ['receiver', 'handler'], relation: 'holder' },
  'send-back': { roles: ['receiver', 'leader'], relation: 'lead' },
  contact: { roles: ['receiver', 'handler'], relation: 'holder' },
  'sub-assign': { roles: ['receiver', 'leader'], relation: 'holder' },
  answer: { roles: ['receiver', 'handler'], relation: 'holder' },
  review: { roles: ['leader'], relation: 'lead' },
  evaluate: { roles: ['citizen', 'call-back'], relation: 'outsider' },
  'open-follow-up': { roles: ['supervisor'], relation: 'any' },
};

/** A centre acts on what is in its queue; the city's own centre (no district above it) on everything. */
function relates(relation: Relation, staff: Staff, appeal: Appeal): boolean {
  switch (relation) {
    case 'any':
      return true;
    case 'centre':
      return (
        staff.unit.id === appeal.centre.id ||
        (staff.unit.kind === 'dispatch-centre' && staff.unit.level === 'city')
      );
    case 'holder':
      return appeal.order?.holder.id === staff.unit.id;
    case 'lead':
      return appeal.order?.unit.id === staff.unit.id;
    case 'outsider':
      return appeal.order === null || isApart(staff.unit, appeal.order.unit);
    default:
      return relation satisfies never;
  }
}

/**
 * Neither the handling unit nor below it, nor the department or enterprise it belongs to. A government above it may call
 * back: it answers for all its units alike.
 */
function isApart(unit: UnitRef, lead: UnitRef): boolean {
  if (isWithin(unit, lead)) return false;
  const owns = unit.kind === 'department' || unit.kind === 'enterprise';
  return !(owns && isWithin(lead, unit));
}

/** 回避 (济南条例 32): people of the unit complained of, or below it. The city has no superior here to take its place. */
export function mustRecuse(unit: UnitRef, { accused }: Appeal): boolean {
  return accused !== null && lineage(accused).length > 1 && isWithin(unit, accused);
}

/** Null when the actor may give this command on this appeal, else why not. */
export function mayNot(command: CommandName, actor: Actor, appeal: Appeal): Refusal | null {
  const { roles, relation } = permissions[command];
  if (!rolesOf(actor).some((role) => roles.includes(role))) return refuse('not-allowed');
  if (actor.kind !== 'staff') return null;
  if (mustRecuse(actor.unit, appeal)) return refuse('not-yours');
  if (relates(relation, actor, appeal)) return null;
  return refuse(relation === 'outsider' ? 'own-call-back' : 'not-yours');
}
