import type { AccountId } from './ids.ts';
import type { Role, StaffRole } from './roles.ts';
import type { UnitRef } from './units.ts';

export type Staff = {
  readonly kind: 'staff';
  readonly account: AccountId;
  readonly unit: UnitRef;
  readonly roles: readonly StaffRole[];
};

/**
 * Who gives a command. A citizen is whoever holds the query code, the rating link or the account an appeal was
 * filed from: proving that is the edge's work, so the rules see only `citizen`.
 */
export type Actor = { readonly kind: 'citizen' } | { readonly kind: 'system' } | Staff;

export function rolesOf(actor: Actor): readonly Role[] {
  return actor.kind === 'staff' ? actor.roles : [actor.kind];
}
