import { parseNumber } from '@suban/domain/ids.ts';
import { notices, noticesRead } from '@suban/domain/api-records.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readers } from '../city.ts';
import { catchUp } from '../platform/catch-up.ts';
import { forget } from '../platform/reader.ts';
import { sweep } from '../supervise/sweep.ts';
import { type Client, createClient, type Filed, read } from '../testing/client.ts';
import { costOf, recording } from '../testing/plans.ts';
import { createStory } from '../testing/story.ts';
import { createTestCity, monday, type TestCity } from '../testing/test-city.ts';
import { createApp } from '../serve.ts';

const day = 86_400_000;
let city: TestCity;
let story: ReturnType<typeof createStory>;
beforeAll(async () => {
  city = await createTestCity();
  story = createStory(city);
});
afterAll(() => city.close());

const owner = () => city.services.database.owner;
const list = async (client: Client, cursor = '') =>
  read(await client.get(`/api/desk/notices${cursor}`), 200, notices);
const about = async (username: string, { number }: Filed): Promise<string[]> => {
  const { items } = await list(city.as(username));
  return items
    .filter((each) => each.number === number)
    .map(({ what, detail }) => [what, detail].filter(Boolean).join(' '));
};
/** It is that time, and everything due is done and told. */
async function live(to: number): Promise<void> {
  for (;;) {
    const [next] = await owner().query<{ at: number | null }>('select min(next_watch) as at from appeal');
    if (next?.at == null || next.at > to) break;
    city.clock.set(next.at);
    await sweep(city.services, owner(), (error) => {
      throw error;
    });
  }
  city.clock.set(to);
  await city.drain();
}
const later = (days: number) => live(city.clock.now() + days * day);
const anew = async () => {
  await owner().query('update appeal set next_watch = null');
  city.clock.set(monday);
};

describe('staff are told', () => {
  test('of what is late: the unit’s leader and receiver, supervision, and nobody of another unit', async () => {
    await anew();
    const filed = await story.dispatched();
    await story.acknowledge(filed);
    await story.contact(filed);
    await later(23);
    const ladder = [
      'follow-up-opened overdue',
      'chased finish',
      'light-raised finish:red',
      'light-raised finish:yellow',
    ];
    expect(await about('yl-leader', filed)).toEqual(ladder);
    expect(await about('yl-receiver', filed)).toEqual(ladder);
    expect(await about('supervisor', filed)).toEqual(['follow-up-opened overdue']);
    expect(await about('ft-supervisor', filed)).toEqual(['follow-up-opened overdue']);
    for (const other of ['yl-handler', 'cg-leader', 'dispatcher', 'call-back'])
      expect([other, await about(other, filed)]).toEqual([other, []]);
  });

  test('of an application: the centre that decides, then the unit that asked', async () => {
    await anew();
    const filed = await story.dispatched();
    await story.acknowledge(filed);
    await story
      .crew('SZ-FT-YL')
      .receiver.must(filed.number, 'apply', { what: 'extension', days: 3, text: '须等材料。' });
    await city.drain();
    expect(await about('dispatcher', filed)).toEqual(['applied extension']);
    expect(await about('yl-leader', filed)).toEqual([]);
    await city
      .as('dispatcher')
      .must(filed.number, 'decide-application', { grant: true, text: '同意，请告知市民。' });
    await city.drain();
    expect(await about('yl-leader', filed)).toEqual(['extended']);
    expect(await about('ft-dispatcher', filed)).toEqual([]);
  });

  test('of arbitration, co-handling and call-back: those who do it', async () => {
    await anew();
    const untaken = await story.dispatched();
    const helped = await story.dispatched();
    await story.acknowledge(helped);
    await city.as('dispatcher').must(helped.number, 'invite', {
      unit: city.unit('SZ-FT-P-TJ').id,
      text: '请协助调解。',
    });
    const silent = await story.answered();
    await later(4);
    expect(await about('arbitrator', untaken)).toEqual(['arbitration-called no-taker']);
    expect(await about('ft-mediator', helped)).toContain('joined');
    expect(await about('call-back', silent)).toContain('call-back-planned silent');
  });
});

