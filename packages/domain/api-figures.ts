import { z } from 'zod';
import { matterName, unitName } from './api.ts';
import { channels, kinds } from './appeal.ts';
import { unitKinds, unitLevels } from './units.ts';

/** What the HTTP API answers of figures: today, the map, the units. Allow-lists like all its answers. */
const time = z.string();

const rate = z.object({
  numerator: z.number(),
  denominator: z.number(),
  /** null when there is nothing to divide by. */
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
});
export const indicatorNames = [
  'on-time',
  'dispatch-on-time',
  'acknowledge-on-time',
  'contact-on-time',
  'send-back',
  'solved',
  'satisfied',
  'rated',
  'rework',
] as const;

/** Today at a glance. */
export const today = z.object({
  at: time,
  filedToday: z.number(),
  closedToday: z.number(),
  openNow: z.number(),
  /** Running clocks by light, over all that is open. */
  lights: z.object({ green: z.number(), yellow: z.number(), red: z.number() }),
  byHour: z.array(z.object({ hour: time, filed: z.number(), closed: z.number() })),
  byChannel: z.array(z.object({ channel: z.enum(channels), filed: z.number() })),
  byKind: z.array(z.object({ kind: z.enum(kinds), filed: z.number() })),
  topMatters: z.array(z.object({ matter: matterName, filed: z.number() })),
  /** Over the last 30 days. */
  indicators: z.record(z.enum(indicatorNames), rate),
  followUps: z.number(),
});

export const mapFigures = z.object({
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
        type: z.literal('Polygon'),
        coordinates: z.array(z.array(z.tuple([z.number(), z.number()]))),
      }),
    }),
  ),
});

export const unitScores = z.object({
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
      onTime: rate,
      solved: rate,
      satisfied: rate,
      sendBack: rate,
    }),
  ),
});

export type Today = z.infer<typeof today>;
export type Rate = z.infer<typeof rate>;
export type MapFigures = z.infer<typeof mapFigures>;
export type MapShapes = z.infer<typeof mapShapes>;
export type UnitScores = z.infer<typeof unitScores>;
export type IndicatorName = (typeof indicatorNames)[number];
