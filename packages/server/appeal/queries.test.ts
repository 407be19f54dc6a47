import type { App, Filed } from '../testing/client.ts';
import { createCitizen, createClient } from '../testing/client.ts';
import { costOf, recording } from '../testing/plans.ts';
import { fillRows } from '../testing/rows.ts';
import { createStory } from '../testing/story.ts';
import { createTestCity, type TestCity } from '../testing/test-city.ts';
import { createApp } from '../serve.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';

let city: TestCity;
let app: App;
let filed: Filed;
let take: ReturnType<typeof recording>['take'];

beforeAll(async () => {
  city = await createTestCity();
  filed = await createStory(city).answered();
  await city.drain();
  await fillRows(city);
  const noted = recording(city.services.database);
  ({ take } = noted);
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
  'reveal',
  'suggestion',
  'notification',
];
const most = 500;

const pages: readonly (readonly [string, () => string])[] = [
  ...['to-dispatch', 'send-backs'].map((queue) => ['dispatcher', () => `/api/desk/queues/${queue}`] as const),
  [
    'dispatcher',
    () =>
      `/api/desk/queues/to-dispatch?cursor=${Buffer.from(`${city.clock.now()}:0:0`).toString('base64url')}`,
  ],
  ['arbitrator', () => '/api/desk/queues/arbitration'],
  ['yl-handler', () => '/api/desk/queues/in-hand'],
  ['yl-leader', () => '/api/desk/queues/to-review'],
  ['call-back', () => '/api/desk/queues/awaiting-rating'],
  ['supervisor', () => '/api/desk/queues/follow-ups'],
  ['ft-supervisor', () => '/api/desk/queues/follow-ups'],
  ...[
    'operator',
    'dispatcher',
    'arbitrator',
    'yl-handler',
    'yl-leader',
    'call-back',
    'supervisor',
    'ft-supervisor',
  ].map((who) => [who, () => '/api/desk/counts'] as const),
  ['dispatcher', () => `/api/desk/search?q=${encodeURIComponent('路灯')}`],
  ['yl-handler', () => `/api/desk/search?q=${encodeURIComponent('路灯')}`],
  ['dispatcher', () => '/api/desk/search?q=w7'],
  ['dispatcher', () => '/api/desk/search?q=x17000'],
  ['dispatcher', () => '/api/desk/search?q=nowhere'],
  ['dispatcher', () => `/api/desk/search?q=${filed.number}`],
  ['yl-handler', () => `/api/desk/cases/${filed.number}`],
  ['mayor', () => `/api/desk/cases/${filed.number}`],
  ['mayor', () => '/api/command/today'],
  ['mayor', () => '/api/command/map'],
  ['mayor', () => '/api/command/units'],
  ['supervisor', () => '/api/command/follow-ups'],
  ['ft-supervisor', () => '/api/command/follow-ups'],
  ['auditor', () => '/api/command/reveals'],
  ['system-admin', () => '/api/command/accounts'],
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
    ].map((query) => [who, () => `/api/command/cases?${query}`] as const),
  ),
  ...['', '&state=open', '&light=red', '&light=green', '&state=closed', '&matter=010101'].flatMap((more) => [
    ['mayor', () => `/api/command/cases?unit=${city.unit('SZ-FT-YL').id}${more}`] as const,
    ['mayor', () => `/api/command/cases?area=${city.unit('SZ-FT-YL').id}${more}`] as const,
  ]),
  ['', () => `/api/appeals/${filed.number}?code=${filed.queryCode}`],
  ['', () => '/api/figures'],
  ['', () => '/api/directory'],
];

test.each(pages)('%s %s', async (who, url) => {
  const client = who === '' ? createCitizen(app) : createClient(app, city.as(who).cookie);
  await client.get(url());
  take();
  const answer = await client.get(url());
  expect({ status: answer.status, url: url() }).toEqual({ status: 200, url: url() });
  const statements = take();
  const dear: string[] = [];
  let page = 0;
  for (const statement of statements) {
    const { buffers, scanned } = await costOf(city.services.database, statement);
    page += buffers;
    const whole = scanned.filter((table) => growing.includes(table));
    if (buffers > most || whole.length > 0)
      dear.push(
        `${buffers} buffers${whole.length > 0 ? `, all of ${whole.join(' and ')}` : ''}: ${statement.text.replaceAll(/\s+/g, ' ')}`,
      );
  }
  if (process.env['SHOW']) console.log('PAGE', who, url(), 'statements', statements.length, 'buffers', page);
  expect(dear).toEqual([]);
});
