import { type Actor, type Staff, rolesOf } from './actors.ts';
import type { Appeal } from './appeal.ts';
import type { CommandName } from './commands.ts';
import { type Refusal, refuse } from './refusals.ts';
import type { Role } from './roles.ts';
import { type UnitRef, isWithin, lineage } from './units.ts';

/** How an actor's unit must stand to the appeal for a command, beside the role. */
type Relation =
  | 'any'
  | 'centre'
  | 'holder'
  /** The holder, or whoever it was assigned through: from the lead down. */
  | 'assigner'
  | 'lead'
  | 'lead-or-centre'
  | 'co-handler'
  | 'outsider';

type Permission = { readonly roles: readonly Role[]; readonly relation: Relation };

/** role × command (RULEBOOK §9). A citizen's right to their own appeal is proved at the edge by code, link or account. */
export const permissions: Readonly<Record<CommandName, Permission>> = {
  supplement: { roles: ['citizen', 'operator'], relation: 'any' },
  withdraw: { roles: ['citizen'], relation: 'any' },
  urge: { roles: ['citizen', 'operator', 'supervisor', 'duty-officer'], relation: 'any' },
  conceal: { roles: ['citizen'], relation: 'any' },
  contest: { roles: ['citizen'], relation: 'any' },
  classify: { roles: ['operator', 'dispatcher'], relation: 'centre' },
  'answer-at-once': { roles: ['operator', 'dispatcher'], relation: 'centre' },
  refer: { roles: ['operator', 'dispatcher'], relation: 'centre' },
  dispatch: { roles: ['dispatcher'], relation: 'centre' },
  'decide-send-back': { roles: ['dispatcher'], relation: 'centre' },
  designate: { roles: ['arbitrator'], relation: 'any' },
  merge: { roles: ['dispatcher'], relation: 'centre' },
  split: { roles: ['dispatcher', 'system'], relation: 'centre' },
  acknowledge: { roles: ['receiver', 'handler'], relation: 'holder' },
  'send-back': { roles: ['receiver', 'leader'], relation: 'lead' },
  contact: { roles: ['receiver', 'handler'], relation: 'holder' },
  'sub-assign': { roles: ['receiver', 'leader'], relation: 'assigner' },
  answer: { roles: ['receiver', 'handler'], relation: 'holder' },
  review: { roles: ['leader'], relation: 'lead' },
  apply: { roles: ['receiver', 'leader'], relation: 'lead' },
  'decide-application': { roles: ['dispatcher', 'supervisor'], relation: 'any' },
  resume: { roles: ['receiver', 'leader', 'dispatcher'], relation: 'lead-or-centre' },
  invite: { roles: ['receiver', 'leader', 'dispatcher'], relation: 'lead-or-centre' },
  report: { roles: ['receiver', 'handler'], relation: 'co-handler' },
  recuse: {
    roles: [
      'operator',
      'dispatcher',
      'arbitrator',
      'receiver',
      'handler',
      'leader',
      'call-back',
      'supervisor',
    ],
    relation: 'any',
  },
  'report-promise': { roles: ['receiver', 'handler'], relation: 'lead' },
  evaluate: { roles: ['citizen', 'call-back'], relation: 'outsider' },
  check: { roles: ['call-back'], relation: 'outsider' },
  'open-follow-up': { roles: ['supervisor'], relation: 'any' },
  'close-follow-up': { roles: ['supervisor'], relation: 'any' },
  'issue-circular': { roles: ['supervisor'], relation: 'any' },
  'ask-exclusion': { roles: ['receiver', 'leader'], relation: 'lead' },
  'decide-exclusion': { roles: ['supervisor'], relation: 'any' },
  'revoke-exclusion': { roles: ['supervisor'], relation: 'any' },
  tick: { roles: ['system'], relation: 'any' },
  recompute: { roles: ['system'], relation: 'any' },
  'share-answer': { roles: ['system'], relation: 'any' },
  'count-follower': { roles: ['system'], relation: 'any' },
  'dispatch-automatically': { roles: ['system'], relation: 'any' },
  'merge-claimed': { roles: ['system'], relation: 'any' },
  'note-repeat': { roles: ['system'], relation: 'any' },
  'note-recurred': { roles: ['system'], relation: 'any' },
};

