import { randomUUID } from 'node:crypto';
import { parseNumber } from '@suban/domain/ids.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fileAppeal } from '../../collect/file-appeal.ts';
import { sha256 } from '../../platform/crypto.ts';
import type { Sql } from '../../platform/database.ts';
import type { Answer, Fields } from '../../testing/client.ts';
import { createStory, street, streetMatter } from '../../testing/story.ts';
import { createTestCity, type TestCity } from '../../testing/test-city.ts';
import { w3 } from './fields.ts';
import { fileRequest, postFields } from './file-request.ts';
import { addPartnerKey } from './store.ts';

const root = '/open311/v2';
const api_key = 'suban-demo-open311';
const otherKey = 'another-partners-key';
const minute = 60_000;
const plain = {
  service_code: streetMatter,
  lat: '22.5461',
  long: '114.0812',
  address_string: '园岭新村12栋门口',
  description: '小区门口的路灯连续三个晚上没有亮，老人出门容易摔倒，请打 13912345678 联系我。',
  first_name: '小燕',
  last_name: '钟',
  phone: '13900001234',
  email: 'zhong@example.com',
};

let city: TestCity;
beforeAll(async () => {
  city = await createTestCity();
  await addPartnerKey(city.services.database.owner, sha256(otherKey), 'Another partner');
});
afterAll(() => city.close());

const get = (path: string, query: Record<string, string> = {}) =>
  city.citizen.get(`${root}/${path}?${new URLSearchParams(query).toString()}`);
const form = (path: string, fields: Record<string, string>) =>
  city.citizen.send('POST', `${root}/${path}`, new URLSearchParams(fields).toString(), {
    'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
  });
const rows = (answer: Answer): Fields[] => {
  expect([answer.status, answer.headers['content-type']]).toEqual([
    answer.status < 300 ? answer.status : 200,
    'application/json; charset=utf-8',
  ]);
  return answer.body as Fields[];
};
/** Files over Open311, in a minute of its own so that nothing is taken for sent twice. */
async function file(fields: Record<string, string> = {}): Promise<string> {
  city.clock.advance(minute);
  const answer = await form('requests.json', { api_key, ...plain, request_id: randomUUID(), ...fields });
  expect(answer.status).toBe(201);
  return String(rows(answer)[0]?.['service_request_id']);
}
const own = async (number: string, key = api_key) =>
  rows(await get(`requests/${number}.json`, { api_key: key }))[0];
const errors = ({ status, body }: Answer) => {
  expect(body).toEqual(
    (body as Fields[]).map(() => ({ code: status, description: expect.stringMatching(/./) })),
  );
  return { status, text: JSON.stringify(body) };
};

describe('services', () => {
  test('are the third level of the duty catalogue, by its first', async () => {
    const list = rows(await get('services.json', { jurisdiction_id: 'whatever' }));
    const matters = [...city.services.reference().matters.values()].filter(({ level }) => level === 3);
    expect(list.map((each) => each['service_code'])).toEqual(matters.map(({ code }) => code));
    const lamp = list.find((each) => each['service_code'] === streetMatter);
    const { name, keywords } = city.services.reference().matters.get(streetMatter)!;
    expect(lamp).toEqual({
      service_code: streetMatter,
      service_name: name,
      description: expect.stringContaining(name),
      metadata: false,
      type: 'realtime',
      keywords: keywords.join(','),
      group: city.services.reference().matters.get('01')?.name,
    });
  });

  test('in XML too, with the specification’s names and headers', async () => {
    const { status, headers, body } = await get('services.xml');
    expect([status, headers['content-type']]).toEqual([200, 'text/xml; charset=utf-8']);
    expect(body).toMatch(
      /^<\?xml version="1.0" encoding="utf-8"\?>\n<services><service><service_code>010101<\/service_code><service_name>/,
    );
  });

  test('have a definition without fields of its own, or are not there', async () => {
    expect((await get(`services/${streetMatter}.json`)).body).toEqual({
      service_code: streetMatter,
      attributes: [],
    });
    expect((await get(`services/${streetMatter}.xml`)).body).toContain(
      `<service_definition><service_code>${streetMatter}</service_code><attributes/></service_definition>`,
    );
    for (const code of ['01', '0101', '999999', 'a.b'])
      expect(errors(await get(`services/${code}.json`)).status).toBe(404);
  });

  test('are found by service discovery', async () => {
    expect((await get('discovery.json')).body).toMatchObject({
      endpoints: [
        {
          specification: 'http://wiki.open311.org/GeoReport_v2',
          url: expect.stringMatching(/^https?:\/\/.+\/open311\/v2$/),
          type: 'test',
          formats: ['text/xml', 'application/json'],
        },
      ],
    });
    expect((await get('discovery.xml')).body).toContain(
      '<formats><format>text/xml</format><format>application/json</format></formats>',
    );
  });

  test('no other address or format is there, and none is in the OpenAPI document', async () => {
    for (const path of ['services.csv', 'services', 'nothing.xml', 'requests/1.csv', '']) {
      const { status, body } = await get(path);
      expect([status, body]).toEqual([
        404,
        expect.stringMatching(
          /<errors><error><code>404<\/code><description>.+<\/description><\/error><\/errors>/,
        ),
      ]);
    }
    expect(JSON.stringify((await city.citizen.get('/api/openapi.json')).body)).not.toContain('open311/v2');
  });
});

