import { randomUUID } from 'node:crypto';
import { problem } from '@suban/domain/api.ts';
import {
  settingsOfVersion,
  settingsPage,
  settingsPreview,
  settingsSaved,
} from '@suban/domain/api-settings.ts';
import { day } from '@suban/domain/calendar/calendar.ts';
import { defaultSettings, type Settings } from '@suban/domain/settings.ts';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Answer, type Client, read } from '../testing/client.ts';
import { createTestCity, monday, type TestCity } from '../testing/test-city.ts';
import { keepReference, settleTime } from './reference.ts';

let city: TestCity;
let admin: Client;
const begin = async () => {
  city = await createTestCity();
  admin = city.as('system-admin');
};
const end = () => city.close();

const page = async () => read(await admin.get('/api/settings'), 200, settingsPage);
const quicker: Settings = { ...defaultSettings, dispatchMinutes: { urgent: 20, ordinary: 60 } };
const version = (fields: object = {}) => ({
  requestId: randomUUID(),
  base: 0,
  settings: quicker,
  from: null,
  why: '市政府常务会议决定提速',
  ...fields,
});
const save = (fields: object = {}) => admin.post('/api/settings', version(fields));
const saved = async (fields: object = {}) => read(await save(fields), 201, settingsSaved);
const refused = (answer: Answer) => `${answer.status} ${problem.parse(answer.body).code}`;
const versions = () => city.services.database.owner.query('select * from setting order by version');
/** Every process looks for changes by itself, this one too. */
const known = (n: number, reference = city.services.reference) =>
  vi.waitFor(() => expect(reference().plan).toHaveLength(n), { timeout: 10_000, interval: 100 });
/** Minutes a new appeal has until it must be dispatched. */
async function minutesToDispatch(): Promise<number> {
  const filed = await city.citizen.file();
  const { filedAt, due } = await city.citizen.follow(filed);
  return (Date.parse(due ?? '') - Date.parse(filedAt)) / 60_000;
}

describe('where nothing is changed', () => {
  beforeAll(begin);
  afterAll(end);

  test('a city begins with the defaults, each with words, unit and bounds', async () => {
    const { now, latest, settings, defaults, schema, versions: all } = await page();
    expect({ now, latest, settings }).toEqual({ now: 0, latest: 0, settings: defaults });
    expect(settings).toEqual(defaultSettings);
    expect(all).toMatchObject([{ version: 0, by: null, state: 'in-force', changes: [] }]);
    expect(schema).toMatchObject({
      properties: {
        contactHours: { minimum: 1, maximum: 240, unit: 'hours', zh: '联系市民时限', group: 'handle' },
      },
    });
  });

  test('only a system administrator reads or changes them', async () => {
    const calls = (client: Client) => [
      client.get('/api/settings'),
      client.get('/api/settings/0'),
      client.post('/api/settings/preview', { settings: quicker }),
      client.post('/api/settings', version()),
      client.post('/api/settings/0/withdraw', { requestId: randomUUID() }),
    ];
    const before = await versions();
    for (const username of ['dispatcher', 'mayor', 'auditor', 'security-admin'])
      for (const answer of await Promise.all(calls(city.as(username))))
        expect(refused(answer)).toBe('403 not-allowed');
    for (const answer of await Promise.all(calls(city.citizen)))
      expect(refused(answer)).toBe('401 sign-in-first');
    expect(await versions()).toEqual(before);
  });

  test('a preview tells what would differ and changes nothing', async () => {
    const before = await city.counts();
    const answer = read(
      await admin.post('/api/settings/preview', { settings: quicker }),
      200,
      settingsPreview,
    );
    expect(answer).toEqual({
      latest: 0,
      changes: [
        { path: 'dispatchMinutes.urgent', before: 30, after: 20 },
        { path: 'dispatchMinutes.ordinary', before: 120, after: 60 },
      ],
    });
    expect(await city.counts()).toEqual(before);
  });

  test('appeals of a version this process does not know are an error, not a guess', () => {
    expect(() => city.services.reference().settingsOf(12)).toThrow(/no version 12/);
  });

  describe('what cannot be is refused with a stable code and changes nothing', () => {
    const table = (...rows: object[]) => ({ settings: { ...defaultSettings, limits: rows } });
    const line = { clock: 'working', amount: 3 };
    test.each<[string, object, string]>([
      ['nothing that differs', { settings: defaultSettings }, '409 settings-same'],
      ['made from no version', { base: 7 }, '409 settings-changed-meanwhile'],
      ['from today', { from: '2026-03-02' }, '400 settings-from-past'],
      ['from no day', { from: '2026-02-30' }, '400 bad-input'],
      ['without a reason', { why: ' ' }, '400 bad-input'],
      ['out of bounds', { settings: { ...defaultSettings, contactHours: 0 } }, '400 bad-input'],
      ['a part', { settings: { contactHours: 12 } }, '400 bad-input'],
      ['of an unknown matter', table({ ...line, matter: '999999' }), '400 matter-unknown'],
      ['of a heading of the catalogue', table({ ...line, matter: '01' }), '400 matter-unknown'],
      [
        'of two minds',
        table({ ...line, kind: 'help' }, { ...line, kind: 'help', amount: 4 }),
        '400 bad-input',
      ],
    ])('%s', async (_name, fields, code) => {
      const before = await city.counts();
      expect(refused(await save(fields))).toBe(code);
      expect(await city.counts()).toEqual(before);
    });

    test('a field out of bounds is named', async () => {
      const finishDays = { ...defaultSettings.finishDays, help: 0 };
      const answer = await save({ settings: { ...defaultSettings, finishDays } });
      expect(problem.parse(answer.body).fields?.map(({ path }) => path)).toEqual([
        'settings.finishDays.help',
      ]);
    });
  });
});

