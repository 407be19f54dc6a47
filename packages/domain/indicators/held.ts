import type { AppealEvent } from '../events.ts';

/** Who has an appeal in hand, and since when (ms); units by id. `unit` null: nobody, its time is nobody's. */
export type Holding = {
  readonly centre: number;
  /** The unit that answers for it: of the order in hand, or that answered last. */
  readonly lead: number | null;
  /** Whom the lead has given it to. */
  readonly holder: number | null;
  readonly unit: number | null;
  readonly since: number;
};

/** Office time between two moments in ms, by the office hours of a version of the settings. */
export type OfficeTime = (rules: number, from: number, to: number) => number;

/**
 * 持有时长: who has it after an event. The centre while it is to be dispatched and while it decides a send-back; the
 * unit it was given to; the lead while it reviews a draft. Nobody on the ledger (it was agreed that nothing can be done),
 * while the citizen is to rate, and in arbitration: which unit must act is what is being decided, no unit of arbiters takes
 * it in hand, and a unit must not be charged for a dispute; a backstop unit that acts meanwhile has it.
 * @returns null before it is filed
 */
export function handAfter(before: Holding | null, event: AppealEvent, at: number): Holding | null {
  if (event.type === 'filed') {
    const centre = event.data.centre.id;
    return { centre, lead: null, holder: null, unit: centre, since: at };
  }
  if (!before) return null;
  const next = { ...before, ...given(before, event) };
  return next.unit === before.unit ? next : { ...next, since: at };
}

function given({ centre, lead, holder }: Holding, event: AppealEvent): Partial<Holding> {
  switch (event.type) {
    case 'passed-to-centre':
      return { centre: event.data.centre.id, unit: event.data.centre.id };
    case 'dispatched':
      return { lead: event.data.unit.id, holder: event.data.unit.id, unit: event.data.unit.id };
    case 'sub-assigned':
      return { holder: event.data.to.id, unit: event.data.to.id };
    case 'backstop-named':
      return { holder: event.data.unit.id, unit: event.data.unit.id };
    case 'answered':
      return { unit: lead };
    case 'answer-returned':
    case 'send-back-refused':
    case 'resumed':
      return { unit: holder };
    case 'send-back-asked':
      return { unit: event.data.arbitration ? null : centre };
    case 'send-back-upheld':
    case 'reopened':
    case 'split':
      return { lead: null, holder: null, unit: centre };
    case 'arbitrated':
      return { lead: null, holder: null, unit: null };
    case 'answer-shared':
      return { lead: event.data.unit.id, unit: null };
    case 'arbitration-called':
    case 'put-on-ledger':
    case 'answer-approved':
    case 'answered-at-once':
    case 'referred':
    case 'terminated':
    case 'withdrawn':
    case 'merged':
    case 'closed':
      return { unit: null };
    default:
      return {};
  }
}

/** What a unit has held an appeal for so far, in ms of office time; `since` while it still has it, in ms. */
export type Held = { readonly unit: number; readonly ms: number; readonly since: number | null };

/**
 * The held-time ledger of one appeal, each unit once, in the order they first had it.
 * @param history its events in order @param now up to when the one who has it is charged, ms
 */
export function heldLedger(
  history: readonly { readonly event: AppealEvent; readonly at: number }[],
  officeTime: OfficeTime,
  now: number,
): Held[] {
  const first = history[0]?.event;
  const rules = first?.type === 'filed' ? first.data.rules : 0;
  const sums = new Map<number, number>();
  const charge = ({ unit, since }: Holding, until: number) => {
    if (unit !== null) sums.set(unit, (sums.get(unit) ?? 0) + officeTime(rules, since, until));
  };
  let holding: Holding | null = null;
  for (const { event, at } of history) {
    const next: Holding | null = handAfter(holding, event, at);
    if (holding && next?.unit !== holding.unit) charge(holding, at);
    holding = next;
  }
  if (holding) charge(holding, now);
  return [...sums].map(([unit, ms]) => ({
    unit,
    ms,
    since: holding?.unit === unit ? holding.since : null,
  }));
}
