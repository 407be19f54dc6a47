import { z } from 'zod';

const fileKinds = ['photo', 'voice', 'video'] as const;

/** A photo or recording of an event, as whoever may see it is told of it; its bytes come from `…/photos/{id}`. */
export const shownFile = z.object({
  id: z.string(),
  role: z.enum(['given', 'before', 'after']),
  kind: z.enum(fileKinds),
  /** Of a recording. */
  seconds: z.number().optional(),
  /** As the phone that took it said, ISO 8601; where, to staff only. */
  takenAt: z.string().optional(),
  lat: z.number().optional(),
  long: z.number().optional(),
  /** It was there; its file has been removed. */
  erased: z.literal(true).optional(),
});
export type ShownFile = z.infer<typeof shownFile>;
