import { expect, test } from 'vitest';
import type { MatterEntry } from './entries.ts';
import { functionsOf, matterFaults } from './matter-rules.ts';

const heading = (parent: string | null, level: number, name: string): MatterEntry => ({
  parent,
  level,
  name,
  nameEn: name,
  keywords: [],
  responsible: null,
  backstop: null,
  finishDays: {},
  urgentHours: null,
  mayPushDown: false,
  evidence: [],
  active: true,
});
const street = { function: 'government', level: 'subdistrict' } as const;
const matter = (fields: Partial<MatterEntry> = {}): MatterEntry => ({
  ...heading('0101', 3, '乱停车'),
  responsible: { function: 'traffic', level: 'city' },
  ...fields,
});
const catalogue = new Map<string, MatterEntry>([
  ['01', heading(null, 1, '交通')],
  ['0101', heading('01', 2, '道路')],
  ['010101', matter()],
  ['010102', matter({ name: '路面破损' })],
  ['0199', { ...heading('01', 2, '旧类'), active: false }],
]);
const functions = functionsOf([
  { function: 'traffic', level: 'city', kind: 'department', active: true },
  { function: 'closed', level: 'city', kind: 'department', active: false },
  { function: null, level: 'subdistrict', kind: 'government', active: true },
]);
const faults = (key: string, fields: Partial<MatterEntry>) => {
  const after = new Map(catalogue).set(key, {
    ...(catalogue.get(key) ?? matter({ name: '新事项' })),
    ...fields,
  });
  return matterFaults({ before: catalogue, after }, { functions, inSettings: new Set(['010102']) }).map(
    ({ field, code, count }) => `${field} ${code}${count === undefined ? '' : ` ${count}`}`,
  );
};

test.each<[string, string, Partial<MatterEntry>, string[]]>([
  ['a new matter', '010103', {}, []],
  ['another limit', '010101', { finishDays: { help: 3 } }, []],
  ['moved under another heading', '010101', { parent: '01' }, ['parent level-unfit']],
  ['below nobody', '010103', { parent: '77' }, ['parent parent-unknown']],
  ['below nothing', '010103', { parent: null }, ['parent parent-missing']],
  ['below what is closed', '010103', { parent: '0199' }, ['parent parent-inactive']],
  ['another level', '010101', { level: 2, parent: '01', responsible: null }, ['level level-fixed']],
  ['nobody responsible', '010103', { responsible: null }, ['responsible responsible-missing']],
  ['a heading with a duty', '0101', { responsible: street }, ['responsible heading-duty']],
  [
    'a function nobody has',
    '010103',
    { responsible: { function: 'magic', level: 'city' } },
    ['responsible function-unknown'],
  ],
  [
    'a function of a closed unit',
    '010103',
    { responsible: { function: 'closed', level: 'city' } },
    ['responsible function-unknown'],
  ],
  [
    'a backstop nobody is',
    '010103',
    { backstop: { function: 'traffic', level: 'district' } },
    ['backstop function-unknown'],
  ],
  [
    'a subdistrict’s that is on no grassroots list',
    '010103',
    { responsible: street },
    ['mayPushDown push-down'],
  ],
  ['a subdistrict’s', '010103', { responsible: street, mayPushDown: true }, []],
  ['called like its neighbour', '010103', { name: '乱停车' }, ['name name-taken']],
  ['a heading with matters closed', '0101', { active: false }, ['active has-children 2']],
  ['a matter closed', '010101', { active: false }, []],
  ['a matter the settings name closed', '010102', { active: false }, ['active in-settings']],
])('%s', (_what, key, fields, expected) => expect(faults(key, fields)).toEqual(expected));
