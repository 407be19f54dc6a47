import { type AppealKey, parseNumber } from '@suban/domain/ids.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readHistory } from '../appeal/history-store.ts';
import { forget } from '../platform/reader.ts';
import type { Filed } from '../testing/client.ts';
import { settled } from '../testing/settled.ts';
import { createStory, street } from '../testing/story.ts';
import { createTestCity, type TestCity } from '../testing/test-city.ts';

let city: TestCity;
let story: ReturnType<typeof createStory>;
beforeAll(async () => {
  city = await createTestCity({ workers: true });
  story = createStory(city);
});
afterAll(() => city.close());

const owner = () => city.services.database.owner;
const one = async (text: string, values: readonly unknown[] = []): Promise<number> =>
  (await owner().query<{ n: number }>(text, values))[0]?.n ?? 0;
function keyOf({ number }: Filed): AppealKey {
  const key = parseNumber(number);
  if (!key) throw new Error(`no number ${number}`);
  return key;
}
const dispatcher = () => city.as('dispatcher');
const caseOf = ({ number }: Filed) => dispatcher().case(number);
const merge = (filed: Filed, master: Filed) =>
  dispatcher().must(filed.number, 'merge', { into: master.number });
const history = (filed: Filed) => readHistory(owner(), keyOf(filed));
const follower = async (master: Filed): Promise<Filed> => {
  const filed = await story.file();
  await merge(filed, master);
  return filed;
};

describe('what happens to a master happens to its followers', () => {
  test('its answer is theirs, word for word, by the unit that gave it, and each rates for themselves', async () => {
    const master = await story.dispatched();
    const followers = [await follower(master), await follower(master), await follower(master)];
    await settled(city);
    expect(await caseOf(master)).toMatchObject({ followers: 3 });
    await story.handled(master);
    await settled(city);
    for (const filed of followers) {
      const last = (await history(filed)).at(-1);
      expect(last).toMatchObject({
        by: 'system',
        event: { type: 'answer-shared', data: { unit: { id: city.unit('SZ-FT-YL').id } } },
        texts: { answer: '已更换损坏的灯具，路灯恢复照明。' },
      });
    }
    const [first, second] = followers;
    if (first) await city.citizen.rates(first, 5);
    expect(await caseOf(master)).toMatchObject({ state: 'awaiting-rating' });
    // With an order of its own it follows nobody any more, and is taken off once.
    if (second) await city.citizen.rates(second, 1, false);
    await settled(city);
    expect(await caseOf(master)).toMatchObject({ state: 'awaiting-rating', followers: 2 });
    if (second) await city.citizen.does(second, 'withdraw');
    await settled(city);
    expect(await caseOf(master)).toMatchObject({ followers: 2 });
  });

  test('also one that the centre gives at once', async () => {
    const master = await story.file();
    const filed = await follower(master);
    await settled(city);
    await city.as('operator').must(master.number, 'answer-at-once', { text: '路灯今晚检修。' });
    await settled(city);
    expect((await history(filed)).at(-1)).toMatchObject({
      event: { type: 'answer-shared', data: { unit: { id: city.unit('SZ-DISPATCH').id } } },
      texts: { answer: '路灯今晚检修。' },
    });
  });

  test('also where it is ended with a reason', async () => {
    const master = await story.dispatched();
    await story.acknowledge(master);
    const filed = await follower(master);
    await story
      .crew(street)
      .receiver.must(master.number, 'apply', { what: 'termination', text: '设施已整体拆除。' });
    await dispatcher().must(master.number, 'decide-application', {
      grant: true,
      text: '路灯已随道路改造拆除。',
    });
    await settled(city);
    expect((await history(filed)).at(-1)).toMatchObject({
      event: { type: 'answer-shared' },
      texts: { answer: '路灯已随道路改造拆除。' },
    });
  });

  test('withdrawn or referred it lets them go their own way, with the time a new appeal has', async () => {
    const [withdrawn, referred] = [await story.file(), await story.file()];
    const followers = [await follower(withdrawn), await follower(referred)];
    await settled(city);
    city.clock.advance(60_000);
    await city.citizen.does(withdrawn, 'withdraw');
    await dispatcher().must(referred.number, 'refer', {
      reason: 'not-government',
      text: '属市场行为。',
      route: '可与商家协商。',
    });
    await settled(city);
    for (const filed of followers) {
      const view = await caseOf(filed);
      expect(view).toMatchObject({ state: 'received', master: null });
      expect(Date.parse(view.clock?.due ?? '')).toBe(city.clock.now() + 2 * 3_600_000);
      expect((await history(filed)).at(-1)).toMatchObject({ by: 'system', event: { type: 'split' } });
    }
  });

  test('nothing happens to who went away before', async () => {
    const master = await story.dispatched();
    const [split, gone] = [await follower(master), await follower(master)];
    await dispatcher().must(split.number, 'split', { text: '不是同一事项。' });
    await city.citizen.does(gone, 'withdraw');
    await settled(city);
    expect(await caseOf(master)).toMatchObject({ followers: 0 });
    await story.handled(master);
    await settled(city);
    expect(await caseOf(split)).toMatchObject({ state: 'received' });
    expect(await caseOf(gone)).toMatchObject({ state: 'withdrawn' });
  });

  test('who comes to follow while the answer is given is told of it too', async () => {
    const master = await story.dispatched();
    const filed = await story.file();
    await settled(city);
    // Merged on what was read a moment before the answer: the row says it follows, the answer has been read already.
    await story.handled(master);
    await settled(city);
    const { cohort, id } = keyOf(master);
    await owner().query(`update appeal set state = 'dispatched' where cohort = $1 and id = $2`, [cohort, id]);
    await merge(filed, master);
    await owner().query(`update appeal set state = 'awaiting-rating' where cohort = $1 and id = $2`, [
      cohort,
      id,
    ]);
    await settled(city);
    expect(await caseOf(filed)).toMatchObject({ state: 'awaiting-rating' });
  });
});

