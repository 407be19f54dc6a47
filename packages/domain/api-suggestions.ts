import { z } from 'zod';
import { foundField, matterName, matterSuggestion, unitName, unitSuggestion } from './api.ts';
import { kinds } from './appeal.ts';
import { period, rate } from './api-figures.ts';

export const suggestion = z.object({
  title: z.string(),
  kind: z.enum(kinds),
  matters: z.array(matterSuggestion),
  /** Whose it seems to be, best first; none below the city's least confidence. */
  units: z.array(unitSuggestion),
  /** Who will likely handle it, where the citizen may be told. */
  likely: unitName.nullable(),
  /** The kinds of which the city asks when it was; none where the words tell. */
  asksWhen: z.array(z.enum(kinds)),
  area: z.object({ id: z.number(), name: z.string(), nameEn: z.string() }).nullable(),
  /** Where it is, in the words' own terms. */
  address: z.string().nullable(),
  fields: z.array(foundField),
});

/** What became of first suggestions: all that were filed, those sure enough to be shown, and of these those judged and right. */
const tally = z.object({
  filed: z.number(),
  sure: z.number(),
  /** 一次分拨成功: dispatched first as suggested and never sent back ÷ dispatched, of those shown. */
  success: rate,
  /** Shown ÷ filed. */
  coverage: rate,
});

export const suggestionFigures = z.object({
  period,
  all: tally,
  /** Oldest first; a week begins on Monday. */
  weeks: z.array(tally.extend({ week: z.string(), period })),
  /** Calibration: of suggestions between `from` and `to` sure, how many were right. Also those that were not shown. */
  bands: z.array(z.object({ from: z.number(), to: z.number(), filed: z.number(), hits: rate })),
  /** The most frequent first. */
  matters: z.array(tally.extend({ matter: matterName })),
  /** Below it none is shown. */
  atLeast: z.number(),
});

/** What the measured accuracy of each matter is, tenth of confidence by tenth, for who decides on automatic dispatch. */
export const automaticFigures = z.object({
  period,
  matters: z.array(
    z.object({
      matter: matterName,
      bands: z.array(z.object({ from: z.number(), judged: z.number(), hits: z.number() })),
    }),
  ),
});

export type SuggestionFigures = z.infer<typeof suggestionFigures>;
export type AutomaticFigures = z.infer<typeof automaticFigures>;
export type Tally = z.infer<typeof tally>;
export type Suggestion = z.infer<typeof suggestion>;
export type FoundField = z.infer<typeof foundField>;
