import type { YearLine } from '@suban/domain/calendar/year.ts';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';

/** A line of the file with where it stands in it, from 1. */
export type FileLine = YearLine & { readonly line: number };

const jsonFile = z.array(z.object({ date: z.string(), kind: z.string(), name: z.string() }));
const csvFile = z.array(
  z.object({
    record: z.tuple([z.string(), z.string(), z.string()]),
    info: z.object({ lines: z.number() }),
  }),
);
const header = /^(date|day|日期)$/i;

/** The lines of a year as a file has them, CSV `date,kind,name` or a JSON list; null: it is neither. */
export function readCalendarFile(text: string): FileLine[] | null {
  const body = text.replace(/^\uFEFF/, '').trim();
  return body.startsWith('[') ? readJson(body) : readCsv(body);
}

function readJson(body: string): FileLine[] | null {
  let read: unknown;
  try {
    read = JSON.parse(body);
  } catch {
    return null;
  }
  const lines = jsonFile.safeParse(read);
  return lines.success
    ? lines.data.map(({ date, kind, name }, index) => trimmed(date, kind, name, index + 1))
    : null;
}

function readCsv(body: string): FileLine[] | null {
  let read: unknown;
  try {
    read = parse(body, { info: true, skip_empty_lines: true });
  } catch {
    return null;
  }
  const lines = csvFile.safeParse(read);
  if (!lines.success) return null;
  const all = lines.data.map(({ record: [day, kind, name], info }) => trimmed(day, kind, name, info.lines));
  return header.test(all[0]?.day ?? '') ? all.slice(1) : all;
}

const trimmed = (day: string, kind: string, name: string, line: number): FileLine => ({
  day: day.trim(),
  kind: kind.trim(),
  name: name.trim(),
  line,
});
