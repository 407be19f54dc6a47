import { type CalendarDay, missingHolidays, readYear, statutoryDays } from '@suban/domain/calendar/year.ts';
import { Problem } from '../platform/problem.ts';
import type { Services } from '../platform/services.ts';
import { readCalendarFile } from './calendar-file.ts';
import { enqueueRecompute, lockCalendar, saveYear, uploadedBy } from './calendar-store.ts';
import { bumpReference, type Reference } from './reference-store.ts';
import { settleTime } from './reference.ts';

type Upload = { readonly year: number; readonly text: string };

/**
 * The days of an uploaded year.
 * @throws Problem `calendar-unreadable`, or `calendar-invalid` with the lines that are wrong and a code for each
 */
export function readUpload({ year, text }: Upload): CalendarDay[] {
  const lines = readCalendarFile(text);
  if (!lines) throw new Problem('calendar-unreadable');
  const days = readYear(year, lines);
  if (!('faults' in days)) return days;
  const fields = days.faults.slice(0, mostFaults).map(({ line, code }) => {
    const at = lines[line - 1]?.line;
    return { path: at === undefined ? 'text' : `text.${at}`, message: code };
  });
  throw new Problem('calendar-invalid', fields);
}
/** A file of another kind has a fault in every line; nobody reads more of them than this. */
const mostFaults = 50;

/** What an upload would change of the year as it is reckoned now, and what it seems to lack. */
export function previewCalendar({ calendar }: Pick<Reference, 'calendar'>, upload: Upload) {
  const { year } = upload;
  const days = readUpload(upload);
  const old = calendar.published.has(year)
    ? new Map([...calendar.exceptions].filter(([day]) => day.startsWith(`${year}-`)))
    : new Map(statutoryDays(year).map(({ day, kind }) => [day, kind]));
  const fresh = new Map(days.map((each) => [each.day, each]));
  const changes = [...new Set([...old.keys(), ...fresh.keys()])].sort().flatMap((day) => {
    const [before, after] = [old.get(day) ?? null, fresh.get(day)?.kind ?? null];
    return before === after ? [] : [{ day, before, after, name: fresh.get(day)?.name ?? '' }];
  });
  return { year, days, changes, missing: missingHolidays(year, days) };
}

/**
 * Publishes a year; every process has it within seconds, and then the open clocks that run into it are reckoned anew.
 * @throws Problem as `readUpload` does; `request-id-reused`
 */
export async function saveCalendar(
  { database, clock, renewReference }: Services,
  account: string,
  upload: Upload & { readonly requestId: string; readonly why: string },
): Promise<{ year: number }> {
  const { year, requestId: request, why } = upload;
  const days = readUpload(upload);
  const saved = await database.owner.transaction(async (tx) => {
    await lockCalendar(tx);
    const made = await uploadedBy(tx, request);
    if (made) {
      if (made.account !== account || made.year !== year) throw new Problem('request-id-reused');
      return { year };
    }
    await saveYear(tx, { year, days, madeAt: clock(), by: { account, request, why } });
    const reference = await bumpReference(tx);
    await enqueueRecompute(tx, { year, reference, after: settleTime });
    return { year };
  });
  // The next preview is against what was just published.
  await renewReference();
  return saved;
}
