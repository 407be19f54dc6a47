import { createApp } from '../serve.ts';
import { createClient, type Filed, plainFiling } from './client.ts';
import { type Cost, costOf, recording } from './plans.ts';
import { monday, type TestCity } from './test-city.ts';

/** `{case}`, `{own}` and `{street}` stand for what is known only later. */
export const pages: readonly (readonly [string, string])[] = [
  ['dispatcher', '/api/desk/queues/to-dispatch'],
  ['dispatcher', '/api/desk/queues/send-backs'],
  ['arbitrator', '/api/desk/queues/arbitration'],
  ['dispatcher', `/api/desk/queues/to-dispatch?cursor=${Buffer.from(`${monday}:0:0`).toString('base64url')}`],
  ['yl-handler', '/api/desk/queues/in-hand'],
  ['yl-leader', '/api/desk/queues/to-review'],
  ['yl-grid', '/api/desk/field'],
  ['call-back', '/api/desk/queues/awaiting-rating'],
  ['supervisor', '/api/desk/queues/follow-ups'],
  ['ft-supervisor', '/api/desk/queues/follow-ups'],
  ['supervisor', '/api/desk/queues/exclusions'],
  ['ft-supervisor', '/api/desk/queues/exclusions'],
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
  ...[
    '/api/command/accounts',
    '/api/command/accounts?q=王&role=handler',
    '/api/command/accounts?unit=SZ-FT-YL',
    '/api/manage/units?parent=SZ-FT',
    '/api/manage/units/SZ-FT-YL',
    '/api/manage/changes',
    '/api/manage/changes?list=unit&key=SZ-FT-YL',
  ].map((page) => ['system-admin', page] as const),
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
      'light=red&clock=contact',
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
  ...['mayor', 'yl-leader'].flatMap((who) =>
    ['', '?district={district}'].map((query) => [who, `/api/command/events${query}`] as const),
  ),
  ['mayor', '/api/command/indicators'],
  ['mayor', '/api/command/indicators?unit={district}&below=yes'],
  ['anybody', '/api/appeals/{own}'],
  ['anybody', '/api/figures'],
  ['anybody', '/api/directory'],
  ['anybody', '/api/exclusions'],
  ['a citizen', '/api/citizen/appeals'],
];

/** What one statement of a page cost, and which it was. */
export type StatementCost = Cost & { readonly text: string };

export type PageCosts = {
  /** Every statement of one request. @throws Error where the page is refused */
  of(who: string, address: string): Promise<readonly StatementCost[]>;
  close(): Promise<void>;
};

/** Opens the pages of a city in which `filed` was filed, by a server whose statements are noted. */
export async function openPages(city: TestCity, filed: Filed): Promise<PageCosts> {
  const { database, take } = recording(city.services.database);
  const citizen = await signedIn(city);
  const app = await createApp({ ...city, services: { ...city.services, database } }, false);
  return {
    async of(who, address) {
      const cookie = who === 'anybody' ? undefined : who === 'a citizen' ? citizen : city.as(who).cookie;
      const client = createClient(app, cookie);
      const url = addressIn(city, filed, address);
      // Once before, so that a session is remembered and only the page itself is measured.
      await client.get(url);
      take();
      const { status } = await client.get(url);
      if (status !== 200) throw new Error(`${who} ${url}: ${status}`);
      const costs: StatementCost[] = [];
      for (const statement of take())
        costs.push({ ...(await costOf(city.services.database, statement)), text: statement.text });
      return costs;
    },
    close: () => app.close(),
  };
}

const addressIn = (city: TestCity, filed: Filed, address: string): string =>
  encodeURI(
    address
      .replace('{case}', filed.number)
      .replace('{own}', `${filed.number}?code=${filed.queryCode}`)
      .replace('{district}', String(city.unit('SZ-FT').id))
      .replace('{from}', new Date(monday - 30 * 86_400_000).toISOString())
      .replace('{to}', new Date(monday).toISOString())
      .replace('{street}', String(city.unit('SZ-FT-YL').id)),
  );

/** The cookie of who filed `plainFiling`. */
async function signedIn(city: TestCity): Promise<string> {
  const { phone } = plainFiling.contact;
  const { demoCode } = (await city.citizen.post('/api/citizen/code', { phone })).body as { demoCode: string };
  const { headers } = await city.citizen.post('/api/citizen/sign-in', { phone, code: demoCode });
  return String(headers['set-cookie']).split(';')[0] ?? '';
}
