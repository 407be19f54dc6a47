import { describe, expect, test } from 'vitest';
import { defaultSettings } from '../settings.ts';
import { automaticRules, type AutomaticRule } from './automatic.ts';
import { ruleLines } from './in-words.ts';

describe('the city’s rules in words', () => {
  const lines = ruleLines(defaultSettings);

  test('name every number of the settings once, in both languages, with its unit, and the city’s own words as they are', () => {
    const numbers: string[] = [];
    const texts: string[] = [];
    const flags: string[] = [];
    const walk = (value: unknown, path: string): void => {
      if (typeof value === 'number') numbers.push(path);
      else if (typeof value === 'string') texts.push(path);
      else if (typeof value === 'boolean') flags.push(path);
      else if (typeof value === 'object' && value !== null && !Array.isArray(value))
        for (const [key, inner] of Object.entries(value)) walk(inner, path ? `${path}.${key}` : key);
    };
    walk(defaultSettings, '');
    expect(lines.map(({ id }) => id).toSorted()).toEqual(
      [...numbers, ...texts, ...flags, 'officeHours'].toSorted(),
    );
    for (const { zh, en } of lines) {
      expect(zh).toMatch(/[一-鿿]/);
      expect(en).toMatch(/^[\x20-\x7e·’ ]+$/);
    }
    const plain = lines.filter(({ id }) => !texts.includes(id) && !flags.includes(id));
    for (const { valueZh, valueEn } of plain) {
      expect(valueZh).toMatch(/\d/);
      expect(valueEn).toMatch(/\d/);
    }
    for (const { valueZh, valueEn } of lines.filter(({ id }) => texts.includes(id)))
      expect(valueEn).toBe(valueZh);
    for (const { valueZh, valueEn } of lines.filter(({ id }) => flags.includes(id)))
      expect(['是 yes', '否 no']).toContain(`${valueZh} ${valueEn}`);
  });

  test('say what another version says', () => {
    const other = ruleLines({ ...defaultSettings, contactHours: 12 });
    const of = (list: typeof lines) => list.find(({ id }) => id === 'contactHours')?.valueZh;
    expect([of(lines), of(other)]).toEqual(['24小时（昼夜连续）', '12小时（昼夜连续）']);
  });
});

test('every automatic rule is a sentence in each language, with the numbers in force', () => {
  for (const id of Object.keys(automaticRules) as AutomaticRule[]) {
    const { zh, en } = automaticRules[id](defaultSettings);
    expect(zh).toMatch(/。$/);
    expect(en).toMatch(/\.$/);
  }
  const slow = { ...defaultSettings, ladderDays: { chase: 2, followUp: 7, circular: 9 } };
  expect(automaticRules['overdue-follow-up'](slow).zh).toContain('7个工作日');
});