describe('filing', () => {
  test('makes an appeal like any other, and the matter named is the first suggestion', async () => {
    const answer = await form('requests.json', {
      api_key,
      ...plain,
      request_id: randomUUID(),
      media_url: 'http://169.254.169.254/a.jpg?b=1',
      account_id: '7',
      device_id: 'd',
      'attribute[X]': '1',
    });
    expect(answer.status).toBe(201);
    const [filed] = rows(answer);
    expect(filed).toEqual({
      service_request_id: expect.stringMatching(/^260302-\d{8}-\d$/),
      service_notice: expect.stringMatching(/查询码 [0-9A-Z]{8}.*不会下载/),
      account_id: null,
    });
    await city.drain();
    const number = String(filed?.['service_request_id']);
    const seen = await city.as('dispatcher').case(number);
    expect(seen).toMatchObject({
      channel: 'open311',
      state: 'received',
      address: plain.address_string,
      lat: 22.5461,
      long: 114.0812,
      body: `${plain.description}\n\n附件链接：http://169.254.169.254/a.jpg?b=1`,
      person: { name: '钟***', phone: '139****1234' },
      missing: [],
    });
    expect(seen.suggestions[0]).toMatchObject({
      matter: { code: streetMatter, confidence: 0.99, words: ['Open311'] },
    });
    expect(seen.suggestions.filter(({ matter }) => matter.code === streetMatter)).toHaveLength(1);
    const name = await city.as('dispatcher').post(`/api/desk/cases/${number}/reveal`, {
      requestId: randomUUID(),
      field: 'name',
      purpose: '联系市民',
    });
    expect(name.body).toEqual({ value: '钟小燕 <zhong@example.com>' });
    const code = /查询码 (\w{8})/.exec(String(filed?.['service_notice']))?.[1] ?? '';
    expect(await city.citizen.follow({ number, queryCode: code })).toMatchObject({
      number,
      state: 'received',
    });
  });

  test('JSON and XML, with as little as the specification asks', async () => {
    const json = await city.citizen.post(`${root}/requests.xml?api_key=${api_key}`, {
      service_code: streetMatter,
      lat: 22.5461,
      long: 114.0812,
      description: null,
      phone: '',
    });
    expect([json.status, json.headers['content-type']]).toEqual([201, 'text/xml; charset=utf-8']);
    const number =
      /<service_requests><request><service_request_id>([\d-]+)<\/service_request_id><service_notice>.+<\/service_notice><account_id\/><\/request><\/service_requests>/.exec(
        String(json.body),
      )?.[1] ?? '';
    const { name } = city.services.reference().matters.get(streetMatter)!;
    expect(await city.as('dispatcher').case(number)).toMatchObject({
      body: name,
      person: { name: null, phone: null },
      missing: ['who', 'cause', 'course'],
    });
    const foreign = await file({
      first_name: 'Mary',
      last_name: 'Smith',
      email: '',
      phone: '',
      address_string: '',
      lat: '',
      long: '',
      address_id: 'A-77',
    });
    expect(await city.as('dispatcher').case(foreign)).toMatchObject({
      address: 'A-77',
      person: { name: 'M***' },
    });
  });

  test('sent again files nothing again: by its request_id, else by all it says within ten minutes', async () => {
    const request_id = randomUUID();
    const send = async (fields: Record<string, string>) =>
      rows(await form('requests.json', { api_key, ...plain, ...fields }))[0]?.['service_request_id'];
    const numbers = await Promise.all(Array.from({ length: 6 }, () => send({ request_id })));
    expect(new Set(numbers).size).toBe(1);
    city.clock.advance(60 * minute);
    expect(await send({ request_id, description: '换了说法也是同一件。' })).toBe(numbers[0]);
    // Another partner's id is another's: nothing of this one is told.
    expect(await send({ request_id, api_key: otherKey })).not.toBe(numbers[0]);

    const first = await send({});
    city.clock.advance(10 * minute - 1);
    expect(await send({})).toBe(first);
    expect(await send({ description: '另一件事，路灯也不亮，请来看一看。' })).not.toBe(first);
    city.clock.advance(20 * minute);
    expect(await send({})).not.toBe(first);
  });

  test('a filing broken off before its appeal was written is completed by sending it again', async () => {
    const request_id = randomUUID();
    const { database } = city.services;
    const query: Sql['query'] = (text, values, name) =>
      name === 'appeal-file' ? Promise.reject(new Error('killed')) : database.query(text, values, name);
    const broken = { ...city.services, database: { ...database, query } };
    await expect(
      fileRequest(
        broken,
        'Open311 demo',
        postFields.parse({ request_id, service_code: streetMatter, address_string: '园岭新村' }),
      ),
    ).rejects.toThrow('killed');
    const received = city.clock.now();
    city.clock.advance(minute);
    const [filed] = rows(
      await form('requests.json', {
        api_key,
        request_id,
        service_code: streetMatter,
        address_string: '园岭新村',
      }),
    );
    expect(await own(String(filed?.['service_request_id']))).toMatchObject({
      requested_datetime: w3(received),
    });
  });
});

