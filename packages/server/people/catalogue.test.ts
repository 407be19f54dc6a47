import { randomUUID } from 'node:crypto';
import { problem } from '@suban/domain/api.ts';
import {
  changeLog,
  changePublished,
  matterList,
  type SheetPreview,
  sheetPreview,
} from '@suban/domain/api-reference.ts';
import Excel from 'exceljs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Answer, type Client, read } from '../testing/client.ts';
import { createTestCity, type TestCity } from '../testing/test-city.ts';

let city: TestCity;
let admin: Client;
beforeAll(async () => {
  city = await createTestCity();
  admin = city.as('system-admin');
});
afterAll(() => city.close());

const refused = ({ status, body }: Answer) => {
  const { code, fields = [] } = problem.parse(body);
  return [`${status} ${code}`, ...fields.map(({ path, message }) => `${path} ${message}`)];
};
function upload(bytes: Buffer | string, whole: 'yes' | 'no' = 'no', client = admin): Promise<Answer> {
  const boundary = 'a-boundary-of-the-tests';
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="catalogue"\r\n\r\n`;
  const body = Buffer.concat([Buffer.from(head), Buffer.from(bytes), Buffer.from(`\r\n--${boundary}--\r\n`)]);
  const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` };
  return client.send('POST', `/api/manage/catalogue?whole=${whole}`, body, headers);
}
const looked = async (...args: Parameters<typeof upload>) => read(await upload(...args), 200, sheetPreview);
const publish = (edits: SheetPreview['edits']) =>
  admin.post('/api/manage/matters', { requestId: randomUUID(), why: '年度修订', edits });
const matter = async (key: string) =>
  read(await admin.get(`/api/manage/matters?key=${key}`), 200, matterList).items[0]?.entry;

test.each(['csv', 'xlsx'])('what comes down as %s goes up again and changes nothing', async (format) => {
  const file = await admin.get(`/api/manage/catalogue.${format}`);
  expect(file.status).toBe(200);
  const before = await city.counts();
  const answer = await looked(file.bytes, 'yes');
  expect(answer).toMatchObject({ preview: null, edits: [] });
  expect(answer.rows).toBeGreaterThan(500);
  expect(await city.counts()).toEqual(before);
});

test('a part is looked at, published as one change, and taken back as one', async () => {
  const csv =
    '代码,上级代码,名称,责任职能,责任层级,求助时限\n010101,0101,乱堆垃圾,urban-management,区,4\n010198,0101,宠物粪便,urban-management,district,\n';
  const old = await matter('010101');
  const { preview, edits, rows } = await looked(csv);
  expect(rows).toBe(2);
  expect(preview?.counts).toEqual({ added: 1, changed: 1, retired: 0, restored: 0 });
  expect(await matter('010198')).toBeUndefined();
  const { change } = read(await publish(edits), 201, changePublished);
  expect(await matter('010101')).toMatchObject({
    name: '乱堆垃圾',
    finishDays: { ...old?.finishDays, help: 4 },
    keywords: old?.keywords,
  });
  expect(city.services.reference().matters.get('010198')?.name).toBe('宠物粪便');
  const [logged] = read(await admin.get('/api/manage/changes?list=matter'), 200, changeLog).items;
  expect(logged).toMatchObject({ id: change, count: 2, why: '年度修订' });

  const undone = await admin.post(`/api/manage/changes/${change}/undo`, {
    requestId: randomUUID(),
    why: '撤销',
  });
  expect(undone.status).toBe(201);
  expect(await matter('010101')).toEqual(old);
  expect(await matter('010198')).toMatchObject({ active: false });
});

test('a whole catalogue closes what it no longer has; nothing vanishes', async () => {
  const file = await admin.get('/api/manage/catalogue.csv');
  const lines = file.bytes.toString().split('\r\n');
  const without = lines.filter((line) => !line.startsWith('010102,')).join('\r\n');
  const { preview, edits } = await looked(without, 'yes');
  expect(preview?.counts).toEqual({ added: 0, changed: 0, retired: 1, restored: 0 });
  expect(preview?.items).toMatchObject([{ key: '010102', what: 'retired' }]);
  expect((await publish(edits)).status).toBe(201);
  expect(await matter('010102')).toMatchObject({ active: false });
  // The same file as a part leaves it as it is.
  expect(await looked(without, 'no')).toMatchObject({ preview: null });
});

test('a workbook made by hand, with numbers in its cells', async () => {
  const book = new Excel.Workbook();
  const page = book.addWorksheet('x');
  page.addRow(['code', 'name', 'urgentHours']);
  page.addRow(['010103', '新名', 6]);
  const bytes = Buffer.from(await book.xlsx.writeBuffer());
  expect((await looked(bytes)).preview?.items).toMatchObject([
    { key: '010103', fields: [{ field: 'name' }, { field: 'urgentHours', after: 6 }] },
  ]);
});

test.each<[string, string | Buffer, string[]]>([
  ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe]), ['400 sheet-unreadable']],
  ['a broken workbook', 'PK\u0003\u0004 and no more', ['400 sheet-unreadable']],
  ['nothing', '', ['400 sheet-unreadable']],
  ['a head without rows', 'code,name', ['400 sheet-unreadable']],
  ['no names', 'code,x\n01,a', ['400 sheet-invalid', 'row.1.name column-missing']],
  [
    'rows that are wrong',
    'code,name,help\n010101,好,三天\n??,名,1\n010101,,1',
    ['400 sheet-invalid', 'row.2.help number-invalid', 'row.3.code code-invalid', 'row.4.name name-missing'],
  ],
  [
    'a duty nobody has',
    'code,name,responsibleFunction,responsibleLevel\n010101,好,magic,city',
    ['409 change-refused', '010101/responsible function-unknown'],
  ],
])('%s is refused by row and changes nothing', async (_what, bytes, expected) => {
  const before = await city.counts();
  expect(refused(await upload(bytes))).toEqual(expected);
  expect(await city.counts()).toEqual(before);
});

test('matters with a fault in their shape are bad input, by field', async () => {
  const entry = await matter('010101');
  const send = (edits: unknown) =>
    admin.post('/api/manage/matters', { requestId: randomUUID(), why: 'x', edits });
  for (const [edits, path] of [
    [[], 'edits'],
    [[{ key: '?', base: 0, entry }], 'edits.0.key'],
    [[{ key: '010101', base: 0, entry: { ...entry, level: 4 } }], 'edits.0.entry.level'],
    [[{ key: '010101', base: 0, entry: { ...entry, extra: 1 } }], 'edits.0.entry'],
    [[{ key: '010101', base: -1, entry }], 'edits.0.base'],
  ] as const)
    expect(refused(await send(edits)).map((each) => each.split(' ')[0])).toEqual(['400', path]);
  const twice = { key: '010101', base: 0, entry };
  expect(refused(await send([twice, twice]))[1]).toBe('010101/key twice');
});

test('only a system administrator uploads or takes it down', async () => {
  for (const username of ['security-admin', 'auditor', 'mayor', 'dispatcher'])
    expect(refused(await upload('code,name\n01,a', 'no', city.as(username)))).toEqual(['403 not-allowed']);
});
