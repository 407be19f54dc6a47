import { type Report, report, reportList } from '@suban/domain/api-reports.ts';
import { type Slice, slice } from '@suban/domain/api-figures.ts';
import { day } from '@suban/domain/calendar/calendar.ts';
import { measures } from '@suban/domain/indicators/measures.ts';
import { indicatorNames } from '@suban/domain/indicators/rates.ts';
import Excel from 'exceljs';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { read } from '../../testing/client.ts';
import { createStory, department, street } from '../../testing/story.ts';
import { createTestCity, type TestCity } from '../../testing/test-city.ts';

/** Weeks 10 and 11 of 2026 have cases; the report is read in the week after. */
const [weekBefore, week] = ['2026-W10', '2026-W11'];
let city: TestCity;
beforeAll(async () => {
  city = await createTestCity();
  const story = createStory(city);
  await story.answered();
  await story.dispatched({ kind: 'complaint' });
  city.clock.advance(7 * day);
  for (let i = 0; i < 3; i += 1) await story.dispatched();
  const good = await story.answered({}, department);
  await city.citizen.rates(good, 5);
  const bad = await story.answered({ title: '园岭新村十二栋路灯反复熄灭' });
  await city.citizen.rates(bad, 1, false);
  await story.handled(bad);
  await city.citizen.rates(bad, 1, false);
  await city.drain();
  city.clock.advance(8 * day);
});
afterAll(() => city.close());

const reportOf = async (id = week, who = 'mayor'): Promise<Report> =>
  read(await city.as(who).get(`/api/command/reports/${id}`), 200, report);
const fileOf = (format: 'xlsx' | 'pdf', lang = 'zh', who = 'mayor') =>
  city.as(who).get(`/api/command/reports/${week}/${format}?lang=${lang}`);

test('only weeks and months that have ended are listed', async () => {
  const list = read(await city.as('mayor').get('/api/command/reports'), 200, reportList);
  expect(list.weeks.map(({ id }) => id)).toEqual([week, weekBefore]);
  expect(list.months).toEqual([]);
});

test('every number is that of the indicators’ own page for the same days', async () => {
  const found = await reportOf();
  const { from, to } = found.period;
  const sliced: Slice = read(
    await city.as('mayor').get(`/api/command/indicators?${new URLSearchParams({ from, to }).toString()}`),
    200,
    slice,
  );
  for (const measure of measures)
    expect([measure, found.totals[measure].now]).toEqual([measure, sliced.totals[measure]]);
  for (const name of indicatorNames) expect(found.indicators[name].now).toEqual(sliced.indicators[name]);
  expect(found.totals.filed).toEqual({ now: 5, before: 2, yearAgo: null });
  expect(found.held.now).toEqual(sliced.held);
});

test('the parts add up to the whole', async () => {
  const found = await reportOf();
  const sum = (list: readonly number[]) => list.reduce((total, n) => total + n, 0);
  expect(sum(found.days.map(({ filed }) => filed))).toBe(found.totals.filed.now);
  expect(sum(found.days.map(({ answered }) => answered))).toBe(found.totals.answered.now);
  expect(found.days).toHaveLength(7);
  expect(sum(found.kinds.map(({ filed }) => filed.now))).toBe(5);
  expect(sum(found.channels.map(({ filed }) => filed.before ?? 0))).toBe(2);
  expect(sum(found.units.map(({ dispatched }) => dispatched))).toBe(found.totals.dispatched.now);
  expect(sum(found.matters.map(({ dispatched }) => dispatched))).toBe(found.totals.dispatched.now);
  expect(found.districts).toMatchObject([
    { unit: { id: city.unit('SZ-FT').id }, filed: { now: 5, before: 2 } },
  ]);
  expect(found.followUps.items).toMatchObject([
    { title: '园岭新村十二栋路灯反复熄灭', circular: true, unit: { id: city.unit(street).id } },
  ]);
});

describe('who reads what', () => {
  test.each(['2026-W12', '2026-03'])('%s has not ended', async (id) => {
    expect(await city.as('mayor').get(`/api/command/reports/${id}`)).toMatchObject({
      status: 409,
      body: { code: 'period-unfinished' },
    });
  });
  test.each(['2026-W99', '2026-13', 'yesterday', '2026-W1'])('%s is no period', async (id) => {
    expect((await city.as('mayor').get(`/api/command/reports/${id}`)).status).toBe(404);
  });
  test('who may not read figures reads no report and gets no file', async () => {
    for (const path of ['', `/${week}`, `/${week}/pdf`, `/${week}/xlsx`]) {
      expect((await city.as('yl-handler').get(`/api/command/reports${path}`)).status).toBe(403);
      expect((await city.citizen.get(`/api/command/reports${path}`)).status).toBe(401);
    }
    expect((await city.as('mayor').get(`/api/command/reports/${week}/docx`)).status).toBe(400);
  });
  test('an analyst reads the numbers and no case by name', async () => {
    const found = await reportOf(week, 'analyst');
    expect(found.totals.filed.now).toBe(5);
    expect(found.followUps).toEqual({ items: [], more: false });
  });
});

