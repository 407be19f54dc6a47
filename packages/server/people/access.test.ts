import { randomUUID } from 'node:crypto';
import { casePage, type Queue, queues } from '@suban/domain/api.ts';
import { demoAccounts } from '@suban/demo-city/accounts.ts';
import { beforeAll, afterAll, describe, expect, test } from 'vitest';
import { type Client, type Filed, plainFiling, read, withId } from '../testing/client.ts';
import { cameraPhoto } from '../testing/photos.ts';
import { createStory, department, street } from '../testing/story.ts';
import { createTestCity, type TestCity } from '../testing/test-city.ts';

let city: TestCity;
let story: ReturnType<typeof createStory>;
/** One appeal for each way of standing to a unit. */
let appeals: Record<
  'received' | 'street' | 'grid' | 'department' | 'againstStreet' | 'districtCentre' | 'wasStreet',
  Filed
>;
let photo: string;

beforeAll(async () => {
  city = await createTestCity();
  story = createStory(city);
  photo = ((await city.citizen.upload(await cameraPhoto())).body as { id: string }).id;
  const grid = await story.dispatched();
  await story.acknowledge(grid);
  await city.as('yl-receiver').must(grid.number, 'sub-assign', { unit: city.unit('SZ-FT-YL-1-1').id });
  const districtCentre = await story.file();
  await city
    .as('dispatcher')
    .must(districtCentre.number, 'dispatch', { unit: city.unit('SZ-FT-DISPATCH').id });
  const wasStreet = await story.dispatched();
  await story.sendBack(wasStreet);
  await story.decideSendBack(wasStreet, true);
  await story.dispatch(wasStreet, department);
  const record = withId({
    ...plainFiling,
    channel: 'hotline',
    kind: 'complaint',
    accused: city.unit(street).id,
  });
  const againstStreet = (await city.as('operator').post('/api/desk/appeals', record)).body as Filed;
  await story.dispatch(againstStreet, 'SZ-FT');
  appeals = {
    received: await story.file({ photos: [photo] }),
    street: await story.dispatched(),
    grid,
    department: await story.dispatched({}, department),
    againstStreet,
    districtCentre,
    wasStreet,
  };
  await city.drain();
});
afterAll(() => city.close());

const everything = [
  'received',
  'street',
  'grid',
  'department',
  'againstStreet',
  'districtCentre',
  'wasStreet',
] as const;
type Name = (typeof everything)[number];
const nobody: readonly Name[] = [];
const streetSees: readonly Name[] = ['street', 'grid', 'wasStreet'];

/** What each account sees, by the rulebook: the city's own level all, a unit what it is or was party to, a superior its subtree’s. */
const sees: readonly (readonly [string, readonly Name[]])[] = [
  ...[
    'operator',
    'dispatcher',
    'arbitrator',
    'call-back',
    'inspector',
    'supervisor',
    'mayor',
    'duty',
    'hotline-leader',
  ].map((who) => [who, everything] as const),
  ...['knowledge-editor', 'knowledge-approver', 'analyst', 'auditor', 'system-admin', 'security-admin'].map(
    (who) => [who, nobody] as const,
  ),
  ...['yl-receiver', 'yl-handler', 'yl-leader'].map((who) => [who, streetSees] as const),
  ['yl-grid', ['grid']],
  ['ft-mediator', []],
  ...['ft-receiver', 'ft-handler', 'ft-leader', 'ft-supervisor'].map(
    (who) => [who, [...streetSees, 'againstStreet', 'districtCentre'] as const] as const,
  ),
  ['ft-dispatcher', ['districtCentre']],
  ...['cg-receiver', 'cg-handler', 'cg-leader'].map(
    (who) => [who, ['department', 'wasStreet'] as const] as const,
  ),
  ['lh-gy-receiver', nobody],
  ['lh-leader', nobody],
  ['ft-ny-leader', nobody],
];

/** Who reads the city's figures and the cases behind them. */
const figures: readonly string[] = [
  'supervisor',
  'mayor',
  'ft-supervisor',
  'cg-leader',
  'duty',
  'hotline-leader',
];

