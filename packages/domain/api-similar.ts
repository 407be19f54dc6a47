import { z } from 'zod';
import { matterName, unitName } from './api.ts';
import { appealStates, kinds, orderStates } from './appeal.ts';

/** What the HTTP API answers of appeals that may be the same event. Allow-lists, as in `api.ts`. */
const time = z.string();
const areaName = z.object({ id: z.number(), name: z.string(), nameEn: z.string() });

/** What anybody may be told of a case like their own: personal numbers, names and homes masked. */
export const publicSimilar = z.object({
  items: z.array(
    z.object({
      /** Names it in `sameAs`; opens nothing without its query code. */
      number: z.string(),
      title: z.string(),
      area: areaName.nullable(),
      filedAt: time,
      state: z.enum(appealStates),
      /** Still open: it can be followed. Else it was answered not long ago. */
      open: z.boolean(),
      followers: z.number(),
    }),
  ),
});

/**
 * How a case like this one stands to it. `open`: neither follows the other; `follows`: it follows this one; `master`: this
 * one follows it; `beside`: both follow the same; `elsewhere`: it follows a third; `ended`: it is answered or ended otherwise.
 */
export const similarRelations = ['open', 'follows', 'master', 'beside', 'elsewhere', 'ended'] as const;
export type SimilarRelation = (typeof similarRelations)[number];

const caseLike = z.object({
  number: z.string(),
  title: z.string(),
  kind: z.enum(kinds),
  state: z.enum(appealStates),
  orderState: z.enum(orderStates).nullable(),
  matter: matterName.nullable(),
  area: areaName.nullable(),
  /** Who has it now. */
  holder: unitName,
  filedAt: time,
  followers: z.number(),
  /** That both are one event, 0 to 1. */
  chance: z.number(),
});

/** `POST /api/desk/similar`: what is there already of what a caller tells. */
export const deskSimilar = z.object({ items: z.array(caseLike) });

/** `GET /api/desk/cases/{number}/similar`: at most eight, the likeliest first. */
export const similarCases = z.object({
  items: z.array(
    caseLike.extend({
      body: z.string(),
      address: z.string().nullable(),
      /** What both have, in the words of the case asked about, for a person to check. */
      words: z.array(z.string()),
      places: z.array(z.string()),
      problems: z.array(z.string()),
      relation: z.enum(similarRelations),
      /** The citizen says that it is the same. */
      claimed: z.boolean(),
      /** May this person merge the case asked about into it now? */
      mayMerge: z.boolean(),
    }),
  ),
});

/** `GET /api/desk/likely-same`: of each case of a list the likeliest that it could be merged into now. */
export const likelySame = z.object({
  items: z.array(
    z.object({
      number: z.string(),
      into: z.string(),
      title: z.string(),
      filedAt: time,
      chance: z.number(),
      claimed: z.boolean(),
    }),
  ),
});

export type PublicSimilar = z.infer<typeof publicSimilar>;
export type DeskSimilar = z.infer<typeof deskSimilar>;
export type SimilarCases = z.infer<typeof similarCases>;
export type LikelySame = z.infer<typeof likelySame>;
