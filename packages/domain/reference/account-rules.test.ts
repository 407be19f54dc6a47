import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type StaffRole, staffRoles } from '../roles.ts';
import { accountFaults, apartRoles, mayKeep, mayReset, passwordFault } from './account-rules.ts';
import type { AccountEntry } from './entries.ts';

const account = (...roles: StaffRole[]): AccountEntry => ({
  name: '王琪',
  nameEn: 'Wang Qi',
  unit: 'C-D',
  roles,
  active: true,
});
const staff = new Map<string, AccountEntry>([
  ['sys', account('system-admin')],
  ['sec', account('security-admin')],
  ['ann', account('handler')],
]);
const system = { username: 'sys', roles: ['system-admin'] as const };
const security = { username: 'sec', roles: ['security-admin'] as const };
const edit = (key: string, fields: Partial<AccountEntry>) => {
  const fresh = { ...account(), roles: [] };
  return { before: staff, after: new Map(staff).set(key, { ...(staff.get(key) ?? fresh), ...fields }) };
};
const units = new Set(['C-D', 'C-X']);

test.each<[string, Partial<AccountEntry>, boolean, boolean]>([
  ['new', {}, true, false],
  ['new', { roles: ['handler'] }, false, false],
  ['ann', { name: '王祺' }, true, false],
  ['ann', { unit: 'C-X' }, true, false],
  ['ann', { active: false }, true, false],
  ['ann', { roles: ['leader'] }, false, true],
  ['ann', { roles: ['leader'], unit: 'C-X' }, false, false],
  ['sys', { active: false }, true, false],
])(
  '%s, changed %j: by the system administrator %s, by the security administrator %s',
  (key, fields, sys, sec) => {
    expect(mayKeep(system, edit(key, fields))).toBe(sys);
    expect(mayKeep(security, edit(key, fields))).toBe(sec);
    for (const role of staffRoles.filter((each) => each !== 'system-admin' && each !== 'security-admin'))
      expect(mayKeep({ username: 'x', roles: [role] }, edit(key, fields))).toBe(false);
  },
);

describe('what may not be', () => {
  const faults = (keeper: typeof system | typeof security, key: string, fields: Partial<AccountEntry>) =>
    accountFaults(keeper, edit(key, fields), units).map(({ field, code }) => `${field} ${code}`);

  test.each<[string, typeof system | typeof security, string, Partial<AccountEntry>, string[]]>([
    [
      'a new right of one’s own',
      security,
      'sec',
      { roles: ['security-admin', 'mayor'] },
      ['roles own-roles', 'roles roles-apart'],
    ],
    [
      'laying down the last right to give rights',
      security,
      'sec',
      { roles: [] },
      ['roles own-roles', 'roles last-security-admin'],
    ],
    ['closing oneself', system, 'sys', { active: false }, ['active own-account', 'active last-system-admin']],
    [
      'closing the last security administrator',
      system,
      'sec',
      { active: false },
      ['active last-security-admin'],
    ],
    [
      'taking the last system administrator’s right',
      security,
      'sys',
      { roles: ['handler'] },
      ['roles last-system-admin'],
    ],
    ['a closed unit', system, 'ann', { unit: 'C-Z' }, ['unit unit-unknown']],
    ['an auditor who handles', security, 'ann', { roles: ['auditor', 'handler'] }, ['roles roles-apart']],
    ['two posts', security, 'ann', { roles: ['receiver', 'handler'] }, []],
    ['a second security administrator', security, 'ann', { roles: ['security-admin'] }, []],
  ])('%s', (_what, keeper, key, fields, expected) => expect(faults(keeper, key, fields)).toEqual(expected));

  test('no administrator or auditor has another role, whatever is given', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...staffRoles), { minLength: 2 }), (roles) => {
        const apart = roles.some((role) => apartRoles.includes(role));
        expect(faults(security, 'ann', { roles }).includes('roles roles-apart')).toBe(apart);
      }),
    );
  });
});

test('who may hand over a new link', () => {
  expect(mayReset(system, 'ann', account('handler'))).toBe(true);
  expect(mayReset(security, 'ann', account('handler'))).toBe(false);
  expect(mayReset(system, 'new', account())).toBe(true);
  for (const role of apartRoles) {
    expect(mayReset(system, 'other', account(role))).toBe(false);
    expect(mayReset(security, 'other', account(role))).toBe(true);
  }
  expect(mayReset(security, 'sec', account('security-admin'))).toBe(false);
});

test.each([
  ['short1!', 'too-short'],
  ['onlyletters', 'too-plain'],
  ['12345678901', 'too-plain'],
  ['xx-Wang.Qi-2026', 'has-username'],
  ['correct-horse-battery', null],
  ['春眠不觉晓处处闻啼鸟2026', null],
])('the password %s: %s', (password, fault) => expect(passwordFault(password, 'wang.qi')).toBe(fault));
