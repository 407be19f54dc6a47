import { z } from 'zod';
import { matterName } from './api.ts';
import { requestId, shortText } from './fields.ts';
import { type Settings, settingsSchema } from './settings.ts';
import { limitRow } from './settings-fields.ts';

/** Requests and answers of the administrators' settings and calendar. Answers are allow-lists like all the API's. */
const time = z.string();
const date = z.iso.date();
const version = z.int().min(0);
/** Not to be written to by whoever reads it. */
const settings: z.ZodType<Settings> = settingsSchema;
const person = z.object({ name: z.string(), nameEn: z.string() }).nullable();

export const settingsChange = z.object({
  /** As in `finishDays.complaint`; a line of the table of limits is `limits`, and `line` says which. */
  path: z.string(),
  line: limitRow.optional(),
  before: z.union([z.number(), z.string(), z.boolean(), z.null()]),
  after: z.union([z.number(), z.string(), z.boolean(), z.null()]),
});

export const settingsVersion = z.object({
  version: z.number(),
  from: time,
  madeAt: time,
  /** Who made it; null: what the city began with. */
  by: person,
  why: z.string(),
  state: z.enum(['in-force', 'planned', 'past', 'withdrawn']),
  /** Against the version it was made from. */
  changes: z.array(settingsChange),
});

export const settingsPage = z.object({
  /** The version in force. */
  now: z.number(),
  /** The version the next one must be made from: the last that is in force or planned. */
  latest: z.number(),
  settings,
  defaults: settings,
  /** JSON Schema of the settings; each has its words (`zh`, `en`), its `unit` and its `group`. */
  schema: z.record(z.string(), z.unknown()),
  /** Those the settings and the changes name. */
  matters: z.array(matterName),
  /** Newest first. */
  versions: z.array(settingsVersion),
  /** Where the next page begins, or null. */
  next: z.number().nullable(),
});
export const settingsOfVersion = z.object({ version: z.number(), settings });
export const settingsPreview = z.object({ latest: z.number(), changes: z.array(settingsChange) });
export const settingsSaved = z.object({ version: z.number(), from: time });

export const previewSettingsRequest = z.strictObject({ settings });
export const saveSettingsRequest = z.strictObject({
  requestId,
  /** The version it was made from: who has not seen the latest overwrites nothing. */
  base: version,
  settings,
  /** The first day it holds, in the city's zone; null: as soon as every process has it. */
  from: date.nullable(),
  why: shortText,
});
export const withdrawSettingsRequest = z.strictObject({ requestId });

const calendarDay = z.object({ day: z.string(), kind: z.enum(['holiday', 'workday']), name: z.string() });
export const calendarYear = z.object({
  year: z.number(),
  published: z.boolean(),
  /** In order; of a year not published, the statutory holidays it is reckoned with meanwhile. */
  days: z.array(calendarDay),
  /** How often the year has been uploaded. */
  uploads: z.number(),
  madeAt: time.nullable(),
  by: person,
  why: z.string(),
});
export const calendarPage = z.object({
  /** The city's date. */
  today: z.string(),
  /** Years whose calendar should be there by now and is not. */
  missing: z.array(z.number()),
  years: z.array(calendarYear),
});
export const calendarPreview = z.object({
  year: z.number(),
  days: z.array(calendarDay),
  /** Days on which the upload differs from what holds now; null: a plain day. */
  changes: z.array(
    z.object({
      day: z.string(),
      before: z.enum(['holiday', 'workday']).nullable(),
      after: z.enum(['holiday', 'workday']).nullable(),
      name: z.string(),
    }),
  ),
  /** Holidays of the law that the upload does not have. */
  missing: z.array(calendarDay),
});
/** The uploads of a year, newest first: its history, and what can be gone back to. */
export const calendarUploads = z.object({
  items: z.array(
    z.object({ version: z.number(), madeAt: time, by: person, why: z.string(), days: z.array(calendarDay) }),
  ),
});
export const calendarSaved = z.object({ year: z.number() });

const upload = {
  year: z.int().min(2000).max(2100),
  /** The file's text: CSV lines `date,kind,name`, or a JSON list of `{date, kind, name}`. */
  text: z.string().max(60_000),
};
export const previewCalendarRequest = z.strictObject(upload);
export const saveCalendarRequest = z.strictObject({ requestId, ...upload, why: shortText });

export type SettingsPage = z.infer<typeof settingsPage>;
export type SettingsVersionRow = z.infer<typeof settingsVersion>;
export type SettingsChangeRow = z.infer<typeof settingsChange>;
export type SettingsPreview = z.infer<typeof settingsPreview>;
export type SettingsOfVersion = z.infer<typeof settingsOfVersion>;
export type CalendarPage = z.infer<typeof calendarPage>;
export type CalendarYearRow = z.infer<typeof calendarYear>;
export type CalendarUploads = z.infer<typeof calendarUploads>;
export type CalendarPreview = z.infer<typeof calendarPreview>;
