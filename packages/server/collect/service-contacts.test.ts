import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createStory, streetMatter } from '../testing/story.ts';
import { createTestCity, type TestCity } from '../testing/test-city.ts';

let city: TestCity;
beforeAll(async () => {
  city = await createTestCity();
});
afterAll(() => city.close());

const url = '/api/desk/service-contacts';
const contact = (fields: object = {}) => ({
  requestId: randomUUID(),
  channel: 'hotline',
  text: '告知办理居住证的窗口时间，请带身份证，可致电13900001234。',
  ...fields,
});

test('what is answered on the call is kept and counted once, with or without an appeal', async () => {
  const operator = city.as('operator');
  const first = contact({ matter: streetMatter });
  expect(await operator.post(url, first)).toMatchObject({ status: 200, body: { today: 1 } });
  expect(await operator.post(url, first)).toMatchObject({ status: 200, body: { today: 1 } });
  const { number } = await createStory(city).file();
  city.clock.advance(60_000);
  expect(await operator.post(url, contact({ number }))).toMatchObject({ body: { today: 2 } });
  expect((await operator.get(url)).body).toMatchObject({
    today: 2,
    next: null,
    items: [
      { number, channel: 'hotline', matter: null },
      { number: null, matter: { code: streetMatter }, text: expect.not.stringContaining('13900001234') },
    ],
  });
  expect((await operator.get(`${url}?day=2026-03-02`)).body).toMatchObject({ items: [{}, {}], next: null });
  expect((await operator.get(`${url}?day=2026-03-01`)).body).toMatchObject({ items: [] });
  expect(await operator.get(`${url}?day=2026-02-30`)).toMatchObject({ status: 400 });
  city.clock.advance(24 * 3_600_000);
  expect((await operator.get(url)).body).toMatchObject({ today: 0, items: [{}, {}] });
});

test.each([
  ['a matter nobody knows', { matter: '999999' }, 400, 'matter-unknown'],
  ['a heading of the catalogue', { matter: '01' }, 400, 'matter-unknown'],
  ['a number of no appeal', { number: '260302-00099999-1' }, 404, 'not-found'],
  ['no words', { text: ' ' }, 400, 'bad-input'],
] as const)('%s is refused and counts nothing', async (_what, fields, status, code) => {
  const before = await city.counts();
  expect(await city.as('operator').post(url, contact(fields))).toMatchObject({ status, body: { code } });
  expect(await city.counts()).toEqual(before);
});

test('only an operator keeps them', async () => {
  for (const who of ['dispatcher', 'yl-handler', 'mayor', 'system-admin']) {
    expect(await city.as(who).post(url, contact())).toMatchObject({ status: 403 });
    expect(await city.as(who).get(url)).toMatchObject({ status: 403 });
  }
});
