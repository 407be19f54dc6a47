import { z } from 'zod';
import { shownFile } from './api-files.ts';
import { appealStates, channels, essentials, kinds, orderCauses, orderStates, urgencies } from './appeal.ts';
import { commandNames } from './commands.ts';
import { referralReasons } from './dispatch/requests.ts';
import { applications } from './handle/requests.ts';
import { lights } from './limits.ts';
import { likes } from './predict/pace.ts';
import { staffRoles } from './roles.ts';
import { evidences } from './matter-rule.ts';
import { unitKinds, unitLevels } from './units.ts';

/**
 * What the HTTP API answers. Every answer is an allow-list: a field that is not here does not leave the server.
 * Times are ISO 8601 in UTC. The web ends use these as types only.
 */
const time = z.string();

export const problem = z.object({
  /** Stable, kebab-case. */
  code: z.string(),
  message: z.string(),
  messageEn: z.string(),
  /** Of bad input: which field, and what is wrong with it. */
  fields: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});

export const unitName = z.object({
  id: z.number(),
  name: z.string(),
  nameEn: z.string(),
  phone: z.string().nullable(),
});
/** What something stands under: `深圳市 / 福田区 / 园岭街道`. */
export const trail = { trail: z.string(), trailEn: z.string() };
export const unitRow = unitName.extend({
  code: z.string(),
  parent: z.number().nullable(),
  level: z.enum(unitLevels),
  kind: z.enum(unitKinds),
  phoneHours: z.string().nullable(),
  ...trail,
});
export const matterName = z.object({
  code: z.string(),
  name: z.string(),
  nameEn: z.string(),
  ...trail,
});
export const matterSuggestion = matterName.extend({ confidence: z.number(), words: z.array(z.string()) });
/** `went`: how many appeals of this matter here were decided to be this unit's; `precedents`: in how many of the latest disputes about the matter it was found to be. */
export const unitSuggestion = z.object({
  unit: unitName,
  matter: matterSuggestion,
  went: z.number(),
  precedents: z.number(),
});

export const filedAnswer = z.object({ number: z.string(), queryCode: z.string() });
export const done = z.object({ number: z.string(), version: z.number(), state: z.enum(appealStates) });

/** One line of a timeline: what happened, who did it (a unit, never a person), the words the reader may see. */
export const timelineItem = z.object({
  seq: z.number(),
  at: time,
  what: z.string(),
  unit: unitName.nullable(),
  by: z.enum(['citizen', 'staff', 'system']),
  /** Of staff, to staff only. */
  byName: z.string().optional(),
  texts: z.record(z.string(), z.string()),
  photos: z.array(shownFile),
  data: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});

export const track = z.object({
  number: z.string(),
  state: z.enum(appealStates),
  orderState: z.enum(orderStates).nullable(),
  title: z.string(),
  body: z.string(),
  kind: z.enum(kinds),
  matter: matterName.nullable(),
  address: z.string().nullable(),
  filedAt: time,
  /** Who has it now, since when, and their public phone. */
  holder: unitName,
  heldSince: time,
  /** By when the step under way is due: dispatch, then the answer. */
  due: time.nullable(),
  promisedAt: time.nullable(),
  /** When the answer is likely to come, from how such appeals went; null where too little is known. Eight of ten come between
   * `from` and `to`; it rests on `cases` answered ones, which were alike in `like`. */
  prediction: z.object({ at: time, from: time, to: time, cases: z.number(), like: z.enum(likes) }).nullable(),
  missing: z.array(z.enum(essentials)),
  urges: z.number(),
  bouncedMs: z.number(),
  /** 并单: how many follow this one, and whether it follows another. */
  followers: z.number(),
  merged: z.boolean(),
  /** Where what it follows stands, and its way until it is answered: no words, no person. `holder` and `due` are its own, too. */
  together: z
    .object({
      state: z.enum(appealStates),
      orderState: z.enum(orderStates).nullable(),
      timeline: z.array(timelineItem),
    })
    .nullable(),
  /** 暂定. */
  provisional: z.boolean(),
  version: z.number(),
  abilities: z.array(z.enum(commandNames)),
  /** Present while the citizen may rate. */
  rateToken: z.string().nullable(),
  timeline: z.array(timelineItem),
});