describe('bad input is told in the specification’s shape and changes nothing', () => {
  const bad: [string, Record<string, string>, number][] = [
    ['no key', { api_key: '' }, 403],
    ['a wrong key', { api_key: 'nobody' }, 403],
    ['no service_code', { service_code: '' }, 400],
    ['an unknown service_code', { service_code: '999999' }, 404],
    ['a heading', { service_code: '01' }, 404],
    ['no place', { lat: '', long: '', address_string: '' }, 400],
    ['half a position', { long: '' }, 400],
    ['a position off the earth', { lat: '91' }, 400],
    ['a position in words', { lat: 'north' }, 400],
    ['a long description', { description: '长'.repeat(4001) }, 400],
    ['a NUL', { description: 'a\0b' }, 400],
    ['a phone that is none', { phone: 'none' }, 400],
    ['an e-mail that is none', { email: 'none' }, 400],
    ['a link that is none', { media_url: 'javascript:alert(1)' }, 400],
    ['a file link', { media_url: 'file:///etc/passwd' }, 400],
    ['a request_id that is none', { request_id: '1' }, 400],
  ];
  test.each(bad)('%s', async (_what, fields, status) => {
    const before = await city.counts();
    expect(errors(await form('requests.json', { api_key, ...plain, ...fields })).status).toBe(status);
    expect(await city.counts()).toEqual(before);
  });

  test('what is no form and no JSON', async () => {
    const before = await city.counts();
    const send = (body: string, type: string) =>
      city.citizen.send('POST', `${root}/requests.json`, body, { 'content-type': type });
    for (const [body, type] of [
      ['{', 'application/json'],
      ['[]', 'application/json'],
      ['7', 'application/json'],
      ['a', 'text/plain'],
      [`{"api_key":"${api_key}","service_code":{"a":1}}`, 'application/json'],
      ['x'.repeat(300_000), 'application/x-www-form-urlencoded'],
    ] as const) {
      expect(errors(await send(body, type)).status).toBe(400);
    }
    expect(await city.counts()).toEqual(before);
  });

  test('in XML with every fault told', async () => {
    const { status, headers, body } = await form('requests.xml', {
      api_key,
      ...plain,
      lat: '100',
      phone: 'x<y',
    });
    expect([status, headers['content-type']]).toEqual([400, 'text/xml; charset=utf-8']);
    expect(body).toMatch(
      /<errors><error><code>400<\/code><description>lat: .+<\/description><\/error><error><code>400<\/code><description>phone: .+<\/description><\/error><\/errors>/,
    );
  });

  test.each([
    ['start_date', { start_date: 'yesterday' }],
    ['end_date', { end_date: '2026-02-30T00:00:00Z' }],
    ['status', { status: 'half' }],
    ['range', { start_date: '2025-01-01T00:00:00Z', end_date: '2026-01-01T00:00:00Z' }],
    ['order', { start_date: '2026-02-01T00:00:00Z', end_date: '2026-01-01T00:00:00Z' }],
    ['code', { service_code: 'a\0b' }],
    ['ids', { service_request_id: Array.from({ length: 1_001 }, (_, i) => i).join(',') }],
  ])('a %s that is none', async (_what, query) =>
    expect(errors(await get('requests.json', query)).status).toBe(400),
  );

  test('a wrong or stopped key reads nothing', async () => {
    await addPartnerKey(city.services.database.owner, sha256('stopped'), 'Stopped');
    await city.services.database.owner.query(`update partner_key set active = false where name = 'Stopped'`);
    await addPartnerKey(city.services.database.owner, sha256('stopped'), 'Stopped');
    for (const key of ['nobody', 'stopped', 'a\0b']) {
      for (const path of ['requests.json', 'requests/1.json', 'tokens/1.json', 'servicerequestupdates.json'])
        expect(errors(await get(path, { api_key: key })).status).toBe(403);
    }
  });

  test('no key can be made or read back by the application', async () => {
    const as = (text: string) => city.services.database.scoped('all', (tx) => tx.query(text));
    for (const text of [
      "insert into partner_key values ('x', 'x')",
      'update partner_key set active = true',
      'delete from partner_request',
    ]) {
      await expect(as(text)).rejects.toMatchObject({ code: '42501' });
    }
    expect(
      JSON.stringify(await as("select name, encode(key_hash, 'escape') as hash from partner_key")),
    ).not.toContain(api_key);
  });

  test('an error of ours is told without what it was', async () => {
    await city.services.database.owner.query('alter table partner_key rename to partner_key_away');
    const answer = await get('requests.json', { api_key });
    await city.services.database.owner.query('alter table partner_key_away rename to partner_key');
    expect(errors(answer)).toMatchObject({ status: 500, text: expect.not.stringContaining('partner_key') });
  });
});

