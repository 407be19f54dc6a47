import { z } from 'zod';
import { matterName } from './api.ts';
import { period, rate } from './api-figures.ts';

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
