import { setTimeout as sleep } from 'node:timers/promises';
import { parseNumber } from '@suban/domain/ids.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { open } from '../appeal/canonical.ts';
import type { Filed } from '../testing/client.ts';
import { createStory } from '../testing/story.ts';
import { createTestCity, type TestCity } from '../testing/test-city.ts';
import { startWorkers } from '../testing/workers.ts';

const hour = 3_600_000;
/** Enough that a kill finds some of them done and some not. */
const each = 25;
const kills = 6;

let city: TestCity;
let workers: ReturnType<typeof startWorkers>;
beforeAll(async () => {
  city = await createTestCity();
}, 60_000);
afterAll(async () => {
  await workers.stop();
  await city.close();
});

const sql = async (text: string, values: readonly unknown[] = []): Promise<number | null> =>
  (await city.services.database.owner.query<{ n: number | null }>(text, values))[0]?.n ?? null;
const at = (text: string) => Date.parse(`2026-${text}:00+08:00`);
const due = (now: number) => sql('select count(*) as n from appeal where next_watch <= $1', [new Date(now)]);
const raisedAt = (now: number) =>
  sql('select count(*) as n from appeal_event where at = $1', [new Date(now)]);

/** What the system did to them, each line with how often. */
async function done(filed: readonly Filed[]): Promise<Record<string, number>> {
  const ids = filed.map(({ number }) => parseNumber(number)?.id);
  const rows = await city.services.database.owner.query<{ body: Buffer }>(
    'select body from appeal_event where appeal = any($1::int8[]) order by at, seq',
    [ids],
  );
  const lines: Record<string, number> = {};
  for (const { at: moment, by, event } of rows.map(({ body }) => open(body))) {
    if (by !== 'system') continue;
    const data: Record<string, unknown> = event.data;
    const time = new Date(moment + 8 * hour).toISOString().slice(5, 16);
    const line = [time, event.type, data['clock'], data['light']].filter(Boolean).join(' ');
    lines[line] = (lines[line] ?? 0) + 1;
  }
  return lines;
}
const times = (lines: readonly string[], n: number) => Object.fromEntries(lines.map((line) => [line, n]));
const many = (make: () => Promise<Filed>) => Promise.all(Array.from({ length: each }, make));

test('every step is taken once and at its minute, however often workers are killed', async () => {
  const story = createStory(city);
  const waiting = await many(() => story.file());
  const working = await many(async () => {
    const filed = await story.dispatched();
    await story.acknowledge(filed);
    await story.contact(filed);
    return filed;
  });
  workers = startWorkers(city, 2);
  await workers.ready;
  let [killed, midway, steps] = [0, 0, 0];
  for (;;) {
    const now = await sql('select (extract(epoch from min(next_watch)) * 1000)::int8 as n from appeal');
    if (now === null || now > at('04-30T09:00')) break;
    const before = (await raisedAt(now)) ?? 0;
    workers.tell(now);
    // In the middle of the work one of the two is killed, the last times both; others start in their place.
    if (killed < kills) {
      const both = killed >= kills - 2;
      while (((await raisedAt(now)) ?? 0) === before) await sleep(2);
      await Promise.all(both ? [workers.kill(), workers.kill()] : [workers.kill()]);
      if ((await due(now)) !== 0) midway += 1;
      await Promise.all(both ? [workers.start(), workers.start()] : [workers.start()]);
      killed += 1;
    }
    for (let i = 0; (await due(now)) !== 0; i += 1) {
      expect(i, 'not done within 20 s').toBeLessThan(1_000);
      await sleep(20);
    }
    steps += 1;
  }
  expect([killed, steps]).toEqual([kills, 10]);
  expect(midway, 'a kill that interrupted something').toBeGreaterThan(0);
  expect(await done(waiting)).toEqual(
    times(
      [
        '03-02T10:30 light-raised dispatch yellow',
        '03-02T11:00 light-raised dispatch red',
        '03-03T11:00 chased dispatch',
        '03-10T11:00 follow-up-opened',
        '03-17T11:00 circular-issued',
      ],
      each,
    ),
  );
  expect(await done(working)).toEqual(
    times(
      [
        '03-11T21:00 light-raised finish yellow',
        '03-16T09:00 light-raised finish red',
        '03-17T09:00 chased finish',
        '03-24T09:00 follow-up-opened',
        '03-31T09:00 circular-issued',
      ],
      each,
    ),
  );
}, 180_000);
