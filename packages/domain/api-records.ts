import { z } from 'zod';
import { matterName, unitName } from './api.ts';
import { appealStates } from './appeal.ts';

/** What the HTTP API answers of records kept beside the appeals: reveals, circulars, accounts, service contacts, notices. */
const time = z.string();

export const serviceContactPage = z.object({
  items: z.array(
    z.object({
      at: time,
      channel: z.string(),
      matter: matterName.nullable(),
      text: z.string(),
      byName: z.string(),
      /** The appeal it was about, where the reader may see it. */
      number: z.string().nullable(),
    }),
  ),
  next: z.string().nullable(),
  /** How many the whole city answered at once today. */
  today: z.number(),
});

export const reveal = z.object({ value: z.string() });

export const revealLog = z.object({
  items: z.array(
    z.object({
      at: time,
      number: z.string(),
      byName: z.string(),
      unit: unitName,
      field: z.string(),
      purpose: z.string(),
    }),
  ),
  next: z.string().nullable(),
});

export const circulars = z.object({
  items: z.array(
    z.object({
      number: z.string(),
      title: z.string(),
      unit: unitName.nullable(),
      openedAt: time,
      cause: z.string(),
      circular: z.boolean(),
      state: z.enum(appealStates),
    }),
  ),
  next: z.string().nullable(),
});

/** What one's unit is told of, newest first: an event, and what of it counts (`finish:red`, `extension`, a cause). */
export const notices = z.object({
  items: z.array(
    z.object({
      id: z.number(),
      at: time,
      what: z.string(),
      detail: z.string().nullable(),
      /** Null where it is of an alert whose case is not to be seen. */
      number: z.string().nullable(),
      /** Of an alert: its id; the title is then what the event is called. */
      alert: z.number().nullable(),
      title: z.string(),
      unit: unitName,
      read: z.boolean(),
    }),
  ),
  unread: z.object({ count: z.number(), more: z.boolean() }),
  next: z.string().nullable(),
});

export const noticesRead = notices.pick({ unread: true });

export type ServiceContactPage = z.infer<typeof serviceContactPage>;
export type Circulars = z.infer<typeof circulars>;
export type Notices = z.infer<typeof notices>;
