import type { Appeal } from './appeal.ts';
import type { Context } from './context.ts';
import { type Refusal, refuse } from './refusals.ts';
import { type UnitRef, isWithin } from './units.ts';

/**
 * Why a unit may have no part in an appeal, as lead, below it or beside it: it is complained of, or the matter is on no
 * grassroots duty list (北京条例 17).
 */
export function unfit(
  { accused }: Pick<Appeal, 'accused'>,
  unit: UnitRef,
  { matter }: Pick<Context, 'matter'>,
): Refusal | null {
  if (accused && isWithin(unit, accused)) return refuse('unit-accused');
  const grassroots = unit.level !== 'city' && unit.level !== 'district';
  return grassroots && matter && !matter.mayPushDown ? refuse('not-on-duty-list') : null;
}

/** 先办后议: who acts while it is argued whose duty a case is; null when nobody else can. */
export function actingBackstop(
  appeal: Appeal & { state: 'dispatched' },
  context: Pick<Context, 'backstop' | 'matter'>,
): UnitRef | null {
  const { backstop } = context;
  if (!backstop || backstop.id === appeal.order.unit.id || backstop.kind === 'partner') return null;
  return unfit(appeal, backstop, context) ? null : backstop;
}
