import { z } from 'zod';
import { parseNumber } from './ids.ts';

// Field shapes the requests of several stages share.

/** Words of 1 to `max` code points, as PostgreSQL counts them; its text cannot hold NUL, and UTF-8 no half of a surrogate pair. */
export const words = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .refine((text) => [...text].length <= max, `Too big: expected string to have <=${max} characters`)
    .refine((text) => !text.includes('\0'), 'Invalid string: must not include NUL')
    .refine((text) => text.isWellFormed(), 'Invalid string: must not include half a surrogate pair')
    .meta({ maxLength: max });
/** An appeal's number, well formed; whether there is such an appeal is another question. */
export const appealNumber = words(40).refine((text) => parseNumber(text) !== null, 'Invalid appeal number');
export const requestId = z.uuid();
export const shortText = words(200);
export const longText = words(4000);
export const photos = z.array(z.uuid()).max(9).default([]);
export const phone = z
  .string()
  .trim()
  .regex(/^\+?[0-9][0-9 -]{4,18}[0-9]$/);
export const unitIdField = z.int().positive();
export const latitude = z.number().min(-90).max(90);
export const longitude = z.number().min(-180).max(180);
/** Every command carries the id its client made, so that sending it again does nothing again. */
export const base = { requestId };
