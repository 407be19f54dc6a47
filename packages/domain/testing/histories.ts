import type { z } from 'zod';
import type { Actor } from '../actors.ts';
import { type Appeal, type Situation, type WorkOrder, situation } from '../appeal.ts';
import { type Calendar, monthOf } from '../calendar/calendar.ts';
import { type Intake, file } from '../collect/rules.ts';
import { type FileRequest, fileRequest } from '../collect/requests.ts';
import { type Command, type CommandName, commandRequests } from '../commands.ts';
import type { Context } from '../context.ts';
import { abilities, decide } from '../decide.ts';
import type { AppealEvent, Recorded } from '../events.ts';
import { evolve } from '../evolve.ts';
import { appealId, cohortOf, formatNumber } from '../ids.ts';
import type { Refusal } from '../refusals.ts';
import type { MatterRule } from '../matter-rule.ts';
import { defaultSettings, type Settings } from '../settings.ts';
import type { UnitRef } from '../units.ts';
import { calendar2026, citizen, cityTime, matters, staff, system, units } from './city.ts';

/** An appeal with all that happened to it so far. `now` is when the last of it did, in ms. */
export type History = {
  readonly appeal: Appeal;
  readonly recorded: readonly Recorded[];
  readonly now: number;
  readonly settings: Settings;
  readonly calendar: Calendar;
  /** 兜底: who acts first in a dispute. */
  readonly backstop: UnitRef | null;
  /** The appeal that a merge names; a twin of this one unless said otherwise. */
  readonly master?: Appeal | null;
};

const requestId = '018f4e2a-7c31-4b6e-9d55-2f1f0a3b4c5d';
const minute = 60_000;

type Fields<C extends CommandName> =
  z.input<(typeof commandRequests)[C]> extends infer R
    ? R extends unknown
      ? Omit<R, 'requestId'>
      : never
    : never;

/** A command as it comes from the edge: its request passed the schema. @throws ZodError when it does not */
export function command<C extends CommandName>(type: C, fields: Fields<C>): Command {
  return { type, request: commandRequests[type].parse({ requestId, ...fields }) } as Command;
}

export const goodFiling: FileRequest = fileRequest.parse({
  requestId,
  text: '小区门口的路灯连续三个晚上没有亮，老人出门容易摔倒。',
  place: { address: '园中路8号' },
  contact: { name: '王女士', phone: '13800000000' },
});

export type Filing = {
  readonly at?: number;
  readonly request?: Partial<FileRequest>;
  readonly intake?: Partial<Intake>;
  readonly settings?: Settings;
  readonly calendar?: Calendar;
  readonly backstop?: UnitRef;
  readonly id?: number;
};

/** A new appeal, by default filed on a plain Monday at nine. */
export function filed(filing: Filing = {}): History {
  const { at = cityTime('2026-03-02 09:00'), settings = defaultSettings, calendar = calendar2026 } = filing;
  const event = file(
    { ...goodFiling, ...filing.request },
    {
      channel: 'web',
      urgency: 'ordinary',
      title: '路灯不亮',
      centre: units.cityCentre,
      area: units.street,
      accused: null,
      timed: false,
      ...filing.intake,
    },
    { now: at, settings, rules: 1 },
  );
  const key = { cohort: cohortOf(monthOf(calendar, at)), id: appealId(filing.id ?? 1) };
  const first: Recorded = { key, seq: 1, at, by: 'citizen', event };
  const { backstop = null } = filing;
  return { appeal: evolve(null, first), recorded: [first], now: at, settings, calendar, backstop };
}

/** The same event reported by somebody else, as fit to be followed as can be. */
export function twinOf({ accused, confidential }: Appeal): Appeal {
  return { ...filed({ id: 2 }).appeal, accused, confidential };
}

let closed: Appeal | null = null;

/** The other appeal a request names, as it has to be for the command to do something. */
function otherOf({ type }: Command, appeal: Appeal): Appeal {
  const days = 24 * 60 * minute;
  if (type === 'note-repeat') {
    closed ??= walks.closed(filed({ id: 2 })).appeal;
    const answeredAt = appeal.filedAt - 4 * days;
    return { ...closed, filedAt: answeredAt - days, beside: { ...closed.beside, answeredAt } };
  }
  const twin = twinOf(appeal);
  const answered = appeal.beside.answeredAt ?? appeal.beside.since;
  return type === 'note-recurred' ? { ...twin, filedAt: answered + 2 * days } : twin;
}

