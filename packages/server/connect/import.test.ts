import ExcelJS from 'exceljs';
import { spawn } from 'node:child_process';
import { access, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestCity, type TestCity } from '../testing/test-city.ts';
import { importFile, type ImportProgress } from './import.ts';

const slow = 120_000;
const header = ['id', 'time', 'title', 'body', 'place', 'likes'];
const good = [
  [
    'A1',
    '2026-01-05T08:30:00',
    '园岭街道路灯不亮',
    '园岭新村三号楼门前的路灯坏了一个星期，晚上看不清路。',
    '福田区园岭街道',
    3,
  ],
  ['A2', '2026-01-06 23:59', '噪声扰民', '楼下的店铺半夜还在放音乐，家里老人睡不着觉，请管一管。', '', 0],
  [
    'A3',
    '2026/1/7 7:05:09',
    '想问学位申请',
    '请问外地户籍的孩子今年怎么申请一年级学位，需要哪些材料？',
    '',
    0,
  ],
] as const;
const bad = [
  ['', '2026-01-08T08:00:00', '没有编号', '这一行没有编号。', '', 0],
  ['B2', '2026-02-30T08:00:00', '没有这一天', '二月没有三十号。', '', 0],
  ['B3', '2026-01-08T08:00:00', '', '这一行没有标题。', '', 0],
  ['B4', '2026-01-08T08:00:00', '没有正文', '   ', '', 0],
  ['B5', '2026-01-08T08:00:00', '太长', '长'.repeat(20_001), '', 0],
  ['B6', '2027-01-08T08:00:00', '还没到', '明年的事。', '', 0],
] as const;
const codes = ['id-missing', 'time-bad', 'title-missing', 'body-missing', 'body-too-long', 'time-bad'];

let city: TestCity;
let folder: string;
beforeAll(async () => {
  [city, folder] = await Promise.all([createTestCity(), mkdtemp(join(tmpdir(), 'suban-import-'))]);
}, slow);
afterAll(async () => {
  await Promise.all([city.close(), rm(folder, { recursive: true })]);
});

type Cells = readonly (string | number)[];
const object = (cells: Cells, prefix: string) =>
  Object.fromEntries(
    header.map((name, i) => [name, name === 'id' && cells[i] !== '' ? `${prefix}${cells[i]}` : cells[i]]),
  );
const inOrder = (prefix: string) => [...good, ...bad].map((cells) => object(cells, prefix));

const writers = {
  jsonl: (file: string) =>
    writeFile(
      file,
      `${inOrder('j')
        .map((row) => JSON.stringify(row))
        .join('\n\n')}\n`,
    ),
  csv: (file: string) => {
    const quoted = (value: unknown) => `"${String(value).replaceAll('"', '""')}"`;
    const lines = inOrder('c').map((row) => Object.values(row).map(quoted).join(','));
    return writeFile(file, `\uFEFF${header.join(',')}\r\n${lines.join('\r\n')}\r\n`);
  },
  async xlsx(file: string) {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('诉求');
    sheet.addRow(header);
    for (const row of inOrder('x')) sheet.addRow(Object.values(row));
    workbook.addWorksheet('other').addRow(['not', 'to', 'be', 'read']);
    await workbook.xlsx.writeFile(file);
  },
} as const;

