import type { MatterRule } from '../matter-rule.ts';

type Limits = Pick<MatterRule, 'finishDays' | 'urgentHours'>;
/** What a matter's limits were until a moment, in ms. */
export type EarlierLimits = Limits & { readonly until: number };

/** A matter with the limits it had when an appeal was filed: changed ones are for new appeals only (RULEBOOK §4). */
export function asFiled<M extends Limits & { readonly earlier: readonly EarlierLimits[] }>(
  matter: M,
  filedAt: number,
): M {
  const then = matter.earlier.find(({ until }) => filedAt < until);
  return then ? { ...matter, finishDays: then.finishDays, urgentHours: then.urgentHours } : matter;
}
