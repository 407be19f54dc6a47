import { randomUUID } from 'node:crypto';
import { problem } from '@suban/domain/api.ts';
import { calendarPage, calendarPreview, calendarSaved, calendarUploads } from '@suban/domain/api-settings.ts';
import { addWorkingDays, isProvisional } from '@suban/domain/calendar/calendar.ts';
import { statutoryDays } from '@suban/domain/calendar/year.ts';
import { seedHolidays } from '@suban/demo-city/holidays.ts';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Answer, type Client, read } from '../testing/client.ts';
import { createTestCity, type TestCity } from '../testing/test-city.ts';
import { readCalendarFile } from './calendar-file.ts';

let city: TestCity;
let admin: Client;
/** The city on a day when next year's calendar is looked for. */
const november = Date.parse('2026-11-24T09:00:00+08:00');
beforeAll(async () => {
  city = await createTestCity({ at: november });
  admin = city.as('system-admin');
});
afterAll(() => city.close());

/** A year as the State Council might publish it: New Year to Sunday, with the Sunday before worked. */
const rows = [
  ...statutoryDays(2027),
  { day: '2027-01-02', kind: 'holiday', name: '元旦' },
  { day: '2027-01-03', kind: 'holiday', name: '元旦' },
  { day: '2027-01-10', kind: 'workday', name: '元旦' },
];
const csv = (lines: readonly { day: string; kind: string; name: string }[] = rows) =>
  ['date,kind,name', ...lines.map(({ day, kind, name }) => `${day},${kind},${name}`)].join('\r\n');
const upload = (fields: object = {}) => ({ year: 2027, text: csv(), ...fields });
const save = (fields: object = {}) =>
  admin.post('/api/calendar', { requestId: randomUUID(), why: '国办通知', ...upload(fields) });
const refused = (answer: Answer) => `${answer.status} ${problem.parse(answer.body).code}`;
const page = async () => read(await admin.get('/api/calendar'), 200, calendarPage);
const calendar = () => city.services.reference().calendar;
const jobs = () =>
  city.services.database.owner.query<{ key: string; payload: unknown }>(
    `select j.key, p.payload from graphile_worker.jobs j join graphile_worker._private_jobs p on p.id = j.id
     where j.task_identifier = 'recompute-clocks'`,
  );
/** A due date an hour before the year begins, one working day on. */
const overNewYear = () => addWorkingDays(calendar(), Date.parse('2026-12-31T23:00:00+08:00'), 3);

describe('a file', () => {
  const lines = [
    { day: '2027-01-01', kind: 'holiday', name: '元旦', line: 2 },
    { day: '2027-01-10', kind: '班', name: '元旦', line: 4 },
  ];
  test.each<[string, string, unknown]>([
    [
      'CSV with a header, a gap and a mark of its encoding',
      '\uFEFFdate,kind,name\n2027-01-01,holiday,元旦\n\n2027-01-10, 班 ,元旦\n',
      lines,
    ],
    [
      'CSV without a header',
      '2027-01-01,holiday,"元,旦"',
      [{ day: '2027-01-01', kind: 'holiday', name: '元,旦', line: 1 }],
    ],
    [
      'a JSON list',
      '[{"date":"2027-01-01","kind":"holiday","name":"元旦"}]',
      [{ day: '2027-01-01', kind: 'holiday', name: '元旦', line: 1 }],
    ],
    ['nothing', '', []],
    ['another list', '[1]', null],
    ['half a list', '[{"date":', null],
    ['too few columns', '2027-01-01,holiday', null],
    ['a picture', '\u0089PNG"', null],
  ])('%s', (_name, text, expected) => {
    expect(readCalendarFile(text)).toEqual(expected);
  });
});

test('the page tells what is published, what is not and is looked for', async () => {
  const { today, missing, years } = await page();
  expect({ today, missing }).toEqual({ today: '2026-11-24', missing: [2027] });
  expect(years.map(({ year, published, uploads }) => [year, published, uploads])).toEqual([
    [2025, true, 1],
    [2026, true, 1],
    [2027, false, 0],
  ]);
  const seeded = seedHolidays().filter(({ day }) => day.startsWith('2026'));
  expect(years[1]?.days).toEqual(seeded);
  expect(years[2]?.days).toEqual(statutoryDays(2027));
});

test('only a system administrator reads or changes it', async () => {
  const calls = (client: Client) => [
    client.get('/api/calendar'),
    client.post('/api/calendar/preview', upload()),
    client.post('/api/calendar', { requestId: randomUUID(), why: '国办通知', ...upload() }),
  ];
  const before = await city.counts();
  for (const username of ['dispatcher', 'mayor', 'security-admin'])
    for (const answer of await Promise.all(calls(city.as(username))))
      expect(refused(answer)).toBe('403 not-allowed');
  for (const answer of await Promise.all(calls(city.citizen)))
    expect(refused(answer)).toBe('401 sign-in-first');
  expect(await city.counts()).toEqual(before);
});