const namesOf = (numbers: readonly string[]) =>
  everything.filter((name) => numbers.includes(appeals[name].number));
const numbersIn = async (who: Client, url: string): Promise<string[]> => {
  const answer = await who.get(url);
  return answer.status === 403 ? [] : read(answer, 200, casePage).items.map(({ number }) => number);
};

test('every demo account is in the table', () => {
  expect(
    demoAccounts()
      .map(({ username }) => username)
      .filter((username) => !sees.some(([who]) => who === username)),
  ).toEqual([]);
});

describe.each(sees)('%s', (who, expected) => {
  const client = () => city.as(who);
  test(`opens ${expected.join(', ') || 'no case'}`, async () => {
    for (const name of everything) {
      const { status, body } = await client().get(`/api/desk/cases/${appeals[name].number}`);
      const hidden =
        expected.length === 0 && !/^(lh|ft-ny|ft-mediator)/.test(who)
          ? { status: 403, code: 'not-allowed' }
          : { status: 404, code: 'not-found' };
      expect({ name, status, code: (body as { code?: string }).code }).toEqual(
        expected.includes(name) ? { name, status: 200 } : { name, ...hidden },
      );
    }
  });

  test('finds the same by word and by number', async () => {
    expect(
      namesOf(await numbersIn(client(), `/api/desk/search?q=${encodeURIComponent('园岭新村')}`)),
    ).toEqual(everything.filter((name) => expected.includes(name)));
    for (const name of everything)
      expect(namesOf(await numbersIn(client(), `/api/desk/search?q=${appeals[name].number}`))).toEqual(
        expected.includes(name) ? [name] : [],
      );
  });

  test('drills down to the same, if it may read figures at all', async () => {
    const mayDrill = figures.includes(who);
    expect((await client().get('/api/command/cases')).status).toBe(mayDrill ? 200 : 403);
    expect(namesOf(await numbersIn(client(), '/api/command/cases'))).toEqual(
      everything.filter((name) => mayDrill && expected.includes(name)),
    );
  });

  test('lists nothing else in any queue', async () => {
    for (const queue of queues)
      expect(
        namesOf(await numbersIn(client(), `/api/desk/queues/${queue}`)).filter(
          (name) => !expected.includes(name),
        ),
      ).toEqual([]);
  });

  test('may do nothing with what it does not see', async () => {
    for (const name of everything.filter((each) => !expected.includes(each))) {
      const { number } = appeals[name];
      const tries = [
        client().command(number, 'supplement', { text: '补充。' }),
        client().command(number, 'acknowledge'),
        client().post(`/api/desk/cases/${number}/reveal`, withId({ field: 'phone', purpose: '电话联系' })),
        client().get(`/api/desk/cases/${number}/photos/${photo}`),
      ];
      for (const { status } of await Promise.all(tries)) expect([403, 404]).toContain(status);
    }
  });
});

describe('the unit complained of', () => {
  test('is never given it, neither by dispatch nor down the tree', async () => {
    const { number } = appeals.againstStreet;
    for (const below of [street, 'SZ-FT-YL-1-1']) {
      expect(
        await city.as('ft-receiver').command(number, 'sub-assign', { unit: city.unit(below).id }),
      ).toMatchObject({ status: 409, body: { code: 'unit-accused' } });
    }
    const fresh = (
      await city
        .as('operator')
        .post(
          '/api/desk/appeals',
          withId({ ...plainFiling, channel: 'hotline', accused: city.unit('SZ-FT').id }),
        )
    ).body as Filed;
    for (const unit of ['SZ-FT', street, 'SZ-FT-DISPATCH', 'SZ-FT-D-CG']) {
      expect(
        await city
          .as('dispatcher')
          .command(fresh.number, 'dispatch', { unit: city.unit(unit).id, matter: '010101' }),
      ).toMatchObject({ status: 409, body: { code: 'unit-accused' } });
    }
    for (const who of ['ft-leader', 'ft-dispatcher', 'ft-supervisor', 'yl-leader'])
      expect((await city.as(who).get(`/api/desk/cases/${fresh.number}`)).status).toBe(404);
  });
});

