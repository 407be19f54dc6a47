import { randomUUID } from 'node:crypto';
import {
  alertCount,
  alertFigures,
  alertPage,
  alertView,
  eventsOfCase,
  hotEvents as hotEventsShape,
  hotEventView,
  judged,
} from '@suban/domain/api-alerts.ts';
import { casePage } from '@suban/domain/api.ts';
import { notices } from '@suban/domain/api-records.ts';
import { defaultSettings } from '@suban/domain/settings.ts';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { rebuildHotEvents } from '../commands/rebuild.ts';
import { catchUp } from '../platform/catch-up.ts';
import { readBatch } from '../platform/reader.ts';
import { placeEvents } from '../platform/sequencer.ts';
import { type Client, read } from '../testing/client.ts';
import { createStory } from '../testing/story.ts';
import { settled } from '../testing/settled.ts';
import { createTestCity, monday, type TestCity } from '../testing/test-city.ts';
import { sweepAlerts } from './alert-sweep.ts';
import { createDetecting } from './detecting.ts';
import { hotEvents } from './hot-events.ts';

// Each brings cities of its own.
vi.setConfig({ testTimeout: 120_000 });

const hour = 3_600_000;
const place = { address: '园岭街道园岭新村12栋门口' };
const wall = [
  ['望湖苑二期外墙瓷砖脱落砸坏车辆', '望湖苑二期七栋外墙瓷砖大块脱落，昨天砸坏了楼下的车，物业不肯修。'],
  ['望湖苑二期外墙脱落，物业推诿', '望湖苑二期交房才两年，外墙瓷砖就开裂脱落，物业说过了保修期，没有人管。'],
  [
    '投诉望湖苑二期房屋质量差外墙掉砖',
    '望湖苑二期多栋楼外墙空鼓、掉瓷砖，老人孩子不敢从楼下走，至今没有方案。',
  ],
  [
    '望湖苑二期七栋外墙瓷砖又掉了',
    '上个月投诉过望湖苑二期外墙脱落，物业只围了一圈绳子，今天瓷砖又掉下来一片。',
  ],
] as const;

let city: TestCity;
let story: ReturnType<typeof createStory>;
beforeAll(async () => {
  city = await createTestCity();
  story = createStory(city);
});
afterAll(() => city.close());

const owner = () => city.services.database.owner;
const tell = (index: number, fields: object = {}) => {
  const [title, text] = wall[index] ?? ['', ''];
  return city.citizen.file({ title, text, kind: 'complaint', place, ...fields });
};
const queue = async (who: string) => read(await city.as(who).get('/api/desk/alerts'), 200, alertPage).items;
const view = async (who: string, id: number) =>
  read(await city.as(who).get(`/api/desk/alerts/${id}`), 200, alertView);
const judge = (client: Client, id: number, fields: object, requestId: string = randomUUID()) =>
  client.post(`/api/desk/alerts/${id}/judge`, { requestId, reason: '已现场核实，情况属实。', ...fields });
const look = (errors: unknown[] = []) => sweepAlerts(city.services, owner(), (error) => errors.push(error));

