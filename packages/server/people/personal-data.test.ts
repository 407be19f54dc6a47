import { randomUUID } from 'node:crypto';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { demoAccounts } from '@suban/demo-city/accounts.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Client, type Filed, withId } from '../testing/client.ts';
import { cameraPhoto } from '../testing/photos.ts';
import { createStory, street } from '../testing/story.ts';
import { createTestCity, monday, type TestCity } from '../testing/test-city.ts';

const name = '欧阳墨竹轩';
const phone = '13755566677';
/** However it is written somewhere: the name, the phone's digits, its last eight. */
const markers = [name, '墨竹轩', phone, phone.slice(3)];

let city: TestCity;
let story: ReturnType<typeof createStory>;
let open: Filed;
let confidential: Filed;
let logged = '';
const log = pino(
  { level: 'trace' },
  new Writable({
    write: (chunk, _encoding, done) => {
      logged += String(chunk);
      done();
    },
  }),
);

beforeAll(async () => {
  city = await createTestCity({ log, at: monday });
  story = createStory(city);
  const contact = { name, phone };
  open = await story.dispatched({
    contact,
    photos: [((await city.citizen.upload(await cameraPhoto())).body as { id: string }).id],
  });
  await city.citizen.does(open, 'supplement', { text: '昨晚又不亮了。' });
  await city.citizen.does(open, 'urge');
  await story.sendBack(open);
  await story.decideSendBack(open, false);
  await story.handled(open);
  await city.citizen.rates(open, 1);
  await story.handled(open);
  await city.citizen.rates(open, 1);
  confidential = await story.dispatched({ contact, confidential: true });
  await story.acknowledge(confidential);
  const { demoCode } = (await city.citizen.post('/api/citizen/code', { phone })).body as { demoCode: string };
  await city.citizen.post('/api/citizen/sign-in', { phone, code: demoCode });
  // Refusals and faults leave something in the log too.
  await city.citizen.post('/api/appeals', { text: '', contact });
  await city.citizen.get(`/api/appeals/${open.number}?code=${open.queryCode}0`);
  await city.drain();
});
afterAll(() => city.close());

const markersIn = (text: string) => markers.filter((marker) => text.includes(marker));