describe('a complaint about the city’s own dispatch centre', () => {
  const file = async () =>
    (
      await city
        .as('operator')
        .post(
          '/api/desk/appeals',
          withId({ ...plainFiling, channel: 'letter', accused: city.unit('SZ-DISPATCH').id }),
        )
    ).body as Filed;

  test('is not for its people, but for whoever leads the city', async () => {
    const { number } = await file();
    await city.drain();
    for (const who of ['operator', 'dispatcher', 'arbitrator', 'call-back', 'inspector']) {
      expect((await city.as(who).get(`/api/desk/cases/${number}`)).status).toBe(404);
      expect(await numbersIn(city.as(who), `/api/desk/search?q=${number}`)).toEqual([]);
      expect((await city.as(who).command(number, 'supplement', { text: '补充。' })).status).toBeGreaterThan(
        400,
      );
    }
    expect(await numbersIn(city.as('dispatcher'), '/api/desk/queues/to-dispatch')).not.toContain(number);
    for (const who of ['mayor', 'supervisor'])
      expect((await city.as(who).get(`/api/desk/cases/${number}`)).status).toBe(200);
    await city
      .as('mayor')
      .must(number, 'dispatch', { unit: city.unit('SZ-SUPERVISION').id, matter: '010101' });
  });
});

describe('which queues a role has', () => {
  const own: Record<string, readonly Queue[]> = {
    operator: ['to-dispatch'],
    dispatcher: ['to-dispatch', 'send-backs', 'applications'],
    arbitrator: ['arbitration'],
    'yl-receiver': ['in-hand', 'co-handling', 'on-ledger'],
    'yl-handler': ['in-hand', 'co-handling'],
    'yl-leader': ['to-review', 'in-hand', 'on-ledger'],
    'call-back': ['call-backs', 'awaiting-rating'],
    supervisor: ['follow-ups', 'closures', 'exclusions'],
    inspector: [],
    mayor: ['about-centre'],
  };
  test.each(Object.keys(own))('%s', async (who) => {
    for (const queue of queues)
      expect((await city.as(who).get(`/api/desk/queues/${queue}`)).status).toBe(
        own[who]!.includes(queue) ? 200 : 403,
      );
    const counts = (await city.as(who).get('/api/desk/counts')).body as Record<string, { count: number }>;
    expect(Object.keys(counts)).toEqual(own[who]);
    for (const queue of own[who]!)
      expect(counts[queue]?.count).toBe((await numbersIn(city.as(who), `/api/desk/queues/${queue}`)).length);
  });
});

describe('what stands beside the appeals', () => {
  const judges = [
    'duty',
    'supervisor',
    'ft-supervisor',
    'ft-leader',
    'yl-leader',
    'cg-leader',
    'lh-leader',
    'ft-ny-leader',
    'hotline-leader',
  ];
  const pages = {
    '/api/command/today': [...figures, 'analyst'],
    '/api/command/map': [...figures, 'analyst'],
    '/api/command/units': [...figures, 'analyst'],
    '/api/command/cases': figures,
    '/api/command/follow-ups': figures,
    ...Object.fromEntries(['/api/desk/alerts', '/api/desk/alert-count'].map((url) => [url, judges] as const)),
    ...Object.fromEntries(
      ['events', 'alerts', 'alert-figures'].map(
        (page) => [`/api/command/${page}`, [...judges, 'mayor']] as const,
      ),
    ),
    '/api/command/reveals': ['auditor'],
    '/api/command/accounts': ['system-admin', 'security-admin'],
    '/api/manage/units': ['system-admin', 'security-admin'],
    '/api/manage/matters': ['system-admin'],
    '/api/manage/catalogue.csv': ['system-admin'],
    '/api/manage/changes': ['system-admin', 'security-admin', 'auditor'],
    '/api/staff/me': sees.map(([who]) => who),
    '/api/desk/units': sees.map(([who]) => who),
    '/api/desk/matters': sees.map(([who]) => who),
  };
  test.each(Object.entries(pages))('%s', async (url, may) => {
    for (const [who] of sees)
      expect({ who, status: (await city.as(who).get(url)).status }).toEqual({
        who,
        status: may.includes(who) ? 200 : 403,
      });
  });

  test('recording is for operators, and for handlers as grid workers', async () => {
    const record = async (who: string, channel: string) =>
      (await city.as(who).post('/api/desk/appeals', withId({ ...plainFiling, channel }))).status;
    expect(await record('operator', 'hotline')).toBe(201);
    expect(await record('yl-grid', 'grid-worker')).toBe(201);
    expect(await record('yl-grid', 'hotline')).toBe(403);
    for (const who of ['dispatcher', 'yl-leader', 'mayor', 'system-admin'])
      expect(await record(who, 'hotline')).toBe(403);
  });
});