describe('three appeals of one event', () => {
  let id = 0;
  const numbers: string[] = [];

  test('raise one alert with its evidence, for the unit’s head and the duty room, and for nobody else', async () => {
    for (const index of [0, 1]) {
      const filed = await tell(index);
      numbers.push(filed.number);
      await story.dispatch(filed, 'SZ-FT-YL');
    }
    await city.drain();
    expect(await queue('duty')).toEqual([]);
    numbers.push((await tell(2)).number);
    await city.drain();
    const items = await queue('duty');
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ cause: 'gathering', state: 'open', light: 'green', appeals: 3 });
    expect(items[0]?.name).toContain('望湖苑二期');
    expect(items[0]?.unit.id).toBe(city.unit('SZ-FT-YL').id);
    expect(Date.parse(items[0]?.due ?? '')).toBe(monday + 24 * hour);
    id = items[0]?.id ?? 0;
    expect((await queue('yl-leader')).map((each) => each.id)).toEqual([id]);
    expect(await queue('cg-leader')).toEqual([]);
    for (const who of ['yl-handler', 'operator', 'system-admin'])
      expect((await city.as(who).get('/api/desk/alerts')).status).toBe(403);
    const shown = await view('yl-leader', id);
    expect(shown.evidence.count).toBe(3);
    expect(shown.evidence.words.join()).toContain('望湖苑');
    expect(shown.mayJudge).toBe(true);
    expect((await city.as('cg-leader').get(`/api/desk/alerts/${id}`)).status).toBe(404);
  });

  test('are told of to both, by what the event is called', async () => {
    for (const who of ['yl-leader', 'duty']) {
      const { items } = read(await city.as(who).get('/api/desk/notices'), 200, notices);
      const own = items.filter((each) => each.alert === id);
      expect(own.map(({ what, detail }) => [what, detail])).toEqual([['alert-raised', 'gathering']]);
      expect(own[0]?.title).toContain('望湖苑二期');
    }
    const { items } = read(await city.as('yl-receiver').get('/api/desk/notices'), 200, notices);
    expect(items.filter((each) => each.alert !== null)).toEqual([]);
  });

  test('stand behind the event’s number, and each case leads to it', async () => {
    const { items } = read(await city.as('mayor').get('/api/command/events'), 200, hotEventsShape);
    const [event] = items;
    expect(event).toMatchObject({ appeals: 3, alert: { id, state: 'open' } });
    const cases = read(
      await city.as('mayor').get(`/api/command/events/${event?.id}/cases`),
      200,
      casePage,
    ).items;
    expect(cases.map(({ number }) => number).toSorted()).toEqual(numbers.toSorted());
    const own = read(
      await city.as('yl-handler').get(`/api/desk/cases/${numbers[0]}/events`),
      200,
      eventsOfCase,
    );
    expect(own.items).toMatchObject([{ id: event?.id, alert: id }]);
    const whole = read(await city.as('mayor').get(`/api/command/events/${event?.id}`), 200, hotEventView);
    expect(whole.curve.reduce((sum, { own: n }) => sum + n, 0)).toBe(3);
    const district = city.unit('SZ-FT').id;
    const there = await city.as('mayor').get(`/api/command/events?district=${district}`);
    expect(read(there, 200, hotEventsShape).items.map((each) => each.id)).toEqual([event?.id]);
    const elsewhere = await city.as('mayor').get(`/api/command/events?district=${city.unit('SZ-LG').id}`);
    expect(read(elsewhere, 200, hotEventsShape).items).toEqual([]);
  });

  test('are judged once, with a reason, by who may; the same request is answered as before', async () => {
    const before = await city.counts();
    expect((await judge(city.as('cg-leader'), id, { verdict: 'dismissed' })).status).toBe(404);
    expect((await judge(city.as('yl-handler'), id, { verdict: 'dismissed' })).status).toBe(403);
    expect((await judge(city.as('yl-leader'), id, { verdict: 'confirmed', measure: 'urge' })).status).toBe(
      403,
    );
    expect((await judge(city.as('yl-leader'), id, { verdict: 'confirmed', reason: '' })).status).toBe(400);
    expect(await city.counts()).toEqual(before);
    const requestId = randomUUID();
    const fields = { verdict: 'confirmed', measure: 'act-first' };
    const [one, two] = await Promise.all([
      judge(city.as('yl-leader'), id, fields, requestId),
      judge(city.as('yl-leader'), id, fields, requestId),
    ]);
    expect(read(one, 200, judged)).toEqual(read(two, 200, judged));
    expect((await judge(city.as('duty'), id, { verdict: 'dismissed' })).body).toMatchObject({
      code: 'judged-already',
    });
    expect((await judge(city.as('duty'), id, { verdict: 'dismissed' }, requestId)).body).toMatchObject({
      code: 'request-id-reused',
    });
    const { log, state, measure } = await view('duty', id);
    expect({ state, measure }).toEqual({ state: 'confirmed', measure: 'act-first' });
    expect(log.map(({ what }) => what)).toEqual(['raised', 'confirmed']);
    expect(log[1]).toMatchObject({ reason: '已现场核实，情况属实。' });
    expect(await queue('duty')).toEqual([]);
  });

  test('count in the figures', async () => {
    const { whole, weeks } = read(
      await city.as('mayor').get('/api/command/alert-figures'),
      200,
      alertFigures,
    );
    expect(whole).toMatchObject({
      raised: 1,
      precision: { numerator: 1, denominator: 1 },
      leadMs: null,
      leads: 0,
    });
    expect(weeks.at(-1)).toMatchObject({ raised: 1, confirmed: 1, judged: 1 });
  });

  test('cannot be changed in the record by the application', async () => {
    await expect(
      city.services.database.scoped('all', (tx) => tx.query('delete from alert_log')),
    ).rejects.toThrow('permission denied');
    await expect(
      city.services.database.scoped('all', (tx) => tx.query(`update alert set state = 'open'`)),
    ).rejects.toThrow('permission denied');
  });
});

