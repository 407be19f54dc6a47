import { type AppealKey, parseNumber } from '@suban/domain/ids.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { open, type Opened } from '../appeal/canonical.ts';
import { openCity } from '../city.ts';
import type { Filed } from '../testing/client.ts';
import { costOf, recording } from '../testing/plans.ts';
import { fillRows } from '../testing/rows.ts';
import { createStory, street } from '../testing/story.ts';
import { createTestCity, monday, type TestCity } from '../testing/test-city.ts';
import { testConfig } from '../testing/test-config.ts';
import { sweep } from './sweep.ts';
import { dueWatches } from './sweep-store.ts';

const at = (text: string) => Date.parse(`2026-${text}:00+08:00`);
function keyOf({ number }: Filed): AppealKey {
  const key = parseNumber(number);
  if (!key) throw new Error(`no number ${number}`);
  return key;
}

let city: TestCity;
let story: ReturnType<typeof createStory>;
let errors: unknown[];
beforeAll(async () => {
  city = await createTestCity();
  story = createStory(city);
});
afterAll(() => city.close());

const owner = () => city.services.database.owner;
const look = () => sweep(city.services, owner(), (error) => errors.push(error));
const rowOf = async (filed: Filed) => {
  const { cohort, id } = keyOf(filed);
  const [row] = await owner().query<{ next_watch: number | null; version: number; state: string }>(
    'select next_watch, version, state from appeal where cohort = $1 and id = $2',
    [cohort, id],
  );
  if (!row) throw new Error('no such appeal');
  return row;
};
const wake = async (filed: Filed, moment: number) => {
  const { cohort, id } = keyOf(filed);
  await owner().query('update appeal set next_watch = $3 where cohort = $1 and id = $2', [
    cohort,
    id,
    new Date(moment),
  ]);
};
/** What the system did, with the moment in the city's zone and what of it counts. */
const bySystem = async (filed: Filed): Promise<string[]> => {
  const { cohort, id } = keyOf(filed);
  const rows = await owner().query<{ body: Buffer }>(
    'select body from appeal_event where cohort = $1 and appeal = $2 order by seq',
    [cohort, id],
  );
  return rows
    .map(({ body }) => open(body))
    .filter(({ by }) => by === 'system')
    .map(told);
};
const told = ({ at: moment, event }: Opened): string => {
  const time = new Date(moment + 8 * 3_600_000).toISOString().slice(5, 16).replace('T', ' ');
  const data: Record<string, unknown> = event.data;
  const parts = [data['clock'], data['light'], data['cause']].filter((part) => typeof part === 'string');
  return [time, event.type, ...parts].join(' ');
};
/** Goes from moment to moment at which something is due. */
async function live(until: number): Promise<void> {
  errors = [];
  for (;;) {
    const [next] = await owner().query<{ at: number | null }>('select min(next_watch) as at from appeal');
    if (next?.at == null || next.at > until) break;
    city.clock.set(Math.max(city.clock.now(), next.at));
    await look();
  }
  city.clock.set(until);
  expect(errors).toEqual([]);
}
/** A quiet city, the morning of a Monday. */
async function quiet(): Promise<void> {
  await owner().query('update appeal set next_watch = null');
  city.clock.set(monday);
  errors = [];
}

describe('each step at its moment, once', () => {
  test('nobody dispatches it', async () => {
    await quiet();
    const filed = await story.file();
    await live(at('04-30T09:00'));
    expect(await bySystem(filed)).toEqual([
      '03-02 10:30 light-raised dispatch yellow',
      '03-02 11:00 light-raised dispatch red',
      '03-03 11:00 chased dispatch',
      '03-10 11:00 follow-up-opened overdue',
      '03-17 11:00 circular-issued overdue',
    ]);
    expect(await rowOf(filed)).toMatchObject({ next_watch: null, state: 'received' });
  });

  test('nobody answers it', async () => {
    await quiet();
    const filed = await story.dispatched();
    await story.acknowledge(filed);
    await story.contact(filed);
    await live(at('04-30T09:00'));
    // Ten working days; three quarters of them end in the evening of the eighth.
    expect(await bySystem(filed)).toEqual([
      '03-11 21:00 light-raised finish yellow',
      '03-16 09:00 light-raised finish red',
      '03-17 09:00 chased finish',
      '03-24 09:00 follow-up-opened overdue',
      '03-31 09:00 circular-issued overdue',
    ]);
  });

  test('nobody takes it: it goes to arbitration, and its other clocks go on', async () => {
    await quiet();
    const filed = await story.dispatched();
    await live(at('03-03T12:00'));
    expect((await bySystem(filed)).slice(0, 5).toSorted()).toEqual([
      '03-03 03:00 light-raised acknowledge yellow',
      '03-03 03:00 light-raised contact yellow',
      '03-03 09:00 arbitration-called no-taker',
      '03-03 09:00 light-raised acknowledge red',
      '03-03 09:00 light-raised contact red',
    ]);
    expect((await city.as('dispatcher').case(filed.number)).orderState).toBe('in-arbitration');
  });

  test('nobody rates it: it is called back, then closed', async () => {
    await quiet();
    const filed = await story.answered();
    await live(at('04-30T09:00'));
    expect((await bySystem(filed)).filter((line) => !line.includes('sample'))).toEqual([
      '03-05 09:00 call-back-planned silent',
      '03-16 09:00 closed',
    ]);
    expect(await rowOf(filed)).toMatchObject({ next_watch: null, state: 'closed' });
  });

  test('what was promised is asked for on its day, and followed up when nobody reports it', async () => {
    await quiet();
    const filed = await story.dispatched();
    await story.acknowledge(filed);
    await story.contact(filed);
    const promisedAt = '2026-03-09T12:00:00+08:00';
    await story.answer(filed, street, { outcome: 'partly', promisedAt });
    await story.approve(filed);
    await city.citizen.rates(filed, 5);
    await live(at('04-30T09:00'));
    expect((await bySystem(filed)).filter((line) => !line.includes('call-back'))).toEqual([
      '03-09 12:00 promise-due',
      '03-12 12:00 follow-up-opened promise-broken',
    ]);
  });

  test('what is on the ledger comes off it on its review date, its clock later by as long', async () => {
    await quiet();
    const filed = await story.dispatched();
    await story.acknowledge(filed);
    await story.contact(filed);
    await story.crew(street).receiver.must(filed.number, 'apply', {
      what: 'ledger',
      reviewAt: '2026-03-13T09:00:00+08:00',
      text: '须等待道路改造完工。',
    });
    await city.as('dispatcher').must(filed.number, 'decide-application', { grant: true, text: '同意挂账。' });
    await live(at('03-28T09:00'));
    // Nine working days it stood still: ten were left of ten.
    expect(await bySystem(filed)).toEqual([
      '03-13 09:00 resumed',
      '03-24 21:00 light-raised finish yellow',
      '03-27 09:00 light-raised finish red',
    ]);
  });
});