const byId = new Map<number, UnitRef>(Object.values(units).map((unit) => [unit.id, unit]));
const byCode = new Map<string, MatterRule>(Object.entries(matters));

/** What the rules are told beside the appeal, read from the little city as the server reads its own. */
export function contextOf(
  { appeal, settings, calendar, backstop, master }: History,
  given: Command,
  actor: Actor,
  now: number,
): Context {
  const request: { requestId: string; unit?: number; suggestedUnit?: number; matter?: string | undefined } =
    given.request;
  const code = request.matter ?? appeal.matter;
  return {
    now,
    actor,
    calendar,
    settings,
    backstop,
    master: master === undefined ? otherOf(given, appeal) : master,
    unit: byId.get(request.unit ?? request.suggestedUnit ?? 0) ?? null,
    matter: code === null ? null : (byCode.get(code) ?? null),
  };
}

/** What the rules say to a command given `after` ms from the last event. */
export function attempt(
  history: History,
  actor: Actor,
  given: Command,
  after = minute,
): AppealEvent[] | Refusal {
  const { appeal, now } = history;
  return decide(appeal, given, contextOf(history, given, actor, now + after));
}

/** The history with a decision's events added. */
export function follow(
  history: History,
  by: Actor['kind'],
  events: readonly AppealEvent[],
  at: number,
): History {
  let { appeal } = history;
  const recorded = [...history.recorded];
  for (const event of events) {
    const next: Recorded = { key: appeal.key, seq: recorded.length + 1, at, by, event };
    appeal = evolve(appeal, next);
    recorded.push(next);
  }
  return { ...history, appeal, recorded, now: at };
}

/** One more step. @throws Error when the rules refuse it */
export function step(history: History, actor: Actor, given: Command, after = minute): History {
  const decision = attempt(history, actor, given, after);
  if (!Array.isArray(decision))
    throw new Error(`${given.type} in ${situation(history.appeal)}: ${decision.refused}`);
  return follow(history, actor.kind, decision, history.now + after);
}

export const at = (history: History): Situation => situation(history.appeal);

/** The appeal when the system has taken every step that is due `after` ms from the last event. */
export function ticked(history: History, after: number): History {
  const until = history.now + after;
  let last = history;
  for (;;) {
    if (!abilities(last.appeal, system).includes('tick')) return { ...last, now: until };
    const next = step(last, system, command('tick', {}), until - last.now);
    if (next.recorded.length === last.recorded.length) return { ...next, now: until };
    last = next;
  }
}

/** The order an appeal has or last had. @throws Error when it never had one */
export function orderOf({ appeal }: History): WorkOrder {
  if (!appeal.order) throw new Error(`no order in ${situation(appeal)}`);
  return appeal.order;
}

type Walk = (history?: History) => History;
const centre = staff('dispatcher', units.cityCentre);
const text = '请看附件。';
const lead = (history: History): UnitRef => history.appeal.order?.unit ?? units.street;
const decider = ({ appeal }: History) =>
  appeal.order?.beside.asked?.what === 'closure' ? staff('supervisor', units.supervision) : centre;
const twinNumber = formatNumber('2026-03-02', appealId(2));
const holder = (history: History): UnitRef => history.appeal.order?.holder ?? units.street;

