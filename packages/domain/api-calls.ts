import { z } from 'zod';
import { caseRow, unitName } from './api.ts';
import { rate } from './api-figures.ts';
import { callIndicatorNames } from './indicators/calls.ts';

/** What the HTTP API answers of telephone calls. */
const time = z.string();

export const callTaken = z.object({ fresh: z.boolean(), operatorKnown: z.boolean().nullable() });

/** What rings or is spoken at an operator's desk; null when nothing does. */
export const deskCall = z.object({
  call: z
    .object({
      id: z.string(),
      state: z.enum(['ringing', 'talking']),
      line: z.string(),
      phone: z.string().nullable(),
      offeredAt: time.nullable(),
      answeredAt: time.nullable(),
      /** The name last given with this number, masked. */
      name: z.string().nullable(),
      /** The case it was given with, by whose number it may be revealed. */
      knownBy: z.string().nullable(),
      /** Where the last case was. */
      area: unitName.omit({ phone: true }).nullable(),
      /** What this number has asked before, what is open first. */
      earlier: z.array(caseRow),
      open: z.number(),
    })
    .nullable(),
});
export type DeskCall = NonNullable<z.infer<typeof deskCall>['call']>;

const callRates = z.object({
  calls: z.number(),
  indicators: z.record(z.enum(callIndicatorNames), rate),
  /** 平均通话时长 in ms. */
  meanTalk: z.number().nullable(),
});

/** Calls of a period, all together and by line. `within`: seconds in which a call is to be answered. */
export const callFigures = z.object({
  from: time,
  to: time,
  within: z.number(),
  all: callRates,
  lines: z.array(callRates.extend({ line: z.string() })),
});
export type CallFigures = z.infer<typeof callFigures>;
