import { casePage } from '@suban/domain/api.ts';
import { exclusions } from '@suban/domain/api-exclusions.ts';
import { today, unitScores } from '@suban/domain/api-figures.ts';
import { day } from '@suban/domain/calendar/calendar.ts';
import { defaultSettings } from '@suban/domain/settings.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verify } from '../appeal/verify.ts';
import { rebuildFigures } from '../commands/rebuild.ts';
import { type Filed, plainFiling, read } from '../testing/client.ts';
import { createStory, street } from '../testing/story.ts';
import { createTestCity, type TestCity } from '../testing/test-city.ts';

let city: TestCity;
let story: ReturnType<typeof createStory>;
let bad: Filed;
let late: Filed;
/** Of one unit: one rated well, one badly, and one in hand; all were due long ago. */
beforeAll(async () => {
  city = await createTestCity();
  story = createStory(city);
  await city.citizen.rates(await story.answered(), 5);
  bad = await story.answered();
  late = await story.dispatched({ confidential: true });
  await city.citizen.rates(bad, 1, false);
  city.clock.advance(40 * day);
  await city.drain();
});
afterAll(() => city.close());

const ask = (who: string, { number }: Filed, reason = 'law-forbids') =>
  city
    .as(who)
    .command(number, 'ask-exclusion', { reason, text: '钟小燕反映的路灯属于小区自管，依法不能代修。' });
const decide = (who: string, { number }: Filed, grant = true) =>
  city.as(who).command(number, 'decide-exclusion', { grant, text: '经核查情况属实。' });
const receiver = () => 'yl-receiver';

/** Of the unit and of the whole city: on time, solved, satisfied and reworked, each with what it is without. */
async function figures() {
  await city.drain();
  const { items } = read(await city.as('mayor').get('/api/command/units'), 200, unitScores);
  const { indicators: whole } = read(await city.as('mayor').get('/api/command/today'), 200, today);
  const own = items.find(({ unit }) => unit.id === city.unit(street).id)!.indicators;
  const short = (all: typeof whole) =>
    (['on-time', 'solved', 'satisfied', 'rated'] as const).map((name) => {
      const { numerator, denominator, excluded } = all[name];
      return `${numerator}/${denominator}${excluded ? ` without ${excluded}` : ''}`;
    });
  return { own: short(own), whole: short(whole) };
}
const listed = async (query: string) =>
  read(await city.as('mayor').get(`/api/command/cases?${query}`), 200, casePage).items.map(
    ({ number }) => number,
  );
const published = async () => read(await city.citizen.get('/api/exclusions'), 200, exclusions).items;
/** What waits for a decision of this supervisor. */
const queued = async (who: string) =>
  read(await city.as(who).get('/api/desk/queues/exclusions'), 200, casePage).items.map(
    ({ number }) => number,
  );
const faults = async () => (await verify(city.services)).faults;

test('before anything is asked everything counts', async () => {
  city.clock.advance(-25 * day);
  expect(await figures()).toEqual({
    own: ['2/4', '1/2', '1/2', '2/2'],
    whole: ['2/4', '1/2', '1/2', '2/2'],
  });
});

describe('who may', () => {
  test('only the unit asks, once; the unit, a dispatch centre and whoever is above it decide nothing', async () => {
    expect((await ask('cg-receiver', bad)).status).toBe(404);
    expect(await queued('supervisor')).toEqual([]);
    expect((await ask(receiver(), bad)).status).toBe(200);
    expect(await ask(receiver(), bad)).toMatchObject({
      status: 409,
      body: { code: 'exclusion-asked-already' },
    });
    for (const who of ['yl-leader', 'dispatcher', 'arbitrator', 'mayor'])
      expect([who, (await decide(who, bad)).status]).toEqual([who, 403]);
    expect(await decide('ft-supervisor', bad)).toMatchObject({
      status: 409,
      body: { code: 'exclusion-own' },
    });
    expect(await queued('supervisor')).toEqual([bad.number]);
    expect(await published()).toEqual([]);
    expect((await figures()).own).toEqual(['2/4', '1/2', '1/2', '2/2']);
  });

  test('the buttons show to those who may', async () => {
    const of = async (who: string) =>
      (await city.as(who).case(bad.number)).abilities.filter((name) => name.endsWith('exclusion'));
    expect(await of('supervisor')).toEqual(['decide-exclusion']);
    expect(await of('ft-supervisor')).toEqual([]);
    expect(await of(receiver())).toEqual([]);
  });
});

