import { day, hour } from '@suban/domain/calendar/calendar.ts';
import { figures } from '@suban/domain/api.ts';
import { mapFigures, today, unitScores } from '@suban/domain/api-figures.ts';
import { rateOf } from '@suban/domain/indicators/rates.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { verify } from '../appeal/verify.ts';
import { plainFiling, read, withId, type Filed } from '../testing/client.ts';
import { createStory, department, street } from '../testing/story.ts';
import { createTestCity, monday, type TestCity } from '../testing/test-city.ts';

const minute = 60_000;
let city: TestCity;
/** A moment of the script: days after Monday the 2nd of March, and the time of day. */
const at = (days: number, time: string) => {
  const [h = 0, m = 0] = time.split(':').map(Number);
  city.clock.set(monday - 9 * hour + days * day + h * hour + m * minute);
};

/**
 * Six appeals filed on Monday at nine, due for dispatch at eleven:
 * A handled well in a morning; B dispatched late, contacted late, answered in time, not content, in rework; C sent back,
 * waiting again; D answered at once, content; E withdrawn before its dispatch; F taken, never worked on.
 */
beforeAll(async () => {
  city = await createTestCity();
  const story = createStory(city);
  at(0, '9:00');
  const [a, b, d, e, f] = [
    await story.file(),
    await story.file({ kind: 'complaint' }),
    await story.file({ kind: 'consultation' }),
    await story.file(),
    await story.file(),
  ];
  const c = (
    await city.as('operator').post('/api/desk/appeals', withId({ ...plainFiling, channel: 'hotline' }))
  ).body as Filed;
  at(0, '9:10');
  await story.dispatch(a);
  await story.dispatch(f);
  await story.acknowledge(f);
  at(0, '9:30');
  await story.dispatch(c);
  at(0, '9:40');
  await city.as('operator').must(d.number, 'answer-at-once', { text: '可在网上预约办理。' });
  await city.citizen.rates(d, 4);
  at(0, '9:50');
  await city.citizen.does(e, 'withdraw');
  at(0, '10:00');
  await story.handled(a);
  await city.citizen.rates(a, 5);
  await story.sendBack(c);
  await story.decideSendBack(c, true);
  at(0, '12:00');
  await story.dispatch(b, department);
  at(0, '12:30');
  await story.acknowledge(b, department);
  at(2, '9:00');
  await story.contact(b, department);
  await story.answer(b, department);
  await story.approve(b, department);
  at(2, '10:00');
  await city.citizen.rates(b, 1);
  at(2, '10:30');
  await city.sweep();
});
afterAll(() => city.close());

const readToday = async () => read(await city.as('mayor').get('/api/command/today'), 200, today);

