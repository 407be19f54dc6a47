import { z } from 'zod';
import { matterName, unitName } from './api.ts';
import { heldTime, indicatorRates, period, rate } from './api-figures.ts';
import { circulars } from './api-records.ts';
import { channels, kinds } from './appeal.ts';
import { indicatorNames } from './indicators/rates.ts';
import { measures } from './indicators/measures.ts';
import { periodKinds } from './indicators/periods.ts';
import { unitKinds, unitLevels } from './units.ts';

/** What the HTTP API answers of reports by week and by month. */

/** `2026-W47` or `2026-10`, with its moments. */
const named = period.extend({ id: z.string(), kind: z.enum(periodKinds) });
export const reportList = z.object({ weeks: z.array(named), months: z.array(named) });

/** A count beside those of the period before and of a year ago; null where the city's figures do not reach back. */
const compared = z.object({
  now: z.number(),
  before: z.number().nullable(),
  yearAgo: z.number().nullable(),
});
const comparedRate = z.object({ now: rate, before: rate.nullable(), yearAgo: rate.nullable() });

/** What stands in a row: how much, and the indicators of it. */
const row = { dispatched: z.number(), answered: z.number(), indicators: indicatorRates };

export const report = z.object({
  city: z.object({ name: z.string(), nameEn: z.string() }),
  period: named,
  before: named,
  yearAgo: named,
  madeAt: z.string(),
  /** Minutes the city's zone is ahead of UTC: its days are told by it. */
  offsetMinutes: z.number(),
  totals: z.record(z.enum(measures), compared),
  indicators: z.record(z.enum(indicatorNames), comparedRate),
  held: z.object({ now: heldTime, before: heldTime.nullable(), yearAgo: heldTime.nullable() }),
  /** Running clocks by light when the report was made; what went red within the period is in the indicators of time. */
  lights: z.object({ green: z.number(), yellow: z.number(), red: z.number() }),
  days: z.array(period.extend({ day: z.string(), filed: z.number(), answered: z.number() })),
  channels: z.array(z.object({ channel: z.enum(channels), filed: compared })),
  kinds: z.array(z.object({ kind: z.enum(kinds), filed: compared })),
  /** By the district of the place, all subdistricts in it together. */
  districts: z.array(z.object({ unit: unitName, filed: compared, ...row })),
  /** By level-3 matter, the most frequent first. */
  matters: z.array(z.object({ matter: matterName, before: z.number().nullable(), ...row })),
  units: z.array(
    z.object({
      unit: unitName,
      level: z.enum(unitLevels),
      kind: z.enum(unitKinds),
      held: heldTime,
      ...row,
    }),
  ),
  /** Followed up in the period, as far as the reader may see them; `more` than are listed. */
  followUps: z.object({ items: circulars.shape.items, more: z.boolean() }),
});

export type ReportList = z.infer<typeof reportList>;
export type Report = z.infer<typeof report>;
export type Compared = z.infer<typeof compared>;