describe('granted', () => {
  beforeAll(() =>
    city.as('supervisor').must(bad.number, 'decide-exclusion', { grant: true, text: '经核查情况属实。' }),
  );

  test('it is left out of the unit’s indicators and of no others, and how many is said', async () => {
    expect(await figures()).toEqual({
      own: ['1/2 without 2', '1/1 without 1', '1/1 without 1', '2/2'],
      whole: ['2/4', '1/2', '1/2', '2/2'],
    });
  });

  test('the lists behind the numbers have exactly those', async () => {
    const own = `unit=${city.unit(street).id}`;
    expect(await listed(`measure=rated&${own}`)).toContain(bad.number);
    const without = await listed(`measure=rated&${own}&excluded=without`);
    expect(without).toHaveLength(1);
    expect(without).not.toContain(bad.number);
    for (const measure of ['excluded', 'excluded-rated', 'excluded-finish-due'])
      expect([measure, await listed(`measure=${measure}&${own}`)]).toEqual([measure, [bad.number]]);
  });

  test('it is published with its reason, and nobody is named', async () => {
    const items = await published();
    expect(items).toMatchObject([
      {
        number: bad.number,
        reason: 'law-forbids',
        unit: { id: city.unit(street).id },
        matter: { code: '010101' },
      },
    ]);
    const { name, phone } = plainFiling.contact;
    for (const word of [name, phone, '小区自管', '情况属实'])
      expect(JSON.stringify(items)).not.toContain(word);
    for (const cursor of ['x', '1.2.3', '1.2.3.x', '-1.1.1.1'])
      expect((await city.citizen.get(`/api/exclusions?cursor=${cursor}`)).status).toBe(400);
  });

  test('what comes after it is left out, too; a confidential case is published without its number', async () => {
    await ask(receiver(), late, 'beyond-control');
    await decide('supervisor', late);
    await story.handled(late);
    await city.citizen.rates(late, 5);
    expect(await figures()).toEqual({
      own: ['1/1 without 3', '1/1 without 2', '1/1 without 2', '3/3'],
      whole: ['2/4', '2/3', '2/3', '3/3'],
    });
    expect((await published()).map(({ number, matter }) => [number, matter?.code ?? null])).toEqual([
      [null, null],
      [bad.number, '010101'],
    ]);
  });

  test('the record agrees, and a rebuild comes out the same', async () => {
    expect(await faults()).toEqual([]);
    const before = [await figures(), await published()];
    await rebuildFigures(city.services, () => {});
    expect([await figures(), await published()]).toEqual(before);
    expect(await faults()).toEqual([]);
  });

  test('tampering with it is found', async () => {
    const { owner } = city.services.database;
    await owner.query(`update exclusion set reason = 'repeated'`);
    expect((await faults()).map(({ what }) => what)).toContain(
      'what is excluded of it is not what was granted',
    );
    await rebuildFigures(city.services, () => {});
    await owner.query(`delete from counted where measure = 'excluded-rated'`);
    expect((await faults()).map(({ what }) => what).join()).toMatch(/count excluded-rated.*1 missing/);
    await rebuildFigures(city.services, () => {});
  });

  test('taken back it counts again, for good', async () => {
    const { number } = bad;
    expect((await city.as(receiver()).command(number, 'revoke-exclusion', { text: '误' })).status).toBe(403);
    expect(
      (await city.as('supervisor').command(number, 'revoke-exclusion', { text: '材料有误。' })).status,
    ).toBe(200);
    expect((await figures()).own).toEqual(['2/3 without 1', '1/2 without 1', '1/2 without 1', '3/3']);
    expect(await published()).toHaveLength(1);
    expect(await queued('supervisor')).toEqual([]);
    expect(await ask(receiver(), bad)).toMatchObject({ body: { code: 'exclusion-asked-already' } });
    expect(await faults()).toEqual([]);
  });
});

test('which indicators it is left out of is a setting', async () => {
  const excludedFrom = { ...defaultSettings.excludedFrom, onTime: false };
  const { owner } = city.services.database;
  await owner.query(
    'insert into setting (version, from_at, body) overriding system value values (1, $1, $2)',
    [new Date(city.clock.now() - 1), JSON.stringify({ ...defaultSettings, excludedFrom })],
  );
  await owner.query('update reference_version set version = version + 1');
  await expect
    .poll(() => city.services.reference().settings.excludedFrom.onTime, { timeout: 30_000 })
    .toBe(false);
  expect((await figures()).own).toEqual(['2/4', '1/2 without 1', '1/2 without 1', '3/3']);
});