test('a preview tells what would differ from the year as it is reckoned now, and what it seems to lack', async () => {
  const before = await city.counts();
  const lacking = rows.filter(({ day }) => day !== '2027-02-08');
  const preview = read(
    await admin.post('/api/calendar/preview', upload({ text: csv(lacking) })),
    200,
    calendarPreview,
  );
  expect(preview.changes).toEqual([
    { day: '2027-01-02', before: null, after: 'holiday', name: '元旦' },
    { day: '2027-01-03', before: null, after: 'holiday', name: '元旦' },
    { day: '2027-01-10', before: null, after: 'workday', name: '元旦' },
    { day: '2027-02-08', before: 'holiday', after: null, name: '' },
  ]);
  expect(preview.missing).toEqual([{ day: '2027-02-08', kind: 'holiday', name: '春节' }]);
  expect(await city.counts()).toEqual(before);
});

test.each<[string, object, string, unknown]>([
  ['no calendar', { text: '%PDF-1.7"' }, '400 calendar-unreadable', undefined],
  [
    'an empty one',
    { text: 'date,kind,name' },
    '400 calendar-invalid',
    [{ path: 'text', message: 'no-holidays' }],
  ],
  [
    'lines that are wrong',
    { text: `date,kind,name\n2027-01-01,holiday,元旦\n2027-01-05,workday,元旦\n2026-02-01,holiday,春节` },
    '400 calendar-invalid',
    [
      { path: 'text.3', message: 'workday-on-weekday' },
      { path: 'text.4', message: 'date-outside-year' },
    ],
  ],
  ['another year', { year: 1999 }, '400 bad-input', [{ path: 'year', message: expect.any(String) }]],
  [
    'too much',
    { text: 'x'.repeat(60_001) },
    '400 bad-input',
    [{ path: 'text', message: expect.any(String) }],
  ],
])('%s is refused and changes nothing', async (_name, fields, code, faults) => {
  const before = await city.counts();
  for (const answer of [await save(fields), await admin.post('/api/calendar/preview', upload(fields))]) {
    expect(refused(answer)).toBe(code);
    expect(problem.parse(answer.body).fields).toEqual(faults);
  }
  expect(await city.counts()).toEqual(before);
});

test('a published year is in force within seconds, its due dates stand, and the open clocks are to be reckoned anew', async () => {
  expect(isProvisional(calendar(), overNewYear())).toBe(true);
  const before = overNewYear();
  const { version } = city.services.reference();
  const body = { requestId: randomUUID(), why: '国办通知', ...upload() };
  expect(read(await admin.post('/api/calendar', body), 201, calendarSaved)).toEqual({ year: 2027 });
  expect(await jobs()).toEqual([
    { key: 'recompute-clocks-2027', payload: { year: 2027, reference: version + 1 } },
  ]);
  // Sent again it does nothing again; nor may its id be used for another year.
  expect((await admin.post('/api/calendar', body)).status).toBe(201);
  expect(refused(await admin.post('/api/calendar', { ...body, year: 2026, text: csv(seed2026()) }))).toBe(
    '409 request-id-reused',
  );
  await vi.waitFor(() => expect(calendar().published.has(2027)).toBe(true), { timeout: 10_000 });
  expect(isProvisional(calendar(), overNewYear())).toBe(false);
  // The Sunday worked for New Year is not reached; the days off are the same.
  expect(overNewYear()).toBe(before);
  const { missing, years } = await page();
  expect(missing).toEqual([]);
  expect(years.at(-1)).toMatchObject({ year: 2027, published: true, uploads: 1, why: '国办通知' });
});
const seed2026 = () => seedHolidays().filter(({ day }) => day.startsWith('2026'));

test('a year uploaded again is replaced whole, and its history stays', async () => {
  const fewer = rows.filter(({ day }) => day !== '2027-01-10');
  expect((await save({ text: csv(fewer) })).status).toBe(201);
  await vi.waitFor(() => expect(calendar().exceptions.has('2027-01-10')).toBe(false), { timeout: 10_000 });
  expect((await page()).years.at(-1)).toMatchObject({
    year: 2027,
    uploads: 2,
    days: { length: fewer.length },
  });
  expect(calendar().exceptions.get('2026-10-10')).toBe('workday');

  // Who made a mistake goes back to an earlier upload, which is one more.
  const uploads = async () => read(await admin.get('/api/calendar/2027/uploads'), 200, calendarUploads).items;
  const [latest, earlier] = await uploads();
  expect([latest?.days.length, earlier?.days.length]).toEqual([fewer.length, rows.length]);
  expect((await save({ text: csv(earlier?.days ?? []) })).status).toBe(201);
  await vi.waitFor(() => expect(calendar().exceptions.get('2027-01-10')).toBe('workday'), {
    timeout: 10_000,
  });
  expect((await uploads()).map(({ days }) => days.length)).toEqual([rows.length, fewer.length, rows.length]);
  expect(refused(await city.as('mayor').get('/api/calendar/2027/uploads'))).toBe('403 not-allowed');
});
