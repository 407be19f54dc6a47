import { readFile } from 'node:fs/promises';
import { casePage } from '@suban/domain/api.ts';
import { mapFigures, today, unitScores } from '@suban/domain/api-figures.ts';
import { day, hour } from '@suban/domain/calendar/calendar.ts';
import { parseNumber } from '@suban/domain/ids.ts';
import { type Light, lights } from '@suban/domain/limits.ts';
import { clocksOf, lightOf } from '@suban/domain/supervise/clocks.ts';
import { clockNames } from '@suban/domain/supervise/steps.ts';
import fc from 'fast-check';
import type { z } from 'zod';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadAppeal } from '../appeal/store.ts';
import { verify } from '../appeal/verify.ts';
import { rebuildFigures } from '../commands/rebuild.ts';
import { type Filed, read } from '../testing/client.ts';
import { createStory, department, sendingBack, street } from '../testing/story.ts';
import { createTestCity, type TestCity } from '../testing/test-city.ts';

let city: TestCity;
let story: ReturnType<typeof createStory>;
const filed: Filed[] = [];
beforeAll(async () => {
  city = await createTestCity();
  story = createStory(city);
});
afterAll(() => city.close());

const units = [street, department] as const;
/** What may be done to an appeal; where it stands it may be refused, and then nothing happens. */
const acts: Readonly<Record<string, (one: Filed, unit: string) => Promise<unknown>>> = {
  dispatch: (one, unit) =>
    city.as('dispatcher').command(one.number, 'dispatch', { unit: city.unit(unit).id, matter: '010101' }),
  acknowledge: (one, unit) => story.crew(unit).receiver.command(one.number, 'acknowledge'),
  contact: (one, unit) =>
    story
      .crew(unit)
      .handler.command(one.number, 'contact', { method: 'phone', reached: true, text: '已联系。' }),
  'send-back': (one, unit) => story.crew(unit).receiver.command(one.number, 'send-back', sendingBack(city)),
  uphold: (one) =>
    city.as('dispatcher').command(one.number, 'decide-send-back', { uphold: true, text: '同意。' }),
  refuse: (one) =>
    city.as('dispatcher').command(one.number, 'decide-send-back', { uphold: false, text: '不同意。' }),
  designate: (one, unit) =>
    city.as('arbitrator').command(one.number, 'designate', { unit: city.unit(unit).id, text: '指定。' }),
  extension: (one, unit) =>
    story
      .crew(unit)
      .receiver.command(one.number, 'apply', { what: 'extension', days: 4, text: '材料未到。' }),
  ledger: (one, unit) =>
    story.crew(unit).receiver.command(one.number, 'apply', {
      what: 'ledger',
      text: '等待资金。',
      reviewAt: new Date(city.clock.now() + 20 * day).toISOString(),
    }),
  grant: (one) =>
    city.as('dispatcher').command(one.number, 'decide-application', { grant: true, text: '同意。' }),
  resume: (one, unit) => story.crew(unit).receiver.command(one.number, 'resume', { text: '资金已到。' }),
  answer: (one, unit) =>
    story.crew(unit).handler.command(one.number, 'answer', { outcome: 'solved', text: '已修好。' }),
  approve: (one, unit) => story.crew(unit).leader.command(one.number, 'review', { approve: true }),
  withdraw: (one) => city.citizen.does(one, 'withdraw'),
  classify: (one) =>
    city
      .as('dispatcher')
      .command(one.number, 'classify', { matter: '010101', kind: 'complaint', urgency: 'urgent' }),
};
/** How far a new one comes at once. */
const begun: Readonly<Record<string, readonly string[]>> = {
  'a new one': [],
  'one dispatched': ['dispatch'],
  'one taken': ['dispatch', 'acknowledge'],
  'one worked on': ['dispatch', 'acknowledge', 'contact'],
  'one answered': ['dispatch', 'acknowledge', 'contact', 'answer', 'approve'],
};
const moves = fc.array(
  fc.record({
    what: fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...Object.keys(begun)) },
      { weight: 4, arbitrary: fc.constantFrom(...Object.keys(acts)) },
      { weight: 3, arbitrary: fc.constant('wait') },
    ),
    which: fc.nat({ max: 9 }),
    unit: fc.constantFrom(...units),
    hours: fc.constantFrom(1.6, 7, 20, 30, 180),
  }),
  { minLength: 10, maxLength: 10 },
);
/** What is moved about, and how long after the last of it everybody looks. */
const script = fc.tuple(moves, fc.constantFrom(1.6, 20));

/** Every light that is on, by what `clocks.ts` says of each appeal at this moment: the appeal's key, its clock, its places. */
async function asClocksSay(): Promise<Map<string, string[]>> {
  const { database, reference } = city.services;
  const { calendar, settingsOf } = reference();
  const found = new Map<string, string[]>();
  const add = (name: string, number: string) => found.set(name, [...(found.get(name) ?? []), number]);
  for (const { number } of filed) {
    const loaded = await loadAppeal(database.owner, reference(), parseNumber(number)!);
    const appeal = loaded!.appeal;
    if (appeal.state !== 'received' && appeal.state !== 'dispatched') continue;
    const now = clocksOf(appeal, settingsOf(appeal.beside.rules), calendar)
      .filter(({ done }) => done === null)
      .map((clock) => ({ ...clock, light: lightOf(clock, city.clock.now()) }));
    const running = now.filter(({ name, stands }) => name !== 'acknowledge' || stands === null);
    const worst = lights.findLast((light) => running.some((clock) => clock.light === light)) ?? 'green';
    for (const { name, light } of [...now, { name: 'any', light: worst }]) {
      if (light === 'green') continue;
      add(`city  ${name} ${light}`, number);
      if (appeal.state === 'dispatched') add(`unit ${appeal.order.unit.id} ${name} ${light}`, number);
      if (appeal.area !== null) add(`area ${appeal.area} ${name} ${light}`, number);
    }
  }
  return found;
}
async function asCounted(): Promise<Map<string, number>> {
  const rows = await city.services.database.owner.query<{ name: string; n: number }>(
    `select concat_ws(' ', dimension, key, clock, light) as name, n from light_count where n <> 0`,
  );
  return new Map(rows.map(({ name, n }) => [name, n]));
}
const sizes = (lists: ReadonlyMap<string, readonly string[]>) =>
  new Map([...lists].map(([name, list]) => [name, list.length]));
