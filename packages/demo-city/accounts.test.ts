import { expect, test } from 'vitest';
import { crewAccounts, crewOf, demoAccounts, roles } from './accounts.ts';
import { demoUnits } from './units.ts';

const accounts = demoAccounts();
const units = demoUnits();

test('every role has an account, every account a unit that exists, every username is its own', () => {
  const codes = new Set(units.map((unit) => unit.code));
  expect(roles.filter((role) => !accounts.some((account) => account.roles.includes(role)))).toEqual([]);
  expect(accounts.filter((account) => !codes.has(account.unit))).toEqual([]);
  expect(new Set(accounts.map((account) => account.username)).size).toBe(accounts.length);
});

test('one story can be walked in a subdistrict, a city department and a district centre', () => {
  expect(crewOf('SZ-FT-YL')).toEqual({ receiver: 'yl-receiver', handler: 'yl-handler', leader: 'yl-leader' });
  expect(crewOf('SZ-D-CG')).toEqual({ receiver: 'cg-receiver', handler: 'cg-handler', leader: 'cg-leader' });
  expect(accounts.find((account) => account.unit === 'SZ-FT-DISPATCH')?.roles).toEqual(['dispatcher']);
});

test('the three administrations and the call-back are different people of non-handling units', () => {
  for (const role of ['system-admin', 'security-admin', 'auditor', 'call-back'] as const) {
    const holders = accounts.filter((account) => account.roles.includes(role));
    expect(holders.every((account) => account.roles.length === 1)).toBe(true);
  }
  const callBack = accounts.find((account) => account.roles.includes('call-back'));
  expect(units.find((unit) => unit.code === callBack?.unit)?.firstLine).toBe(false);
});

test('crews of all first-line units: 408 usernames, none shared with another person, the same each time', () => {
  const crews = units.filter((unit) => unit.firstLine).flatMap((unit) => crewAccounts(unit.code));
  const named = new Map(accounts.map((account) => [account.username, account]));
  expect(new Set(crews.map((member) => member.username)).size).toBe(136 * 3);
  for (const member of crews) expect(named.get(member.username) ?? member).toEqual(member);
  expect(crewAccounts('SZ-LG-BT')).toEqual(crewAccounts('SZ-LG-BT'));
  expect(crewOf('SZ-LG-BT').handler).toBe('lg-bt-handler');
});
