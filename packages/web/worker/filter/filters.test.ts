import { deskFilter } from '@suban/domain/api-desk.ts';
import { expect, test } from 'vitest';
import { asQuery, filterNames, readFilters, withFilter } from './filters.ts';

test('the address knows every filter the server does', () => {
  expect([...filterNames].toSorted()).toEqual([...deskFilter.keyof().options].toSorted());
});

test('an address is read without what is no filter, and written back the same', () => {
  const filters = readFilters({ light: 'red', q: '路灯', kind: '', from: '2026-03-02', unit: 7 });
  expect(filters).toEqual({ light: 'red', from: '2026-03-02' });
  expect(readFilters(Object.fromEntries(new URLSearchParams(asQuery(filters))))).toEqual(filters);
  expect(asQuery({})).toBe('');
  expect(withFilter(withFilter(filters, 'kind', 'help'), 'light', undefined)).toEqual({
    from: '2026-03-02',
    kind: 'help',
  });
});