describe('without a session, or with a citizen’s', () => {
  test('nothing of the staff’s opens', async () => {
    const { demoCode } = (await city.citizen.post('/api/citizen/code', { phone: plainFiling.contact.phone }))
      .body as { demoCode: string };
    const signedIn = await city.citizen.post('/api/citizen/sign-in', {
      phone: plainFiling.contact.phone,
      code: demoCode,
    });
    const cookie = String(signedIn.headers['set-cookie']).split(';')[0] ?? '';
    expect(signedIn.status).toBe(200);
    const { number } = appeals.street;
    for (const headers of [
      {},
      { cookie },
      { cookie: 'suban.session_token=made.up' },
      { cookie: `${cookie}x` },
    ]) {
      for (const url of [
        '/api/staff/me',
        '/api/desk/counts',
        '/api/desk/queues/to-dispatch',
        `/api/desk/cases/${number}`,
        `/api/desk/search?q=${number}`,
        '/api/desk/live',
        '/api/desk/units',
        '/api/command/today',
        '/api/command/cases',
        '/api/command/reveals',
        '/api/command/accounts',
        '/api/command/live',
      ]) {
        expect({ url, ...(await city.citizen.send('GET', url, undefined, headers)) }).toMatchObject({
          url,
          status: 401,
          body: { code: 'sign-in-first' },
        });
      }
      const act = JSON.stringify(withId());
      expect(
        (
          await city.citizen.send('POST', `/api/desk/cases/${number}/acknowledge`, act, {
            ...headers,
            'content-type': 'application/json',
          })
        ).status,
      ).toBe(401);
    }
  });

  test('a citizen sees what was filed with their phone, and nobody else’s', async () => {
    const mine = await story.file({ contact: { name: '冯小满', phone: '+86 139-2222-3333' } });
    const { demoCode } = (await city.citizen.post('/api/citizen/code', { phone: '13922223333' })).body as {
      demoCode: string;
    };
    const cookie =
      String(
        (await city.citizen.post('/api/citizen/sign-in', { phone: '13922223333', code: demoCode })).headers[
          'set-cookie'
        ],
      ).split(';')[0] ?? '';
    expect(
      (await city.citizen.send('GET', '/api/citizen/appeals', undefined, { cookie })).body,
    ).toMatchObject({ items: [mine] });
    expect(await city.citizen.send('GET', '/api/citizen/me', undefined, { cookie })).toMatchObject({
      status: 200,
      body: { phone: '139****3333' },
    });
    expect((await city.citizen.get('/api/citizen/appeals')).status).toBe(401);
  });

  test('a photo of an appeal is shown to its parties only', async () => {
    expect(await city.citizen.get(city.citizen.own(appeals.received, `/photos/${photo}`))).toMatchObject({
      status: 200,
      headers: { 'content-type': 'image/webp' },
    });
    expect((await city.citizen.get(city.citizen.own(appeals.street, `/photos/${photo}`))).status).toBe(404);
    expect(
      (await city.as('dispatcher').get(`/api/desk/cases/${appeals.received.number}/photos/${photo}`)).status,
    ).toBe(200);
    expect(
      (await city.as('yl-handler').get(`/api/desk/cases/${appeals.street.number}/photos/${photo}`)).status,
    ).toBe(404);
    expect(
      (await city.as('yl-handler').get(`/api/desk/cases/${appeals.received.number}/photos/${photo}`)).status,
    ).toBe(404);
    expect(
      (await city.citizen.get(city.citizen.own(appeals.received, `/photos/${randomUUID()}`))).status,
    ).toBe(404);
  });
});
