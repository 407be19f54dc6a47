import { refOf, type UnitRef } from '@suban/domain/units.ts';
import type { Appeal } from '@suban/domain/appeal.ts';
import { evolve } from '@suban/domain/evolve.ts';
import { type AppealKey, appealId, cohortOf } from '@suban/domain/ids.ts';
import type { Queue } from '@suban/domain/api.ts';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { nextClock } from '../appeal/clocks.ts';
import { readHistory } from '../appeal/history-store.ts';
import { queueCount } from '../appeal/rows-store.ts';
import { runCommand } from '../appeal/run-command.ts';
import { loadAppeal } from '../appeal/store.ts';
import { ownScope } from '../collect/citizen.ts';
import type { Services } from '../platform/services.ts';
import { createTestCity, type TestCity } from '../testing/test-city.ts';
import { seedHistories } from './seed-histories.ts';

const today = Date.parse('2026-11-24T10:30:00+08:00');
const slow = 180_000;

let city: TestCity;
let first: { filed: number; commands: number };
beforeAll(async () => {
  city = await createTestCity({ at: today });
  first = await seedHistories(city.services, { appeals: 300 });
}, slow);
afterAll(() => city.close());

async function keys({ database }: Services): Promise<AppealKey[]> {
  const rows = await database.owner.query<{ cohort: number; id: number }>('select cohort, id from appeal');
  return rows.map(({ cohort, id }) => ({ cohort: cohortOf(cohort), id: appealId(id) }));
}

async function stored(services: Services, key: AppealKey) {
  const { loaded, history } = await services.database.scoped('all', async (tx) => ({
    loaded: await loadAppeal(tx, services.reference(), key),
    history: await readHistory(tx, key),
  }));
  if (!loaded) throw new Error(`no appeal ${key.id}`);
  return { ...loaded, history };
}

/** The row knows its units' names, an event only what the rules need of them. */
function bare(appeal: Appeal): unknown {
  const ref = (unit: UnitRef | null) => unit && refOf(unit);
  const { order } = appeal;
  return {
    ...appeal,
    centre: ref(appeal.centre),
    accused: ref(appeal.accused),
    order: order && { ...order, unit: ref(order.unit), holder: ref(order.holder) },
  };
}

test(
  'every history, replayed, gives the row that is stored',
  async () => {
    const all = await keys(city.services);
    expect(all).toHaveLength(300);
    for (const key of all) {
      const { appeal, history } = await stored(city.services, key);
      const replayed = history.reduce<Appeal | null>((state, told) => evolve(state, told), null);
      expect(replayed && bare(replayed)).toEqual(bare(appeal));
    }
  },
  slow,
);

test('nothing happens before its time or after today, and a history goes forward only', async () => {
  const [row] = await city.services.database.owner.query<{
    n: number;
    backwards: number;
    first: number;
    last: number;
  }>(
    `select count(*) as n, count(*) filter (where at < before) as backwards, min(at) as first, max(at) as last
     from (select at, lag(at) over (partition by cohort, appeal order by seq) as before from appeal_event) e`,
  );
  expect(row?.n).toBeGreaterThan(1_500);
  expect(row?.backwards).toBe(0);
  expect(row?.last).toBeLessThanOrEqual(today);
  expect(row?.first).toBeGreaterThan(today - 366 * 86_400_000);
});

test(
  'a second seeding changes nothing, though it is later',
  async () => {
    const before = await city.counts();
    city.clock.advance(3 * 86_400_000);
    expect(await seedHistories(city.services, { appeals: 300 })).toEqual({ filed: 0, commands: 0 });
    city.clock.set(today);
    expect(await city.counts()).toEqual(before);
    expect(first.filed).toBe(300);
    // Every filing and command has its request, and nothing else has one.
    expect(before['public.request']).toBe(first.filed + first.commands);
  },
  slow,
);

test('every queue has something in it today', async () => {
  const named = ['SZ-FT-YL', 'SZ-D-CG', 'SZ-FT'] as const;
  const queues: readonly (readonly [Queue, string])[] = [
    ['to-dispatch', 'SZ-DISPATCH'],
    ['to-dispatch', 'SZ-FT-DISPATCH'],
    ['send-backs', 'SZ-DISPATCH'],
    ['arbitration', 'SZ-DISPATCH'],
    ...named.flatMap(
      (code) =>
        [
          ['in-hand', code],
          ['to-review', code],
        ] as const,
    ),
    ['in-hand', 'SZ-FT-YL-1-1'],
    ['awaiting-rating', 'SZ-DISPATCH'],
    ['follow-ups', 'SZ-SUPERVISION'],
  ];
  for (const [queue, code] of queues) {
    const count = await city.services.database.scoped('all', (tx) =>
      queueCount(tx, queue, { unit: city.unit(code).id, seesAll: true, partlyBlind: false }),
    );
    expect.soft([queue, code, count > 0]).toEqual([queue, code, true]);
  }
});

