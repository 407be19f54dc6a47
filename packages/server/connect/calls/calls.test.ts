import { randomUUID } from 'node:crypto';
import { callFigures, deskCall, type DeskCall } from '@suban/domain/api-calls.ts';
import type { CallEventName } from '@suban/domain/collect/calls.ts';
import { countCall } from '@suban/domain/indicators/calls.ts';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { plainFiling, read } from '../../testing/client.ts';
import { createStory } from '../../testing/story.ts';
import { createTestCity, monday, type TestCity } from '../../testing/test-city.ts';
import { demoExchangeKey } from '../seed-city.ts';
import { seedCalls } from './demo-calls.ts';
import { runErasing } from './erase.ts';

let city: TestCity;
beforeAll(async () => {
  city = await createTestCity();
});
afterAll(() => city.close());

const phone = '13900007788';
type News = { event: CallEventName; callId?: string; after?: number; [field: string]: unknown };
const tell = (
  { event, callId = randomUUID(), after = 0, ...fields }: News,
  key: string | null = demoExchangeKey,
) =>
  city.citizen.send(
    'POST',
    '/api/connect/calls',
    JSON.stringify({ callId, event, at: new Date(city.clock.now() + after * 1000).toISOString(), ...fields }),
    { 'content-type': 'application/json', ...(key === null ? {} : { authorization: `Bearer ${key}` }) },
  );
const atDesk = async (): Promise<DeskCall | null> =>
  read(await city.as('operator').get('/api/desk/call'), 200, deskCall).call;
const figures = async (of = 'today') =>
  read(await city.as('operator').get(`/api/calls/figures?of=${of}`), 200, callFigures);

test('a call rings at its operator’s desk with what its number has asked before, masked, and is gone when it ends', async () => {
  const story = createStory(city);
  const contact = { name: '卢嘉琪', phone };
  const done = await story.answered({ contact });
  const open = await story.file({ contact });
  await story.file({ contact, confidential: true });
  await story.file({ contact: { ...contact, phone: '13900007789' } });
  const call = { callId: randomUUID(), phone: `86${phone}`, operator: 'operator', line: '12345' };

  expect((await tell({ event: 'offered', ...call })).body).toEqual({ fresh: true, operatorKnown: true });
  const ringing = await atDesk();
  expect(ringing).toMatchObject({ state: 'ringing', line: '12345', open: 1, area: { name: '园岭街道' } });
  expect(ringing?.earlier.map(({ number }) => number)).toEqual([open.number, done.number]);
  expect(JSON.stringify(ringing)).not.toContain(phone);
  expect(JSON.stringify(ringing)).not.toContain('卢嘉琪');
  expect(ringing?.phone).toMatch(/\*{4}7788$/);
  expect(ringing?.name).toMatch(/^卢\*+$/);

  await tell({ event: 'answered', after: 4, ...call });
  expect(await atDesk()).toMatchObject({ id: ringing?.id, state: 'talking' });
  await tell({ event: 'ended', after: 64, ...call });
  expect(await atDesk()).toBeNull();

  // What was said can still be written up, with the number that nobody has to see.
  const filed = await city.as('operator').post('/api/desk/appeals', {
    requestId: randomUUID(),
    channel: 'hotline',
    text: plainFiling.text,
    contact: {},
    call: ringing?.id,
  });
  expect(filed.status).toBe(201);
  const again = { callId: randomUUID(), phone, operator: 'operator' };
  await tell({ event: 'offered', ...again });
  expect((await atDesk())?.earlier).toHaveLength(3);
  await tell({ event: 'abandoned', after: 9, ...again });
});

test('a call is nobody else’s', async () => {
  const call = { callId: randomUUID(), phone, operator: 'operator' };
  await tell({ event: 'offered', ...call });
  const id = (await atDesk())?.id;
  const body = { requestId: randomUUID(), channel: 'hotline', text: plainFiling.text, contact: {}, call: id };
  const leader = city.as('hotline-leader');
  expect(read(await leader.get('/api/desk/call'), 200, deskCall).call).toBeNull();
  expect(await leader.post('/api/desk/appeals', body)).toMatchObject({
    status: 404,
    body: { code: 'call-unknown' },
  });
  expect(await city.as('dispatcher').get('/api/desk/call')).toMatchObject({ status: 403 });
  await tell({ event: 'ended', ...call });
});

test.each([
  ['without a key', { event: 'offered' }, null, 401, 'key-wrong'],
  ['with a wrong key', { event: 'offered' }, 'wrong', 401, 'key-wrong'],
  ['of tomorrow', { event: 'offered', after: 86_400 }, demoExchangeKey, 400, 'call-time'],
  ['of long ago', { event: 'offered', after: -40 * 86_400 }, demoExchangeKey, 400, 'call-time'],
  ['of nothing that happens', { event: 'lost' as CallEventName }, demoExchangeKey, 400, 'bad-input'],
  ['with a number that is none', { event: 'offered', phone: 'x' }, demoExchangeKey, 400, 'bad-input'],
] as const)('news %s is refused and changes nothing', async (_what, news, key, status, code) => {
  const before = await city.counts();
  expect(await tell(news, key)).toMatchObject({ status, body: { code } });
  expect(await city.counts()).toEqual(before);
});

