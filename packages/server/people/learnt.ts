import { cityCalibration } from '@suban/text/suggest/calibration.ts';
import { buildLearntIndex, type LearntIndex, unlearnt } from '@suban/text/suggest/learnt.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Sql } from '../platform/database.ts';
import { judgedBands, learntSince, learntUnits, learntUntil, type LearntUnit } from './learnt-store.ts';

/** A process looks this often, in ms, whether people have decided something new. */
const lookEvery = 5_000;

/** What the city has learnt of its own decisions, at hand in memory; every process has the same, a few seconds apart. */
export type Learnt = {
  readonly words: LearntIndex;
  /** Who was decided to be responsible for a matter in an area (0: not known). */
  readonly units: (matter: string, area: number) => readonly LearntUnit[];
  /** From the confidence that was fitted to the one that is shown, by what became of the city's own suggestions. */
  readonly shown: (base: number) => number;
  /** Fetches what is new. @param atMost how old, in ms, what is at hand may be */
  readonly refresh: (sql: Sql, atMost?: number) => Promise<void>;
};

const known = new WeakMap<Database, Learnt>();

/** One for each database a process has open. */
export function learntOf(database: Database): Learnt {
  const found = known.get(database) ?? create();
  known.set(database, found);
  return found;
}

function create(now: Clock = Date.now): Learnt {
  const words = buildLearntIndex();
  const matters = new Set<string>();
  const units = new Map<string, Map<number, LearntUnit>>();
  let shown = cityCalibration([]);
  let seen = 0;
  let until = -1;
  let lookedAt = Number.NEGATIVE_INFINITY;

  const forget = (): void => {
    for (const matter of matters) words.set(matter, unlearnt);
    units.clear();
    seen = 0;
  };
  const look = async (sql: Sql): Promise<void> => {
    const position = await learntUntil(sql);
    if (position === until) return;
    if (position < seen) forget();
    const since = seen;
    for (const { matter, changed, ...learnt } of await learntSince(sql, since)) {
      words.set(matter, learnt);
      matters.add(matter);
      seen = Math.max(seen, changed);
    }
    for (const place of await learntUnits(sql, since)) {
      const key = keyOf(place.matter, place.area);
      units.set(key, (units.get(key) ?? new Map<number, LearntUnit>()).set(place.unit, place));
      seen = Math.max(seen, place.changed);
    }
    shown = cityCalibration(await judgedBands(sql));
    until = position;
  };
  return {
    words,
    units: (matter, area) => [...(units.get(keyOf(matter, area))?.values() ?? [])],
    shown: (base) => shown(base),
    async refresh(sql, atMost = lookEvery) {
      if (now() - lookedAt < atMost) return;
      await look(sql);
      lookedAt = now();
    },
  };
}

const keyOf = (matter: string, area: number): string => `${matter}/${area}`;

/** Of a city that has decided nothing, or whose decisions are not to count. */
export const untaught = (
  words: LearntIndex = buildLearntIndex(),
): Pick<Learnt, 'words' | 'units' | 'shown'> => ({
  words,
  units: () => [],
  shown: cityCalibration([]),
});