describe('reading', () => {
  test('with a key: what this partner filed, as it filed it, and nothing else', async () => {
    const mine = await file();
    const theirs = await file({ api_key: otherKey });
    const web = await city.citizen.file();
    expect(await own(mine)).toEqual({
      service_request_id: mine,
      status: 'open',
      status_notes: '已受理，待分拨',
      service_name: city.services.reference().matters.get(streetMatter)?.name,
      service_code: streetMatter,
      description: plain.description,
      agency_responsible: null,
      service_notice: null,
      requested_datetime: expect.stringMatching(/^2026-03-02T\d\d:\d\d:\d\dZ$/),
      updated_datetime: expect.stringMatching(/Z$/),
      expected_datetime: null,
      address: plain.address_string,
      address_id: null,
      zipcode: null,
      lat: 22.5461,
      long: 114.0812,
      media_url: null,
    });
    for (const stranger of [theirs, web.number, '260302-00000001-1', 'x'])
      expect(errors(await get(`requests/${stranger}.json`, { api_key })).status).toBe(404);
    const listed = rows(await get('requests.json', { api_key })).map((each) => each['service_request_id']);
    expect(listed[0]).toBe(mine);
    expect(listed).not.toContain(theirs);
    expect(listed).not.toContain(web.number);
    expect(
      rows(
        await get('requests.json', { api_key, service_request_id: `${theirs}, ${mine},x`, status: 'closed' }),
      ).map((each) => each['service_request_id']),
    ).toEqual([mine]);
    expect(rows(await get(`tokens/${mine}.json`, { api_key }))).toEqual([
      { service_request_id: mine, token: mine },
    ]);
    expect(errors(await get('tokens/12345.json', { api_key })).status).toBe(404);
  });

  test('without a key: no person, no number, no door, and nothing that must not be public', async () => {
    const shown = await file({ description: `${plain.description} http://example.com/me.jpg` });
    const tipOff = await file({ description: '举报楼下的店铺偷税，请有关部门查处，谢谢。' });
    const withdrawn = await city.citizen.post(`${root}/requests.json`, {
      api_key,
      ...plain,
      request_id: randomUUID(),
    });
    const [gone] = rows(withdrawn);
    const queryCode = /查询码 (\w{8})/.exec(String(gone?.['service_notice']))?.[1] ?? '';
    expect(
      (await city.citizen.does({ number: String(gone?.['service_request_id']), queryCode }, 'withdraw'))
        .status,
    ).toBe(200);
    const direct = (fields: Fields, accused?: number) =>
      fileAppeal(
        city.services,
        {
          requestId: randomUUID(),
          text: '门口的路灯不亮了，请派人来修。',
          contact: { phone: '13900001234', name: '钟小燕' },
          photos: [],
          confidential: false,
          ...fields,
        },
        { channel: 'open311', actor: { kind: 'citizen' }, ...(accused === undefined ? {} : { accused }) },
      );
    const confidential = await direct({ confidential: true });
    const accusing = await direct({}, city.unit(street).id);
    const open = await direct({});
    const web = await city.citizen.file();

    const answer = await get('requests.json');
    const listed = rows(answer).map((each) => each['service_request_id']);
    expect(listed).toEqual(expect.arrayContaining([shown, open.number]));
    for (const number of [
      tipOff,
      gone?.['service_request_id'],
      confidential.number,
      accusing.number,
      web.number,
    ]) {
      expect(listed).not.toContain(number);
      expect(errors(await get(`requests/${String(number)}.json`)).status).toBe(404);
      expect(rows(await get('requests.json', { service_request_id: String(number) }))).toEqual([]);
    }
    const text = JSON.stringify(answer.body);
    for (const secret of ['13912345678', '13900001234', '小燕', 'zhong@', 'example.com', '22.5461', '查询码'])
      expect(text).not.toContain(secret);
    expect(rows(await get(`requests/${shown}.json`))[0]).toMatchObject({
      description: expect.stringContaining('139****5678'),
      lat: 22.546,
      long: 114.081,
    });
  });

  test('by time, code and status, in XML too', async () => {
    const story = createStory(city);
    city.clock.advance(91 * 1_440 * minute);
    const since = new Date(city.clock.now()).toISOString();
    const lamp = await file();
    const other = await file({
      service_code: '010102',
      description: '路面有个大坑，电动车经过容易摔倒，请尽快修补。',
    });
    const ids = async (query: Record<string, string>) =>
      rows(await get('requests.json', { api_key, ...query })).map((each) => each['service_request_id']);
    expect(await ids({})).toEqual([other, lamp]);
    expect(await ids({ service_code: '010102' })).toEqual([other]);
    expect(await ids({ service_code: `010102,${streetMatter}` })).toEqual([other, lamp]);
    expect(await ids({ service_code: '999999' })).toEqual([]);

    await story.dispatch({ number: lamp, queryCode: '' });
    expect(await own(lamp)).toMatchObject({
      status: 'open',
      agency_responsible: city.unit(street).name,
      expected_datetime: expect.stringMatching(/Z$/),
    });
    city.clock.advance(minute);
    await story.handled({ number: lamp, queryCode: '' });
    const closedAt = w3(city.clock.now());
    expect(await own(lamp)).toMatchObject({
      status: 'closed',
      status_notes: '已答复，待评价',
      updated_datetime: closedAt,
    });
    expect(await ids({ status: 'open' })).toEqual([other]);
    expect(await ids({ status: 'closed' })).toEqual([lamp]);
    expect(await ids({ status: 'open,closed' })).toEqual([other, lamp]);

    const at = String((await own(lamp))?.['requested_datetime']);
    expect(await ids({ start_date: at, end_date: at })).toEqual([lamp]);
    expect(await ids({ end_date: since })).not.toContain(lamp);
    expect(await ids({ start_date: '2010-05-24T00:00:00Z', end_date: '2010-06-24T00:00:00Z' })).toEqual([]);
    expect((await get('requests.xml', { api_key, service_code: '010102' })).body).toMatch(
      new RegExp(
        `<service_requests><request><service_request_id>${other}</service_request_id><status>open</status>.*<address_id/><zipcode/>.*</request></service_requests>`,
        's',
      ),
    );
  });
});