describe('an appeal that is woken', () => {
  test('for nothing goes on as it was, and sleeps until it is due', async () => {
    await quiet();
    const filed = await story.file();
    const before = await rowOf(filed);
    await wake(filed, monday - 1);
    expect(await look()).toBe(1);
    expect(await rowOf(filed)).toEqual(before);
    expect(await look()).toBe(0);
  });

  test('after it ended sleeps for good', async () => {
    await quiet();
    const filed = await story.file();
    await city.citizen.does(filed, 'withdraw');
    await wake(filed, monday - 1);
    const { version } = await rowOf(filed);
    await look();
    expect(await rowOf(filed)).toEqual({ next_watch: null, state: 'withdrawn', version });
    expect(errors).toEqual([]);
  });

  test('by several processes at once is ticked once', async () => {
    await quiet();
    const filed = await Promise.all(Array.from({ length: 30 }, () => story.file()));
    city.clock.set(at('03-02T11:00'));
    const other = await openCity(testConfig(city.services.config.dataDir), city.url, {
      clock: city.clock.now,
    });
    try {
      await Promise.all([
        look(),
        sweep(other.services, other.services.database.owner, (error) => errors.push(error)),
        look(),
      ]);
    } finally {
      await other.close();
    }
    expect(errors).toEqual([]);
    for (const one of filed)
      expect(await bySystem(one)).toEqual([
        '03-02 11:00 light-raised dispatch yellow',
        '03-02 11:00 light-raised dispatch red',
      ]);
  });

  test('and cannot be ticked holds up no other, is told of, and tried again in a minute', async () => {
    await quiet();
    const [bad, good] = [await story.file(), await story.file()];
    const { cohort, id } = keyOf(bad);
    // Rules that this process does not know.
    const rules = (version: number) =>
      owner().query('update appeal set rules = $3, beside = null where cohort = $1 and id = $2', [
        cohort,
        id,
        version,
      ]);
    await rules(999);
    city.clock.set(at('03-02T10:30'));
    expect(await look()).toBe(2);
    expect(await bySystem(good)).toHaveLength(1);
    expect(errors.map(String).join()).toContain('999');
    expect(await look()).toBe(0);
    await rules(0);
    city.clock.set(at('03-02T10:31'));
    await look();
    expect(await bySystem(bad)).toEqual(['03-02 10:31 light-raised dispatch yellow']);
  });
});

test('a look touches as many pages in a large city as in a small one', async () => {
  const cost = async (appeals: number) => {
    const own = await createTestCity();
    try {
      await fillRows(own, appeals);
      const { owner: sql } = own.services.database;
      // Half of all are to be woken some time; three hundred are due.
      await sql.query(
        `update appeal set next_watch = $1::timestamptz + (n - 300) * interval '1 second'
         from (select cohort, id, row_number() over (order by id) as n from appeal) o
         where appeal.cohort = o.cohort and appeal.id = o.id and n <= $2`,
        [new Date(monday), appeals / 2],
      );
      await sql.query('vacuum full analyze appeal');
      const noted = recording(own.services.database);
      expect(await dueWatches(noted.database.owner, monday, 200)).toHaveLength(200);
      const [statement] = noted.take();
      if (!statement) throw new Error('nothing was read');
      return await costOf(own.services.database, statement);
    } finally {
      await own.close();
    }
  };
  const [small, large] = [await cost(1_000), await cost(60_000)];
  expect(large.scanned).toEqual([]);
  // An index of more rows is a level or two higher.
  expect(large.buffers).toBeLessThanOrEqual(small.buffers + 4);
  expect(large.buffers).toBeLessThan(250);
}, 120_000);
