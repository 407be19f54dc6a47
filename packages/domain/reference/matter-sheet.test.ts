import fc from 'fast-check';
import { expect, test } from 'vitest';
import { same } from './changes.ts';
import { type MatterEntry } from './entries.ts';
import { readSheet, sheetCells, sheetColumns } from './matter-sheet.ts';

const head = sheetColumns.map(([column]) => column);
const entry = (fields: Partial<MatterEntry> = {}): MatterEntry => ({
  parent: null,
  level: 1,
  name: '交通',
  nameEn: 'Traffic',
  keywords: [],
  responsible: null,
  backstop: null,
  finishDays: {},
  urgentHours: null,
  mayPushDown: false,
  evidence: [],
  active: true,
  ...fields,
});
const read = (header: readonly string[], ...rows: string[][]) =>
  readSheet(
    [header, ...rows].map((cells, i) => ({ row: i + 1, cells })),
    new Map([
      ['01', entry()],
      ['0101', entry({ parent: '01', level: 2, name: '道路', finishDays: { help: 3 }, keywords: ['路'] })],
      ['010101', entry({ parent: '0101', level: 3, name: '坑' })],
    ]),
  );
const faultsIn = (...args: Parameters<typeof read>) =>
  read(...args).faults.map(({ row, column, code }) => `${row} ${column} ${code}`);

test('what goes down comes up the same', () => {
  const word = fc.stringMatching(/^[a-z路灯]{1,8}$/);
  const any = fc.record({
    name: word,
    nameEn: word,
    keywords: fc.array(word, { maxLength: 4 }),
    responsible: fc.option(
      fc.record({ function: fc.constant('housing'), level: fc.constantFrom('city', 'subdistrict') }),
    ),
    finishDays: fc.record(
      { help: fc.integer({ min: 1, max: 250 }), 'tip-off': fc.integer({ min: 1, max: 250 }) },
      { requiredKeys: [] },
    ),
    urgentHours: fc.option(fc.integer({ min: 1, max: 240 })),
    mayPushDown: fc.boolean(),
    evidence: fc.uniqueArray(fc.constantFrom('contact', 'site')),
    active: fc.boolean(),
  });
  fc.assert(
    fc.property(any, (fields) => {
      const given = entry({ ...(fields as Partial<MatterEntry>), parent: '0101', level: 3 });
      const { entries, faults } = read(head, sheetCells('010199', given));
      expect(faults).toEqual([]);
      expect(same(entries[0]?.entry, given)).toBe(true);
    }),
  );
});

test('a column that is not there leaves what there is; headings may stand below', () => {
  const { entries } = read(['代码', '名称'], ['0101', '街道路面']);
  expect(entries).toMatchObject([
    { key: '0101', row: 2, entry: { name: '街道路面', finishDays: { help: 3 }, keywords: ['路'] } },
  ]);
  const tree = read(
    ['code', 'parent', 'name'],
    ['020101', '0201', '丙'],
    ['0201', '02', '乙'],
    ['02', '', '甲'],
  );
  expect(tree.faults).toEqual([]);
  expect(tree.entries.map(({ key, entry: { level } }) => `${key} ${level}`)).toEqual([
    '02 1',
    '0201 2',
    '020101 3',
  ]);
});

test.each<[string, string[], string[][], string[]]>([
  ['no names', ['code'], [['01']], ['1 name column-missing']],
  ['no columns at all', ['x'], [['01']], ['1 code column-missing', '1 name column-missing']],
  [
    'a code twice',
    ['code', 'name'],
    [
      ['01', 'a'],
      ['01', 'b'],
    ],
    ['3 code code-twice'],
  ],
  ['a code that is none', ['code', 'name'], [['号 1', 'a']], ['2 code code-invalid']],
  ['no name', ['code', 'name'], [['01', '']], ['2 name name-missing']],
  ['below nobody', ['code', 'parent', 'name'], [['9', '8', 'a']], ['2 parent parent-unknown']],
  ['below itself', ['code', 'parent', 'name'], [['9', '9', 'a']], ['2 parent parent-unknown']],
  ['a fourth level', ['code', 'parent', 'name'], [['9', '010101', 'a']], ['2 parent too-deep']],
  ['no number', ['code', 'name', '求助时限'], [['01', 'a', '三天']], ['2 help number-invalid']],
  ['too long', ['code', 'name', 'help'], [['01', 'a', '999']], ['2 help value-invalid']],
  ['neither yes nor no', ['code', 'name', '启用'], [['01', 'a', '也许']], ['2 active yes-or-no']],
  [
    'no such level',
    ['code', 'name', 'responsibleFunction', 'responsibleLevel'],
    [['01', 'a', 'housing', '省']],
    ['2 responsibleLevel level-invalid'],
  ],
  ['no such standard', ['code', 'name', '结案标准'], [['01', 'a', '盖章']], ['2 evidence value-invalid']],
])('%s', (_what, header, rows, expected) => expect(faultsIn(header, ...rows)).toEqual(expected));
