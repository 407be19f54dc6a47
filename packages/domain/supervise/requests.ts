import { z } from 'zod';
import { base, longText } from '../fields.ts';

/** 督办立案 by a supervisor, beside the one the system opens after a second dissatisfaction. */
export const openFollowUpRequest = z.strictObject({ ...base, text: longText });
export type OpenFollowUpRequest = z.infer<typeof openFollowUpRequest>;
