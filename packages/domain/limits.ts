import type { Kind, Urgency } from './appeal.ts';
import { addWorkingDays, type Calendar, hour } from './calendar/calendar.ts';
import type { MatterRule } from './matter-rule.ts';
import type { LimitRow, Settings } from './settings.ts';
import type { UnitLevel } from './units.ts';

const minute = 60_000;

/**
 * The rule a limit came from, kept so that the case page can cite it: a line of the city's table, the matter's own limit
 * in the catalogue, or the city's default.
 */
export type LimitSource = 'table' | 'matter-urgent' | 'urgent' | 'matter' | 'kind';

/** A limit to answer: minutes by the clock, day and night, or working days. */
export type Limit = {
  readonly finishClock: LimitRow['clock'];
  readonly finishAmount: number;
  readonly limitSource: LimitSource;
};

/** What of an appeal its limit depends on. `level` is that of the unit that is to answer. */
type About = { readonly kind: Kind; readonly urgency: Urgency; readonly level?: UnitLevel };

export type OrderDues = Limit & {
  readonly ackDue: number;
  readonly contactDue: number;
  readonly finishDue: number;
};

/** Dispatch is due in clock time, day and night. */
export function dispatchDue(
  settings: Pick<Settings, 'dispatchMinutes'>,
  urgency: Urgency,
  from: number,
): number {
  return from + settings.dispatchMinutes[urgency] * minute;
}

/**
 * The due times of a new work order, and the limit the last one came from.
 *
 * Of the table's lines the most particular holds: one that names the matter before one that does not, among those the one
 * that names the urgency, then the kind, then the level. Where no line fits, the matter's own limit in the catalogue holds,
 * else the city's. What is urgent is never given longer by a line that does not speak of urgency.
 */
export function orderDues(
  settings: Settings,
  calendar: Calendar,
  matter: MatterRule | null,
  about: About,
  from: number,
): OrderDues {
  const chosen = limitsFor(settings, matter, about)
    .map((limit) => ({ ...limit, finishDue: dueOf(limit, calendar, from) }))
    .reduce((first, other) => (other.finishDue < first.finishDue ? other : first));
  // What is to be answered soon is taken in hand before it is due.
  return {
    ackDue: Math.min(addWorkingDays(calendar, from, settings.acknowledgeDays), chosen.finishDue),
    contactDue: Math.min(from + settings.contactHours * hour, chosen.finishDue),
    ...chosen,
  };
}

function dueOf({ finishClock, finishAmount }: Limit, calendar: Calendar, from: number): number {
  return finishClock === 'elapsed'
    ? from + finishAmount * minute
    : addWorkingDays(calendar, from, finishAmount);
}

/** The limit that holds; two where the earlier does. Never none. */
function limitsFor(settings: Settings, matter: MatterRule | null, about: About): Limit[] {
  const line = lineFor(settings.limits, matter, about);
  if (!line) return [plainLimit(settings, matter, about)];
  const limit: Limit = { finishClock: line.clock, finishAmount: line.amount, limitSource: 'table' };
  const speaksOfIt = about.urgency === 'ordinary' || line.urgency !== undefined;
  return speaksOfIt ? [limit] : [limit, plainLimit(settings, matter, about)];
}

/** The most particular line of the table that fits. Two that fit and name the same are the same line. */
function lineFor(lines: readonly LimitRow[], matter: MatterRule | null, about: About): LimitRow | null {
  let best: LimitRow | null = null;
  for (const line of lines) {
    const fits =
      (line.matter === undefined || line.matter === matter?.code) &&
      (line.urgency === undefined || line.urgency === about.urgency) &&
      (line.kind === undefined || line.kind === about.kind) &&
      (line.level === undefined || line.level === about.level);
    if (fits && (best === null || weightOf(line) > weightOf(best))) best = line;
  }
  return best;
}

/** Matter before urgency before kind before level, each outweighing all that come after it. */
function weightOf({ matter, urgency, kind, level }: LimitRow): number {
  const named = [matter, urgency, kind, level];
  return named.reduce((weight, part) => weight * 2 + (part === undefined ? 0 : 1), 0);
}

/** The matter's own limit in the duty catalogue, else the city's. */
function plainLimit(settings: Settings, matter: MatterRule | null, { kind, urgency }: About): Limit {
  if (urgency === 'urgent') {
    const own = matter?.urgentHours ?? null;
    return {
      finishClock: 'elapsed',
      finishAmount: (own ?? settings.urgentFinishHours) * 60,
      limitSource: own === null ? 'urgent' : 'matter-urgent',
    };
  }
  const own = matter?.finishDays[kind];
  return {
    finishClock: 'working',
    finishAmount: own ?? settings.finishDays[kind],
    limitSource: own === undefined ? 'kind' : 'matter',
  };
}

export const lights = ['green', 'yellow', 'red'] as const;
export type Light = (typeof lights)[number];
