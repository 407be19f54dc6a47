import { randomUUID } from 'node:crypto';
import { problem } from '@suban/domain/api.ts';
import type { CommandName, SystemCommand } from '@suban/domain/commands.ts';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Answer, type Fields, type Filed, plainFiling } from '../testing/client.ts';
import { cameraPhoto } from '../testing/photos.ts';
import { createStory } from '../testing/story.ts';
import { createTestCity, type TestCity } from '../testing/test-city.ts';

let city: TestCity;
/** In hand of the street, and waiting for dispatch. */
let filed: Filed;
let waiting: Filed;
let rateToken: string | null;
let before: Record<string, number>;
beforeAll(async () => {
  city = await createTestCity();
  const story = createStory(city);
  filed = await story.dispatched();
  waiting = await story.file();
  ({ rateToken } = await city.citizen.follow(await story.answered()));
  await city.drain();
  before = await city.counts();
});
afterAll(() => city.close());

/** What every error looks like: a stable code, words in two languages, and nothing of the program. */
function refusal(answer: Answer) {
  const { code, fields } = problem.strict().parse(answer.body);
  expect(JSON.stringify(answer.body)).not.toMatch(/node_modules|\.ts\b|\bat \w+ \(|select |insert /i);
  return { status: answer.status, code, paths: (fields ?? []).map(({ path }) => path) };
}
/** Refused as bad input, with a word on the field that is meant; of a whole body that is wrong no field can be named. */
function fault(answer: Answer, path?: string): string {
  const { status, code, paths } = refusal(answer);
  const named =
    path === undefined || paths.some((each) => each === '' || each === path || each.startsWith(`${path}.`));
  return named ? `${status} ${code}` : `names ${paths.join()} instead of ${path}`;
}
const bad = '400 bad-input';

const requestId = randomUUID();
const id = { requestId };
const stars = { speed: 5, effect: 4, service: 3, feedback: 2 };
const text = '占道经营影响通行。';
/** What each command must be given, and what it may be. */
const bodies: Record<Exclude<CommandName, SystemCommand>, { required: Fields; optional?: Fields }> = {
  supplement: { required: { ...id, text }, optional: { photos: [randomUUID()] } },
  withdraw: { required: id, optional: { text } },
  urge: { required: id, optional: { text } },
  classify: { required: { ...id, matter: '010101' }, optional: { kind: 'help', urgency: 'urgent' } },
  'answer-at-once': { required: { ...id, text } },
  refer: { required: { ...id, reason: 'legal-route', text, route: text } },
  dispatch: { required: { ...id, unit: 1 }, optional: { matter: '010101', note: text } },
  'decide-send-back': { required: { ...id, uphold: true, text } },
  designate: { required: { ...id, unit: 1, text } },
  acknowledge: { required: id },
  'send-back': { required: { ...id, legalBasis: text, text, suggestedUnit: 1 } },
  contact: { required: { ...id, method: 'phone', reached: true, text } },
  'sub-assign': { required: { ...id, unit: 1 }, optional: { text } },
  answer: {
    required: { ...id, outcome: 'solved', text },
    optional: {
      legalBasis: text,
      promisedAt: '2026-03-09T09:00:00+08:00',
      before: [randomUUID()],
      after: [randomUUID()],
      site: text,
    },
  },
  review: { required: { ...id, approve: false, text } },
  conceal: { required: id },
  contest: { required: { ...id, text } },
  merge: { required: { ...id, into: '260302-00000001-1' }, optional: { text } },
  split: { required: { ...id, text } },
  apply: { required: { ...id, what: 'extension', days: 3, text } },
  'decide-application': { required: { ...id, grant: true, text } },
  resume: { required: { ...id, text } },
  invite: { required: { ...id, unit: 1, text } },
  report: { required: { ...id, text }, optional: { photos: [randomUUID()] } },
  recuse: { required: { ...id, text } },
  'report-promise': { required: { ...id, kept: true, text }, optional: { photos: [randomUUID()] } },
  evaluate: { required: { ...id, solved: true, stars }, optional: { text } },
  check: { required: { ...id, reached: true, text }, optional: { solved: true } },
  'open-follow-up': { required: { ...id, text }, optional: { level: 'listed' } },
  'close-follow-up': { required: { ...id, text } },
  'issue-circular': { required: { ...id, text } },
  'ask-exclusion': { required: { ...id, reason: 'not-duty', text } },
  'decide-exclusion': { required: { ...id, grant: true, text } },
  'revoke-exclusion': { required: { ...id, text } },
};
/** Given at a desk; a citizen's own and the system's have no address there. */
const atDesk = (Object.keys(bodies) as (keyof typeof bodies)[]).filter(
  (name) => !['withdraw', 'conceal', 'contest'].includes(name),
);
const filing = {
  required: { ...id, text, contact: plainFiling.contact },
  optional: {
    title: text,
    kind: 'help',
    place: { address: text, lat: 22.5, long: 114 },
    photos: [randomUUID()],
    confidential: true,
  },
};
/** As administrators keep them. */
const entries = {
  units: {
    parent: 'SZ',
    level: 'city',
    kind: 'department',
    function: 'cats',
    name: text,
    nameEn: text,
    firstLine: false,
    phone: null,
    phoneHours: null,
    active: true,
  },
  accounts: { name: text, nameEn: text, unit: 'SZ', roles: [], active: true },
};
type Route = { readonly url: () => string; readonly required: Fields; readonly optional?: Fields };
const fixed = (url: string, body: { required: Fields; optional?: Fields }): [string, Route] => [
  url,
  { url: () => url, ...body },
];
const routes: readonly (readonly [string, Route])[] = [
  fixed('/api/appeals', filing),
  fixed('/api/desk/appeals', {
    required: { ...filing.required, channel: 'hotline' },
    optional: { ...filing.optional, urgency: 'urgent', accused: 1 },
  }),
  fixed('/api/suggest', { required: { text }, optional: { place: { address: text } } }),
  ...['/api/similar', '/api/desk/similar'].map((url) =>
    fixed(url, { required: { text }, optional: { title: text, place: { address: text } } }),
  ),
  fixed('/api/desk/notices/read', { required: { upTo: 1 } }),
  fixed('/api/desk/filters', {
    required: { ...id, name: '超期的', place: 'in-hand', filter: { light: 'red' } },
  }),
  ['/api/desk/filters/{id}/remove', { url: () => `/api/desk/filters/${randomUUID()}/remove`, required: id }],
  [
    '/api/desk/alerts/{id}/judge',
    { url: () => '/api/desk/alerts/1/judge', required: { ...id, verdict: 'dismissed', reason: text } },
  ],
  [
    '/api/command/events/{id}/mark',
    { url: () => '/api/command/events/1/mark', required: { ...id, reason: text } },
  ],
  ...(['units', 'accounts'] as const).flatMap((list) => {
    const edits = [{ key: list === 'units' ? 'SZ-X' : 'somebody', base: null, entry: entries[list] }];
    return [
      fixed(`/api/manage/${list}`, { required: { ...id, why: text, edits } }),
      fixed(`/api/manage/${list}/preview`, { required: { edits } }),
    ];
  }),
  [
    '/api/manage/accounts/{key}/reset',
    { url: () => '/api/manage/accounts/mayor/reset', required: { ...id, why: text } },
  ],
  [
    '/api/manage/changes/{id}/undo',
    { url: () => '/api/manage/changes/1/undo', required: { ...id, why: text } },
  ],
  fixed('/api/citizen/code', { required: { phone: '13900001234' } }),
  fixed('/api/citizen/sign-in', { required: { phone: '13900001234', code: '123456' } }),
  fixed('/api/staff/sign-in', { required: { username: 'operator', password: 'wrong password' } }),
  ...atDesk.map((name): [string, Route] => [
    `/api/desk/cases/{number}/${name}`,
    { url: () => `/api/desk/cases/${filed.number}/${name}`, ...bodies[name] },
  ]),
  ...(['supplement', 'withdraw', 'urge', 'conceal', 'contest'] as const).map((name): [string, Route] => [
    `/api/appeals/{number}/${name}`,
    { url: () => city.citizen.own(filed, `/${name}`), ...bodies[name] },
  ]),
  ['/api/rate/{token}', { url: () => `/api/rate/${rateToken}`, ...bodies.evaluate }],
  [
    '/api/desk/cases/{number}/check-answer',
    {
      url: () => `/api/desk/cases/${filed.number}/check-answer`,
      required: { text },
      optional: { outcome: 'solved', legalBasis: text, promisedAt: '2026-03-01T09:30:00+08:00' },
    },
  ],
  [
    '/api/desk/cases/{number}/reveal',
    {
      url: () => `/api/desk/cases/${filed.number}/reveal`,
      required: { ...id, field: 'phone', purpose: '电话联系' },
    },
  ],
];

test('every address that takes JSON is in the table', async () => {
  const { paths } = (await city.citizen.get('/api/openapi.json')).body as {
    paths: Record<string, Record<string, unknown>>;
  };
  const posts = Object.keys(paths).filter((path) => 'post' in (paths[path] ?? {}));
  const elsewhere = [
    '/api/files',
    '/api/staff/sign-out',
    '/api/citizen/sign-out',
    // Their own tests send them bad input, in the name of those who may use them.
    '/api/connect/calls',
    '/api/desk/cases/{number}/presence',
    '/api/desk/service-contacts',
    '/api/calendar',
    '/api/calendar/preview',
    '/api/manage/catalogue',
    '/api/manage/changes/{id}/undo/preview',
    '/api/manage/matters',
    '/api/manage/matters/preview',
    '/api/staff/activate',
    '/api/settings',
    '/api/settings/preview',
    '/api/settings/{version}/withdraw',
  ];
  expect(posts.toSorted()).toEqual([...routes.map(([path]) => path), ...elsewhere].toSorted());
});

const yesOrNo = new Set(['confidential', 'solved', 'uphold', 'reached', 'approve', 'grant', 'kept']);

/** What is only asked about and never kept. */
const asksOnly = /\/(suggest|similar)$/;

/** Words a person wrote, which are kept: they may be anything but what text cannot hold. */
const wordsIn = ([path, { required, optional }]: readonly [string, Route]): string[] =>
  asksOnly.test(path) || path.endsWith('sign-in') || path.endsWith('/code')
    ? []
    : Object.entries({ ...required, ...optional })
        .filter(([, value]) => value === text || value === '电话联系')
        .map(([key]) => key);

describe.each(routes)('POST %s', (path, route) => {
  const who = () => city.as('dispatcher');
  const post = (body: unknown) => who().post(route.url(), body);
  const { required, optional } = route;
  const whole = { ...required, ...optional };
  const keys = Object.keys(whole);

  test('what is no JSON, no object, or of another type', async () => {
    const json = { 'content-type': 'application/json' };
    for (const broken of ['{"text":', '', '{"text":"a"}}', "{'text':1}", '{"__proto__":{"a":1}}']) {
      expect(refusal(await who().send('POST', route.url(), broken, json))).toMatchObject({
        status: 400,
        code: expect.stringMatching(/^bad-(json|input)$/) as string,
      });
    }
    for (const other of [null, [], 'text', 7, true]) expect(fault(await post(other))).toBe(bad);
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/xml']) {
      expect(
        refusal(await who().send('POST', route.url(), JSON.stringify(whole), { 'content-type': type })),
      ).toMatchObject({ status: 415, code: 'unsupported-type' });
    }
    expect(refusal(await post({ ...whole, padding: 'x'.repeat(300_000) }))).toMatchObject({
      status: 413,
      code: 'too-large',
    });
  });

  test('a key nobody knows', async () => expect(fault(await post({ ...whole, role: 'mayor' }))).toBe(bad));

  test.each(Object.keys(required))('%s missing', async (key) =>
    expect(
      fault(await post(Object.fromEntries(Object.entries(required).filter(([name]) => name !== key))), key),
    ).toBe(bad),
  );

  test.each(keys)('%s of a wrong type', async (key) => {
    for (const wrong of [null, { a: 1 }, [[1]], yesOrNo.has(key) ? 'true' : true]) {
      expect(fault(await post({ ...whole, [key]: wrong }), key)).toBe(bad);
    }
  });

  test.each(keys.filter((key) => typeof whole[key] === 'string'))('%s too long or empty', async (key) => {
    expect(fault(await post({ ...whole, [key]: '长'.repeat(4001) }), key)).toBe(bad);
    const mayBeEmpty = asksOnly.test(path) || path.endsWith('sign-in') || key === 'matter';
    expect(mayBeEmpty ? bad : fault(await post({ ...whole, [key]: '   ' }), key)).toBe(bad);
  });

  test.each([...wordsIn([path, route]), ...(path.endsWith('appeals') ? ['contact', 'place'] : [])])(
    '%s with a NUL byte or half a surrogate pair',
    async (key) => {
      for (const wrong of ['a\0b', 'a\ud800b', '\udc00']) {
        const value =
          key === 'contact'
            ? { ...plainFiling.contact, name: wrong }
            : key === 'place'
              ? { address: wrong }
              : wrong;
        expect(fault(await post({ ...whole, [key]: value }), key)).toBe(bad);
      }
    },
  );
});

