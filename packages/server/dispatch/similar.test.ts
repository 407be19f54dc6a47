import { deskSimilar, likelySame, publicSimilar, similarCases } from '@suban/domain/api-similar.ts';
import { type AppealKey, appealId, formatNumber, parseNumber } from '@suban/domain/ids.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readHistory } from '../appeal/history-store.ts';
import { verify } from '../appeal/verify.ts';
import { forget } from '../platform/reader.ts';
import { type Fields, type Filed, read } from '../testing/client.ts';
import { settled } from '../testing/settled.ts';
import { createStory } from '../testing/story.ts';
import { createTestCity, type TestCity } from '../testing/test-city.ts';

const day = 86_400_000;

/** The same broken lamps told by different people, and what is not the same. */
const lamps = {
  text: '园岭街道紫荆中路的路灯全黑了，从望澜花园到十字路口这一段，晚上走路看不见。',
  title: '紫荆中路路灯不亮',
  place: { address: '福田区园岭街道紫荆中路' },
} as const;
const lampsAgain = {
  text: '紫荆中路晚上一盏路灯都不亮，望澜花园的老人下楼摔了一跤，请快点修路灯。',
  title: '望澜花园门口紫荆中路路灯坏了',
  place: { address: '园岭街道紫荆中路望澜花园' },
} as const;
const lampsClaimed = {
  text: '我也住望澜花园，紫荆中路到十字路口这一段的路灯全黑了，晚上走路看不见，老人摔过跤。',
  title: '紫荆中路路灯不亮',
  place: { address: '园岭街道紫荆中路望澜花园' },
} as const;
const elsewhere = {
  text: '华富街道百合二路的路灯全黑了，从安平大厦到十字路口这一段，晚上走路看不见。',
  title: '百合二路路灯不亮',
  place: { address: '福田区华富街道百合二路' },
} as const;

let city: TestCity;
let story: ReturnType<typeof createStory>;
beforeAll(async () => {
  city = await createTestCity({ workers: true });
  story = createStory(city);
});
afterAll(() => city.close());
/** Each story has a street, an estate and a day of its own, so that none meets another's. */
let street = -1;
const streets =
  '丁香 腊梅 月桂 海棠 芙蓉 杜鹃 木兰 蔷薇 石榴 银杏 凌霄 牡丹 山茶 百合 紫薇 茉莉 玫瑰 迎春 樱花 铁树'.split(
    ' ',
  );
const estates =
  '天骄 御景 碧海 锦绣 华侨 万象 宏发 金域 星河 翠竹 东方 南国 西岸 北辰 中信 国泰 民乐 安居 幸福 和平'.split(
    ' ',
  );
beforeEach(() => {
  street += 1;
  city.clock.advance(100 * day);
});
const moved = <T extends Fields>(fields: T): T =>
  JSON.parse(
    JSON.stringify(fields)
      .replaceAll('紫荆', streets[street] ?? '')
      .replaceAll('望澜', estates[street] ?? ''),
  ) as T;

const file = async (fields: Fields, more: Fields = {}): Promise<Filed> => {
  const filed = await city.citizen.file({ ...moved(fields), ...more });
  await settled(city);
  city.clock.advance(60_000);
  return filed;
};
const keyOf = ({ number }: Filed): AppealKey => {
  const key = parseNumber(number);
  if (!key) throw new Error(`no number ${number}`);
  return key;
};
const owner = () => city.services.database.owner;
const history = async (filed: Filed) => readHistory(owner(), keyOf(filed));
const typesOf = async (filed: Filed) => (await history(filed)).map(({ event }) => event.type);
const asked = ({ text, title, place }: typeof lamps | typeof lampsAgain | typeof elsewhere) =>
  moved({ text, title, place });
const offers = async (fields: Parameters<typeof asked>[0]) =>
  read(await city.citizen.post('/api/similar', asked(fields)), 200, publicSimilar).items;
const numbersOf = (items: readonly { number: string }[]) => items.map(({ number }) => number);
const similarTo = async ({ number }: Filed, who = 'dispatcher') =>
  read(await city.as(who).get(`/api/desk/cases/${number}/similar`), 200, similarCases).items;