test(
  'the named units have lights of all three colours on their desks',
  async () => {
    const lights = new Map<string, Set<string>>();
    for (const key of await keys(city.services)) {
      const { appeal } = await stored(city.services, key);
      const code = appeal.order && city.services.reference().units.get(appeal.order.unit.id)?.code;
      const clock = nextClock(appeal, city.services.reference(), today);
      if (code && clock && appeal.state === 'dispatched')
        lights.set(code, (lights.get(code) ?? new Set()).add(clock.light));
    }
    for (const code of ['SZ-FT-YL', 'SZ-D-CG', 'SZ-FT'])
      expect.soft([code, ...[...(lights.get(code) ?? [])].sort()]).toEqual([code, 'green', 'red', 'yellow']);
  },
  slow,
);

test('the year has its shape: storm, workdays, busy districts, frequent matters, and figures as a middling city has them', async () => {
  const [row] = await city.services.database.owner.query<Record<string, number>>(
    `select count(*) filter (where filed_at >= '2026-09-07+08' and filed_at < '2026-09-14+08') as storm,
       count(*) filter (where filed_at >= '2026-08-17+08' and filed_at < '2026-08-24+08') as calm,
       count(*) filter (where extract(hour from filed_at at time zone 'Asia/Shanghai') between 8 and 20) as by_day,
       count(distinct matter) as matters, count(distinct area) as areas, count(distinct channel) as channels
     from appeal`,
  );
  expect(row?.['storm']).toBeGreaterThan(2 * (row?.['calm'] ?? 0));
  expect(row?.['by_day']).toBeGreaterThan(200);
  expect(row?.['matters']).toBeGreaterThan(60);
  expect(row?.['areas']).toBeGreaterThan(40);
  expect(row?.['channels']).toBeGreaterThanOrEqual(5);
  const [share] = await city.services.database.owner.query<Record<string, number>>(
    `select avg((answered_at <= finish_due)::int)::float8 as on_time, avg((contacted_at <= contact_due)::int)::float8 as contacted
     from work_order where answered_at is not null`,
  );
  expect(share?.['on_time']).toBeGreaterThan(0.78);
  expect(share?.['on_time']).toBeLessThan(0.97);
  expect(share?.['contacted']).toBeGreaterThan(0.8);
  const [photos] = await city.services.database.owner.query<{ taken: number; free: number }>(
    'select count(*) as taken, count(*) filter (where appeal is null) as free from photo',
  );
  expect(photos?.taken).toBeGreaterThan(60);
  expect(photos?.free).toBe(0);
});

/** Goes down in the middle: from the `after`th photo on the disk is full. */
function failing(services: Services, after: number): Services {
  let puts = 0;
  return {
    ...services,
    files: {
      ...services.files,
      put: (key, bytes) => {
        puts += 1;
        return puts > after ? Promise.reject(new Error('disk full')) : services.files.put(key, bytes);
      },
    },
  };
}

const eventCounts = ({ database }: Services) =>
  database.owner.query(
    'select type, count(*) as n, sum(extract(epoch from at)) as times from appeal_event group by type order by type',
  );

test(
  'after going down in the middle the rest is completed, and it is the same year',
  async () => {
    const [whole, broken] = await Promise.all([createTestCity({ at: today }), createTestCity({ at: today })]);
    try {
      await seedHistories(whole.services, { appeals: 60 });
      await expect(seedHistories(failing(broken.services, 12), { appeals: 60 })).rejects.toThrow('disk full');
      broken.clock.advance(3_600_000);
      const rest = await seedHistories(broken.services, { appeals: 60 });
      expect(rest.filed).toBeGreaterThan(0);
      expect(rest.filed).toBeLessThan(60);
      expect(await eventCounts(broken.services)).toEqual(await eventCounts(whole.services));
    } finally {
      await Promise.all([whole.close(), broken.close()]);
    }
  },
  slow,
);

test(
  'what somebody did meanwhile is left as they did it',
  async () => {
    const broken = await createTestCity({ at: today });
    try {
      const { services } = broken;
      await expect(seedHistories(failing(services, 12), { appeals: 60 })).rejects.toThrow('disk full');
      const withdrawn: AppealKey[] = [];
      for (const key of await keys(services)) {
        if ((await stored(services, key)).appeal.state !== 'dispatched') continue;
        withdrawn.push(key);
        await runCommand(
          services,
          key,
          { type: 'withdraw', request: { requestId: randomUUID() } },
          { kind: 'citizen' },
          ownScope(key),
        );
      }
      await seedHistories(services, { appeals: 60 });
      expect(withdrawn.length).toBeGreaterThan(0);
      for (const key of withdrawn) expect((await stored(services, key)).appeal.state).toBe('withdrawn');
      expect(await keys(services)).toHaveLength(60);
    } finally {
      await broken.close();
    }
  },
  slow,
);

test(
  'a step the rules refuse is an error that names it',
  async () => {
    const strict = await createTestCity({ at: today });
    try {
      const { services } = strict;
      const real = services.reference();
      const settings = { ...real.settings, sendBackDays: 0 };
      const harsh = { ...real, settings, settingsOf: () => settings };
      let asked = 0;
      // Planned by the city's rules, given under others.
      const reference = () => (asked++ === 0 ? real : harsh);
      await expect(seedHistories({ ...services, reference }, { appeals: 40 })).rejects.toThrow(
        /^history 1\/\d+, step \d+ \(send-back\): send-back-late$/,
      );
    } finally {
      await strict.close();
    }
  },
  slow,
);