export const rating = z.object({
  number: z.string(),
  title: z.string(),
  answer: z.string(),
  unit: unitName.nullable(),
  answeredAt: time,
  /** Where a unit was to contact the citizen: the form asks whether it did. */
  asksContact: z.boolean(),
});

/** Read from the words: 路段、小区、时间、电话、金额、单位. `start` and `end` are UTF-16 offsets in them. */
export const foundField = z.object({
  kind: z.enum(['road', 'estate', 'time', 'phone', 'amount', 'party']),
  text: z.string(),
  start: z.number(),
  end: z.number(),
});

export const city = z.object({
  name: z.string(),
  nameEn: z.string(),
  hotline: z.string(),
  demo: z.boolean(),
  /** Where the staff's map has its ground from, and whom to thank; null: shapes alone. */
  tiles: z.object({ url: z.string(), credit: z.string() }).nullable(),
  /** How long and how large what citizens record may be. */
  recordings: z.object({ voiceSeconds: z.number(), videoSeconds: z.number(), megabytes: z.number() }),
  districts: z.array(unitName),
});

/** Open figures anyone may read. */
export const figures = z.object({
  filedToday: z.number(),
  filedMonth: z.number(),
  closedMonth: z.number(),
  solvedRate: z.number().nullable(),
  onTimeRate: z.number().nullable(),
  byDay: z.array(z.object({ day: z.string(), filed: z.number(), closed: z.number() })),
});

export const citizenMe = z.object({ phone: z.string() }).nullable();
export const myAppeals = z.object({
  items: z.array(
    z.object({
      number: z.string(),
      queryCode: z.string(),
      title: z.string(),
      state: z.enum(appealStates),
      filedAt: time,
    }),
  ),
});

export const queues = [
  'to-dispatch',
  'send-backs',
  // What waits for the centre and is about the centre: its superior does it.
  'about-centre',
  'arbitration',
  'in-hand',
  'co-handling',
  'to-review',
  'applications',
  'closures',
  'on-ledger',
  'awaiting-rating',
  'call-backs',
  'follow-ups',
  'exclusions',
] as const;
export type Queue = (typeof queues)[number];

export const staffMe = z.object({
  account: z.string(),
  username: z.string(),
  name: z.string(),
  nameEn: z.string(),
  unit: unitRow,
  roles: z.array(z.enum(staffRoles)),
  /** The queues this person works, in the order to show them. */
  queues: z.array(z.enum(queues)),
  mayRecord: z.boolean(),
  mayReadFigures: z.boolean(),
  /** 研判: judges alerts. */
  mayJudge: z.boolean(),
  mayReadReveals: z.boolean(),
  /** Keeps units, accounts, catalogue, calendar, settings. */
  mayManage: z.boolean(),
  /** Gives rights. */
  mayGrant: z.boolean(),
});

export const clock = z.object({
  name: z.enum(['dispatch', 'acknowledge', 'contact', 'finish']),
  from: time,
  due: time,
  done: time.nullable(),
  light: z.enum(lights),
  /** It stands still: on the ledger, or while it is decided whose duty it is. */
  stands: z.boolean(),
});

/** A line of a queue or a drill-down. No personal data. */
export const caseRow = z.object({
  number: z.string(),
  title: z.string(),
  kind: z.enum(kinds),
  channel: z.enum(channels),
  urgency: z.enum(urgencies),
  state: z.enum(appealStates),
  orderState: z.enum(orderStates).nullable(),
  matter: matterName.nullable(),
  area: z.object({ id: z.number(), name: z.string(), nameEn: z.string() }).nullable(),
  holder: unitName,
  filedAt: time,
  /** The clock that runs out next. */
  clock: clock.nullable(),
  urges: z.number(),
  dissatisfied: z.number(),
  followUp: z.boolean(),
  confidential: z.boolean(),
  /** 申请 waiting for a decision, and since when. */
  asked: z
    .object({
      what: z.enum(applications),
      days: z.number().nullable(),
      reviewAt: time.nullable(),
      since: time,
    })
    .nullable(),
  /** 挂账: when it is looked at again. */
  reviewAt: time.nullable(),
  /** 协办: who still owes a report, by when. */
  owed: z.array(z.object({ unit: unitName, due: time })),
  /** 回访 wanted, and why. */
  callBack: z.enum(['sample', 'silent']).nullable(),
  suggestion: unitSuggestion.nullable(),
  /** It waits for dispatch, and no suggestion is sure enough: a person has to judge. */
  unsure: z.boolean(),
  /** What the reader could do with it now. */
  abilities: z.array(z.enum(commandNames)),
});
export const casePage = z.object({ items: z.array(caseRow), next: z.string().nullable() });
export const queueCounts = z.partialRecord(
  z.enum(queues),
  z.object({ count: z.number(), more: z.boolean() }),
);