describe('while one writes', () => {
  test('an open case of the same place and problem is offered, and no other place’s', async () => {
    const first = await file(lamps);
    await file(elsewhere);
    expect(await offers(lampsAgain)).toMatchObject([
      { number: first.number, title: moved(lamps).title, open: true, state: 'received', followers: 0 },
    ]);
    expect((await offers(lampsAgain))[0]?.area?.name).toContain('园岭');
  });

  test('nothing confidential, no tip-off, no complaint about a unit, nothing withdrawn', async () => {
    await file(lamps, { confidential: true });
    await file(lamps, { kind: 'tip-off' });
    const withdrawn = await file(lamps);
    await city.citizen.does(withdrawn, 'withdraw');
    const record = { ...moved(lamps), channel: 'hotline', contact: { name: '钟小燕', phone: '13900001234' } };
    const accused = city.unit('SZ-FT-YL').id;
    const answer = await city
      .as('operator')
      .post('/api/desk/appeals', { ...record, accused, requestId: crypto.randomUUID() });
    expect(answer.status).toBe(201);
    await settled(city);
    expect(await offers(lampsAgain)).toEqual([]);
  });

  test('what was answered is offered for thirty days', async () => {
    const answered = await story.answered(moved(lamps));
    await settled(city);
    expect(await offers(lampsAgain)).toMatchObject([{ number: answered.number, open: false }]);
    city.clock.advance(31 * day);
    expect(await offers(lampsAgain)).toEqual([]);
  });

  test('a home and a phone number in a title are masked', async () => {
    await file({ ...lamps, title: '紫荆中路路灯不亮 望澜花园3栋501室 13912345678' });
    const [offer] = await offers(lampsAgain);
    expect(offer?.title).toBe(moved({ t: '紫荆中路路灯不亮 望澜花园*栋***室 139****5678' }).t);
  });

  test('instead of a follower its master is offered, once, with how many follow', async () => {
    const master = await file(lamps);
    const follower = await file(lampsAgain);
    await city.as('dispatcher').must(follower.number, 'merge', { into: master.number });
    await settled(city);
    const items = await offers(lamps);
    expect(numbersOf(items)).toEqual([master.number]);
    expect(items[0]?.followers).toBe(1);
  });

  test('an operator sees it too, whatever it is; somebody who reads no cases does not', async () => {
    const first = await file(lamps, { kind: 'tip-off' });
    const answer = await city.as('operator').post('/api/desk/similar', asked(lampsAgain));
    expect(numbersOf(read(answer, 200, deskSimilar).items)).toEqual([first.number]);
    expect((await city.as('system-admin').post('/api/desk/similar', asked(lampsAgain))).status).toBe(403);
    expect((await city.citizen.post('/api/desk/similar', asked(lampsAgain))).status).toBe(401);
  });

  test('what is too little, too long or no place is answered plainly', async () => {
    expect(read(await city.citizen.post('/api/similar', { text: '' }), 200, publicSimilar).items).toEqual([]);
    for (const wrong of [{}, { text: 'x'.repeat(4001) }, { text: '路灯', place: { lat: 91 } }])
      expect((await city.citizen.post('/api/similar', wrong)).status).toBe(400);
  });
});

