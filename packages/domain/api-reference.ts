import { z } from 'zod';
import { trail, unitName } from './api.ts';
import { requestId, shortText } from './fields.ts';
import { staffRoles } from './roles.ts';
import {
  entrySchemas,
  keyShapes,
  type MatterEntry,
  matterEntry,
  referenceLists,
  unitEntry,
} from './reference/entries.ts';

/** Requests and answers of the administrators' lists: units, accounts, duty catalogue. Answers are allow-lists. */
const time = z.string();
const version = z.int().min(0);
/** A catalogue uploaded whole. */
const mostEdits = 6000;

/** An entry as it shall be. `base`: the change it was made from, so that who has not seen the latest overwrites nothing; null: it is new. */
const edit = <L extends keyof typeof entrySchemas>(list: L) =>
  z.strictObject({ key: keyShapes[list], base: version.nullable(), entry: entrySchemas[list] });
const edits = { unit: edit('unit'), account: edit('account'), matter: edit('matter') };
const most = { unit: 500, account: 500, matter: mostEdits };
const list = <L extends keyof typeof edits>(name: L) => z.array(edits[name]).min(1).max(most[name]);
export const previewRequests = {
  unit: z.strictObject({ edits: list('unit') }),
  account: z.strictObject({ edits: list('account') }),
  matter: z.strictObject({ edits: list('matter') }),
} as const;
const published = { requestId, why: shortText };
export const publishRequests = {
  unit: z.strictObject({ ...published, edits: list('unit') }),
  account: z.strictObject({ ...published, edits: list('account') }),
  matter: z.strictObject({ ...published, edits: list('matter') }),
} as const;
/** To take a change back, or to let somebody choose a password anew. */
export const whyRequest = z.strictObject(published);

const fieldChange = z.object({ field: z.string(), before: z.unknown(), after: z.unknown() });
const item = z.object({
  key: z.string(),
  /** As the entry is called; of one that was closed, as it was. */
  name: z.string(),
  nameEn: z.string(),
  what: z.enum(['added', 'changed', 'retired', 'restored']),
  fields: z.array(fieldChange),
});

export const changePreview = z.object({
  list: z.enum(referenceLists),
  /** How many entries each. */
  counts: z.object({
    added: z.number(),
    changed: z.number(),
    retired: z.number(),
    restored: z.number(),
  }),
  /** The first of them. */
  items: z.array(item),
  /** What is under way where the change falls: of a unit its work in hand, of a matter its open cases among the newest `among`. */
  touches: z.array(
    z.object({ key: z.string(), name: z.string(), nameEn: z.string(), open: z.number(), among: z.number() }),
  ),
});

/** Shown once: nobody can read it again. */
const activation = z.object({ username: z.string(), code: z.string(), until: time });
export const changePublished = z.object({ change: z.number(), activations: z.array(activation) });
export const activationIssued = z.object({ activation });

export const changeLog = z.object({
  items: z.array(
    z.object({
      id: z.number(),
      list: z.enum(referenceLists),
      at: time,
      by: z.object({ name: z.string(), nameEn: z.string() }),
      why: z.string(),
      /** The change it takes back. */
      undoes: z.number().nullable(),
      /** The last change that took it back. */
      undoneBy: z.number().nullable(),
      /** How many entries it has; `items` are the first of them. */
      count: z.number(),
      items: z.array(item),
      /** May the reader take it back? */
      mayUndo: z.boolean(),
    }),
  ),
  next: z.number().nullable(),
});

const kept = { key: z.string(), changed: version };
export const unitKept = z.object({
  ...kept,
  entry: unitEntry,
  id: z.number(),
  ...trail,
  below: z.number(),
});
export const unitList = z.object({ items: z.array(unitKept), more: z.boolean() });
export const unitOne = unitKept.extend({
  /** Who approves its answers. */
  leaders: z.array(z.object({ username: z.string(), name: z.string(), nameEn: z.string() })),
  accounts: z.number(),
  work: z.number(),
});
/** Not to be written to by whoever reads it. */
const matterRead: z.ZodType<MatterEntry> = matterEntry;
export const matterKept = z.object({ ...kept, entry: matterRead, ...trail });
export const matterList = z.object({
  items: z.array(matterKept),
  more: z.boolean(),
  /** What a matter can ask for: every function of an active unit, with the levels that have it. */
  functions: z.array(
    z.object({
      name: z.string(),
      levels: z.array(z.string()),
      /** The highest unit that has it; null: an area’s government. */
      unit: z.object({ name: z.string(), nameEn: z.string() }).nullable(),
    }),
  ),
});
export const accountKept = z.object({
  username: z.string(),
  name: z.string(),
  nameEn: z.string(),
  unit: unitName,
  roles: z.array(z.enum(staffRoles)),
  active: z.boolean(),
  changed: version,
  /** The unit's code. */
  unitCode: z.string(),
  /** Whether its owner has chosen a password. */
  activated: z.boolean(),
  /** Until when an activation link is good; null: there is none. */
  until: time.nullable(),
});
export const accounts = z.object({ items: z.array(accountKept), next: z.string().nullable() });

/** What an uploaded catalogue would change: a preview, and the edits to publish it with. */
export const sheetPreview = z.object({
  preview: changePreview.nullable(),
  edits: list('matter').or(z.array(z.never()).max(0)),
  rows: z.number(),
});

export const activateRequest = z.strictObject({
  username: z.string().max(64),
  code: z.string().max(64),
  password: z.string().max(256),
});

export type ChangePreview = z.infer<typeof changePreview>;
export type ChangeItemRow = z.infer<typeof item>;
export type ChangePublished = z.infer<typeof changePublished>;
export type ActivationRow = z.infer<typeof activation>;
export type ChangeLog = z.infer<typeof changeLog>;
export type UnitList = z.infer<typeof unitList>;
export type UnitKept = z.infer<typeof unitKept>;
export type UnitOne = z.infer<typeof unitOne>;
export type MatterList = z.infer<typeof matterList>;
export type MatterKept = z.infer<typeof matterKept>;
export type Account = z.infer<typeof accountKept>;
export type SheetPreview = z.infer<typeof sheetPreview>;
