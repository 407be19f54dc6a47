import { z } from 'zod';
import { unitName } from './api.ts';
import { rate } from './api-figures.ts';
import { alertCauses, alertStates, measures } from './govern/requests.ts';
import { lights } from './limits.ts';

/** What the HTTP API answers of hot events and alerts. No person, and no word of an appeal the reader may not see. */
const time = z.string();
const area = z.object({ id: z.number(), name: z.string(), nameEn: z.string() });

export const alertRow = z.object({
  id: z.number(),
  event: z.number(),
  name: z.string(),
  cause: z.enum(alertCauses),
  state: z.enum(alertStates),
  area: area.nullable(),
  unit: unitName,
  appeals: z.number(),
  raisedAt: time,
  due: time,
  light: z.enum(lights),
  followedUp: z.boolean(),
  judgedAt: time.nullable(),
  measure: z.enum(measures).nullable(),
});
export const alertPage = z.object({ items: z.array(alertRow), next: z.string().nullable() });
export const alertCount = z.object({ count: z.number(), more: z.boolean() });

/** A day of a curve, `YYYY-MM-DD`: all appeals of the problem, those of the event, and what the weekday and season have. */
export const curveDay = z.object({
  day: z.string(),
  n: z.number(),
  own: z.number(),
  expected: z.number().nullable(),
});

export const hotEvent = z.object({
  id: z.number(),
  kind: z.enum(['gathering', 'rise']),
  name: z.string(),
  place: z.string().nullable(),
  problem: z.string().nullable(),
  area: area.nullable(),
  unit: unitName,
  first: time,
  last: time,
  appeals: z.number(),
  withdrawn: z.number(),
  /** Appeals of today that it is worth now. */
  heat: z.number(),
  open: z.boolean(),
  /** The last days, oldest first. */
  days: z.array(z.number()),
  alert: z.object({ id: z.number(), state: z.enum(alertStates), light: z.enum(lights) }).nullable(),
});
export const hotEvents = z.object({ items: z.array(hotEvent), districts: z.array(area) });

export const hotEventView = hotEvent.extend({
  curve: z.array(curveDay),
  /** Where its cases lie, of those that gave a point and may be seen. */
  points: z.array(z.object({ lat: z.number(), long: z.number() })),
  mayMark: z.boolean(),
});

/** One entry of the record of an alert. */
export const alertEntry = z.object({
  seq: z.number(),
  at: time,
  what: z.enum(['raised', 'light-raised', 'follow-up-opened', 'confirmed', 'dismissed', 'acted']),
  byName: z.string().nullable(),
  unit: unitName.nullable(),
  reason: z.string().nullable(),
  data: z.record(z.string(), z.union([z.string(), z.number()])),
});

export const alertView = alertRow.extend({
  eventView: hotEventView,
  /** What it was raised by. */
  evidence: z.object({
    /** The sensitive word. */
    word: z.string().nullable(),
    /** How many there were, and of a rise how many were expected. */
    count: z.number(),
    expected: z.number().nullable(),
    score: z.number(),
    /** What its cases' words have in common, of those that may be seen; most telling first. */
    words: z.array(z.string()),
  }),
  /** The case at which it was raised; null where it is not to be seen. */
  trigger: z.string().nullable(),
  log: z.array(alertEntry),
  mayJudge: z.boolean(),
  measures: z.array(z.enum(measures)),
});

export const judged = z.object({ id: z.number(), state: z.enum(alertStates) });

const figures = z.object({
  raised: z.number(),
  precision: rate,
  recall: rate,
  leadMs: z.number().nullable(),
  leads: z.number(),
});
export const alertFigures = z.object({
  weeks: z.array(
    z.object({ from: time, to: time, raised: z.number(), confirmed: z.number(), judged: z.number() }),
  ),
  /** Over all of these weeks. */
  whole: figures,
  /** Appeals from which on an event is plain to see. */
  plainFrom: z.number(),
  openNow: z.number(),
});

/** The hot events that a case belongs to. */
export const eventsOfCase = z.object({
  items: z.array(
    z.object({ id: z.number(), name: z.string(), appeals: z.number(), alert: z.number().nullable() }),
  ),
});

export type AlertRow = z.infer<typeof alertRow>;
export type AlertView = z.infer<typeof alertView>;
export type AlertEntry = z.infer<typeof alertEntry>;
export type HotEventRow = z.infer<typeof hotEvent>;
export type HotEventView = z.infer<typeof hotEventView>;
export type AlertFiguresView = z.infer<typeof alertFigures>;