describe('updates', () => {
  test('one for everything a citizen may see, in order, with what the city said', async () => {
    const story = createStory(city);
    city.clock.advance(91 * 1_440 * minute);
    const start_date = new Date(city.clock.now()).toISOString();
    const number = await file();
    const theirs = await file({ api_key: otherKey });
    const filed = { number, queryCode: city.services.crypto.queryCode(number) };
    for (const step of [
      () => story.dispatch(filed),
      () => story.acknowledge(filed),
      () => story.contact(filed),
      () => city.citizen.does(filed, 'supplement', { text: '我的邻居王大明也看见了。' }),
      () => story.answer(filed, street, { text: '已更换灯具，如有问题请打 13912345678。' }),
      () => story.approve(filed),
      () => city.citizen.rates(filed, 5),
    ]) {
      city.clock.advance(minute);
      await step();
    }
    const list = rows(await get('servicerequestupdates.json', { api_key, start_date })).filter(
      (each) => each['service_request_id'] !== theirs,
    );
    expect(
      rows(await get('servicerequestupdates.json', { api_key, start_date })).map(
        (each) => each['service_request_id'],
      ),
    ).not.toContain(theirs);
    const name = city.unit(street).name;
    expect(list.map((each) => [each['status'], String(each['description']).split('\n')[0]])).toEqual([
      ['open', '已受理'],
      ['open', `已归类：${city.unit('SZ-DISPATCH').name}`],
      ['open', `已分拨：${name}`],
      ['open', `已签收：${name}`],
      ['open', `已联系市民：${name}`],
      ['open', '市民补充了情况'],
      ['closed', `已答复：${name}`],
      ['closed', '市民已评价'],
      ['closed', '已结'],
    ]);
    const { cohort, id } = parseNumber(number)!;
    const events = await city.services.database.owner.query<{ seq: number }>(
      `select seq from appeal_event where cohort = $1 and appeal = $2 and type <> 'answered' order by seq`,
      [cohort, id],
    );
    expect(list.map((each) => each['update_id'])).toEqual(events.map(({ seq }) => `${number}.${seq}`));
    const answered = list.find((each) => String(each['description']).startsWith('已答复'));
    expect(answered).toMatchObject({
      service_request_id: number,
      media_url: null,
      description: expect.stringContaining('139****5678'),
    });
    expect(JSON.stringify(list)).not.toMatch(/13912345678|王大明|摔倒/);

    const at = String(answered?.['updated_datetime']);
    expect(rows(await get('servicerequestupdates.json', { api_key, start_date: at, end_date: at }))).toEqual([
      answered,
    ]);
    expect(
      (await get('servicerequestupdates.xml', { api_key, start_date: at, end_date: at })).body,
    ).toContain(
      `<service_request_updates><request_update><update_id>${String(answered?.['update_id'])}</update_id><service_request_id>${number}</service_request_id><status>closed</status>`,
    );
    const publicly = rows(await get('servicerequestupdates.json', { start_date }));
    expect(publicly.map((each) => each['service_request_id'])).toContain(theirs);
    expect(publicly.filter((each) => each['service_request_id'] === number)).toEqual(list);
    expect(
      rows(
        await get('servicerequestupdates.json', {
          start_date: '2010-05-24T00:00:00Z',
          end_date: '2010-06-24T00:00:00Z',
        }),
      ),
    ).toEqual([]);
  });
});
