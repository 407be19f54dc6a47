import { type BytesIn, type BytesOut, bytesOf } from './bytes.ts';

/** Appeals of one problem on one day, far above what this weekday and season have. `day`: since 1970, in the zone counted in. */
export type Rise = {
  readonly problem: number;
  readonly day: number;
  readonly ids: readonly string[];
  readonly expected: number;
};

/** A day without a number worth a person's look, whatever is usual. */
const LEAST = 8;
/** At least so many times what is expected. */
const TIMES = 3;
/** And so many standard deviations above it: counts of a city scatter twice as much as pure chance. */
const DEVIATIONS = 5;
const SCATTER = 2;

/** Same weekdays looked back on, and days kept: a year and a week to either side. */
const WEEKS = 8;
const DAYS_KEPT = 372;
/** Before so many weeks have been seen nothing is called unusual. */
const LEAST_WEEKS = 4;
const DAY_MS = 86_400_000;

/**
 * What a day would usually have: the mean of the same weekday over the past eight weeks, or of the same weeks a year ago
 * if that is more. Days by number since 1970.
 * @param seen how many a day had, or null where that is not known
 */
export function expectedOn(day: number, seen: (day: number) => number | null): number {
  const mean = (days: readonly number[]): number => {
    const known = days.flatMap((at) => seen(at) ?? []);
    return known.reduce((sum, n) => sum + n, 0) / (known.length || 1);
  };
  const weeks = Array.from({ length: WEEKS }, (_, week) => day - 7 * (week + 1));
  return Math.max(mean(weeks), mean([day - 357, day - 364, day - 371]));
}

/**
 * Watches the daily number of appeals of each problem. A rise is told once a day and problem, at the very appeal.
 */
export function startRiseWatch(problems: number) {
  const counts = new Uint32Array(problems * DAYS_KEPT);
  const today = new Map<number, string[]>();
  const told = new Set<number>();
  let day = Number.NaN;
  let firstDay = Number.NaN;
  const slot = (problem: number, at: number) =>
    problem * DAYS_KEPT + (((at % DAYS_KEPT) + DAYS_KEPT) % DAYS_KEPT);

  const turnTo = (next: number): void => {
    if (Number.isNaN(day)) firstDay = next;
    const blank = Number.isNaN(day) ? 0 : Math.min(next - day, DAYS_KEPT);
    for (let back = 0; back < blank; back++) {
      for (let problem = 0; problem < problems; problem++) counts[slot(problem, next - back)] = 0;
    }
    day = next;
    today.clear();
    told.clear();
  };

  const seen = (problem: number, at: number): number | null =>
    at >= firstDay && at > day - DAYS_KEPT ? (counts[slot(problem, at)] ?? 0) : null;

  return {
    /** @param at milliseconds; an appeal before the day reached counts for that day. @param main its main problem, null when it has none */
    take(id: string, at: number, main: number | null): Rise | null {
      const its = Math.floor(at / DAY_MS);
      if (Number.isNaN(day) || its > day) turnTo(its);
      if (main === null) return null;
      counts[slot(main, day)] = (counts[slot(main, day)] ?? 0) + 1;
      const ids = today.get(main) ?? [];
      today.set(main, ids);
      ids.push(id);
      if (told.has(main) || ids.length < LEAST || day - firstDay < LEAST_WEEKS * 7) return null;
      const expected = expectedOn(day, (at) => seen(main, at));
      const unusual =
        ids.length >= TIMES * expected &&
        ids.length >= expected + DEVIATIONS * Math.sqrt(SCATTER * expected + 1);
      if (!unusual) return null;
      told.add(main);
      return { problem: main, day, ids: [...ids], expected };
    },
    /** The day reached, if a rise of this problem was told on it. */
    toldOn: (problem: number): number | null => (told.has(problem) ? day : null),
    save(out: BytesOut): void {
      out.f64(day);
      out.f64(firstDay);
      out.bytes(bytesOf(counts));
      out.list(today, ([problem, ids]) => {
        out.u32(problem);
        out.list(ids, (id) => out.text(id));
      });
      out.list(told, (problem) => out.u32(problem));
    },
    restore(from: BytesIn): void {
      day = from.f64();
      firstDay = from.f64();
      counts.set(new Uint32Array(from.bytes().buffer));
      for (const [problem, ids] of from.list(() => [from.u32(), from.list(() => from.text())] as const))
        today.set(problem, ids);
      for (const problem of from.list(() => from.u32())) told.add(problem);
    },
  };
}