test('a sensitive word is alerted at once and due soon; nobody judges it: yellow, red, followed up, once each', async () => {
  city.clock.set(monday + 48 * hour);
  await city.citizen.file({
    title: '工地拖欠工资',
    text: '城东工地拖欠工资，有人爬上塔吊说要跳楼，请马上来人。',
    place,
  });
  await city.drain();
  const [alert] = await queue('duty');
  expect(alert).toMatchObject({ cause: 'sensitive', appeals: 1 });
  const id = alert?.id ?? 0;
  expect((await view('duty', id)).evidence.word).toBe('跳楼');
  const errors: unknown[] = [];
  for (const hours of [1.5, 2, 26]) {
    city.clock.set(monday + (48 + hours) * hour);
    await Promise.all([look(errors), look(errors), look(errors)]);
  }
  expect(errors).toEqual([]);
  expect(await look()).toBe(0);
  const shown = await view('supervisor', id);
  expect(shown.log.map(({ what, data }) => [what, data['light']].filter(Boolean).join(' '))).toEqual([
    'raised',
    'light-raised yellow',
    'light-raised red',
    'follow-up-opened',
  ]);
  expect(shown).toMatchObject({ light: 'red', followedUp: true, state: 'open' });
  const { items } = read(await city.as('supervisor').get('/api/desk/notices'), 200, notices);
  expect(items.filter((each) => each.alert === id).map(({ what }) => what)).toEqual([
    'alert-follow-up-opened',
  ]);
  const count = read(await city.as('duty').get('/api/desk/alert-count'), 200, alertCount);
  expect(count).toEqual({ count: 1, more: false });
  expect((await judge(city.as('duty'), id, { verdict: 'dismissed' })).status).toBe(200);
});

test('what is quiet counts and lends no word; a unit complained of sees nothing of it', async () => {
  const own = await createTestCity();
  try {
    const accused = own.unit('SZ-FT-YL').id;
    for (const [title, text] of wall.slice(0, 3))
      await own.citizen.file({ title, text, place, kind: 'complaint' });
    await own.drain();
    const [event] = await own.services.database.owner.query<{ units: string[] }>(
      'select units::text[] as units from hot_event',
    );
    expect(event).toBeDefined();
    // As it would stand if one of its appeals complained of the street.
    await own.services.database.owner.query('update hot_event set accused = array[$1::int8], units = $2', [
      accused,
      [own.unit('SZ').id, own.unit('SZ-FT').id],
    ]);
    const seen = async (who: string) =>
      read(await own.as(who).get('/api/command/events'), 200, hotEventsShape).items.length;
    expect(await seen('mayor')).toBe(1);
    expect(await seen('ft-supervisor')).toBe(1);
    expect(await seen('yl-leader')).toBe(0);
    const quiet = await createQuiet(own);
    expect(quiet).not.toContain('望湖苑');
  } finally {
    await own.close();
  }
});