test.each([
  ['requestId', ['', 'not-a-uuid', '018f4e2a7c314b6e9d552f1f0a3b4c5d', `${requestId}0`, ` ${requestId}`]],
  ['kind', ['demand', 'HELP']],
  ['photos', [['not-a-uuid'], [7], Array.from({ length: 10 }, () => randomUUID())]],
  [
    'contact',
    [
      {},
      { phone: '' },
      { phone: '12' },
      { phone: 'call me' },
      { phone: '1390000123456789012345' },
      { name: '', phone: '13900001234' },
      { name: '长'.repeat(51), phone: '13900001234' },
      { phone: '13900001234', e: 1 },
    ],
  ],
  [
    'place',
    [
      { lat: 91, long: 0 },
      { lat: 0, long: 181 },
      { lat: '22', long: 114 },
      { address: '长'.repeat(201) },
      { address: '' },
      { where: 'here' },
    ],
  ],
  ['title', ['长'.repeat(201)]],
  ['text', ['', '\n\t ', 7]],
])('filing with a bad %s', async (key, values) => {
  for (const value of values)
    expect(fault(await city.citizen.post('/api/appeals', { ...filing.required, [key]: value }), key)).toBe(
      bad,
    );
});

test.each([
  ['dispatcher', 'dispatch', { unit: 1.5 }],
  ['dispatcher', 'dispatch', { unit: 0 }],
  ['dispatcher', 'dispatch', { unit: -3 }],
  ['dispatcher', 'dispatch', { unit: '87' }],
  ['dispatcher', 'dispatch', { unit: 2 ** 53 }],
  ['yl-handler', 'answer', { outcome: 'solved', text, promisedAt: '2026-13-01' }],
  ['yl-handler', 'answer', { outcome: 'solved', text, promisedAt: 'tomorrow' }],
  ['yl-leader', 'review', { approve: false }],
  ['call-back', 'evaluate', { solved: true, stars: { ...stars, speed: 0 } }],
  ['call-back', 'evaluate', { solved: true, stars: { ...stars, speed: 6 } }],
  ['call-back', 'evaluate', { solved: true, stars: { ...stars, speed: 4.5 } }],
  ['call-back', 'evaluate', { solved: true, stars: { speed: 4 } }],
] as const)('%s: %s with %j', async (who, name, fields) =>
  expect(fault(await city.as(who).command(filed.number, name, fields))).toBe(bad),
);

