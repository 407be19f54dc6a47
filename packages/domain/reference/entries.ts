import { z } from 'zod';
import { kinds } from '../appeal.ts';
import { phone, words } from '../fields.ts';
import { staffRoles } from '../roles.ts';
import { evidences } from '../matter-rule.ts';
import { unitKinds, unitLevels } from '../units.ts';

/** What administrators keep, beside settings and calendar: units 单位, accounts 账号 and the duty catalogue 职责清单. */
export const referenceLists = ['unit', 'account', 'matter'] as const;
export type ReferenceList = (typeof referenceLists)[number];

/** A function as `street-lights`: what a unit does, and what a matter asks for. `government` is an area's own. */
export const functionName = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
  .max(40);

/** A unit by its code: `SZ-FT-YL`. Its place in the tree is for good: every record names its path. */
export const unitEntry = z.strictObject({
  /** The code of the unit above; null: the city itself. */
  parent: z.string().max(40).nullable(),
  level: z.enum(unitLevels),
  kind: z.enum(unitKinds),
  function: functionName.nullable(),
  name: words(60),
  nameEn: words(120),
  /** 一线单位: counted among those the city compares. */
  firstLine: z.boolean(),
  /** Published in the phone directory. */
  phone: phone.nullable(),
  phoneHours: words(60).nullable(),
  active: z.boolean(),
});

/** An account by its user name. */
export const accountEntry = z.strictObject({
  name: words(40),
  nameEn: words(80),
  /** The unit's code. */
  unit: z.string().max(40),
  roles: z
    .array(z.enum(staffRoles))
    .max(staffRoles.length)
    .refine((all) => new Set(all).size === all.length, 'Invalid list: a role is there twice'),
  active: z.boolean(),
});

const duty = z.strictObject({ function: functionName, level: z.enum(unitLevels) });
/** As the settings have it: a limit to answer takes at most this many working days. */
const mostDays = 250;
const days = z.int().min(1).max(mostDays).optional();

/** A heading (level 1 and 2) or a matter (level 3) by its code. */
export const matterEntry = z.strictObject({
  parent: z.string().max(32).nullable(),
  level: z.int().min(1).max(3),
  name: words(60),
  nameEn: words(160),
  keywords: z.array(words(30)).max(60),
  responsible: duty.nullable(),
  backstop: duty.nullable(),
  /** Working days by kind, where they differ from the city's. */
  finishDays: z.strictObject(
    Object.fromEntries(kinds.map((kind) => [kind, days])) as Record<(typeof kinds)[number], typeof days>,
  ),
  /** Clock hours for what is urgent. */
  urgentHours: z.int().min(1).max(240).nullable(),
  mayPushDown: z.boolean(),
  evidence: z.array(z.enum(evidences)).max(evidences.length),
  active: z.boolean(),
});

type Readable<T> = T extends object ? { readonly [K in keyof T]: Readable<T[K]> } : T;
export type UnitEntry = Readable<z.infer<typeof unitEntry>>;
export type AccountEntry = Readable<z.infer<typeof accountEntry>>;
export type MatterEntry = Readable<z.infer<typeof matterEntry>>;
export type EntryOf = { unit: UnitEntry; account: AccountEntry; matter: MatterEntry };

export const entrySchemas = { unit: unitEntry, account: accountEntry, matter: matterEntry } as const;

/** The key of each list. Once given it is never given to another: records name it. */
export const keyShapes = {
  unit: z
    .string()
    .regex(/^[A-Z0-9]+(-[A-Z0-9]+)*$/)
    .max(40),
  account: z
    .string()
    .regex(/^[a-z0-9][a-z0-9._-]*$/)
    .max(64),
  matter: z
    .string()
    .regex(/^[0-9A-Za-z][0-9A-Za-z.-]*$/)
    .max(32),
} as const;
