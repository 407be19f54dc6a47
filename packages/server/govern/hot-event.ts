import { cooler, cold, warmer } from '@suban/domain/govern/heat.ts';
import { lineage } from '@suban/domain/units.ts';
import type { Reference } from '../people/reference-store.ts';

/** What its unit and area follow from: how many of its appeals each leads, and each area has; `guess` where none is sent yet. */
export type Facts = {
  readonly leads: Readonly<Record<string, number>>;
  readonly areas: Readonly<Record<string, number>>;
  readonly guess: number | null;
  /** The unit that was given the alert to judge: it goes on seeing it, whoever is responsible by then. */
  readonly judge?: number;
};

/** A hot event as the reader keeps it. Moments in ms. */
export type HotEvent = {
  readonly id: number;
  readonly kind: 'gathering' | 'rise';
  readonly name: string;
  readonly place: string | null;
  readonly problem: string | null;
  readonly first: number;
  readonly last: number;
  readonly appeals: number;
  readonly withdrawn: number;
  readonly heat: number;
  readonly score: number;
  readonly open: boolean;
  readonly alerted: boolean;
  readonly followedUpAt: number | null;
  readonly accused: readonly number[];
  readonly facts: Facts;
};

/** One appeal of an event. */
export type Member = {
  readonly cohort: number;
  readonly appeal: number;
  readonly at: number;
  readonly area: number | null;
  readonly accused: number | null;
  readonly lead: number | null;
  readonly withdrawn: boolean;
};

type Named = Pick<HotEvent, 'id' | 'kind' | 'name' | 'place' | 'problem' | 'score'>;

export const newEvent = (named: Named, guess: number | null): HotEvent => ({
  ...named,
  first: Number.POSITIVE_INFINITY,
  last: Number.NEGATIVE_INFINITY,
  appeals: 0,
  withdrawn: 0,
  heat: cold,
  open: true,
  alerted: false,
  followedUpAt: null,
  accused: [],
  facts: { leads: {}, areas: {}, guess },
});

type Counts = Readonly<Record<string, number>>;
function counted(counts: Counts, key: number | null, by: 1 | -1): Counts {
  if (key === null) return counts;
  const { [String(key)]: was = 0, ...others } = counts;
  return was + by > 0 ? { ...others, [String(key)]: was + by } : others;
}

export function withMember(event: HotEvent, { at, area, accused, lead, withdrawn }: Member): HotEvent {
  const { leads, areas } = event.facts;
  // A whole city's rise has no one place.
  const place = event.kind === 'rise' ? null : area;
  return {
    ...event,
    first: Math.min(event.first, at),
    last: Math.max(event.last, at),
    appeals: event.appeals + 1,
    withdrawn: event.withdrawn + (withdrawn ? 1 : 0),
    heat: withdrawn ? event.heat : warmer(event.heat, at),
    accused: accused === null ? event.accused : [...new Set([...event.accused, accused])],
    facts: { ...event.facts, leads: counted(leads, lead, 1), areas: counted(areas, place, 1) },
  };
}

export const withoutMember = (event: HotEvent, { at }: Pick<Member, 'at'>): HotEvent => ({
  ...event,
  withdrawn: event.withdrawn + 1,
  heat: cooler(event.heat, at),
});

/** One of its appeals went to another unit. */
export function withLead(event: HotEvent, before: number | null, after: number): HotEvent {
  const leads = counted(counted(event.facts.leads, before, -1), after, 1);
  return { ...event, facts: { ...event.facts, leads } };
}

/** The key counted most; of equals the smallest, so that it is always the same. */
function mostOf(counts: Counts): number | null {
  const best = Object.entries(counts).sort(([a, n], [b, m]) => m - n || Number(a) - Number(b))[0];
  return best ? Number(best[0]) : null;
}

/** Where it is, who is responsible, and who may see it. */
export type Standing = {
  readonly area: number | null;
  readonly district: number | null;
  readonly unit: number;
  readonly units: readonly number[];
};

/**
 * The unit that most of its appeals are with, else the one the words point to, else the city's centre. Never one that its
 * appeals complain of, or below it: then the one above.
 */
export function standingOf({ units, centre }: Reference, event: HotEvent): Standing {
  const area = mostOf(event.facts.areas);
  /** A unit and those above it, cut off above the first that is complained of. */
  const lineOf = (id: number | null): number[] => {
    const path = lineage((id === null ? undefined : units.get(id)) ?? centre);
    const accused = path.findIndex((each, depth) => depth > 0 && event.accused.includes(each));
    return accused < 0 ? path : path.slice(0, accused);
  };
  const line = lineOf(mostOf(event.facts.leads) ?? event.facts.guess);
  const judges = event.facts.judge === undefined ? [] : lineOf(event.facts.judge);
  const place = area === null ? undefined : units.get(area);
  const district = place ? (lineage(place).find((id) => units.get(id)?.level === 'district') ?? null) : null;
  return { area, district, unit: line.at(-1) ?? centre.id, units: [...new Set([...line, ...judges])] };
}