describe('what is named but not there', () => {
  test.each([
    ['a matter', 'dispatcher', 'classify', { matter: 'no-such' }, 'matter-unknown'],
    ['a heading of the catalogue', 'dispatcher', 'classify', { matter: '0101' }, 'matter-unknown'],
    [
      'a matter to dispatch under',
      'dispatcher',
      'dispatch',
      { unit: 1, matter: 'no-such' },
      'matter-unknown',
    ],
    [
      'a unit to dispatch to',
      'dispatcher',
      'dispatch',
      { unit: 999_999_999, matter: '010101' },
      'unit-unknown',
    ],
    [
      'a unit to send back to',
      'yl-receiver',
      'send-back',
      { legalBasis: text, text, suggestedUnit: 999_999_999 },
      'unit-unknown',
    ],
    ['a unit below', 'yl-receiver', 'sub-assign', { unit: 999_999_999 }, 'unit-unknown'],
    ['a photo', 'operator', 'supplement', { text, photos: [randomUUID()] }, 'photo-unknown'],
  ] as const)('%s', async (_, who, name, fields, code) => {
    const { number } = who === 'dispatcher' ? waiting : filed;
    expect(refusal(await city.as(who).command(number, name, fields))).toMatchObject({ status: 400, code });
  });

  test('a photo or a unit of a filing', async () => {
    expect(
      refusal(await city.citizen.post('/api/appeals', { ...filing.required, photos: [randomUUID()] })),
    ).toMatchObject({ status: 400, code: 'photo-unknown' });
    expect(
      refusal(
        await city
          .as('operator')
          .post('/api/desk/appeals', { ...filing.required, channel: 'hotline', accused: 999_999_999 }),
      ),
    ).toMatchObject({ status: 400, code: 'unit-unknown' });
  });

  test.each([
    '260302-00000001-1',
    '260302-00000099-0',
    '999999-99999999-9',
    'x',
    '260230-00000001-0',
    '260302-000000000001-0',
    '%00',
    '..%2f..%2fetc',
    "1' or '1'='1",
    '12345678901234567890',
  ])('the case %s', async (number) => {
    for (const answer of [
      await city.as('dispatcher').get(`/api/desk/cases/${number}`),
      await city.as('dispatcher').command(number, 'classify', { matter: '010101' }),
    ]) {
      expect(refusal(answer)).toMatchObject({ status: 404, code: 'not-found' });
    }
  });

  test('an address', async () => {
    for (const url of ['/api/nothing', '/nothing', '/api/desk/queues/nothing', '/api/appeals/%E0%A4%A'])
      expect([400, 404]).toContain(refusal(await city.as('dispatcher').get(url)).status);
    expect(refusal(await city.citizen.send('GET', `/api/desk/cases/${'9'.repeat(300)}`)).status).toBeLessThan(
      500,
    );
  });
});