/** 多元共治: a partner helps within narrow bounds; it decides nothing and passes nothing on. */
const partnerCommands: readonly CommandName[] = ['acknowledge', 'contact', 'answer', 'report', 'recuse'];

function relates(relation: Relation, staff: Staff, appeal: Appeal): boolean {
  switch (relation) {
    case 'any':
      return true;
    case 'centre':
      return ofCentre(staff, appeal);
    case 'holder':
      return appeal.order?.holder.id === staff.unit.id;
    case 'assigner': {
      const { order } = appeal;
      return order !== null && isWithin(order.holder, staff.unit) && isWithin(staff.unit, order.unit);
    }
    case 'lead':
      return leadOf(appeal)?.id === staff.unit.id;
    case 'lead-or-centre':
      return dispatches(staff, appeal) || (!onlyDispatches(staff) && relates('lead', staff, appeal));
    case 'co-handler':
      return appeal.order?.beside.coHandlers.some(({ unit }) => unit.id === staff.unit.id) ?? false;
    case 'outsider':
      return isOutside(staff.unit, appeal);
    default:
      return relation satisfies never;
  }
}

const onlyDispatches = ({ roles }: Staff): boolean =>
  !roles.some((role) => role === 'receiver' || role === 'leader');

/** A centre acts on what is in its queue; the city's own centre (no district above it) on everything. */
function ofCentre(staff: Staff, appeal: Appeal): boolean {
  const { unit } = staff;
  const city = unit.kind === 'dispatch-centre' && unit.level === 'city';
  return city || unit.id === appeal.centre.id || standsIn(staff, appeal);
}

/** Does this person do the centre's work on this appeal? */
export const dispatches = (staff: Staff, appeal: Appeal): boolean =>
  standsIn(staff, appeal) || (staff.roles.includes('dispatcher') && ofCentre(staff, appeal));

/**
 * A complaint about a dispatch centre, while it is in that centre's queue, goes to its superior like every other: those who
 * lead the unit right above do the centre's work on it.
 */
export function standsIn({ unit, roles }: Pick<Staff, 'unit' | 'roles'>, appeal: Appeal): boolean {
  const { centre } = appeal;
  return mustRecuse(centre, appeal) && leadsOver({ unit, roles }, centre);
}

/** Does this person lead the unit right above a dispatch centre? */
export const leadsOver = ({ unit, roles }: Pick<Staff, 'unit' | 'roles'>, centre: UnitRef): boolean =>
  centre.path === `${unit.path}${centre.id}/` &&
  roles.some((role) => role === 'mayor' || role === 'leader' || role === 'dispatcher');

/** The unit that leads or led: a follower's is its master's. */
export function leadOf(appeal: Appeal): UnitRef | null {
  return appeal.beside.master?.unit ?? appeal.order?.unit ?? null;
}

export function isOutside(unit: UnitRef, appeal: Appeal): boolean {
  const lead = leadOf(appeal);
  return lead === null || isApart(unit, lead);
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

/**
 * The units a complaint about which people of this unit take no part in and do not see: it and those above it. Not the
 * city itself, which has no superior here to take its place.
 */
export const blindTo = (unit: Pick<UnitRef, 'path'>): readonly number[] => lineage(unit).slice(1);

/** 回避 (济南条例 32): people of the unit complained of, or below it. */
export function mustRecuse(unit: Pick<UnitRef, 'path'>, { accused }: Pick<Appeal, 'accused'>): boolean {
  return accused !== null && blindTo(unit).includes(accused.id);
}

/** Null when the actor may give this command on this appeal, else why not. */
export function mayNot(command: CommandName, actor: Actor, appeal: Appeal): Refusal | null {
  const { roles, relation } = permissions[command];
  const forCentre = actor.kind === 'staff' && roles.includes('dispatcher') && standsIn(actor, appeal);
  if (!forCentre && !rolesOf(actor).some((role) => roles.includes(role))) return refuse('not-allowed');
  if (actor.kind !== 'staff') return null;
  if (actor.unit.kind === 'partner' && !partnerCommands.includes(command)) return refuse('not-allowed');
  if (appeal.beside.recused.includes(actor.account)) return refuse('recused');
  if (mustRecuse(actor.unit, appeal)) return refuse('not-yours');
  if (relates(relation, actor, appeal)) return null;
  return refuse(relation === 'outsider' ? 'own-call-back' : 'not-yours');
}