/** The name of an event that confidential appeals alone tell of. */
async function createQuiet(own: TestCity): Promise<string> {
  const texts = ['星河广场地下车库漏电', '星河广场车库又漏电', '投诉星河广场车库漏电没人修'];
  for (const text of texts)
    await own.citizen.file({
      title: text,
      text: `${text}，请尽快处理，注意安全。`,
      place,
      confidential: true,
    });
  await own.drain();
  const rows = await own.services.database.owner.query<{ name: string }>('select name from hot_event');
  const names = rows.map(({ name }) => name).join();
  expect(names).not.toContain('星河广场');
  return names.replace(/望湖苑[^,]*/u, '');
}

test('killed after any batch and taken up by another, it finds the same events; a rebuild too, and no alert twice', async () => {
  const own = await createTestCity();
  try {
    const others = ['长乐巷路灯坏了', '东柳村公交不停站', '南园路井盖松动'];
    for (const [index, [title, text]] of [...wall, ...wall].entries()) {
      await own.citizen.file({ title, text: `${text}${index}`, place });
      await own.citizen.file({
        title: others[index % 3] ?? '',
        text: `${others[index % 3]}，请派人来修。`,
        place,
      });
    }
    const database = own.services.database;
    const dump = async () => ({
      events: await database.owner.query(
        `select id, name, place, appeals, score, alerted, open, unit, facts from hot_event order by id`,
      ),
      members: await database.owner.query(
        'select event, cohort, appeal from hot_event_member order by 1, 2, 3',
      ),
      days: await database.owner.query('select * from hot_event_day order by 1, 2'),
      units: await database.owner.query('select * from hot_event_unit order by 1, 2'),
      problems: await database.owner.query('select * from problem_day order by 1, 2'),
      alerts: await database.owner.query(
        'select id, event, cause, cohort, appeal, count from alert order by id',
      ),
    });
    while ((await database.owner.transaction(placeEvents)) > 0);
    // Each batch by a process of its own, which saves the whole state every third appeal; some batches are lost.
    for (let round = 0; ; round += 1) {
      const reader = hotEvents(own.services.reference, createDetecting({ mostSteps: 3 }));
      const small = {
        ...reader,
        handle: async (
          tx: Parameters<typeof reader.handle>[0],
          events: Parameters<typeof reader.handle>[1],
        ) => {
          await reader.handle(tx, events);
          if (round % 2 === 0) throw new Error('killed');
        },
      };
      const read_ = await readBatch(database.owner.transaction, small).catch(() => -1);
      if (read_ === 0) break;
      expect(round).toBeLessThan(20);
    }
    const first = await dump();
    expect(first.alerts).toHaveLength(1);
    expect(first.events.length).toBeGreaterThan(0);
    await rebuildHotEvents(own.services, () => {});
    expect(await dump()).toEqual(first);
    await catchUp(database, [hotEvents(own.services.reference)]);
    expect(await dump()).toEqual(first);
  } finally {
    await own.close();
  }
});

test('a confirmed alert urges its open cases or follows them up, each once', async () => {
  const own = await createTestCity({ workers: true });
  try {
    const numbers: string[] = [];
    const steps = createStory(own);
    for (const [title, text] of wall.slice(0, 3)) {
      const filed = await own.citizen.file({ title, text, place, kind: 'complaint' });
      numbers.push(filed.number);
      await steps.dispatch(filed, 'SZ-FT-YL');
    }
    await settled(own);
    const [alert] = read(await own.as('supervisor').get('/api/desk/alerts'), 200, alertPage).items;
    expect(alert).toBeDefined();
    const id = alert?.id ?? 0;
    const answer = await judge(own.as('supervisor'), id, { verdict: 'confirmed', measure: 'follow-up' });
    expect(read(answer, 200, judged).state).toBe('confirmed');
    await settled(own);
    for (const number of numbers) {
      const { followUp, timeline } = await own.as('mayor').case(number);
      expect(followUp).toBe(true);
      expect(timeline.filter(({ what }) => what === 'follow-up-opened')).toHaveLength(1);
    }
    const { log } = read(await own.as('supervisor').get(`/api/desk/alerts/${id}`), 200, alertView);
    expect(log.at(-1)).toMatchObject({ what: 'acted', data: { measure: 'follow-up', cases: 3 } });
  } finally {
    await own.close();
  }
});