describe('a citizen’s number and code', () => {
  const plain = ({ status, body, headers }: Answer) => ({
    status,
    body,
    headers: Object.keys(headers).toSorted(),
  });
  test('a wrong code, an unknown number and no number at all are answered exactly alike', async () => {
    const wrongCode = plain(await city.citizen.get(`/api/appeals/${filed.number}?code=AAAAAAAA`));
    expect(wrongCode).toMatchObject({ status: 404, body: { code: 'number-or-code' } });
    for (const url of [
      '/api/appeals/260302-00000999-4?code=AAAAAAAA',
      `/api/appeals/nonsense?code=${filed.queryCode}`,
      `/api/appeals/${filed.number}`,
      `/api/appeals/260302-00000099-0?code=${city.services.crypto.queryCode('260302-00000099-0')}`,
      `/api/appeals/%00?code=%00`,
    ]) {
      expect(plain(await city.citizen.get(url))).toEqual(wrongCode);
    }
    for (const what of ['supplement', 'urge', 'withdraw']) {
      expect(
        plain(
          await city.citizen.post(
            `/api/appeals/${filed.number}/${what}?code=AAAAAAAA`,
            bodies.supplement.required && {
              requestId: randomUUID(),
              ...(what === 'supplement' ? { text } : {}),
            },
          ),
        ).body,
      ).toEqual(wrongCode.body);
    }
    for (const end of ['live', `photos/${randomUUID()}`])
      expect(plain(await city.citizen.get(`/api/appeals/${filed.number}/${end}?code=AAAAAAAA`)).body).toEqual(
        wrongCode.body,
      );
  });

  test('a code in lower case, a number without its dashes', async () => {
    expect(
      (
        await city.citizen.get(
          `/api/appeals/${filed.number.replaceAll('-', '')}?code=${filed.queryCode.toLowerCase()}`,
        )
      ).status,
    ).toBe(200);
  });

  test('a code given twice', async () =>
    expect(fault(await city.citizen.get(`/api/appeals/${filed.number}?code=a&code=b`), 'code')).toBe(bad));
});

