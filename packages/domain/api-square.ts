import { z } from 'zod';
import { matterName, unitName, unitRow } from './api.ts';
import { kinds } from './appeal.ts';

/** A closed request as anybody may read it: words masked, its place no closer than the subdistrict. */
export const squareItem = z.object({
  id: z.string(),
  kind: z.enum(kinds),
  matter: matterName.nullable(),
  area: unitName.nullable(),
  /** The unit that answered. */
  unit: unitName.nullable(),
  filedAt: z.string(),
  answeredAt: z.string(),
  closedAt: z.string(),
  body: z.string(),
  answer: z.string(),
  /** What the citizen said; null: not rated. */
  solved: z.boolean().nullable(),
  /** The mean of the four stars. */
  stars: z.number().nullable(),
});
export const squarePage = z.object({ items: z.array(squareItem), next: z.string().nullable() });
/** What the square can be sorted out by: the catalogue's first level. */
export const sections = z.object({
  items: z.array(z.object({ code: z.string(), name: z.string(), nameEn: z.string() })),
});

/** 专区: a district's own page. `figures` are of the last 30 days. */
export const zone = z.object({
  unit: unitRow,
  figures: z.object({
    filed: z.number(),
    answered: z.number(),
    solvedRate: z.number().nullable(),
    onTimeRate: z.number().nullable(),
  }),
  /** Its units with a public phone: its own first, then its subdistricts. */
  directory: z.array(unitRow),
});
/** 收集渠道: by which ways a request comes in, with the windows of each district. */
export const channelsPage = z.object({
  hotline: z.string(),
  /** The address to put on posters. */
  site: z.string(),
  open311: z.string(),
  windows: z.array(z.object({ district: unitRow, units: z.array(unitRow) })),
});

export type SquareItem = z.infer<typeof squareItem>;
export type SquarePage = z.infer<typeof squarePage>;
export type Zone = z.infer<typeof zone>;
export type ChannelsPage = z.infer<typeof channelsPage>;
export type Sections = z.infer<typeof sections>;
