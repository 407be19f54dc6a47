import type { Staff } from '../actors.ts';
import type { Appeal, Exclusion } from '../appeal.ts';
import type { Context } from '../context.ts';
import type { AppealEvent } from '../events.ts';
import { leadOf } from '../permissions.ts';
import { type Refusal, refuse } from '../refusals.ts';
import { isWithin } from '../units.ts';
import type { AskExclusionRequest, DecideExclusionRequest, RevokeExclusionRequest } from './requests.ts';

/** The one under decision, and the one that stands. */
export const pendingExclusion = ({ beside }: Appeal): Exclusion | undefined =>
  beside.exclusions?.find(({ state }) => state === 'asked');
export const standingExclusion = ({ beside }: Appeal): Exclusion | undefined =>
  beside.exclusions?.findLast(({ state }) => state === 'granted');

/** Once a unit, and one at a time: what was decided stays decided. */
export function mayNotAskExclusion(appeal: Appeal): Refusal | null {
  const lead = leadOf(appeal);
  const before = appeal.beside.exclusions ?? [];
  const asked = before.some(({ unit, state }) => state === 'asked' || unit === lead?.id);
  return asked ? refuse('exclusion-asked-already') : null;
}

/**
 * A third party (RULEBOOK §8): neither of the unit that asks, nor below it, nor above it and measured with it, nor of a
 * dispatch centre, whose own dispatch it may be about.
 */
export function mayNotJudge(appeal: Appeal, staff: Staff, one: Exclusion | undefined): Refusal | null {
  if (!one) return refuse('exclusion-none');
  const lead = leadOf(appeal);
  const own = one.unit === staff.unit.id || one.by === staff.account;
  const inLine = lead !== null && (isWithin(staff.unit, lead) || isWithin(lead, staff.unit));
  const apart = !own && !inLine && staff.unit.kind !== 'dispatch-centre';
  return apart ? null : refuse('exclusion-own');
}

export function askExclusion(
  appeal: Appeal,
  { reason, text, photos }: AskExclusionRequest,
  { actor }: Context,
): AppealEvent[] | Refusal {
  const lead = leadOf(appeal);
  if (!lead || actor.kind !== 'staff') return refuse('not-yours');
  const data = { unit: lead.id, reason, photos, by: actor.account };
  return [{ type: 'exclusion-asked', data, texts: { reason: text } }];
}

export function decideExclusion(
  appeal: Appeal,
  { grant, text }: DecideExclusionRequest,
): AppealEvent[] | Refusal {
  const one = pendingExclusion(appeal);
  if (!one) return refuse('exclusion-none');
  const { unit, reason } = one;
  const texts = { reason: text };
  return grant
    ? [{ type: 'exclusion-granted', data: { unit, reason }, texts }]
    : [{ type: 'exclusion-refused', data: { unit }, texts }];
}

export function revokeExclusion(appeal: Appeal, { text }: RevokeExclusionRequest): AppealEvent[] | Refusal {
  const one = standingExclusion(appeal);
  if (!one) return refuse('exclusion-none');
  return [{ type: 'exclusion-revoked', data: { unit: one.unit }, texts: { reason: text } }];
}
