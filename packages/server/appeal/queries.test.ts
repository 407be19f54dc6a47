import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '../serve.ts';
import { type App, createClient, type Filed, plainFiling } from '../testing/client.ts';
import { costOf, recording } from '../testing/plans.ts';
import { fillRows } from '../testing/rows.ts';
import { createStory } from '../testing/story.ts';
import { createTestCity, monday, type TestCity } from '../testing/test-city.ts';

let city: TestCity;
let app: App;
let filed: Filed;
let citizen: string;
let take: ReturnType<typeof recording>['take'];

beforeAll(async () => {
  city = await createTestCity();
  filed = await createStory(city).answered();
  await city.drain();
  await fillRows(city);
  const noted = recording(city.services.database);
  ({ take } = noted);
  const { phone } = plainFiling.contact;
  const { demoCode } = (await city.citizen.post('/api/citizen/code', { phone })).body as { demoCode: string };
  citizen =
    String(
      (await city.citizen.post('/api/citizen/sign-in', { phone, code: demoCode })).headers['set-cookie'],
    ).split(';')[0] ?? '';
  app = await createApp({ ...city, services: { ...city.services, database: noted.database } }, false);
});
afterAll(async () => {
  await app.close();
  await city.close();
});

/** Growing tables: a page that reads one from end to end gets slower every day. */
const growing = [
  'appeal',
  'work_order',
  'appeal_event',
  'appeal_text',
  'appeal_party',
  'appeal_words',
  'person',
  'request',
  'event_position',
  'figure',
  'figure_day',
  'counted',
  'counted_life',
  'reveal',
  'suggestion',
  'suggestion_outcome',
  'notification',
];
/** What one statement may touch, in pages of 8 KB. */
const most = 500;
/**
 * A month of every unit's or area's days is added up row by row: as many rows as there are units and days, and no more when
 * the city asks ten times as much. The map also looks at all that is overdue.
 */
const allowed = (address: string): number =>
  address.endsWith('/units') ? 5_000 : address.endsWith('/map') ? 3_000 : most;

/** `{case}`, `{own}` and `{street}` stand for what is known only later. */
const pages: readonly (readonly [string, string])[] = [
  ['dispatcher', '/api/desk/queues/to-dispatch'],
  ['dispatcher', '/api/desk/queues/send-backs'],
  ['arbitrator', '/api/desk/queues/arbitration'],
  ['dispatcher', `/api/desk/queues/to-dispatch?cursor=${Buffer.from(`${monday}:0:0`).toString('base64url')}`],
  ['yl-handler', '/api/desk/queues/in-hand'],
  ['yl-leader', '/api/desk/queues/to-review'],
  ['call-back', '/api/desk/queues/awaiting-rating'],
  ['supervisor', '/api/desk/queues/follow-ups'],
  ['ft-supervisor', '/api/desk/queues/follow-ups'],
  ...[
    'operator',
    'dispatcher',
    'arbitrator',
    'yl-handler',
    'yl-leader',
    'call-back',
    'supervisor',
    'ft-supervisor',
  ].map((who) => [who, '/api/desk/counts'] as const),
  ...['路灯', 'w7', 'x17000', 'nowhere', '{case}'].map(
    (q) => ['dispatcher', `/api/desk/search?q=${q}`] as const,
  ),
  ['yl-handler', '/api/desk/search?q=路灯'],
  ...['light=red', 'kind=praise&channel=letter', 'area=1&unit=1', 'from=2026-02-01&to=2026-02-03'].flatMap(
    (filter) => [
      ['dispatcher', `/api/desk/queues/to-dispatch?${filter}`] as const,
      ['yl-handler', `/api/desk/queues/in-hand?${filter}`] as const,
      ['call-back', `/api/desk/queues/awaiting-rating?${filter}`] as const,
      ['dispatcher', `/api/desk/search?q=路灯&${filter}`] as const,
    ],
  ),
  ['dispatcher', '/api/desk/filters'],
  ['yl-handler', '/api/desk/cases/{case}'],
  ['mayor', '/api/desk/cases/{case}'],
  ...['today', 'map', 'units', 'follow-ups'].map((page) => ['mayor', `/api/command/${page}`] as const),
  ['ft-supervisor', '/api/command/follow-ups'],
  ['auditor', '/api/command/reveals'],
  ['system-admin', '/api/command/accounts'],
  ...['mayor', 'ft-supervisor'].flatMap((who) =>
    [
      '',
      'state=open',
      'state=received',
      'state=dispatched',
      'state=closed',
      'state=awaiting-rating',
      'light=red',
      'light=yellow',
      'light=green',
      'state=received&light=red',
      'state=dispatched&light=red',
      'filed=today',
      'channel=hotline',
      'channel=hotline&state=open',
      'matter=010101',
      'matter=010101&state=open',
      'matter=010101&light=red',
      'suggested=sure',
      'suggested=right&matter=010101',
    ].map((query) => [who, `/api/command/cases?${query}`] as const),
  ),
  ...['', '&state=open', '&light=red', '&light=green', '&state=closed', '&matter=010101'].flatMap((more) => [
    ['mayor', `/api/command/cases?unit={street}${more}`] as const,
    ['mayor', `/api/command/cases?area={street}${more}`] as const,
  ]),
  ...[
    'measure=filed',
    'measure=finish-due&from={from}&to={to}',
    'measure=filed&kind=help&channel=hotline&from={from}&to={to}',
    'measure=filed&area={street}&from={from}&to={to}',
    'measure=dispatched&matter=010101&from={from}&to={to}',
    'measure=answered&unit={street}&from={from}&to={to}',
    'measure=solved&unit={district}&below=yes&from={from}&to={to}',
    'measure=filed&state=open&from={from}&to={to}',
    'unit={district}&below=yes&state=open',
    'unit={district}&below=yes&light=red',
    'kind=help',
  ].map((query) => ['mayor', `/api/command/cases?${query}`] as const),
  ['mayor', '/api/command/indicators'],
  ['mayor', '/api/command/indicators?unit={district}&below=yes'],
  ['anybody', '/api/appeals/{own}'],
  ['anybody', '/api/figures'],
  ['anybody', '/api/directory'],
  ['a citizen', '/api/citizen/appeals'],
];

test.each(pages)('%s %s', async (who, address) => {
  const url = encodeURI(
    address
      .replace('{case}', filed.number)
      .replace('{own}', `${filed.number}?code=${filed.queryCode}`)
      .replace('{district}', String(city.unit('SZ-FT').id))
      .replace('{from}', new Date(monday - 30 * 86_400_000).toISOString())
      .replace('{to}', new Date(monday).toISOString())
      .replace('{street}', String(city.unit('SZ-FT-YL').id)),
  );
  const cookie = who === 'anybody' ? undefined : who === 'a citizen' ? citizen : city.as(who).cookie;
  const client = createClient(app, cookie);
  // Once before, so that a session is remembered and only the page itself is measured.
  await client.get(url);
  take();
  expect((await client.get(url)).status).toBe(200);
  const limit = allowed(address);
  const dear: string[] = [];
  for (const statement of take()) {
    const { buffers, scanned } = await costOf(city.services.database, statement);
    const whole = scanned.filter((table) => growing.includes(table));
    const what = `${buffers} buffers${whole.length > 0 ? `, all of ${[...new Set(whole)].join(' and ')}` : ''}`;
    if (buffers > limit || whole.length > 0) dear.push(`${what}: ${statement.text.replaceAll(/\s+/g, ' ')}`);
  }
  expect(dear).toEqual([]);
});