/** Steps between situations, each from where it can be taken; the lead is the street unless `to` says otherwise. */
export const steps = {
  dispatch: (h: History, to: UnitRef = units.street) =>
    step(h, centre, command('dispatch', { unit: to.id, matter: 'street-lamp' })),
  acknowledge: (h: History) => step(h, staff('receiver', holder(h)), command('acknowledge', {})),
  contact: (h: History) =>
    step(h, staff('handler', holder(h)), command('contact', { method: 'phone', reached: true, text })),
  subAssign: (h: History, to: UnitRef) =>
    step(h, staff('receiver', holder(h)), command('sub-assign', { unit: to.id })),
  answer: (h: History) =>
    step(h, staff('handler', holder(h)), command('answer', { outcome: 'solved', text })),
  approve: (h: History) => step(h, staff('leader', lead(h)), command('review', { approve: true })),
  sendBack: (h: History) =>
    step(
      h,
      staff('receiver', lead(h)),
      command('send-back', { legalBasis: '市容条例第十条', text, suggestedUnit: units.urban.id }),
    ),
  decideSendBack: (h: History, uphold: boolean) =>
    step(h, centre, command('decide-send-back', { uphold, text })),
  designate: (h: History, to: UnitRef) =>
    step(h, staff('arbitrator', units.cityCentre), command('designate', { unit: to.id, text })),
  apply: (h: History, fields: Fields<'apply'>) =>
    step(h, staff('receiver', lead(h)), command('apply', fields)),
  grant: (h: History, after = minute) =>
    step(h, decider(h), command('decide-application', { grant: true, text }), after),
  /** Answered, with the rest promised for ten days later. */
  promise: (h: History = walks['dispatched:working']()) => {
    const promisedAt = new Date(h.now + 10 * 24 * 60 * minute).toISOString();
    const drafted = command('answer', { outcome: 'partly', text, promisedAt });
    return steps.approve(step(h, staff('handler', holder(h)), drafted));
  },
  invite: (h: History, unit: UnitRef) =>
    step(h, staff('receiver', lead(h)), command('invite', { unit: unit.id, text })),
  askExclusion: (h: History) =>
    step(h, staff('receiver', lead(h)), command('ask-exclusion', { reason: 'not-duty', text })),
  decideExclusion: (h: History, grant: boolean) =>
    step(h, staff('supervisor', units.supervision), command('decide-exclusion', { grant, text })),
  merge: (h: History) => step(h, centre, command('merge', { into: twinNumber })),
  share: (h: History, unit: UnitRef = units.street) =>
    step(h, system, command('share-answer', { unit: unit.id, text })),
  rate: (h: History, stars: 1 | 5) =>
    step(
      h,
      citizen,
      command('evaluate', {
        solved: stars === 5,
        stars: { speed: stars, effect: stars, service: stars, feedback: stars },
      }),
    ),
} as const;

const offered: Walk = (h = filed()) => steps.dispatch(h);
const acknowledged: Walk = (h) => steps.acknowledge(offered(h));
const working: Walk = (h) => steps.contact(acknowledged(h));
const inReview: Walk = (h) => steps.answer(working(h));
const rateable: Walk = (h) => steps.approve(inReview(h));
const sentBack: Walk = (h) => steps.sendBack(offered(h));

/** On the ledger, to be looked at again so many days by the clock later. */
export const onLedger = (h: History, days: number): History =>
  steps.grant(
    steps.apply(h, {
      what: 'ledger',
      text,
      reviewAt: new Date(h.now + days * 24 * 60 * minute).toISOString(),
    }),
  );

/** The situations that a history can come to: an order answered, sent back or terminated is not in hand any more. */
export type Reachable = Exclude<
  Situation,
  'dispatched:answered' | 'dispatched:sent-back' | 'dispatched:terminated'
>;

/** Dissatisfied three times: with the follow-up that came of the second, once more. */
export function thrice(h: History = rateable()): History {
  const redo = (history: History) => steps.approve(steps.answer(steps.acknowledge(history)));
  return steps.rate(redo(steps.rate(redo(steps.rate(h, 1)), 1)), 1);
}

/** From filing (or a history that is `received`) the shortest way to each situation. */
export const walks: Readonly<Record<Reachable, Walk>> = {
  received: (h = filed()) => h,
  'answered-at-once': (h = filed()) => step(h, centre, command('answer-at-once', { text })),
  referred: (h = filed()) => step(h, centre, command('refer', { reason: 'legal-route', text, route: text })),
  'dispatched:offered': offered,
  'dispatched:acknowledged': acknowledged,
  'dispatched:working': working,
  'dispatched:in-review': inReview,
  'dispatched:send-back-pending': sentBack,
  'dispatched:in-arbitration': (h) => steps.sendBack(steps.decideSendBack(sentBack(h), false)),
  'dispatched:on-ledger': (h) => onLedger(acknowledged(h), 10),
  'awaiting-rating': rateable,
  closed: (h) => steps.rate(rateable(h), 5),
  merged: (h = filed()) => steps.merge(h),
  withdrawn: (h = filed()) => step(h, citizen, command('withdraw', {})),
};
export const reachable = Object.keys(walks) as readonly Reachable[];
