import { z } from 'zod';

/** What a drafted answer lacks. `code` is stable; `quote` is what it is about. */
export const answerCheck = z.object({
  /** 0 to 1: does it belong to this appeal rather than to another of its topic? */
  relevance: z.number(),
  findings: z.array(
    z.object({
      code: z.string(),
      message: z.string(),
      messageEn: z.string(),
      quote: z.object({ of: z.enum(['question', 'reply']), text: z.string() }).nullable(),
    }),
  ),
});

export type AnswerCheck = z.infer<typeof answerCheck>;
