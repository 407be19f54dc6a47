import { z } from 'zod';
import { matterName, unitName } from './api.ts';
import { channels, kinds } from './appeal.ts';
import { measures } from './indicators/measures.ts';
import { type Indicator, indicatorNames } from './indicators/rates.ts';
import { clockNames } from './supervise/steps.ts';
import { unitKinds, unitLevels } from './units.ts';

/** What the HTTP API answers of figures: today, the map, the units. Allow-lists like all its answers. */
const time = z.string();

export const rate = z.object({
  numerator: z.number(),
  denominator: z.number(),
  /** null when there is nothing to divide by. */
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  /** Of a unit: how many excluded cases the denominator is without. */
  excluded: z.number().optional(),
});
/** What is counted over: from one moment to before another, as `/api/command/cases` takes them. */
export const period = z.object({ from: time, to: time });
export const indicatorRates = z.record(z.enum(indicatorNames), rate);

/** Today at a glance. */
export const today = z.object({
  at: time,
  filedToday: z.number(),
  closedToday: z.number(),
  openNow: z.number(),
  /** What is open by the worst of its lights, and how many of each clock are lit. */
  lights: z.object({ green: z.number(), yellow: z.number(), red: z.number() }),
  clocks: z.array(z.object({ name: z.enum(clockNames), yellow: z.number(), red: z.number() })),
  byHour: z.array(z.object({ hour: time, filed: z.number(), closed: z.number() })),
  byChannel: z.array(z.object({ channel: z.enum(channels), filed: z.number() })),
  byKind: z.array(z.object({ kind: z.enum(kinds), filed: z.number() })),
  topMatters: z.array(z.object({ matter: matterName, filed: z.number() })),
  /** The hours of today, and the last 30 days that the indicators are of. */
  day: period,
  period,
  indicators: indicatorRates,
  followUps: z.number(),
});

export const mapFigures = z.object({
  period,
  cells: z.array(
    z.object({
      unit: z.number(),
      name: z.string(),
      nameEn: z.string(),
      open: z.number(),
      filed30: z.number(),
      red: z.number(),
    }),
  ),
});
export const mapShapes = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(
    z.object({
      type: z.literal('Feature'),
      properties: z.object({
        unit: z.number(),
        district: z.number(),
        name: z.string(),
        nameEn: z.string(),
        districtName: z.string(),
        districtNameEn: z.string(),
      }),
      geometry: z.object({
        type: z.literal('MultiPolygon'),
        coordinates: z.array(z.array(z.array(z.tuple([z.number(), z.number()])))),
      }),
    }),
  ),
});

/** 持有时长: how often a unit let an appeal go in the period, and the minutes of office hours it held them for in all. */
export const heldTime = z.object({ minutes: z.number(), times: z.number() });

/** Each unit's last 30 days. */
export const unitScores = z.object({
  period,
  items: z.array(
    z.object({
      unit: unitName,
      level: z.enum(unitLevels),
      kind: z.enum(unitKinds),
      open: z.number(),
      red: z.number(),
      yellow: z.number(),
      dispatched30: z.number(),
      closed30: z.number(),
      indicators: indicatorRates,
      held: heldTime,
    }),
  ),
});

/** The indicators of whatever the cases are narrowed to: a unit or all below it, a matter, a channel, a kind, an area. */
export const slice = z.object({
  period,
  totals: z.record(z.enum(measures), z.number()),
  indicators: indicatorRates,
  held: heldTime,
});

export type Slice = z.infer<typeof slice>;
export type HeldTime = z.infer<typeof heldTime>;
export type Period = z.infer<typeof period>;
export type Today = z.infer<typeof today>;
export type Rate = z.infer<typeof rate>;
export type MapFigures = z.infer<typeof mapFigures>;
export type MapShapes = z.infer<typeof mapShapes>;
export type UnitScores = z.infer<typeof unitScores>;
export type IndicatorName = Indicator;
