import { z } from 'zod';
import { matterName, unitName } from './api.ts';
import { exclusionReasons } from './supervise/requests.ts';

/** 剔除, published: which cases are left out of which unit's indicators and why. Of a confidential one neither number nor matter. */
export const exclusions = z.object({
  items: z.array(
    z.object({
      number: z.string().nullable(),
      matter: matterName.nullable(),
      unit: unitName,
      reason: z.enum(exclusionReasons),
      grantedAt: z.string(),
    }),
  ),
  next: z.string().nullable(),
});
export type Exclusions = z.infer<typeof exclusions>;