describe('what lists are asked', () => {
  const cursors = [
    '',
    'x',
    'AAAA',
    Buffer.from('1:2').toString('base64url'),
    Buffer.from('9e15:202603:1').toString('base64url'),
    Buffer.from('-9000000000000000:1:1').toString('base64url'),
    Buffer.from('1:9999999999:1').toString('base64url'),
    Buffer.from('1:1:1:1').toString('base64url'),
    Buffer.from('NaN:1:1').toString('base64url'),
    '%00',
    "';drop table appeal;--",
  ];
  test.each(cursors)('a cursor %j', async (cursor) => {
    const asked = encodeURIComponent(cursor);
    for (const [who, url] of [
      ['dispatcher', '/api/desk/queues/to-dispatch'],
      ['supervisor', '/api/command/cases'],
      ['supervisor', '/api/command/follow-ups'],
      ['auditor', '/api/command/reveals'],
    ] as const) {
      expect(fault(await city.as(who).get(`${url}?cursor=${asked}`), 'cursor')).toBe(bad);
    }
  });

  test.each([
    'state=unknown',
    'light=blue',
    'unit=x',
    'unit=1.5',
    'area=NaN',
    'area=1e300',
    'channel=fax',
    'filed=yesterday',
    `matter=${'1'.repeat(21)}`,
    'unit=1&unit=2',
    'matter=%00',
  ])('cases with %s', async (query) =>
    expect(fault(await city.as('supervisor').get(`/api/command/cases?${query}`))).toBe(bad),
  );

  test.each(['', '%20%20', 'x'.repeat(101)])('a search for %j', async (q) =>
    expect(fault(await city.as('dispatcher').get(`/api/desk/search?q=${q}`), 'q')).toBe(bad),
  );
  test.each(['x', '-1', '1.5', '1e9', '%00'])('a search that goes on from %s', async (cursor) =>
    expect(fault(await city.as('dispatcher').get(`/api/desk/search?q=路灯&cursor=${cursor}`), 'cursor')).toBe(
      bad,
    ),
  );
  test.each([
    "'",
    '\\',
    "a'b",
    '!&|()<->:*',
    '%00',
    '%F0%9F%98%80',
    "') or true --",
    '260302-99999999-9',
    '260302-00000001-0',
    '%ED%A0%80',
  ])('a search for %s finds nothing and breaks nothing', async (q) => {
    const answer = await city.as('dispatcher').get(`/api/desk/search?q=${q}`);
    expect(answer.status).toBeLessThan(500);
  });
  test('accounts after a name with a NUL byte', async () =>
    expect((await city.as('system-admin').get('/api/command/accounts?cursor=%00')).status).toBeLessThan(500));
  test('pick lists', async () => {
    expect(fault(await city.as('dispatcher').get('/api/desk/units?below=x'), 'below')).toBe(bad);
    expect(fault(await city.as('dispatcher').get(`/api/desk/units?q=${'x'.repeat(51)}`), 'q')).toBe(bad);
    expect(fault(await city.as('dispatcher').get(`/api/desk/matters?q=${'x'.repeat(51)}`), 'q')).toBe(bad);
    expect(fault(await city.citizen.get(`/api/directory?q=${'x'.repeat(51)}`), 'q')).toBe(bad);
  });
});