describe('a new version', () => {
  beforeEach(begin);
  afterEach(end);

  test('takes effect on its day without a restart, in every process at the same moment, for new appeals only', async () => {
    const { database } = city.services;
    const other = await keepReference(database.owner, city.clock.now);
    try {
      const made = await saved({ from: '2026-03-05' });
      expect(made.from).toBe('2026-03-04T16:00:00.000Z');
      await Promise.all([known(2), known(2, other.current)]);
      expect((await page()).versions).toMatchObject([
        {
          version: made.version,
          state: 'planned',
          by: { nameEn: expect.any(String) },
          why: '市政府常务会议决定提速',
        },
        { version: 0, state: 'in-force' },
      ]);
      const early = await city.citizen.file();
      city.clock.set(Date.parse(made.from) - 1);
      expect(await minutesToDispatch()).toBe(120);
      expect(other.current().settingsNow.version).toBe(0);
      city.clock.advance(1);
      expect(await minutesToDispatch()).toBe(60);
      expect(other.current().settingsNow).toMatchObject({ version: made.version, settings: quicker });
      const { due } = await city.citizen.follow(early);
      expect(Date.parse(due ?? '')).toBe(monday + 120 * 60_000);
      expect(city.services.reference().settingsOf(0)).toEqual(defaultSettings);
      expect(await page()).toMatchObject({ now: made.version, latest: made.version, settings: quicker });
    } finally {
      other.stop();
    }
  });

  test('without a day, as soon as every process can know of it', async () => {
    const { from } = await saved();
    expect(Date.parse(from)).toBe(monday + settleTime);
    await known(2);
    expect(city.services.reference().settings.dispatchMinutes.ordinary).toBe(120);
    city.clock.advance(settleTime);
    expect(city.services.reference().settings.dispatchMinutes.ordinary).toBe(60);
  });

  test('sent again it is one version', async () => {
    const body = version();
    const [first, again] = [await admin.post('/api/settings', body), await admin.post('/api/settings', body)];
    expect(again).toMatchObject({ status: 201, body: first.body });
    expect(await versions()).toHaveLength(2);
  });

  test('of two made from the same one, the second is told to look first', async () => {
    const answers = await Promise.all([save(), save({ settings: { ...defaultSettings, contactHours: 12 } })]);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201, 409]));
    const late = answers.find(({ status }) => status === 409);
    expect(late && refused(late)).toBe('409 settings-changed-meanwhile');
    expect(await versions()).toHaveLength(2);
  });

  test('an older one is brought back by a new version equal to it', async () => {
    const first = await saved();
    city.clock.advance(day);
    const { settings } = read(await admin.get('/api/settings/0'), 200, settingsOfVersion);
    const back = await saved({ base: first.version, settings, why: '恢复原时限' });
    city.clock.advance(day);
    await known(3);
    expect(city.services.reference().settings).toEqual(defaultSettings);
    expect((await page()).versions.map(({ version: n, state }) => [n, state])).toEqual([
      [back.version, 'in-force'],
      [first.version, 'past'],
      [0, 'past'],
    ]);
  });

  test('of a planned year the history is read page by page', async () => {
    let base = 0;
    for (let i = 0; i < 22; i += 1) {
      const made = await saved({ base, settings: { ...defaultSettings, contactHours: 100 + i } });
      base = made.version;
      city.clock.advance(day);
    }
    const first = await page();
    expect(first.versions).toHaveLength(20);
    const rest = read(await admin.get(`/api/settings?before=${first.next}`), 200, settingsPage);
    expect(rest.versions.map(({ changes }) => changes.length)).toEqual([1, 1, 0]);
    expect(rest.next).toBeNull();
  });

  test('nothing is slipped in before what is planned', async () => {
    const planned = await saved({ from: '2026-03-10' });
    const next = { base: planned.version, settings: { ...quicker, contactHours: 12 } };
    expect(refused(await save(next))).toBe('409 settings-order');
    expect(refused(await save({ ...next, from: '2026-03-09' }))).toBe('409 settings-order');
    await saved({ ...next, from: '2026-03-10' });
  });
});

describe('a planned version is withdrawn', () => {
  beforeEach(begin);
  afterEach(end);

  const withdraw = (n: number) => admin.post(`/api/settings/${n}/withdraw`, { requestId: randomUUID() });

  test('and never takes effect, yet stays on record', async () => {
    const { version: n } = await saved({ from: '2026-03-05' });
    await known(2);
    expect((await withdraw(n)).status).toBe(204);
    expect((await withdraw(n)).status).toBe(204);
    await known(1);
    city.clock.advance(30 * day);
    expect(city.services.reference().settings).toEqual(defaultSettings);
    expect((await page()).versions).toMatchObject([
      { version: n, state: 'withdrawn' },
      { version: 0, state: 'in-force' },
    ]);
    expect(city.services.reference().settingsOf(n)).toEqual(quicker);
  });

  test('but not one in force, about to be, or with another made from it; nor one that is not there', async () => {
    const { version: first } = await saved({ from: '2026-03-05' });
    const more = { ...quicker, contactHours: 12 };
    const { version: second } = await saved({ base: first, settings: more, from: '2026-03-08' });
    expect(refused(await withdraw(first))).toBe('409 settings-order');
    expect(refused(await withdraw(0))).toBe('409 settings-in-force');
    city.clock.set(Date.parse('2026-03-08T00:00:00+08:00') - 1_000);
    expect(refused(await withdraw(second))).toBe('409 settings-in-force');
    expect(refused(await withdraw(999))).toBe('404 not-found');
  });
});
