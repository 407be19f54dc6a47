import { z } from 'zod';
import { clock, matterName } from './api.ts';
import { kinds, orderStates, urgencies } from './appeal.ts';
import { commandNames } from './commands.ts';
import { evidences } from './matter-rule.ts';

/**
 * An order as a grid worker takes it along, and as it lies on the phone: no name, no number, and of the words none that
 * tell one.
 */
export const fieldOrder = z.object({
  number: z.string(),
  title: z.string(),
  body: z.string(),
  kind: z.enum(kinds),
  urgency: z.enum(urgencies),
  orderState: z.enum(orderStates),
  matter: matterName.nullable(),
  address: z.string().nullable(),
  lat: z.number().nullable(),
  long: z.number().nullable(),
  /** The clock that runs out next. */
  clock: clock.nullable(),
  /** 结案标准. */
  evidence: z.array(z.enum(evidences)),
  /** Has the citizen been reached since the order was made? */
  contacted: z.boolean(),
  /** Is there a number, and may this person ask for it? */
  mayCall: z.boolean(),
  /** Why the answer came back from review, where it did. */
  findings: z.string().nullable(),
  abilities: z.array(z.enum(commandNames)),
});
export type FieldOrder = z.infer<typeof fieldOrder>;

/** 现场: what a unit has in hand, the nearest deadline first. `next`: the cursor of those that follow. */
export const fieldOrders = z.object({ orders: z.array(fieldOrder), next: z.string().nullable() });
export type FieldOrders = z.infer<typeof fieldOrders>;