test('an operator nobody knows is told of, and the call is counted all the same', async () => {
  const { all } = await figures();
  expect((await tell({ event: 'offered', operator: 'nobody' })).body).toEqual({
    fresh: true,
    operatorKnown: false,
  });
  expect((await figures()).all.calls).toBe(all.calls + 1);
});

test('calls told at once, twice and in any order count as they were', async () => {
  city.clock.set(monday + 7 * 86_400_000);
  const calls = fc.sample(
    fc.record({
      line: fc.constantFrom('12345', '12319'),
      rings: fc.integer({ min: 1, max: 40 }),
      talks: fc.integer({ min: 1, max: 900 }),
      answered: fc.boolean(),
    }),
    { numRuns: 30, seed: 7 },
  );
  const news = calls.flatMap(({ line, rings, talks, answered }) => {
    const callId = randomUUID();
    const tail: News[] = answered
      ? [
          { event: 'answered', after: rings - 3600 },
          { event: 'ended', after: rings + talks - 3600 },
        ]
      : [{ event: 'abandoned', after: rings - 3600 }];
    return [{ event: 'offered' as const, after: -3600 }, ...tail].map((each) => ({ ...each, callId, line }));
  });
  const shuffled = fc.sample(fc.shuffledSubarray([...news, ...news], { minLength: news.length * 2 }), {
    numRuns: 1,
    seed: 7,
  })[0]!;
  const answers = await Promise.all(shuffled.map((each) => tell(each)));
  expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
  expect(answers.filter(({ body }) => (body as { fresh: boolean }).fresh)).toHaveLength(news.length);

  const { all, lines } = await figures();
  const inTime = calls.filter(({ answered, rings }) => answered && rings <= 15).length;
  const taken = calls.filter(({ answered }) => answered);
  expect(all).toMatchObject({
    calls: 30,
    indicators: {
      connected: { numerator: taken.length, denominator: 30 },
      'connected-in-time': { numerator: inTime, denominator: 30 },
      'given-up': { numerator: 30 - taken.length, denominator: 30 },
    },
    meanTalk: (taken.reduce((sum, { talks }) => sum + talks, 0) * 1000) / taken.length,
  });
  expect(lines.map(({ line, calls: n }) => [line, n])).toEqual(
    ['12319', '12345'].map((line) => [line, calls.filter((each) => each.line === line).length]),
  );
  expect((await figures('month')).all.calls).toBeGreaterThanOrEqual(30);
  await expectCountsToEqualCalls();
});

/** What was added up as it was told is what the calls themselves come to. */
async function expectCountsToEqualCalls() {
  const { owner } = city.services.database;
  const calls = await owner.query<Parameters<typeof countCall>[0]>(
    `select line, operator, within, offered_at as "offeredAt", answered_at as "answeredAt", ended_at as "endedAt",
       abandoned_at as "abandonedAt" from call`,
  );
  const sums = new Map<string, number>();
  for (const call of calls)
    for (const line of new Set(['', call.line]))
      for (const { measure, hour, n } of countCall(call)) {
        const key = `${line}/${measure}/${hour}`;
        sums.set(key, (sums.get(key) ?? 0) + n);
      }
  const kept = await owner.query<{ line: string; measure: string; hour: number; n: number }>(
    'select * from call_hour where n <> 0',
  );
  expect(
    Object.fromEntries(kept.map(({ line, measure, hour, n }) => [`${line}/${measure}/${hour}`, n])),
  ).toEqual(Object.fromEntries(sums));
}

test('a number is erased once it has been kept long enough, and its call stays counted', async () => {
  const numbers = async () =>
    (
      await city.services.database.owner.query<{ n: number }>(
        'select count(*) as n from call where phone is not null or phone_key is not null',
      )
    )[0]?.n;
  await tell({ event: 'offered', phone });
  expect(await numbers()).toBeGreaterThan(0);
  const before = await figures('month');
  const later = { ...city.services, clock: () => city.clock.now() + 181 * 86_400_000 };
  const erasing = await runErasing(later, (error) => {
    throw error;
  });
  await expect.poll(numbers, { timeout: 20_000 }).toBe(0);
  await erasing.stop();
  expect((await figures('month')).all).toEqual(before.all);
});

test('the demo city’s month of calls is told once', async () => {
  city.clock.set(monday + 40 * 86_400_000 + 10 * 3_600_000);
  await createStory(city).file();
  const added = await seedCalls(city.services);
  expect(added).toBeGreaterThan(300);
  const { all } = await figures('month');
  // The first of its days is only partly within the 30 days back from now.
  expect(all.calls).toBeLessThanOrEqual(added);
  expect(all.calls).toBeGreaterThan(added * 0.9);
  expect(all.indicators.connected.value).toBeGreaterThan(0.9);
  expect(all.meanTalk).toBeGreaterThan(60_000);
  expect(await seedCalls(city.services)).toBe(0);
  // Today's first case by telephone was filed since: it comes before those of the day that are there.
  const { place, text } = plainFiling;
  const filed = {
    requestId: randomUUID(),
    channel: 'hotline',
    text,
    place,
    contact: { phone: '13900001234' },
  };
  expect((await city.as('operator').post('/api/desk/appeals', filed)).status).toBe(201);
  city.clock.advance(600_000);
  expect(await seedCalls(city.services)).toBe(0);
  await expectCountsToEqualCalls();
});