async function rejectsOf(
  file: string,
): Promise<{ line: number; code: string; reason: string; text: string }[]> {
  const text = await readFile(`${file}.rejects.jsonl`, 'utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { line: number; code: string; reason: string; text: string });
}

const filedAs = (prefix: string) =>
  city.services.database.owner.query<{
    external_id: string;
    filed_at: number;
    title: string;
    channel: string;
    area: number | null;
  }>(
    `select external_id, filed_at, t.body as title, channel, area from appeal a
   join appeal_text t on t.cohort = a.cohort and t.appeal = a.id and t.seq = 1 and t.slot = 'title'
   where external_id like $1 order by external_id`,
    [`${prefix}A%`],
  );

test.each(['jsonl', 'csv', 'xlsx'] as const)(
  'good rows of a .%s file are filed once, bad ones are told apart and change nothing',
  async (kind) => {
    const file = join(folder, `rows.${kind}`);
    await writers[kind](file);
    const told: ImportProgress[] = [];
    const result = await importFile(city.services, { file, onProgress: (progress) => told.push(progress) });
    expect(result).toEqual({ read: 9, filed: 3, known: 0, rejected: 6 });
    expect(told.at(-1)).toEqual({ ...result, share: 1 });
    const rejects = await rejectsOf(file);
    expect(rejects.map(({ code }) => code)).toEqual(codes);
    const lines = { jsonl: [7, 9, 11, 13, 15, 17], csv: [5, 6, 7, 8, 9, 10], xlsx: [5, 6, 7, 8, 9, 10] }[
      kind
    ];
    expect(rejects.map(({ line }) => line)).toEqual(lines);
    expect(rejects[1]?.text).toContain('没有这一天');
    expect(JSON.stringify(rejects)).not.toMatch(/Error|\.ts:/);
    const filed = await filedAs(kind[0] ?? '');
    expect(filed.map(({ filed_at: at }) => new Date(at).toISOString())).toEqual([
      '2026-01-05T00:30:00.000Z',
      '2026-01-06T15:59:00.000Z',
      '2026-01-06T23:05:09.000Z',
    ]);
    expect(filed.map(({ title }) => title)).toEqual(good.map(([, , title]) => title));
    expect(filed.every(({ channel }) => channel === 'import')).toBe(true);
    expect(filed[0]?.area).toBe(city.unit('SZ-FT-YL').id);

    const before = await city.counts();
    expect(await importFile(city.services, { file })).toEqual({ read: 9, filed: 0, known: 3, rejected: 6 });
    expect(await city.counts()).toEqual(before);
  },
);

const row = (id: string, more: object = {}) => ({
  id,
  time: '2026-01-05T08:30:00',
  title: '路口积水',
  body: '下雨以后路口积水很深，走不过去。',
  ...more,
});

test('channels keep their ids apart; one we have no word for too', async () => {
  const file = join(folder, 'channels.jsonl');
  await writeFile(
    file,
    [
      row('D1'),
      row('D1', { channel: 'hotline' }),
      row('D1', { channel: '社区信箱' }),
      row('D1', { channel: 'import' }),
    ]
      .map((each) => JSON.stringify(each))
      .join('\n'),
  );
  expect(await importFile(city.services, { file })).toEqual({ read: 4, filed: 3, known: 1, rejected: 0 });
  const rows = await city.services.database.owner.query<{ key: string }>(
    `select channel || ' ' || external_id as key from appeal where external_id like '%D1' order by 1`,
  );
  expect(rows.map(({ key }) => key)).toEqual(['hotline D1', 'import D1', 'import 社区信箱/D1']);
});

test('an appeal that came another way under the same channel and id is known', async () => {
  const file = join(folder, 'other.jsonl');
  await writeFile(file, JSON.stringify(row('E1')));
  await importFile(city.services, { file });
  await city.services.database.owner.query(`update appeal set channel = 'partner' where external_id = 'E1'`);
  await writeFile(file, JSON.stringify(row('E1', { channel: 'partner' })));
  expect(await importFile(city.services, { file })).toMatchObject({ filed: 0, known: 1 });
});

test('a rejects file that is the file itself is refused, and the file left alone', async () => {
  const file = join(folder, 'same.jsonl');
  await writeFile(file, '{"id":"S1"}\n');
  await expect(importFile(city.services, { file, rejectsFile: file })).rejects.toMatchObject({
    code: 'rejects-file',
  });
  expect(await readFile(file, 'utf8')).toBe('{"id":"S1"}\n');
});

test('a rejects file of an earlier import does not outlive its rows being mended', async () => {
  const file = join(folder, 'mended.jsonl');
  const rejectsFile = join(folder, 'elsewhere.jsonl');
  await writeFile(file, '{"id":"H1"}\n');
  expect(await importFile(city.services, { file, rejectsFile })).toMatchObject({ rejected: 1 });
  await access(rejectsFile);
  await writeFile(file, JSON.stringify(row('H1')));
  expect(await importFile(city.services, { file, rejectsFile })).toMatchObject({ filed: 1, rejected: 0 });
  await expect(access(rejectsFile)).rejects.toThrow('ENOENT');
});

function importer(file: string) {
  const here = (path: string) => JSON.stringify(pathToFileURL(join(import.meta.dirname, path)).href);
  const program = `
    const { openCity } = await import(${here('../city.ts')});
    const { testConfig } = await import(${here('../testing/test-config.ts')});
    const { importFile } = await import(${here('./import.ts')});
    const { services } = await openCity(testConfig(${JSON.stringify(folder)}), ${JSON.stringify(city.url)}, {});
    await importFile(services, { file: ${JSON.stringify(file)}, onProgress: ({ filed }) => console.log(filed) });`;
  return spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

test(
  'an import killed in the middle is taken up where it was',
  async () => {
    const file = join(folder, 'many.jsonl');
    const many = 1_200;
    await writeFile(file, Array.from({ length: many }, (_, i) => JSON.stringify(row(`K${i}`))).join('\n'));
    const child = importer(file);
    const ended = new Promise<NodeJS.Signals | null>((resolve) =>
      child.once('exit', (_code, signal) => resolve(signal)),
    );
    child.stdout.on('data', (chunk: Buffer) => {
      if (Number(chunk.toString().trim().split('\n').at(-1)) > 50) child.kill('SIGKILL');
    });
    expect(await ended).toBe('SIGKILL');
    const { filed, known } = await importFile(city.services, { file });
    expect(filed + known).toBe(many);
    expect(known).toBeGreaterThan(50);
    expect(filed).toBeGreaterThan(0);
    const [count] = await city.services.database.owner.query<{
      appeals: number;
      events: number;
      ids: number;
    }>(
      `select count(*) as appeals, count(distinct a.external_id) as ids,
       (select count(*) from appeal_event e join appeal b on b.cohort = e.cohort and b.id = e.appeal where b.external_id like 'K%') as events
     from appeal a where a.external_id like 'K%'`,
    );
    expect(count).toEqual({ appeals: many, events: many, ids: many });
  },
  slow,
);
