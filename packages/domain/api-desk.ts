import { z } from 'zod';
import { casePage, matterName, precedent, queues, unitName } from './api.ts';
import { channels, kinds } from './appeal.ts';
import { base } from './fields.ts';
import { lights } from './limits.ts';

/** What a queue or a search may be narrowed to. Areas and units take in all below them; `from` and `to` are whole days of filing in the city's zone. */
export const deskFilter = z.strictObject({
  light: z.enum(lights).optional(),
  kind: z.enum(kinds).optional(),
  channel: z.enum(channels).optional(),
  matter: z.string().max(20).optional(),
  area: z.coerce.number().int().optional(),
  unit: z.coerce.number().int().optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
});
export type DeskFilter = z.infer<typeof deskFilter>;

/**
 * A page of a queue or search. Narrowed down, the server looks through so many cases a request: a page may be short, or
 * empty, and yet not the last. `named`: what the filter's codes stand for.
 */
export const deskPage = casePage.extend({
  named: z.object({
    matter: matterName.optional(),
    area: unitName.optional(),
    unit: unitName.optional(),
  }),
});
export type DeskPage = z.infer<typeof deskPage>;

/** How many filters a person may keep. */
export const mostSaved = 20;
const place = z.enum([...queues, 'search']);
/** As it stands in the address: codes as text. */
const kept = z.record(z.string().max(10), z.string().max(100));
export const savedFilters = z.object({
  items: z.array(z.object({ id: z.string(), name: z.string(), place, filter: kept })),
});
export type SavedFilter = z.infer<typeof savedFilters>['items'][number];
/** `requestId` becomes the filter's own id. */
export const saveFilterRequest = z.strictObject({
  ...base,
  name: z.string().trim().min(1).max(40),
  place,
  filter: kept,
});

/** 正在查看 · 正在填写 · 正在写答复 */
export const doings = ['viewing', 'typing', 'answering'] as const;
export type Doing = (typeof doings)[number];
/** The others who have the case's page open now. */
export const presence = z.object({
  others: z.array(z.object({ name: z.string(), nameEn: z.string(), unit: unitName, doing: z.enum(doings) })),
});
export type Presence = z.infer<typeof presence>;

/**
 * `GET /api/desk/precedents?matter=&area=`: the latest five decisions about a matter, and to whom such cases of the area went
 * and stayed with, the most first.
 */
export const deskPrecedents = z.object({
  items: z.array(precedent),
  went: z.array(z.object({ unit: unitName, n: z.number() })),
});
export type DeskPrecedents = z.infer<typeof deskPrecedents>;