test('a notice is made once, however often its event is read', async () => {
  const many = async () => (await city.counts())['public.notice'];
  const before = await many();
  await owner().transaction((tx) => forget(tx, 'messages'));
  await catchUp(city.services.database, readers(city.services));
  expect(await many()).toBe(before);
  expect(before).toBeGreaterThan(10);
});

describe('a page of notices', () => {
  test('knows what one has read; two of one unit read for themselves', async () => {
    const [leader, receiver] = [city.as('yl-leader'), city.as('yl-receiver')];
    const before = await list(leader);
    expect(before.items.every((item) => !item.read)).toBe(true);
    expect(before.unread).toEqual({ count: before.items.length, more: false });
    const upTo = before.items[1]?.id;
    const answer = read(await leader.post('/api/desk/notices/read', { upTo }), 200, noticesRead);
    expect(answer.unread.count).toBe(1);
    const after = await list(leader);
    expect(after.items.map((item) => item.read)).toEqual(after.items.map((_, i) => i > 0));
    // An older page says less than was read already.
    await leader.post('/api/desk/notices/read', { upTo: 0 });
    expect((await list(leader)).unread.count).toBe(1);
    // An alert is for the unit's head alone.
    const shared = before.items.filter(({ alert }) => alert === null);
    expect((await list(receiver)).unread.count).toBe(shared.length);
  });

  test('cannot be marked further than there are notices', async () => {
    const leader = city.as('yl-leader');
    await leader.post('/api/desk/notices/read', { upTo: Number.MAX_SAFE_INTEGER });
    expect((await list(leader)).unread.count).toBe(0);
    await anew();
    const filed = await story.dispatched();
    await story.acknowledge(filed);
    await city.as('supervisor').must(filed.number, 'open-follow-up', { text: '请尽快办理。' });
    await city.drain();
    expect((await list(leader)).unread.count).toBe(1);
  });

  test('is 30 long, goes on by its cursor, and costs the same among a hundred thousand', async () => {
    const unit = city.unit('SZ-D-CG').id;
    const key = parseNumber((await story.dispatched({}, 'SZ-D-CG')).number);
    await owner().query(
      `insert into notice (unit, audience, cohort, appeal, seq, what, at)
       select case when n % 1000 = 0 then $1 else $1 + n % 100 + 1 end, 'handling', $2, $3, n, 'chased', now()
       from generate_series(1, 100000) as n`,
      [unit, key?.cohort, key?.id],
    );
    await owner().query('vacuum analyze notice');
    const noted = recording(city.services.database);
    const app = await createApp({ ...city, services: { ...city.services, database: noted.database } }, false);
    try {
      const leader = createClient(app, city.as('cg-leader').cookie);
      const seen: number[] = [];
      let cursor = '';
      do {
        noted.take();
        const page = await list(leader, cursor);
        for (const statement of noted.take()) {
          const { buffers, scanned } = await costOf(city.services.database, statement);
          expect(scanned).not.toContain('notice');
          expect(buffers).toBeLessThan(600);
        }
        seen.push(...page.items.map((item) => item.id));
        expect(page.items.length).toBeLessThanOrEqual(30);
        expect(page.unread).toEqual({ count: 99, more: true });
        cursor = page.next ? `?cursor=${page.next}` : '';
      } while (cursor !== '');
      expect(seen).toHaveLength(100);
      expect(seen).toEqual(seen.toSorted((a, b) => b - a));
      expect(new Set(seen).size).toBe(100);
    } finally {
      await app.close();
    }
  });

  test('is for staff who read appeals; a cursor or mark that is none is refused', async () => {
    expect((await city.citizen.get('/api/desk/notices')).status).toBe(401);
    expect((await city.as('auditor').get('/api/desk/notices')).status).toBe(403);
    expect((await city.as('yl-leader').get('/api/desk/notices?cursor=nothing')).status).toBe(400);
    for (const upTo of [-1, 1.5, '1', null])
      expect((await city.as('yl-leader').post('/api/desk/notices/read', { upTo })).status).toBe(400);
  });
});
