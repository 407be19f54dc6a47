import { z } from 'zod';
import { matterName } from './api.ts';
import { kinds, urgencies } from './appeal.ts';
import { evidences } from './matter-rule.ts';
import { unitLevels } from './units.ts';

const time = z.string();

/** The city's rules of one version, in words; `lines` are its numbers, `automatic` what the system decides by itself. */
export const cityRules = z.object({
  version: z.number(),
  fromAt: time,
  /** In force once or to come, oldest first. */
  versions: z.array(z.object({ version: z.number(), fromAt: time })),
  groups: z.array(
    z.object({
      id: z.string(),
      zh: z.string(),
      en: z.string(),
      lines: z.array(
        z.object({
          id: z.string(),
          zh: z.string(),
          en: z.string(),
          valueZh: z.string(),
          valueEn: z.string(),
        }),
      ),
    }),
  ),
  automatic: z.array(z.object({ id: z.string(), zh: z.string(), en: z.string() })),
  /** Lines of the table of limits, kind × matter × urgency × level, and matters with limits or evidence of their own. */
  table: z.array(
    z.object({
      matter: matterName.nullable(),
      kind: z.enum(kinds).nullable(),
      urgency: z.enum(urgencies).nullable(),
      level: z.enum(unitLevels).nullable(),
      clock: z.enum(['elapsed', 'working']),
      amount: z.number(),
    }),
  ),
  matters: z.array(
    matterName.extend({
      days: z.partialRecord(z.enum(kinds), z.number()),
      urgentHours: z.number().nullable(),
      evidence: z.array(z.enum(evidences)),
    }),
  ),
});

export type CityRules = z.infer<typeof cityRules>;
