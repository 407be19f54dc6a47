import { expect, test } from 'vitest';
import type { UnitEntry } from './entries.ts';
import { type Burden, unitFaults } from './unit-rules.ts';

const unit = (fields: Partial<UnitEntry>): UnitEntry => ({
  parent: 'C',
  level: 'city',
  kind: 'department',
  function: 'housing',
  name: '市住房局',
  nameEn: 'Housing',
  firstLine: true,
  phone: '0755-88001000',
  phoneHours: null,
  active: true,
  ...fields,
});
const city = new Map<string, UnitEntry>([
  ['C', unit({ parent: null, kind: 'government', function: null, name: '市' })],
  ['C-X', unit({ kind: 'dispatch-centre', function: 'dispatch', name: '分拨中心' })],
  ['C-D', unit({})],
  ['C-A', unit({ level: 'district', kind: 'government', function: null, name: '甲区' })],
  [
    'C-A-S',
    unit({ parent: 'C-A', level: 'subdistrict', kind: 'government', function: null, name: '乙街道' }),
  ],
  ['C-Z', unit({ name: '旧局', function: 'old', active: false })],
]);
const faults = (
  key: string,
  fields: Partial<UnitEntry>,
  burden: Partial<Burden> = {},
  demand: ReadonlyMap<string, number> = new Map(),
) => {
  const before = city.get(key);
  const after = new Map(city).set(key, { ...(before ?? unit({ name: '新局', function: 'new' })), ...fields });
  const burdens = new Map([[key, { work: 0, accounts: 0, named: false, ...burden }]]);
  return unitFaults({ before: city, after }, burdens, demand).map(
    ({ field, code, count }) => `${field} ${code}${count === undefined ? '' : ` ${count}`}`,
  );
};

test.each<[string, string, Partial<UnitEntry>, string[]]>([
  ['a new department', 'C-N', {}, []],
  ['a new name and phone', 'C-D', { name: '市住建局', phone: '0755-1234567' }, []],
  ['an orphan', 'C-N', { parent: null }, ['parent parent-missing']],
  ['below nobody', 'C-N', { parent: 'NO' }, ['parent parent-unknown']],
  ['below what is closed', 'C-N', { parent: 'C-Z' }, ['parent parent-inactive']],
  ['moved', 'C-A-S', { parent: 'C' }, ['parent parent-fixed']],
  [
    'a subdistrict right below the city',
    'C-N',
    { kind: 'government', level: 'subdistrict' },
    ['level level-unfit'],
  ],
  ['a government beside its superior', 'C-N', { kind: 'government' }, ['level level-unfit']],
  ['two levels down', 'C-N', { level: 'subdistrict' }, ['level level-unfit']],
  ['a department that does nothing', 'C-N', { function: null }, ['function function-missing']],
  ['called like its neighbour', 'C-N', { name: '市住房局' }, ['name name-taken']],
  ['first line without a phone', 'C-N', { phone: null }, ['phone phone-missing']],
  ['no phone further down', 'C-N', { phone: null, firstLine: false }, []],
  ['a second centre of the city', 'C-N', { kind: 'dispatch-centre' }, ['kind centre-twice']],
  ['no centre left', 'C-X', { active: false }, ['active city-needed']],
  ['the centre made a department', 'C-X', { kind: 'department' }, ['kind city-needed']],
  ['no city left', 'C', { active: false }, ['active has-children 3', 'active city-needed']],
  ['a district with a subdistrict', 'C-A', { active: false }, ['active has-children 1']],
  ['a department', 'C-D', { active: false }, []],
  ['opened again', 'C-Z', { active: true }, []],
])('%s', (_what, key, fields, expected) => expect(faults(key, fields)).toEqual(expected));

test.each<[string, Partial<UnitEntry>, Partial<Burden>, string[]]>([
  ['closed with work in hand', { active: false }, { work: 12 }, ['active has-work 12']],
  ['closed with people', { active: false }, { accounts: 3 }, ['active has-accounts 3']],
  ['another level after it was given work', { level: 'district' }, { named: true }, ['level level-fixed']],
  ['another kind after it was given work', { kind: 'enterprise' }, { named: true }, ['kind kind-fixed']],
  ['another kind before', { kind: 'enterprise' }, {}, []],
  ['renamed with work in hand', { name: '市住建局' }, { work: 12, named: true }, []],
])('%s', (_what, fields, burden, expected) => expect(faults('C-D', fields, burden)).toEqual(expected));

test('the last unit of a function that matters ask for stays', () => {
  const demand = new Map([['housing', 4]]);
  expect(faults('C-D', { active: false }, {}, demand)).toEqual(['active has-matters 4']);
  expect(faults('C-D', { function: 'water' }, {}, demand)).toEqual(['function has-matters 4']);
});