/** 裁定先例: what was decided about whose duty a matter is. */
export const precedent = z.object({
  unit: unitName,
  at: time,
  how: z.enum(['arbitrated', 'kept']),
  /** Of the case it was decided in, where the reader may see it. */
  number: z.string().nullable(),
  reason: z.string().nullable(),
});
export const caseView = caseRow.extend({
  body: z.string(),
  /** Read from the body whenever the case is read. */
  fields: z.array(foundField),
  address: z.string().nullable(),
  lat: z.number().nullable(),
  long: z.number().nullable(),
  version: z.number(),
  missing: z.array(z.enum(essentials)),
  /** Masked; a reveal needs a purpose and is logged. */
  person: z.object({ name: z.string().nullable(), phone: z.string().nullable() }),
  mayReveal: z.boolean(),
  order: z
    .object({
      no: z.number(),
      cause: z.enum(orderCauses),
      lead: unitName,
      holder: unitName,
      designated: z.boolean(),
      limitSource: z.string(),
      suggestedUnit: unitName.nullable(),
      /** As first set, beside the approved one in `clocks`. */
      originalFinishDue: time,
      /** 暂定: it lies in a year whose calendar is not published yet. */
      provisional: z.boolean(),
      extensionDays: z.number(),
      /** 挂账 since, and when it is looked at again. */
      pausedAt: time.nullable(),
      reviewAt: time.nullable(),
      /** 申请 waiting for a decision. */
      asked: z
        .object({ what: z.enum(applications), days: z.number().nullable(), reviewAt: time.nullable() })
        .nullable(),
      coHandlers: z.array(z.object({ unit: unitName, due: time, reportedAt: time.nullable() })),
    })
    .nullable(),
  accused: unitName.nullable(),
  bouncedMs: z.number(),
  sendBacks: z.number(),
  /** 持有时长: minutes of office hours each unit has held it, and since when the one that has it does. */
  held: z.array(z.object({ unit: unitName, minutes: z.number(), since: time.nullable() })),
  /** 并单: the number it follows. */
  master: z.string().nullable(),
  followers: z.number(),
  /** Those of them that this person may see, the first fifty; `rated` since they follow. */
  followedBy: z.array(
    z.object({
      number: z.string(),
      since: time,
      channel: z.enum(channels),
      state: z.enum(appealStates),
      rated: z.boolean(),
    }),
  ),
  /** What was promised with the answer and is not reported as kept. */
  promise: z.object({ at: time, unit: unitName }).nullable(),
  /** The version of the city's rules it is handled by. */
  rules: z.number(),
  /** 结案标准: what its matter needs before it can be answered. */
  evidence: z.array(z.enum(evidences)),
  clocks: z.array(clock),
  suggestions: z.array(unitSuggestion),
  /** The city's own words of the route to take, by the reason; null where the reader cannot refer it. */
  referralRoutes: z.record(z.enum(referralReasons), z.string()).nullable(),
  /** Whoever calls the citizen asks whether the unit contacted them. */
  asksContact: z.boolean(),
  /** What was decided before about whose duty its matter is: by an arbiter, or by the centre that refused a send-back. */
  precedents: z.array(precedent),
  timeline: z.array(timelineItem),
});

export type Problem = z.infer<typeof problem>;
export type UnitName = z.infer<typeof unitName>;
export type UnitRow = z.infer<typeof unitRow>;
export type MatterName = z.infer<typeof matterName>;
export type Track = z.infer<typeof track>;
export type TimelineItem = z.infer<typeof timelineItem>;
export type Rating = z.infer<typeof rating>;
export type UnitSuggestion = z.infer<typeof unitSuggestion>;
export type City = z.infer<typeof city>;
export type Figures = z.infer<typeof figures>;
export type StaffMe = z.infer<typeof staffMe>;
export type Clock = z.infer<typeof clock>;
export type QueueCounts = z.infer<typeof queueCounts>;
export type CaseRow = z.infer<typeof caseRow>;
export type CaseView = z.infer<typeof caseView>;