test('threshold, words and the hot list’s least heat are the city’s own, by the version an appeal was filed under', async () => {
  const own = await createTestCity();
  const { owner: sql } = own.services.database;
  const hot = async (who: string) =>
    read(await own.as(who).get('/api/command/events'), 200, hotEventsShape).items;
  try {
    await own.citizen.file({
      title: '长乐巷饭店员工讨薪',
      text: '长乐巷饭店的员工在门口讨薪，请协调。',
      place,
    });
    const body = {
      ...defaultSettings,
      alertFrom: 2,
      alertWords: { anywhere: '讨薪 堵门', inTitle: '爆炸' },
      hotFrom: 2.5,
      plainFrom: 3,
    };
    await sql.query(
      `insert into setting (version, from_at, body) overriding system value values (1, $1, $2)`,
      [new Date(own.clock.now() - 1), JSON.stringify(body)],
    );
    await sql.query('update reference_version set version = version + 1');
    await expect.poll(() => own.services.reference().settingsNow.version, { timeout: 30_000 }).toBe(1);
    await own.citizen.file({ title: '路口堵门', text: '岗头路口有人堵门讨薪，过不去。', place });
    for (const [title, text] of wall.slice(0, 2))
      await own.citizen.file({ title, text, kind: 'complaint', place });
    await own.drain();
    const alerts = await sql.query<{ cause: string; word: string | null; count: number }>(
      'select cause, word, count from alert order by id',
    );
    expect(alerts).toEqual([
      { cause: 'sensitive', word: '讨薪', count: 1 },
      { cause: 'gathering', word: null, count: 2 },
    ]);
    expect(await hot('mayor')).toEqual([]);
    const { items } = read(await own.as('duty').get('/api/desk/alerts'), 200, alertPage);
    const gathering = items.find(({ cause }) => cause === 'gathering');
    await judge(own.as('duty'), gathering?.id ?? 0, { verdict: 'confirmed', measure: 'none' });
    own.clock.advance(5 * hour);
    await own.citizen.file({ title: wall[2][0], text: wall[2][1], kind: 'complaint', place });
    await own.drain();
    const known = read(await own.as('mayor').get('/api/command/alert-figures'), 200, alertFigures);
    expect(known).toMatchObject({ plainFrom: 3, whole: { leadMs: 5 * hour, leads: 1 } });
    // A unit's own people find it along their unit's index, and no other's.
    for (const who of ['mayor', 'ft-supervisor']) expect(await hot(who)).toMatchObject([{ appeals: 3 }]);
    expect(await hot('cg-leader')).toEqual([]);
    own.clock.advance(30 * 24 * hour);
    for (const who of ['mayor', 'ft-supervisor']) expect(await hot(who)).toEqual([]);
  } finally {
    await own.close();
  }
});

test('an event that was not alerted can be marked by hand, once, and counts as missed', async () => {
  const own = await createTestCity();
  try {
    for (const [title, text] of wall.slice(0, 2)) await own.citizen.file({ title, text, place });
    await own.drain();
    const { items } = read(await own.as('duty').get('/api/command/events'), 200, hotEventsShape);
    const id = items[0]?.id;
    const mark = (requestId: string) =>
      own.as('duty').post(`/api/command/events/${id}/mark`, { requestId, reason: '媒体已报道，涉及多户。' });
    const requestId = randomUUID();
    const made = read(await mark(requestId), 200, judged);
    expect(read(await mark(requestId), 200, judged)).toEqual(made);
    expect((await mark(randomUUID())).body).toMatchObject({ code: 'alerted-already' });
    const { whole } = read(await own.as('mayor').get('/api/command/alert-figures'), 200, alertFigures);
    expect(whole).toMatchObject({ raised: 0, recall: { numerator: 0, denominator: 1 } });
  } finally {
    await own.close();
  }
});