async function listed(query: string, who = 'mayor'): Promise<string[]> {
  const numbers: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: z.infer<typeof casePage> = read(
      await city.as(who).get(`/api/command/cases?${query}${cursor && `&cursor=${cursor}`}`),
      200,
      casePage,
    );
    numbers.push(...page.items.map(({ number }) => number));
    cursor = page.next;
  }
  return numbers.toSorted();
}

test('whatever happens, as many lights are counted as the clocks show, and the lists have those very cases', async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(script, async ([list, last]) => {
      const fresh = ['a new one', 'one dispatched'].map((what) => ({
        what,
        which: 0,
        unit: street,
        hours: last,
      }));
      for (const { what, which, unit, hours } of [
        ...list,
        ...fresh,
        { what: 'wait', which: 0, unit: street, hours: last },
      ]) {
        if (what === 'wait') {
          city.clock.advance(hours * hour);
          await city.sweep();
        }
        const steps = begun[what] ?? (what === 'wait' ? [] : [what]);
        if (begun[what]) filed.push(await story.file());
        const one = begun[what] ? filed.at(-1) : filed[filed.length - 1 - (which % (filed.length || 1))];
        for (const step of one ? steps : []) await acts[step]?.(one!, unit);
      }
      const expected = await asClocksSay();
      expect(await asCounted()).toEqual(sizes(expected));
      for (const name of expected.keys()) seen.add(name.split(' ').slice(-2).join(' '));
      for (const light of ['yellow', 'red'] as const) {
        expect(await listed(`light=${light}`)).toEqual((expected.get(`city  any ${light}`) ?? []).toSorted());
        for (const clock of clockNames)
          expect(await listed(`light=${light}&clock=${clock}`)).toEqual(
            (expected.get(`city  ${clock} ${light}`) ?? []).toSorted(),
          );
        for (const code of units) {
          const { id } = city.unit(code);
          expect(await listed(`light=${light}&unit=${id}`)).toEqual(
            (expected.get(`unit ${id} any ${light}`) ?? []).toSorted(),
          );
        }
      }
    }),
    { numRuns: 5, seed: 20_260_302 },
  );
  expect([...seen].toSorted()).toEqual(
    ['any', ...clockNames].flatMap((clock) => [`${clock} red`, `${clock} yellow`]).toSorted(),
  );
  expect((await verify(city.services)).faults).toEqual([]);
}, 120_000);

describe('then', () => {
  test('a rebuild counts the same', async () => {
    const before = await asCounted();
    expect(before.size).toBeGreaterThan(4);
    await rebuildFigures(city.services, () => {});
    expect(await asCounted()).toEqual(before);
    expect((await verify(city.services)).faults).toEqual([]);
  });

  test('a city that had them before they were kept gets the same by the migration', async () => {
    const { owner } = city.services.database;
    const all = () => owner.query('select * from light_now order by cohort, appeal, clock');
    const before = [await all(), await asCounted()];
    const file = new URL('../migrations/0040_lights.sql', import.meta.url);
    const [, filling = ''] = (await readFile(file, 'utf8')).split('-- What is lit already.');
    await owner.query('truncate light_now, light_count');
    for (const statement of `--${filling}`.split(';').filter((each) => each.includes('insert into')))
      await owner.query(statement);
    expect([await all(), await asCounted()]).toEqual(before);
  });

  test('every page shows these numbers', async () => {
    const counted = await asCounted();
    const n = (name: string) => counted.get(name) ?? 0;
    const seen = read(await city.as('mayor').get('/api/command/today'), 200, today);
    const { items } = read(await city.as('mayor').get('/api/command/units'), 200, unitScores);
    const { cells } = read(await city.as('mayor').get('/api/command/map'), 200, mapFigures);
    const of = (light: Light) => n(`city  any ${light}`);
    expect(seen.lights).toEqual({
      red: of('red'),
      yellow: of('yellow'),
      green: seen.openNow - of('red') - of('yellow'),
    });
    for (const { name, red, yellow } of seen.clocks)
      expect([red, yellow]).toEqual([n(`city  ${name} red`), n(`city  ${name} yellow`)]);
    for (const { unit, red, yellow } of items)
      expect([red, yellow]).toEqual([n(`unit ${unit.id} any red`), n(`unit ${unit.id} any yellow`)]);
    for (const { unit, red } of cells) expect(red).toBe(n(`area ${unit} any red`));
    expect(await listed('light=green')).toHaveLength(seen.lights.green);
  });

  test('a district sees its own', async () => {
    const { id } = city.unit('SZ-FT');
    const own = await listed(`light=red&unit=${id}&below=yes`);
    expect(own).toEqual(await listed(`light=red&unit=${city.unit(street).id}`));
    expect(await listed('light=red', 'ft-supervisor')).toEqual(own);
    expect(await listed(`light=red&area=${city.unit(street).id}`)).toEqual(await listed('light=red'));
  });

  test('a clock without a light is refused', async () =>
    expect((await city.as('mayor').get('/api/command/cases?clock=finish')).status).toBe(400));
});