describe('before the answer', () => {
  test('a follower reads where its master stands, and nothing that anybody said', async () => {
    const master = await story.file({
      text: '我家楼下（张三）路灯坏了。',
      contact: { name: '张三', phone: '13911112222' },
    });
    const filed = await follower(master);
    expect(await city.citizen.follow(filed)).toMatchObject({
      state: 'merged',
      together: { state: 'received', timeline: [] },
    });
    await story.dispatch(master);
    await story.acknowledge(master);
    await story.contact(master);
    const { together, ...track } = await city.citizen.follow(filed);
    expect(track.holder.name).toBe(city.unit(street).name);
    expect(track.due).toBe((await city.citizen.follow(master)).due);
    expect(together).toMatchObject({ state: 'dispatched', orderState: 'working' });
    expect(together?.timeline.map(({ what, unit }) => [what, unit?.id])).toEqual([
      ['dispatched', city.unit(street).id],
      ['acknowledged', city.unit(street).id],
      ['contacted', city.unit(street).id],
    ]);
    await story.answer(master);
    const reviewed = (await city.citizen.follow(filed)).together;
    expect(reviewed?.timeline.at(-1)).toMatchObject({ what: 'answered', data: {}, texts: {}, photos: [] });
    const said = JSON.stringify(reviewed);
    for (const words of ['张三', '13911112222', '路灯', '约定明天上门', master.number])
      expect(said).not.toContain(words);
    await story.approve(master);
    await settled(city);
    const answered = await city.citizen.follow(filed);
    expect(answered.timeline.at(-1)).toMatchObject({ what: 'answer-shared' });
    expect(answered.together?.timeline.map(({ what }) => what)).toEqual([
      'dispatched',
      'acknowledged',
      'contacted',
    ]);
    // What becomes of the master later is not theirs; unhappy, they follow it no more.
    await city.citizen.rates(master, 1, false);
    expect((await city.citizen.follow(filed)).together?.timeline).toHaveLength(3);
    await city.citizen.rates(filed, 1, false);
    expect((await city.citizen.follow(filed)).together).toBeNull();
  });

  test('the centre reads on the master who follows it; a unit that may not see them, only how many', async () => {
    const master = await story.dispatched();
    const [first, second] = [await follower(master), await follower(master)];
    await settled(city);
    expect((await caseOf(master)).followedBy).toMatchObject(
      [first, second].map(({ number }) => ({ number, channel: 'web', state: 'merged', rated: false })),
    );
    const atUnit = await story.crew(street).receiver.case(master.number);
    expect([atUnit.followers, atUnit.followedBy]).toEqual([2, []]);
    const merged = (await caseOf(first)).timeline.at(-1);
    expect(merged).toMatchObject({ what: 'merged', data: { master: master.number } });
    expect((await city.citizen.follow(first)).timeline.at(-1)?.data).not.toHaveProperty('master');
    await story.handled(master);
    await settled(city);
    await city.citizen.rates(first, 5);
    await city.citizen.rates(second, 1, false);
    await settled(city);
    expect((await caseOf(master)).followedBy).toMatchObject([
      { number: first.number, state: 'closed', rated: true },
    ]);
  });
});

test('of a thousand followers each is told once, though it is all read a second time', async () => {
  const master = await story.dispatched();
  const first = await follower(master);
  await settled(city);
  const { cohort, id } = keyOf(first);
  // The same appeal a thousand times over, as rows.
  for (const table of ['appeal', 'appeal_party']) await copyRows(table, cohort, id, 1_000);
  const started = performance.now();
  await story.handled(master);
  await settled(city);
  const took = performance.now() - started;
  const shared = () =>
    one(`select count(*) as n from appeal_event where type = 'answer-shared' and appeal >= $1`, [id]);
  expect(await shared()).toBe(1_001);
  await owner().transaction((tx) => forget(tx, 'followers'));
  await settled(city);
  expect(await shared()).toBe(1_001);
  expect(took).toBeLessThan(60_000);
}, 120_000);

/** Rows of one appeal copied under new ids, 10 million up. */
async function copyRows(table: string, cohort: number, id: number, count: number): Promise<void> {
  const key = table === 'appeal' ? 'id' : 'appeal';
  const columns = await owner().query<{ name: string }>(
    `select quote_ident(attname) as name from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attidentity = '' and attname <> $2`,
    [table, key],
  );
  const names = columns.map(({ name }) => name).join(', ');
  await owner().query(
    `insert into ${table} (${key}, ${names}) select 10000000 + n, ${names} from ${table}, generate_series(1, $3::int4) as n
     where cohort = $1 and ${key} = $2`,
    [cohort, id, count],
  );
}
