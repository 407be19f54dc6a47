import { words } from '@suban/domain/fields.ts';
import { z } from 'zod';
import { readTime } from '../import-row.ts';

/** Left out, empty and null are the same (the specification's Optional Arguments); JSON may give numbers for text. */
export const given = <T extends z.ZodType>(field: T) =>
  z.preprocess((value) => {
    const text = typeof value === 'number' ? String(value) : value;
    return text === null || (typeof text === 'string' && text.trim() === '') ? undefined : text;
  }, field.optional());

/** Given once with commas, or several times. */
export const listed = <T extends z.ZodType>(item: T) =>
  z.preprocess((value) => {
    const parts = [value]
      .flat()
      .flatMap((part): unknown[] => (typeof part === 'string' ? part.split(',') : [part]));
    const said = parts
      .map((part) => (typeof part === 'string' ? part.trim() : part))
      .filter((part) => part !== '' && part !== undefined);
    return said.length === 0 ? undefined : said;
  }, z.array(item).max(rowLimit).optional());

/** The specification's own limits: so many rows, so long a range in ms. */
export const rowLimit = 1_000;
export const longestRange = 90 * 86_400_000;

/** A time in W3C form as ms since 1970; one without a zone is the city's. A plus sign that a URL made a blank is a plus sign. */
export const time = (offsetMinutes: number) =>
  words(40).transform((text, context) => {
    const at = readTime(text.replace(/(T.*) (\d{2}:?\d{2})$/, '$1+$2'), offsetMinutes);
    if (at !== null && at > 0 && at < latest) return at;
    context.addIssue({ code: 'custom', message: 'not a time in W3C form, like 2026-03-02T09:00:00+08:00' });
    return z.NEVER;
  });
/** PostgreSQL and JavaScript both hold times up to here. */
const latest = Date.UTC(9999, 0, 1);

/** Times go out to the second, as in the specification's examples. */
export const w3 = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;

export type Range = { readonly from: number; readonly to: number };
const second = 1_000;

/**
 * The range asked for, at most 90 days; without a beginning, the 90 days before the end or now. Times go out without
 * their fraction, so an end is the end of its second: who goes on from the last time seen misses nothing.
 * @returns ms, `to` not included; or why it is none
 */
export function rangeOf(start: number | undefined, end: number | undefined, now: number): Range | string {
  const to =
    Math.floor((end ?? (start === undefined ? now : Math.min(now, start + longestRange))) / second) * second +
    second;
  const from = start ?? to - second - longestRange;
  if (start !== undefined && end !== undefined && start > end) return 'start_date is later than end_date';
  if (to - second - from > longestRange) return 'start_date and end_date may not span more than 90 days';
  return { from, to };
}