test('no table holds a name or a phone in the clear, not even the queue’s', async () => {
  const { owner } = city.services.database;
  const tables = await owner.query<{ name: string }>(
    `select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  );
  expect(tables.length).toBeGreaterThan(30);
  for (const { name: table } of tables) {
    // Bytes are looked through as text as well, for a plain name in a bytea shows as hexadecimal.
    const rows = await owner.query<{ row: string }>(`select t::text as row from ${table} t`);
    const text = rows.map(({ row }) => row).join('\n');
    const hex = markers
      .map((marker) => Buffer.from(marker).toString('hex'))
      .filter((marker) => text.includes(marker));
    expect({ table, found: [...markersIn(text), ...hex] }).toEqual({ table, found: [] });
  }
});

test('nor the log, however much is logged', () => {
  log.info('the log is heard');
  expect(logged).toContain('the log is heard');
  expect(markersIn(logged)).toEqual([]);
  expect(logged).not.toContain(open.queryCode);
});

test('what is kept can be opened again, and only with the city’s key', async () => {
  const rows = await city.services.database.owner.query<{ name: Buffer; phone: Buffer; phone_key: Buffer }>(
    'select name, phone, phone_key from person',
  );
  expect(
    rows.map((row) => [city.services.crypto.open(row.name), city.services.crypto.open(row.phone)]),
  ).toEqual([
    [name, phone],
    [name, phone],
  ]);
  expect(rows[0]?.phone.equals(rows[1]!.phone)).toBe(false);
  expect(rows[0]?.phone_key.equals(rows[1]!.phone_key)).toBe(true);
});

describe('what the API answers', () => {
  const everyone = demoAccounts().map(({ username }) => username);
  const pages = (filed: Filed) => [
    `/api/desk/cases/${filed.number}`,
    `/api/desk/search?q=${filed.number}`,
    `/api/desk/search?q=${encodeURIComponent('园岭新村')}`,
    `/api/desk/search?q=${phone}`,
    ...[
      'to-dispatch',
      'send-backs',
      'arbitration',
      'in-hand',
      'to-review',
      'awaiting-rating',
      'follow-ups',
    ].map((queue) => `/api/desk/queues/${queue}`),
    '/api/desk/counts',
    '/api/command/today',
    '/api/command/map',
    '/api/command/units',
    '/api/command/cases',
    '/api/command/follow-ups',
    '/api/command/reveals',
    '/api/command/accounts',
    '/api/staff/me',
  ];
  const responses = async (who: Client, filed: Filed) =>
    (await Promise.all(pages(filed).map((url) => who.get(url))))
      .map(({ body }) => JSON.stringify(body))
      .join('\n');

  test.each(everyone)('%s reads no name and no phone on any page', async (username) => {
    const text = `${await responses(city.as(username), open)}\n${await responses(city.as(username), confidential)}`;
    expect(text.length).toBeGreaterThan(100);
    expect(markersIn(text)).toEqual([]);
  });

  test('the surname and the last digits are shown, of a confidential report nothing', async () => {
    for (const who of [
      'yl-handler',
      'yl-leader',
      'operator',
      'dispatcher',
      'supervisor',
      'mayor',
      'ft-leader',
    ]) {
      expect((await city.as(who).case(open.number)).person).toEqual({ name: '欧***', phone: '137****6677' });
      expect((await city.as(who).case(confidential.number)).person).toEqual({ name: '***', phone: '***' });
    }
  });

  test('nor does the citizen’s own page, which anybody holding the paper may open', async () => {
    for (const filed of [open, confidential])
      expect(markersIn(JSON.stringify(await city.citizen.follow(filed)))).toEqual([]);
  });

  test('a number in a title is masked in every list', async () => {
    await story.file({ title: `请回电${phone}`, contact: { phone } });
    await city.drain();
    const { body } = await city.as('dispatcher').get('/api/desk/queues/to-dispatch');
    expect(JSON.stringify(body)).toContain('请回电137****6677');
    expect(markersIn(JSON.stringify(body))).toEqual([]);
  });
});

describe('a reveal', () => {
  const reveal = (
    who: string,
    filed: Filed,
    fields: { field?: string; purpose?: string } = {},
    id: string = randomUUID(),
  ) =>
    city
      .as(who)
      .post(
        `/api/desk/cases/${filed.number}/reveal`,
        withId({ field: 'phone', purpose: '电话核实地址', ...fields }, id),
      );
  const written = () =>
    city.services.database.owner.query<Record<string, unknown>>(
      'select account, unit, field, purpose, appeal from reveal order by id',
    );
  type Log = { items: Record<string, unknown>[] };
  const log = async () => ((await city.as('auditor').get('/api/command/reveals')).body as Log).items;

  test('shows what was asked for and writes it down, once for one request', async () => {
    const before = (await written()).length;
    const id = randomUUID();
    expect(await reveal('yl-handler', open, {}, id)).toMatchObject({ status: 200, body: { value: phone } });
    expect(await reveal('yl-handler', open, {}, id)).toMatchObject({ status: 200, body: { value: phone } });
    expect(await reveal('yl-handler', open, { field: 'name' })).toMatchObject({
      status: 200,
      body: { value: name },
    });
    expect((await written()).slice(before)).toMatchObject([
      { account: 'demo-yl-handler', unit: city.unit(street).id, field: 'phone', purpose: '电话核实地址' },
      { account: 'demo-yl-handler', field: 'name' },
    ]);
    expect((await log())[0]).toMatchObject({
      number: open.number,
      byName: '黄俊杰',
      field: 'name',
      purpose: '电话核实地址',
      unit: { name: '园岭街道' },
    });
  });

  test('a request id spent on one reveal opens no other', async () => {
    const other = await story.file({ contact: { name: '温雅兰', phone: '13655550000' } });
    const id = randomUUID();
    expect((await reveal('dispatcher', open, {}, id)).status).toBe(200);
    const before = await written();
    for (const answer of [
      await reveal('dispatcher', other, {}, id),
      await reveal('dispatcher', open, { field: 'name' }, id),
      await reveal('operator', open, {}, id),
    ]) {
      expect(answer).toMatchObject({ status: 409, body: { code: 'request-id-reused' } });
    }
    expect(await written()).toEqual(before);
  });

  test('needs a purpose', async () => {
    const before = await written();
    for (const purpose of ['', ' ', '看'])
      expect(await reveal('yl-handler', open, { purpose })).toMatchObject({
        status: 400,
        body: { code: 'bad-input' },
      });
    expect(
      (await city.as('yl-handler').post(`/api/desk/cases/${open.number}/reveal`, withId({ field: 'phone' })))
        .status,
    ).toBe(400);
    expect(await written()).toEqual(before);
  });

  test.each([
    ['operator', 200, 403],
    ['dispatcher', 200, 403],
    ['call-back', 200, 200],
    ['yl-receiver', 200, 200],
    ['yl-handler', 200, 200],
    ['arbitrator', 403, 403],
    ['yl-leader', 403, 403],
    ['ft-handler', 403, 403],
    ['supervisor', 403, 403],
    ['mayor', 403, 403],
    ['inspector', 403, 403],
    ['analyst', 403, 403],
    ['auditor', 403, 403],
    ['system-admin', 403, 403],
    ['security-admin', 403, 403],
    ['knowledge-editor', 403, 403],
    ['cg-handler', 404, 404],
    ['ft-dispatcher', 404, 404],
    ['lh-gy-handler', 404, 404],
  ])('%s: %i, of a confidential report %i', async (who, ofOpen, ofConfidential) => {
    const before = (await written()).length;
    expect((await reveal(who, open)).status).toBe(ofOpen);
    expect((await reveal(who, confidential)).status).toBe(ofConfidential);
    expect((await written()).length - before).toBe(
      [ofOpen, ofConfidential].filter((status) => status === 200).length,
    );
    const page = (await city.as(who).get(`/api/desk/cases/${open.number}`)).body as { mayReveal?: boolean };
    expect(page.mayReveal ?? false).toBe(ofOpen === 200);
  });

  test('of what was not given: not found, and nothing written', async () => {
    const nameless = await story.file({ contact: { phone } });
    const before = await written();
    expect(await reveal('dispatcher', nameless, { field: 'name' })).toMatchObject({
      status: 404,
      body: { code: 'not-found' },
    });
    expect(await written()).toEqual(before);
  });

  test('the log says who, why and of which case, never what was seen', async () => {
    const text = JSON.stringify(await log());
    expect(text).toContain('电话核实地址');
    expect(markersIn(text)).toEqual([]);
  });
});
