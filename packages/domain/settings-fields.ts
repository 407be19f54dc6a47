import { z } from 'zod';
import { type Kind, kinds, urgencies } from './appeal.ts';
import { words } from './fields.ts';
import { wordsIn } from './govern/alert-words.ts';
import { unitLevels } from './units.ts';

// What the fields of the settings are made of.

/** What a number of a setting counts. Seconds to hours are clock time, days are working days unless they are the calendar's. */
export type SettingUnit =
  | 'seconds'
  | 'megabytes'
  | 'minutes'
  | 'hours'
  | 'days'
  | 'calendar-days'
  | 'share'
  | 'stars'
  | 'appeals';
/** The part of the rules a setting belongs to, in the order of a case's life. */
export const settingGroups = [
  'hotline',
  'recordings',
  'dispatch',
  'handle',
  'lights',
  'ladder',
  'evaluate',
  'alerts',
  'office',
] as const;
export type SettingGroup = (typeof settingGroups)[number];

/** The words and the unit travel with the shape: the settings' form and the rules' page are made of them. */
export const amount = (unit: SettingUnit, schema: z.ZodNumber, zh: string, en: string) =>
  schema.meta({ unit, zh, en });
export const whole = (unit: SettingUnit, max: number, zh: string, en: string, min = 1) =>
  amount(unit, z.int().min(min).max(max), zh, en);
export const inGroup = <S extends z.ZodType>(group: SettingGroup, schema: S): S =>
  schema.meta({ ...schema.meta(), group });

/** A limit to answer takes at most this long. */
const mostDays = 250;
const mostMinutes = 365 * 24 * 60;
/** Words of the city's own, which citizens read. */
export const route = (zh: string, en: string) => words(600).meta({ zh, en });
/** Words that raise an alert, set apart by spaces; a single character would stand in half of all texts. */
export const wordList = (zh: string, en: string) =>
  words(2000)
    .refine((list) => wordsIn(list).length > 0 && wordsIn(list).every((word) => [...word].length >= 2), {
      error: 'Invalid words: each must have two characters or more',
    })
    .meta({ maxLength: 2000, zh, en });
export const yesOrNo = (zh: string, en: string) => z.boolean().meta({ zh, en });
export const finish = (zh: string, en: string) => whole('days', mostDays, zh, en);

/** One field for each kind of appeal. */
export const byKind = <S extends z.ZodType>(field: (zh: string, en: string) => S) =>
  z.strictObject({
    consultation: field('咨询', 'Consultation'),
    help: field('求助', 'Help'),
    complaint: field('投诉', 'Complaint'),
    'tip-off': field('举报', 'Tip-off'),
    suggestion: field('建议', 'Suggestion'),
    praise: field('表扬', 'Praise'),
  } satisfies Record<Kind, S>);

/**
 * A line of the table of limits: what is left out holds for any. `amount` is minutes by the clock, day and night, where
 * `clock` is elapsed, and working days where it is working.
 */
export const limitRow = z
  .strictObject({
    kind: z.enum(kinds).optional(),
    matter: z.string().min(1).max(64).optional(),
    urgency: z.enum(urgencies).optional(),
    level: z.enum(unitLevels).optional(),
    clock: z.enum(['elapsed', 'working']),
    amount: z.int().min(1).max(mostMinutes),
  })
  .refine(({ clock, amount: n }) => clock === 'elapsed' || n <= mostDays, {
    path: ['amount'],
    error: `Too big: expected at most ${mostDays} working days`,
  });
/** What a line is about: two lines about the same contradict each other. */
export const limitKey = ({ kind, matter, urgency, level }: z.infer<typeof limitRow>): string =>
  [matter, urgency, kind, level].map((part) => part ?? '*').join('/');

/** A matter of automatic dispatch, and the confidence of the suggestion from which on it holds. */
export const automaticLine = z.strictObject({
  matter: z.string().min(1).max(64),
  confidence: z.number().min(0.5).max(0.999),
});

const minuteOfDay = z.int().min(0).max(1440);
export const officeHours = z
  .array(z.strictObject({ from: minuteOfDay, to: minuteOfDay }))
  .min(1)
  .max(4)
  .refine((all) => all.every(({ from, to }, i) => from < to && from >= (all[i - 1]?.to ?? 0)), {
    error: 'Invalid hours: each must end after it begins, and begin after the one before has ended',
  });