describe('on Wednesday at half past ten', () => {
  beforeEach(() => at(2, '10:30'));

  test('today: nothing filed, one closed; three open, two of them overdue', async () => {
    const seen = await readToday();
    expect(seen).toMatchObject({
      filedToday: 0,
      closedToday: 1,
      openNow: 3,
      lights: { red: 2, yellow: 0, green: 1 },
      followUps: 0,
      byChannel: [],
      byKind: [],
    });
    expect(seen.byHour).toHaveLength(11);
    expect(seen.byHour.at(9)).toEqual({ hour: '2026-03-04T01:00:00.000Z', filed: 0, closed: 1 });
    // What was dispatched today: the rework.
    expect(seen.topMatters).toMatchObject([{ matter: { code: '010101' }, filed: 1 }]);
  });

  test('limits that have not come yet are not counted', async () => {
    expect((await readToday()).indicators['on-time']).toEqual(rateOf(0, 0));
  });

  test('the map: all in Yuanling, two overdue', async () => {
    const { cells } = read(await city.as('mayor').get('/api/command/map'), 200, mapFigures);
    expect(cells.filter(({ open, filed30, red }) => open + filed30 + red > 0)).toEqual([
      {
        unit: city.unit(street).id,
        name: '园岭街道',
        nameEn: 'Yuanling Subdistrict',
        open: 3,
        filed30: 6,
        red: 2,
      },
    ]);
    expect(cells).toHaveLength(78);
  });

  test('each unit by its own orders', async () => {
    const { items } = read(await city.as('mayor').get('/api/command/units'), 200, unitScores);
    // The first line, and the dispatch centre that had them all.
    expect(items).toHaveLength(137);
    const of = (code: string) => items.find(({ unit }) => unit.id === city.unit(code).id);
    expect(of(street)).toMatchObject({
      open: 1,
      red: 1,
      yellow: 0,
      dispatched30: 3,
      closed30: 1,
      indicators: {
        solved: rateOf(1, 1),
        satisfied: rateOf(1, 1),
        'send-back': rateOf(1, 3),
        'on-time': rateOf(0, 0),
        // C was sent back, A and F were not.
        'first-dispatch': rateOf(2, 3),
        'dispatch-on-time': rateOf(0, 0),
      },
      // A's and C's, let go at ten: fifty minutes and half an hour.
      held: { minutes: 80, times: 2 },
    });
    expect(of(department)).toMatchObject({
      open: 1,
      red: 0,
      yellow: 0,
      dispatched30: 2,
      closed30: 1,
      indicators: { solved: rateOf(0, 1), satisfied: rateOf(0, 1), 'send-back': rateOf(0, 2) },
      // B, from Monday noon to Wednesday at nine: two afternoons and a morning.
      held: { minutes: 11 * 60, times: 1 },
    });
    expect(of('SZ-DISPATCH')).toMatchObject({ indicators: { 'dispatch-on-time': rateOf(3, 4) } });
    expect(of('SZ-LH')).toMatchObject({
      open: 0,
      dispatched30: 0,
      closed30: 0,
      indicators: { solved: rateOf(0, 0) },
    });
  });

  test('the open figures', async () => {
    const seen = read(await city.citizen.get('/api/figures'), 200, figures);
    expect(seen).toMatchObject({
      filedToday: 0,
      filedMonth: 6,
      closedMonth: 3,
      solvedRate: 2 / 3,
      onTimeRate: null,
    });
    expect(seen.byDay).toHaveLength(30);
    expect(seen.byDay.filter(({ filed, closed }) => filed + closed > 0)).toEqual([
      { day: '2026-03-02', filed: 6, closed: 2 },
      { day: '2026-03-04', filed: 0, closed: 1 },
    ]);
  });
});

test('on Monday itself', async () => {
  at(0, '12:00');
  const seen = await readToday();
  expect(seen).toMatchObject({
    filedToday: 6,
    closedToday: 2,
    byChannel: [
      { channel: 'web', filed: 5 },
      { channel: 'hotline', filed: 1 },
    ],
    byKind: [
      { kind: 'help', filed: 4 },
      { kind: 'complaint', filed: 1 },
      { kind: 'consultation', filed: 1 },
    ],
    topMatters: [{ matter: { code: '010101' }, filed: 4 }],
  });
  expect(seen.byHour.at(9)).toMatchObject({ filed: 6, closed: 1 });
});

test('when every limit has come: each indicator by hand', async () => {
  at(23, '12:00');
  expect((await readToday()).indicators).toEqual({
    // Due by Wednesday the 25th: A and B's first order in time; F and B's rework not. C's was taken away when it was sent back.
    // None of the six is like one that was answered before.
    repeat: rateOf(0, 6),
    'repeat-soon': rateOf(0, 6),
    'on-time': rateOf(2, 4),
    // A, F and C in time; B late. D was answered and E withdrawn before they were due for dispatch.
    'dispatch-on-time': rateOf(3, 4),
    // Of five orders (A, F, C, B, B's rework) A's, F's and B's.
    'acknowledge-on-time': rateOf(3, 5),
    // A; not B, F, nor B's rework.
    'contact-on-time': rateOf(1, 4),
    'send-back': rateOf(1, 5),
    'send-back-upheld': rateOf(1, 1),
    // C was sent back; A, B and F were not.
    'first-dispatch': rateOf(3, 4),
    'on-time-original': rateOf(2, 4),
    // D and A; not B.
    solved: rateOf(2, 3),
    // Both units said so, of A and of B.
    'claimed-solved': rateOf(2, 2),
    'truly-solved': rateOf(0, 0),
    response: rateOf(0, 0),
    satisfied: rateOf(2, 3),
    'satisfied-of-closed': rateOf(2, 3),
    // All three that were answered, D's answer at once among them.
    rated: rateOf(3, 3),
    rework: rateOf(1, 3),
    'satisfied-after-rework': rateOf(0, 1),
    // A and D are closed, neither of them twice.
    'once-and-done': rateOf(2, 2),
  });
});

test('and the record agrees', async () => expect((await verify(city.services)).faults).toEqual([]));
