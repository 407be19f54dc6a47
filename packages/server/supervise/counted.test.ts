import { casePage } from '@suban/domain/api.ts';
import { type Slice, slice, today, unitScores } from '@suban/domain/api-figures.ts';
import { day, hour } from '@suban/domain/calendar/calendar.ts';
import { type Measure, measures } from '@suban/domain/indicators/measures.ts';
import { indicators } from '@suban/domain/indicators/rates.ts';
import type { z } from 'zod';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { read } from '../testing/client.ts';
import { createStory, department, street } from '../testing/story.ts';
import { createTestCity, type TestCity } from '../testing/test-city.ts';

let city: TestCity;
beforeAll(async () => {
  city = await createTestCity();
  const story = createStory(city);
  for (let i = 0; i < 33; i += 1) await story.dispatched(i % 3 === 0 ? { kind: 'complaint' } : {});
  city.clock.advance(hour);
  const good = await story.answered();
  await city.citizen.rates(good, 5);
  const bad = await story.answered({ kind: 'complaint' }, department);
  await city.citizen.rates(bad, 1);
  const sentBack = await story.dispatched();
  await story.sendBack(sentBack);
  await story.decideSendBack(sentBack, true);
  await story.dispatch(sentBack, department);
  await city.citizen.does(await story.dispatched(), 'withdraw');
  await story.file();
  await city.drain();
  city.clock.advance(25 * day);
});
afterAll(() => city.close());

const params = (filters: Readonly<Record<string, string>>) => new URLSearchParams(filters).toString();
/** The numbers of every page of a list; none twice. */
async function listed(filters: Readonly<Record<string, string>>, who = 'mayor'): Promise<string[]> {
  const numbers: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const url = `/api/command/cases?${params(cursor ? { ...filters, cursor } : filters)}`;
    const page: z.infer<typeof casePage> = read(await city.as(who).get(url), 200, casePage);
    numbers.push(...page.items.map(({ number }) => number));
    cursor = page.next;
  }
  expect(new Set(numbers).size).toBe(numbers.length);
  return numbers;
}
const sliceOf = async (filters: Readonly<Record<string, string>>) =>
  read(await city.as('mayor').get(`/api/command/indicators?${params(filters)}`), 200, slice);
/** What one appeal counts several times here: the reworked and the sent back have two orders. */
const twice: readonly Measure[] = [
  'dispatched',
  'acknowledged-in-time',
  'contact-wanted',
  'contacted-in-time',
  'finish-due',
  'finish-due-original',
  'let-go',
];
/** Every measure that says how many, with the cases behind it; where an appeal counts twice it is listed once. */
async function agrees(filters: Readonly<Record<string, string>>): Promise<Slice> {
  const found = await sliceOf(filters);
  for (const measure of measures.filter((each) => each !== 'held')) {
    const n = (await listed({ ...filters, ...found.period, measure })).length;
    const total = found.totals[measure];
    expect({ measure, n }).toEqual({ measure, n: twice.includes(measure) ? Math.min(n, total) : total });
    expect(n > 0).toBe(total > 0);
  }
  return found;
}

describe('the cases behind each number are those it counts', () => {
  const unit = (code: string) => String(city.unit(code).id);
  test.each<[string, () => Record<string, string>]>([
    ['of the city', () => ({})],
    ['of a unit', () => ({ unit: unit(street) })],
    ['of a district and all below it', () => ({ unit: unit('SZ-FT'), below: 'yes' })],
    ['of a kind', () => ({ kind: 'complaint' })],
    ['of a channel', () => ({ channel: 'web' })],
    ['of a matter', () => ({ matter: '010101' })],
    ['of an area', () => ({ area: unit(street) })],
    ['of a district’s places', () => ({ area: unit('SZ-FT'), below: 'yes' })],
    [
      'of a unit, a matter, a channel and a kind at once',
      () => ({ unit: unit(department), matter: '010101', channel: 'web', kind: 'complaint' }),
    ],
  ])('%s', async (_, filters) => {
    const { totals, indicators: rates } = await agrees(filters());
    for (const [name, [above, below]] of Object.entries(indicators))
      expect(rates[name as keyof typeof rates]).toMatchObject({
        numerator: totals[above],
        denominator: totals[below],
      });
  });

  test('a cross of dimensions adds up to the whole', async () => {
    const whole = (await sliceOf({ unit: unit(street) })).totals;
    const [complaints, helps] = [
      (await sliceOf({ unit: unit(street), kind: 'complaint' })).totals,
      (await sliceOf({ unit: unit(street), kind: 'help' })).totals,
    ];
    for (const measure of measures)
      expect({ measure, n: complaints[measure] + helps[measure] }).toEqual({ measure, n: whole[measure] });
    expect(whole.dispatched).toBe(36);
  });

  test('an hour of the day, and a page after page of it', async () => {
    const seen = read(await city.as('mayor').get('/api/command/today'), 200, today);
    const from = '2026-03-02T01:00:00Z';
    expect(await listed({ measure: 'filed', from, to: '2026-03-02T02:00:00Z' })).toHaveLength(33);
    expect(
      await listed({ measure: 'filed', from: '2026-03-02T02:00:00Z', to: '2026-03-02T03:00:00Z' }),
    ).toHaveLength(5);
    expect(await listed({ measure: 'filed', ...seen.day })).toEqual([]);
    expect(await listed({ measure: 'filed', ...seen.period, state: 'open' })).toHaveLength(36);
  });

  test('a unit’s scorecard, and a district’s supervisor sees the district’s own', async () => {
    const { items, period } = read(await city.as('mayor').get('/api/command/units'), 200, unitScores);
    const own = items.find((item) => item.unit.id === city.unit(street).id)!;
    const filters = { unit: unit(street), ...period };
    expect(await listed({ ...filters, measure: 'answered' })).toHaveLength(own.closed30);
    expect(await listed({ ...filters, measure: 'sent-back' })).toHaveLength(
      own.indicators['send-back'].numerator,
    );
    expect((await listed({ ...filters, measure: 'sent-back' }, 'ft-supervisor')).length).toBe(1);
    expect(await listed({ unit: unit('SZ-LH'), below: 'yes', ...period, measure: 'dispatched' })).toEqual([]);
  });

  test.each([
    'measure=answered&light=red',
    'from=2026-03-02T01:00:00Z',
    'measure=nothing',
    'measure=filed&from=yesterday',
  ])('%s is refused', async (query) =>
    expect((await city.as('mayor').get(`/api/command/cases?${query}`)).status).toBe(400),
  );
});
