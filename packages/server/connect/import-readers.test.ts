import ExcelJS from 'exceljs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ImportError, openRows } from './import-readers.ts';
import { type GoodRow, type Reject, rowReader } from './import-row.ts';

const china = 480;
const now = Date.parse('2026-03-02T09:00:00+08:00');

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'suban-rows-'));
});
afterAll(() => rm(folder, { recursive: true }));

type Read = { readonly line: number; readonly text: string; readonly row: GoodRow | Reject };

/** How much of the last file was read, from 0 to 1. */
let share = 0;

async function readAll(name: string, content?: string | Buffer): Promise<Read[]> {
  const file = join(folder, name);
  if (content !== undefined) await writeFile(file, content);
  const check = rowReader(china, now);
  const reading = await openRows(file);
  const read: Read[] = [];
  for await (const raw of reading.rows)
    read.push({ line: raw.line, text: raw.text, row: 'fields' in raw ? check(raw.fields) : raw });
  share = reading.share();
  return read;
}

/** Line and code of what was rejected, line and body of what was not. */
const summary = (all: readonly Read[]) =>
  all.map(({ line, row }) => [line, 'request' in row ? row.request.text : row.code]);

const row = (id: string, more: object = {}) =>
  JSON.stringify({ id, time: '2026-01-05T08:30:00', title: '路口积水', body: '路口积水很深。', ...more });

test('a file of every kind of broken line is read to its end', async () => {
  const gbk = Buffer.from([
    ...Buffer.from('{"id":"G1","title":"'),
    0xc2,
    0xb7,
    0xb5,
    0xc6,
    ...Buffer.from('"}\n'),
  ]);
  const tooLong = `{"x":"${'长'.repeat(400_000)}"}\n`;
  const odd = [
    row('C7', { title: { zh: '不是字' } }),
    row('C8', { body: 'a\0b' }),
    row('C9', { body: 'a\ud800b' }),
    row('C10', { place: 7.5, likes: 3 }),
    row('C11', { place: { lat: 200, long: 1 } }),
    row('C12', { place: '长'.repeat(201) }),
    row('C13', { title: null }),
    // A line feed alone ends a line, and the last needs none.
    row('C14', { body: '第一行\u2028第二行', place: { address: '南山区', lat: 22.53, long: 113.93 } }),
  ];
  const head = Buffer.from(`\uFEFF{"id":"C1",\n[1,2]\n"words"\n\nnull\n`);
  const all = await readAll(
    'broken.jsonl',
    Buffer.concat([head, gbk, Buffer.from(tooLong), Buffer.from(odd.join('\n'))]),
  );
  expect(summary(all)).toEqual([
    [1, 'bad-json'],
    [2, 'not-an-object'],
    [3, 'not-an-object'],
    [5, 'not-an-object'],
    [6, 'not-utf8'],
    [7, 'line-too-long'],
    [8, 'title-bad'],
    [9, 'body-bad'],
    [10, 'body-bad'],
    [11, '路口积水很深。'],
    [12, 'place-bad'],
    [13, 'place-too-long'],
    [14, 'title-missing'],
    [15, '第一行\u2028第二行'],
  ]);
  expect(share).toBe(1);
  expect(all.find(({ line }) => line === 7)?.text.length).toBeLessThan(300);
});

test('a quotation mark within a field is part of it; one that never closes costs its row and is told', async () => {
  const rows = [
    'F1,2026-01-05T08:30:00,路灯,"门口的路灯坏了""三天"", 请修"',
    'F2,2026-01-05T08:30:00,路灯,坏"了"三天',
    'F3,2026-01-05T08:30:00,路灯,"坏"了"三天"',
    'F4,2026-01-05T08:30:00,积水,"路口\n积水"',
  ];
  const open = 'F5,2026-01-05T08:30:00,积水,"没有完\nF6,2026-01-05T08:30:00,积水,路口\n';
  const all = await readAll('quotes.csv', `id,time,title,body\r\n${rows.join('\n')}\n\n${open}`);
  expect(summary(all)).toEqual([
    [2, '门口的路灯坏了"三天", 请修'],
    [3, '坏"了"三天'],
    [4, '"坏"了"三天"'],
    [5, '路口\n积水'],
    [8, 'bad-csv'],
  ]);
  expect(all.at(-1)?.text).toContain('F5,');
});

test('a csv row that is not UTF-8 is rejected alone; columns stand in any order, and more of them', async () => {
  const gbk = Buffer.from([
    ...Buffer.from('0,I1,x,'),
    0xc2,
    0xb7,
    0xb5,
    0xc6,
    ...Buffer.from(',2026-01-05\n'),
  ]);
  const head = '\uFEFF"likes","ID","Body","Title","time","extra"\n';
  const content = Buffer.concat([
    Buffer.from(head),
    gbk,
    Buffer.from('3,I2,坏了,路灯,2026-01-05\n,,,,\n1,I3,坏了\n'),
  ]);
  expect(summary(await readAll('gbk.csv', content))).toEqual([
    [2, 'not-utf8'],
    [3, '坏了'],
    [5, 'time-missing'],
  ]);
});

test('a date in a spreadsheet is the city’s, a number an id, and only the first sheet counts', async () => {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('诉求');
  sheet.addRow(['ID', 'Time', 'Title', 'Body', 'Place']);
  sheet.addRow([
    70001,
    new Date('2026-01-05T08:30:00Z'),
    { richText: [{ text: '路灯' }, { text: '不亮' }] },
    { formula: '"坏了"&"三天"', result: '坏了三天' },
    { text: '园岭街道', hyperlink: 'https://example.org/' },
  ]);
  sheet.addRow([]);
  sheet.addRow([70002, '2026-01-05', '路灯', null]);
  workbook.addWorksheet('other').addRow(['not', 'to', 'be', 'read']);
  await workbook.xlsx.writeFile(join(folder, 'dates.xlsx'));
  const all = await readAll('dates.xlsx');
  expect(summary(all)).toEqual([
    [2, '坏了三天'],
    [4, 'body-missing'],
  ]);
  const [first] = all;
  expect(first?.row).toMatchObject({
    externalId: '70001',
    at: Date.parse('2026-01-05T08:30:00+08:00'),
    request: { title: '路灯不亮', place: { address: '园岭街道' } },
  });
});

test('a file that cannot be read as a whole says why', async () => {
  const columns = 'id,time,title,body\n';
  const files = [
    ['a.txt', 'x', 'format-unknown'],
    ['a.xlsx', 'not a workbook', 'not-a-workbook'],
    ['b.xlsx', 'PK\u0003\u0004 but damaged', 'not-a-workbook'],
    ['a.csv', 'id,time,title\n1,2,3\n', 'columns-missing'],
    ['empty.csv', '', 'columns-missing'],
    [
      'open.csv',
      `${columns}I2,2026-01-05,路灯,坏了\nI3,2026-01-05,积水,"${'没有完\n'.repeat(200_000)}`,
      'quotes-open',
    ],
    ['none.jsonl', undefined, 'file-unreadable'],
  ] as const;
  for (const [name, content, code] of files) {
    const outcome = await readAll(name, content).catch((error: unknown) =>
      error instanceof ImportError ? error.code : error,
    );
    expect.soft([name, outcome]).toEqual([name, code]);
  }
});

test('an empty file is no fault, and has no rows', async () => {
  expect(await readAll('empty.jsonl', '')).toEqual([]);
});