describe('who says that it is the same', () => {
  test('follows it at once where the texts agree: with a number of its own, and by a rule that is cited', async () => {
    const master = await file(lamps);
    const follower = await file(lampsClaimed, { sameAs: master.number });
    expect(await city.citizen.follow(follower)).toMatchObject({ state: 'merged', merged: true });
    expect(follower.number).not.toBe(master.number);
    const view = await city.as('dispatcher').case(follower.number);
    expect(view.master).toBe(master.number);
    expect(view.timeline.at(-1)).toMatchObject({
      what: 'merged',
      by: 'system',
      data: { rule: 'claimed-same' },
    });
    expect((await city.as('dispatcher').case(master.number)).followers).toBe(1);
  });

  test('sent twice it is filed once and followed once', async () => {
    const master = await file(lamps);
    const request = { ...moved(lampsClaimed), sameAs: master.number, requestId: crypto.randomUUID() };
    const body = { ...request, contact: { phone: '13900001234' } };
    const [one, two] = [
      await city.citizen.post('/api/appeals', body),
      await city.citizen.post('/api/appeals', body),
    ];
    expect(two.body).toEqual(one.body);
    await settled(city);
    expect((await city.as('dispatcher').case(master.number)).followers).toBe(1);
  });

  test('of another place is not merged; the dispatcher is told what was said', async () => {
    const master = await file(lamps);
    const other = await file(elsewhere, { sameAs: master.number });
    expect(await typesOf(other)).toEqual(['filed']);
    const [first] = await similarTo(other);
    expect(first).toMatchObject({ number: master.number, claimed: true, mayMerge: true, relation: 'open' });
    const url = `/api/desk/likely-same?numbers=${other.number}`;
    expect(read(await city.as('dispatcher').get(url), 200, likelySame).items).toMatchObject([
      { number: other.number, into: master.number, claimed: true },
    ]);
  });

  test('while it was being closed: nothing is lost, it is simply filed', async () => {
    const closed = await story.answered(moved(lamps));
    const filed = await file(lampsAgain, { sameAs: closed.number });
    expect(await city.citizen.follow(filed)).toMatchObject({ state: 'received', merged: false });
  });

  test('a number that is nobody’s is filed like all others; what is no number is refused and files nothing', async () => {
    expect(
      await typesOf(await file(lampsAgain, { sameAs: formatNumber('2026-03-02', appealId(9_999_999)) })),
    ).toEqual(['filed']);
    // Meanwhile what follows the events goes on.
    const filings = async () => (await owner().query(`select from request where command = 'file'`)).length;
    const before = await filings();
    const wrong = { ...moved(lampsAgain), sameAs: '12345', contact: { phone: '13900001234' } };
    const answer = await city.citizen.post('/api/appeals', { ...wrong, requestId: crypto.randomUUID() });
    expect(answer).toMatchObject({ status: 400, body: { code: 'bad-input', fields: [{ path: 'sameAs' }] } });
    expect(await filings()).toBe(before);
  });

  test('never a confidential one, whatever its number', async () => {
    const hidden = await file(lamps, { confidential: true });
    expect(await typesOf(await file(lampsAgain, { sameAs: hidden.number }))).toEqual(['filed']);
  });
});

describe('the dispatcher', () => {
  test('sees what is alike with reasons to check, and merges it with one key', async () => {
    const master = await file(lamps);
    const second = await file(lampsAgain);
    const [found] = await similarTo(second);
    expect(found).toMatchObject({ number: master.number, relation: 'open', mayMerge: true, claimed: false });
    expect(found?.places.join()).toContain(streets[street]);
    expect(found?.problems).toContain('路灯');
    expect(found?.chance).toBeGreaterThanOrEqual(0.6);
    const url = `/api/desk/likely-same?numbers=${second.number},${master.number}`;
    const likely = read(await city.as('dispatcher').get(url), 200, likelySame).items;
    expect(likely).toMatchObject([{ number: second.number, into: master.number }]);
    await city.as('dispatcher').must(second.number, 'merge', { into: master.number });
    await settled(city);
    expect((await similarTo(second))[0]).toMatchObject({ relation: 'master', mayMerge: false });
    expect((await similarTo(master))[0]).toMatchObject({ number: second.number, relation: 'follows' });
  });

  test('who may not merge sees no key, and who may not see a case is not told of it', async () => {
    const master = await story.dispatched(moved(lamps));
    const second = await story.dispatched(moved(lampsAgain));
    await settled(city);
    const { receiver, handler } = story.crew('SZ-FT-YL');
    for (const client of [receiver, handler]) {
      const url = `/api/desk/cases/${second.number}/similar`;
      expect(read(await client.get(url), 200, similarCases).items).toMatchObject([
        { number: master.number, mayMerge: false },
      ]);
    }
    const stranger = story.crew('SZ-LH-GY').receiver;
    expect((await stranger.get(`/api/desk/cases/${second.number}/similar`)).status).toBe(404);
    // Of a case of theirs they learn of none that is not.
    const theirs = await file(lampsAgain);
    await story.dispatch(theirs, 'SZ-FT-HF');
    const url = `/api/desk/cases/${theirs.number}/similar`;
    const seen = read(await story.crew('SZ-FT-HF').receiver.get(url), 200, similarCases).items;
    expect(seen).toEqual([]);
  });
});