describe('the spreadsheet', () => {
  const open = async (lang: string) => {
    const answer = await fileOf('xlsx', lang);
    expect(answer.status).toBe(200);
    expect(answer.headers['content-disposition']).toBe(`attachment; filename="suban-${week}.xlsx"`);
    const book = new Excel.Workbook();
    await book.xlsx.load(new Uint8Array(answer.bytes).buffer);
    return book;
  };
  test('holds numbers as numbers, the same as the report’s', async () => {
    const found = await reportOf();
    const book = await open('zh');
    expect(book.worksheets.map(({ name }) => name)).toEqual([
      '概况',
      '指标',
      '逐日',
      '渠道与类型',
      '各区',
      '事项',
      '单位',
      '督办',
    ]);
    expect(book.getWorksheet('概况')?.getRow(4).values).toEqual(
      [undefined, '受理', 5, 2, 3, undefined].slice(0, 5),
    );
    const row = book
      .getWorksheet('指标')
      ?.getRows(5, 20)
      ?.find((each) => each.getCell(2).value === '满意率');
    const { value, low, high, numerator, denominator } = found.indicators.satisfied.now;
    expect([3, 4, 5, 6, 7].map((at) => row?.getCell(at).value)).toEqual([
      value,
      low,
      high,
      numerator,
      denominator,
    ]);
    expect(row?.getCell(3).numFmt).toBe('0.0%');
  });
  test.each(['zh', 'en'])(
    'prints well: heads stay, every sheet has an area and fits its width (%s)',
    async (lang) => {
      const book = await open(lang);
      for (const page of book.worksheets) {
        expect(page.views[0]).toMatchObject({ state: 'frozen', xSplit: 1 });
        expect(page.pageSetup).toMatchObject({ fitToPage: true, fitToWidth: 1, paperSize: 9 });
        expect(page.pageSetup.printArea).toMatch(/^A1:[A-Z]+\d+$/);
        expect(page.pageSetup.printTitlesRow).toMatch(/^3:[34]$/);
        expect(page.getColumn(1).width).toBeGreaterThan(8);
      }
    },
  );
});

describe('the PDF', () => {
  const textOf = async (lang: string) => {
    const answer = await fileOf('pdf', lang);
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toBe('application/pdf');
    const document = await getDocumentProxy(new Uint8Array(answer.bytes));
    const { text } = await extractText(document, { mergePages: true });
    return { text, pages: document.numPages, bytes: answer.bytes };
  };
  test('says in Chinese what the report says, with its own signs', async () => {
    const { text, pages, bytes } = await textOf('zh');
    expect(text).toContain(`深圳市民意速办周报 ${week}`);
    expect(text).toContain('2026-03-09 至 2026-03-15');
    expect(text).toContain('满意率');
    expect(text).toContain('33.3%');
    expect(text).toContain('1 ÷ 3');
    expect(text).toContain('园岭新村十二栋路灯反复熄灭');
    expect(text).toContain(`第 ${pages} 页，共 ${pages} 页`);
    // Only the signs it uses: the whole font has 8 MB.
    expect(bytes.length).toBeLessThan(600_000);
    expect(bytes.includes('/FontFile3')).toBe(true);
  });
  test('says it in English', async () => {
    const { text } = await textOf('en');
    expect(text).toContain(`Shenzhen · Suban · Weekly report ${week}`);
    expect(text).toContain('Satisfied');
    expect(text).not.toContain('满意率');
    // No head of a narrow column is broken within a word.
    expect(text).not.toMatch(/\bDispat\s+ched\b|\bAnswe\s+red\b|\bAnswere\s+d\b/);
  });
  test('a report that is being made does not hold up who asks for something else', async () => {
    const made = fileOf('pdf');
    const asked = performance.now();
    await city.as('mayor').get('/api/command/reports');
    const waited = performance.now() - asked;
    const whole = await made.then(() => performance.now() - asked);
    expect(waited * 2).toBeLessThan(whole);
  });
});
