import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seeded, seedOf } from '../packages/demo-city/rng.ts';
import {
  addWorkingTime,
  type Calendar,
  day,
  startOfDay,
  workingTime,
} from '../packages/domain/calendar/calendar.ts';
import {
  ended,
  groupsOf,
  type Likeness,
  midweek,
  noPace,
  opened,
  type Pace,
  predict as predictAnswer,
  weekOf,
} from '../packages/domain/predict/pace.ts';
import { openCity } from '../packages/server/city.ts';
import { planLife } from '../packages/server/connect/histories/life.ts';
import type { Plan } from '../packages/server/connect/histories/plan.ts';
import { yearUpTo } from '../packages/server/connect/histories/times.ts';
import { peopleOf } from '../packages/server/connect/seed-histories.ts';
import { readConfig } from '../packages/server/platform/config.ts';
import { startTestPostgres } from '../packages/server/platform/postgres/test-server.ts';

/** Lives of the demo city's year, the same every time. */
const lives = 20_000;
const seed = 26;
const yearsEnd = Date.parse('2026-07-01T00:00:00+08:00');
/** As the server does: half a year is looked back on, 30 answered cases are the least. */
const weeks = 26;
const leastCases = 30;

type Life = {
  readonly filedAt: number;
  readonly dispatchedAt: number;
  readonly atDispatch: Likeness;
  readonly atEnd: Likeness;
  readonly endedAt: number;
  readonly how: 'answered' | 'gone';
};

/**
 * Back-test of the predicted date: learns from the demo city's histories as they stood when a month began (open cases among
 * them) and predicts that month's, each when it is dispatched and again two working days after it was filed.
 */
export async function predict(): Promise<object> {
  const { all, calendar } = await history();
  const from = yearsEnd - 60 * day;
  const to = from + 30 * day;
  const model = learn(all, calendar, from);
  const later = all.filter(({ filedAt }) => filedAt >= from && filedAt < to);
  const answered = later.filter(({ how }) => how === 'answered');
  return {
    lives,
    month: new Date(from).toISOString().slice(0, 10),
    trainedOn: all.filter(({ filedAt }) => filedAt < from).length,
    goneWithoutAnswer: later.length - answered.length,
    whenDispatched: score(answered, calendar, from, model, ({ dispatchedAt }) => dispatchedAt),
    afterTwoDays: score(answered, calendar, from, model, ({ filedAt }) =>
      addWorkingTime(calendar, filedAt, 2 * day),
    ),
  };
}

async function history(): Promise<{ all: Life[]; calendar: Calendar }> {
  const [postgres, dataDir] = await Promise.all([
    startTestPostgres(),
    mkdtemp(join(tmpdir(), 'suban-predict-')),
  ]);
  const config = { ...readConfig({ ...process.env, SUBAN_DEMO: 'on' }), dataDir };
  const city = await openCity(config, postgres.url, { clock: () => yearsEnd });
  try {
    const people = await peopleOf(city.services);
    const { calendar } = people.reference;
    const year = yearUpTo(calendar, yearsEnd, 12);
    const all = Array.from({ length: lives }, (_, index) =>
      lifeOf(planLife(people, seeded(seedOf(`${seed}/${index}`)), year)),
    );
    return { all: all.flatMap((life) => life ?? []), calendar };
  } finally {
    await city.close();
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** What the server's reader would have counted of it; null where it was never given to a unit. */
function lifeOf({ at: filedAt, urgency, composed, steps }: Plan): Life | null {
  const likeness = (unit: unknown, matter: unknown): Likeness => ({
    kind: composed.kind,
    urgency,
    matter: String(matter),
    unit: Number(unit),
  });
  let first: { at: number; like: Likeness } | null = null;
  let like: Likeness | null = null;
  for (const { at, type, fields } of steps) {
    if (type === 'dispatch' || type === 'designate') {
      like = likeness(fields['unit'], fields['matter'] ?? like?.matter);
      first ??= { at, like };
    }
    const approved = type === 'review' && fields['approve'] === true;
    const waits = type === 'apply' && fields['what'] === 'ledger';
    if (!first || !like || !(approved || waits || type === 'withdraw')) continue;
    const how = approved ? 'answered' : 'gone';
    return { filedAt, dispatchedAt: first.at, atDispatch: first.like, atEnd: like, endedAt: at, how };
  }
  return null;
}

type Model = ReadonlyMap<string, ReadonlyMap<number, Pace>>;

/** Only what had happened by `now` is known. */
function learn(all: readonly Life[], calendar: Calendar, now: number): Model {
  const model = new Map<string, Map<number, Pace>>();
  for (const { filedAt, dispatchedAt, atDispatch, atEnd, endedAt, how } of all) {
    if (dispatchedAt >= now || weekOf(filedAt) < weekOf(now) - weeks) continue;
    const over = endedAt < now;
    for (const { key } of groupsOf(over ? atEnd : atDispatch)) {
      const byWeek = model.get(key) ?? new Map<number, Pace>();
      model.set(key, byWeek);
      const pace = opened(byWeek.get(weekOf(filedAt)) ?? noPace, 1);
      const ms = over ? workingTime(calendar, filedAt, endedAt) : 0;
      byWeek.set(weekOf(filedAt), over ? ended(pace, how, ms) : pace);
    }
  }
  return model;
}

/** Of those still waiting at `when`: how many are told, how often the range was right, and how wide it was. */
function score(
  answered: readonly Life[],
  calendar: Calendar,
  now: number,
  model: Model,
  when: (life: Life) => number,
): object {
  const waiting = answered.filter((life) => life.endedAt > when(life));
  const widths: number[] = [];
  const errors: number[] = [];
  let [inside, insideDays, below] = [0, 0, 0];
  for (const life of waiting) {
    const groups = groupsOf(life.atDispatch).map(({ like, key }) => ({
      like,
      seen: [...(model.get(key) ?? [])].map(([week, pace]) => ({
        pace,
        age: Math.max(0, workingTime(calendar, midweek(week), now)),
      })),
    }));
    const told = predictAnswer(groups, workingTime(calendar, life.filedAt, when(life)), leastCases);
    if (!told) continue;
    const at = (ms: number) => addWorkingTime(calendar, life.filedAt, ms);
    const [low, middle, high] = [at(told.from), at(told.middle), at(told.to)];
    if (life.endedAt < low) below += 1;
    if (life.endedAt >= low && life.endedAt <= high) inside += 1;
    if (life.endedAt >= startOfDay(calendar, low) && life.endedAt < startOfDay(calendar, high) + day)
      insideDays += 1;
    widths.push((high - low) / day);
    errors.push(Math.abs(life.endedAt - middle) / day);
  }
  const n = widths.length;
  const share = (count: number) => Math.round((1000 * count) / n) / 1000;
  return {
    waiting: waiting.length,
    n,
    coverage: share(inside),
    coverageOfDaysShown: share(insideDays),
    earlier: share(below),
    later: share(n - inside - below),
    medianWidthDays: median(widths),
    medianErrorDays: median(errors),
  };
}

const median = (list: readonly number[]): number =>
  Math.round(10 * (list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0)) / 10;