describe('what comes again', () => {
  test('is noted on both cases once, counted, and stands every check', async () => {
    const earlier = await story.answered(moved(lamps));
    await settled(city);
    city.clock.advance(3 * day);
    const again = await file(lampsAgain);
    expect(await history(again)).toMatchObject([
      { event: { type: 'filed' } },
      { by: 'system', event: { type: 'repeat-noted', data: { of: keyOf(earlier).id, days: 3, soon: true } } },
    ]);
    const view = await city.as('dispatcher').case(again.number);
    expect(view.timeline.find(({ what }) => what === 'repeat-noted')?.data).toMatchObject({
      other: earlier.number,
      days: 3,
      rule: 'repeat',
    });
    const before = await city.as('dispatcher').case(earlier.number);
    expect(before.timeline.find(({ what }) => what === 'recurred')?.data).toMatchObject({
      other: again.number,
    });
    // A third is noted too; what was answered is marked once.
    const third = await file(lamps);
    expect(await typesOf(third)).toEqual(['filed', 'repeat-noted']);
    expect((await typesOf(earlier)).filter((type) => type === 'recurred')).toHaveLength(1);
    // A citizen reads nothing of it.
    const told = (await city.citizen.follow(again)).timeline.map(({ what }) => what);
    expect(told).toEqual(['filed']);
    const counted = await owner().query<{ measure: string; n: number }>(
      `select measure, sum(n)::int4 as n from counted where measure like 'repeated%' and (cohort, appeal) in (($1, $2), ($3, $4)) group by 1 order by 1`,
      [keyOf(again).cohort, keyOf(again).id, keyOf(third).cohort, keyOf(third).id],
    );
    expect(counted).toEqual([
      { measure: 'repeated', n: 2 },
      { measure: 'repeated-soon', n: 2 },
    ]);
    expect((await verify(city.services)).faults).toEqual([]);
  });

  test('not after thirty days, nor elsewhere', async () => {
    await story.answered(moved(lamps));
    await settled(city);
    expect(await typesOf(await file(elsewhere))).toEqual(['filed']);
    city.clock.advance(31 * day);
    expect(await typesOf(await file(lampsAgain))).toEqual(['filed']);
  });
});

describe('the index', () => {
  const rows = async (table: string, { cohort, id }: AppealKey) =>
    (await owner().query(`select from ${table} where cohort = $1 and appeal = $2`, [cohort, id])).length;

  test('read again it is the same', async () => {
    const state = () =>
      owner().query(
        `select (select json_agg(t order by t.token) from similar_token t)::text as tokens,
           (select json_agg(s order by s.cohort, s.appeal) from similar_appeal s)::text as appeals`,
      );
    await file(lamps);
    const before = await state();
    // What time alone brings goes on meanwhile.
    const own = () =>
      owner().query(`select from appeal_event where type in ('repeat-noted', 'recurred', 'merged')`);
    const events = await own();
    await owner().transaction((tx) => forget(tx, 'similar'));
    await settled(city);
    expect(await state()).toEqual(before);
    expect(await own()).toHaveLength(events.length);
  });

  test('words that are erased leave nothing of them, and are found by nobody', async () => {
    const gone = await file(lamps);
    const key = keyOf(gone);
    expect(await rows('similar_appeal', key)).toBe(1);
    await owner().query(`update appeal_text set body = null where cohort = $1 and appeal = $2`, [
      key.cohort,
      key.id,
    ]);
    expect(await rows('similar_appeal', key)).toBe(0);
    expect(await rows('similar_match', key)).toBe(0);
    const left = await owner().query(
      'select from similar_token where $1::int8 * 1000000000000 + $2 = any(newest)',
      [key.cohort, key.id],
    );
    expect(left).toHaveLength(0);
    await owner().transaction((tx) => forget(tx, 'similar'));
    await settled(city);
    expect(await rows('similar_appeal', key)).toBe(0);
    expect(await offers(lampsAgain)).toEqual([]);
  });
});