describe('photos', () => {
  const upload = (bytes: Buffer, name?: string) => city.citizen.upload(bytes, name);
  const unreadable = { status: 400, code: 'photo-unreadable' };

  test('what is no picture, whatever it is called', async () => {
    expect(refusal(await upload(Buffer.from('just words, named like a photo'), 'holiday.jpg'))).toMatchObject(
      unreadable,
    );
    expect(refusal(await upload(Buffer.alloc(0)))).toMatchObject(unreadable);
    expect(
      refusal(
        await upload(
          Buffer.from(
            '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>',
          ),
          'a.png',
        ),
      ),
    ).toMatchObject(unreadable);
    expect(
      refusal(await upload(Buffer.from('%PDF-1.4\n%âãÏÓ\n1 0 obj\n<<>>\nendobj'), 'a.jpg')),
    ).toMatchObject(unreadable);
    const tiff = await sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } })
      .tiff()
      .toBuffer();
    expect(refusal(await upload(tiff, 'a.jpg'))).toMatchObject(unreadable);
  });

  test('a picture that is cut short', async () => {
    const photo = await cameraPhoto();
    expect(refusal(await upload(photo.subarray(0, Math.floor(photo.length / 2))))).toMatchObject(unreadable);
  });

  test('a bomb: a small file of very many pixels', async () => {
    const bomb = await sharp({
      create: { width: 12_000, height: 12_000, channels: 3, background: 'black' },
      limitInputPixels: false,
    })
      .png({ compressionLevel: 9 })
      .toBuffer();
    expect(bomb.length).toBeLessThan(2_000_000);
    expect(refusal(await upload(bomb))).toMatchObject(unreadable);
  });

  test('20 MB', async () =>
    expect(refusal(await upload(Buffer.alloc(20 * 1024 * 1024, 7)))).toMatchObject({
      status: 413,
      code: 'photo-too-large',
    }));

  test('no file, no form, half a form', async () => {
    const form = { 'content-type': 'multipart/form-data; boundary=b' };
    expect(refusal(await city.citizen.send('POST', '/api/files', '--b--\r\n', form))).toMatchObject({
      status: 400,
      code: 'photo-missing',
    });
    expect(
      refusal(
        await city.citizen.send(
          'POST',
          '/api/files',
          '--b\r\ncontent-disposition: form-data; name="a"\r\n\r\nwords\r\n--b--\r\n',
          form,
        ),
      ),
    ).toMatchObject({ status: 400, code: 'photo-missing' });
    expect(refusal(await city.citizen.post('/api/files', {}))).toMatchObject({
      status: 415,
      code: 'unsupported-type',
    });
    expect(
      refusal(
        await city.citizen.send('POST', '/api/files', 'words', { 'content-type': 'multipart/form-data' }),
      ).status,
    ).toBeLessThan(500);
    expect(
      refusal(
        await city.citizen.send(
          'POST',
          '/api/files',
          '--b\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\n\r\nhalf',
          form,
        ),
      ).status,
    ).toBeLessThan(500);
  });

  test('of nobody, or of somebody else’s appeal', async () => {
    for (const photo of [randomUUID(), 'not-a-uuid', '..%2Fsecret']) {
      expect([400, 404]).toContain(
        refusal(
          await city.citizen.get(`/api/appeals/${filed.number}/photos/${photo}?code=${filed.queryCode}`),
        ).status,
      );
    }
  });
});

test('nothing has been written', async () => {
  await city.drain();
  const after = await city.counts();
  // Wrong passwords and sent codes are counted, which is what stops the guessing.
  const own = (counts: Record<string, number>) =>
    Object.fromEntries(
      Object.entries(counts).filter(([table]) => !/sign_in_try|auth_verification/.test(table)),
    );
  expect(own(after)).toEqual(own(before));
});
