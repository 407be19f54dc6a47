import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { seedHolidays } from '@suban/demo-city/holidays.ts';
import { parseNumber } from '@suban/domain/ids.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readHistory } from '../appeal/history-store.ts';
import type { Filed } from '../testing/client.ts';
import { createStory } from '../testing/story.ts';
import { createTestCity, type TestCity } from '../testing/test-city.ts';

const at = (text: string) => Date.parse(`${text}:00+08:00`);
/** Ten working days on lies in 2027, whose calendar nobody has published. */
const december = at('2026-12-23T09:00');

let city: TestCity;
let story: ReturnType<typeof createStory>;
beforeAll(async () => {
  city = await createTestCity({ workers: true, at: december });
  story = createStory(city);
});
afterAll(() => city.close());

const caseOf = ({ number }: Filed) => city.as('dispatcher').case(number);
const finish = async (filed: Filed) =>
  Date.parse((await caseOf(filed)).clocks.find(({ name }) => name === 'finish')?.due ?? '');
const recomputed = async ({ number }: Filed) => {
  const key = parseNumber(number) ?? expect.fail(number);
  const told = await readHistory(city.services.database.owner, key);
  return told.filter(({ event }) => event.type === 'clocks-recomputed');
};
const watchOf = async ({ number }: Filed) => {
  const { cohort, id } = parseNumber(number) ?? expect.fail(number);
  const [row] = await city.services.database.owner.query<{ at: number | null }>(
    'select next_watch as at from appeal where cohort = $1 and id = $2',
    [cohort, id],
  );
  return row?.at ?? null;
};
async function publish(days: readonly { day: string; kind: string; name: string }[]): Promise<void> {
  const text = ['date,kind,name', ...days.map(({ day, kind, name }) => `${day},${kind},${name}`)].join('\n');
  const answer = await city
    .as('system-admin')
    .post('/api/calendar', { requestId: randomUUID(), year: 2027, text, why: '国务院办公厅通知' });
  expect(answer).toMatchObject({ status: 201 });
  // Processes take some seconds to have it; then the jobs run.
  const { owner } = city.services.database;
  for (let i = 0; i < 1_500; i += 1) {
    const [row] = await owner.query<{ n: number }>(
      `select count(*) as n from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
       where t.identifier like 'recompute%'`,
    );
    if (row?.n === 0) return;
    await sleep(20);
  }
  expect.fail('the clocks were not reckoned anew');
}

test('what runs into a year is reckoned anew when its calendar is published, and nothing else', async () => {
  const open = await story.dispatched();
  const short = await story.dispatched({ kind: 'consultation' });
  const answered = await story.answered();
  expect((await caseOf(open)).order?.provisional).toBe(true);
  // New Year's Day is a holiday of the law; Saturday the 2nd and Sunday the 3rd are off anyway.
  expect(await finish(open)).toBe(at('2027-01-07T09:00'));
  const [shortDue, silent] = [await finish(short), await watchOf(answered)];
  expect(silent).toBe(at('2026-12-28T09:00'));
  const newYear = [
    { day: '2027-01-01', kind: 'holiday', name: '元旦' },
    { day: '2027-01-04', kind: 'holiday', name: '元旦' },
    { day: '2027-01-05', kind: 'holiday', name: '元旦' },
  ];
  const others = seedHolidays()
    .filter(({ day, kind }) => day.startsWith('2026-') && !day.startsWith('2026-01') && kind === 'holiday')
    .map((each) => ({ ...each, day: each.day.replace('2026', '2027') }));
  await publish([...newYear, ...others]);
  expect(await finish(open)).toBe(at('2027-01-11T09:00'));
  expect((await caseOf(open)).order).toMatchObject({ provisional: false });
  expect(await recomputed(open)).toMatchObject([{ by: 'system', seq: 4 }]);
  expect(await finish(short)).toBe(shortDue);
  expect(await recomputed(short)).toEqual([]);
  expect(await watchOf(answered)).toBe(silent);
  // Once more the same: nothing moves.
  await publish([...newYear, ...others]);
  expect(await recomputed(open)).toHaveLength(1);
}, 60_000);

test('an appeal that is to be woken in that year is woken when it has to be by its calendar', async () => {
  city.clock.set(at('2026-12-31T10:00'));
  const answered = await story.answered();
  const before = await watchOf(answered);
  const others = seedHolidays()
    .filter(({ day, kind }) => day.startsWith('2026-') && !day.startsWith('2026-01') && kind === 'holiday')
    .map((each) => ({ ...each, day: each.day.replace('2026', '2027') }));
  await publish([
    { day: '2027-01-01', kind: 'holiday', name: '元旦' },
    { day: '2027-01-02', kind: 'workday', name: '元旦' },
    ...others,
  ]);
  const after = await watchOf(answered);
  expect([before, after]).toEqual([at('2027-01-08T10:00'), at('2027-01-05T10:00')]);
}, 60_000);
