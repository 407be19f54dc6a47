import type { Channel } from '@suban/domain/appeal.ts';
import { channels } from '@suban/domain/appeal.ts';
import type { FileRequest } from '@suban/domain/collect/requests.ts';
import { latitude, longitude } from '@suban/domain/fields.ts';
import { z } from 'zod';
import { derivedUuid } from './derived-id.ts';

/** What one line of a file came to: fields to check, or why it cannot be read at all. */
export type RawRow = { readonly line: number; readonly text: string } & (
  | { readonly fields: unknown }
  | { readonly code: RejectCode; readonly reason: string }
);

/** A row that can be filed. */
export type GoodRow = {
  readonly request: FileRequest;
  readonly channel: Channel;
  readonly externalId: string;
  /** When it was filed, in ms since 1970. */
  readonly at: number;
};

const fields = ['id', 'time', 'title', 'body', 'place', 'channel'] as const;
export const requiredFields = ['id', 'time', 'title', 'body'] as const;
type FieldName = (typeof fields)[number];
const faults = { missing: 'is missing', 'too-long': 'is too long', bad: 'cannot be understood' } as const;
type Fault = keyof typeof faults;

/** Stable: scripts that mend rejected rows go by these. */
export type RejectCode =
  | `${FieldName}-${Fault}`
  | 'bad-json'
  | 'bad-csv'
  | 'not-utf8'
  | 'not-an-object'
  | 'line-too-long';
export type Reject = { readonly code: RejectCode; readonly reason: string };

/** What a citizen types is held to 4,000 characters; the letters and records of older systems are longer. */
const longestBody = 20_000;
/** Numbers hold only the last two digits of the year. */
const earliest = Date.UTC(2000, 0, 1);
/** The clocks of two systems differ; more than a day ahead is a wrong date. In ms. */
const tolerance = 86_400_000;

const isFault = (text: string): text is Fault => text in faults;
const fault = (kind: Fault) => kind;

/** Numbers stand where a spreadsheet had made numbers of the ids. */
const text = (longest: number) =>
  z.preprocess(
    (value) => (typeof value === 'number' ? String(value) : (value ?? '')),
    z
      .string(fault('bad'))
      .trim()
      .min(1, fault('missing'))
      .refine((words) => [...words].length <= longest, fault('too-long'))
      // PostgreSQL's text cannot hold NUL, and UTF-8 no half of a surrogate pair.
      .refine((words) => !words.includes('\0') && words.isWellFormed(), fault('bad')),
  );
const optional = <T extends z.ZodType>(field: T) =>
  z.preprocess(
    (value) => (value === null || (typeof value === 'string' && value.trim() === '') ? undefined : value),
    field.optional(),
  );

/** An address alone, or with coordinates; ones out of range make it a bad place. */
const place = z.preprocess(
  (value) => (typeof value === 'object' ? value : { address: value }),
  z.object(
    { address: optional(text(200)), lat: optional(latitude), long: optional(longitude) },
    fault('bad'),
  ),
);
const row = (offsetMinutes: number, now: number) =>
  z.object({
    id: text(200),
    time: text(40).transform((words, context) => {
      const at = readTime(words, offsetMinutes);
      if (at !== null && at >= earliest && at <= now + tolerance) return at;
      context.addIssue({ code: 'custom', message: fault('bad') });
      return z.NEVER;
    }),
    title: text(200),
    body: text(longestBody),
    place: optional(place),
    channel: optional(text(50)),
  });

export type RowReader = (raw: unknown) => GoodRow | Reject;

/**
 * Checks rows against the import's shape; fields it does not know are passed over.
 * @param offsetMinutes the city's zone, for times that name none
 * @param now in ms since 1970: nothing was filed later
 */
export function rowReader(offsetMinutes: number, now: number): RowReader {
  const shape = row(offsetMinutes, now);
  return (raw) => {
    const read = shape.safeParse(raw);
    return read.success ? toGood(read.data) : toReject(read.error);
  };
}

function toGood({
  id,
  time,
  title,
  body,
  place: where,
  channel: given,
}: z.infer<ReturnType<typeof row>>): GoodRow {
  const channel = channels.find((known) => known === given);
  // A channel we have no word for goes into the id, for two channels may have the same one.
  const externalId = channel || given === undefined ? id : `${given}/${id}`;
  const from = channel ?? 'import';
  const request: FileRequest = {
    requestId: derivedUuid('import', from, externalId),
    text: body,
    title,
    ...(where ? { place: where } : {}),
    contact: { phone: '' },
    photos: [],
    confidential: false,
  };
  return { request, channel: from, externalId, at: time };
}

function toReject(error: z.ZodError): Reject {
  const [issue] = error.issues;
  const field = fields.find((name) => name === issue?.path[0]);
  if (!issue || !field)
    return { code: 'not-an-object', reason: 'a row is an object with id, time, title and body' };
  const kind = isFault(issue.message) ? issue.message : 'bad';
  return { code: `${field}-${kind}`, reason: `${field} ${faults[kind]}` };
}

const timeForm =
  /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?:[T ]\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i;

/**
 * `2019-03-04T05:06:07`, also with a blank for the T, slashes, no seconds or no time at all. Without a zone it is the city's.
 * @returns ms since 1970, or null for what is no such time or no day of any calendar
 */
export function readTime(words: string, offsetMinutes: number): number | null {
  const match = timeForm.exec(words.trim());
  if (!match) return null;
  const [, year, , month, day, hours = '0', minutes = '0', seconds = '0', fraction = '', zone] = match;
  const parts = [year, month, day, hours, minutes, seconds].map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const wall = Date.UTC(parts[0], parts[1] - 1, parts[2], parts[3], parts[4], parts[5]);
  const back = new Date(wall);
  const same = [
    back.getUTCFullYear(),
    back.getUTCMonth() + 1,
    back.getUTCDate(),
    back.getUTCHours(),
    back.getUTCMinutes(),
    back.getUTCSeconds(),
  ];
  // The 30th of February rolls over into March; then what comes back is not what went in.
  if (same.some((part, i) => part !== parts[i])) return null;
  return (
    wall +
    Math.floor(Number(`0.${fraction || 0}`) * 1000) -
    (zone === undefined ? offsetMinutes : zoneMinutes(zone)) * 60_000
  );
}

function zoneMinutes(zone: string): number {
  if (zone.toUpperCase() === 'Z') return 0;
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
