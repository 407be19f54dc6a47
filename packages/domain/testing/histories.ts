import type { z } from 'zod';
import type { Actor } from '../actors.ts';
import { type Appeal, type Situation, type WorkOrder, situation } from '../appeal.ts';
import { monthOf } from '../calendar/calendar.ts';
import { type Intake, file } from '../collect/rules.ts';
import { type FileRequest, fileRequest } from '../collect/requests.ts';
import { type Command, type CommandName, commandRequests } from '../commands.ts';
import type { Context } from '../context.ts';
import { decide } from '../decide.ts';
import type { AppealEvent, Recorded } from '../events.ts';
import { evolve } from '../evolve.ts';
import { appealId, cohortOf } from '../ids.ts';
import type { Refusal } from '../refusals.ts';
import { defaultSettings, type MatterRule, type Settings } from '../settings.ts';
import type { UnitRef } from '../units.ts';
import { calendar2026, citizen, cityTime, matters, staff, units } from './city.ts';

/** An appeal with all that happened to it so far. `now` is when the last of it did, in ms. */
export type History = {
  readonly appeal: Appeal;
  readonly recorded: readonly Recorded[];
  readonly now: number;
  readonly settings: Settings;
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
};

/** A new appeal, by default filed on a plain Monday at nine. */
export function filed(filing: Filing = {}): History {
  const { at = cityTime('2026-03-02 09:00'), settings = defaultSettings } = filing;
  const event = file(
    { ...goodFiling, ...filing.request },
    {
      channel: 'web',
      urgency: 'ordinary',
      title: '路灯不亮',
      centre: units.cityCentre,
      area: units.street,
      accused: null,
      ...filing.intake,
    },
    { now: at, settings },
  );
  const key = { cohort: cohortOf(monthOf(calendar2026, at)), id: appealId(1) };
  const first: Recorded = { key, seq: 1, at, by: 'citizen', event };
  return { appeal: evolve(null, first), recorded: [first], now: at, settings };
}

const byId = new Map<number, UnitRef>(Object.values(units).map((unit) => [unit.id, unit]));
const byCode = new Map<string, MatterRule>(Object.entries(matters));

/** What the rules are told beside the appeal, read from the little city as the server reads its own. */
export function contextOf(
  appeal: Appeal,
  given: Command,
  actor: Actor,
  now: number,
  settings = defaultSettings,
): Context {
  const request: { requestId: string; unit?: number; suggestedUnit?: number; matter?: string | undefined } =
    given.request;
  const code = request.matter ?? appeal.matter;
  return {
    now,
    actor,
    calendar: calendar2026,
    settings,
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
  const { appeal, now, settings } = history;
  return decide(appeal, given, contextOf(appeal, given, actor, now + after, settings));
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

/** The order an appeal has or last had. @throws Error when it never had one */
export function orderOf({ appeal }: History): WorkOrder {
  if (!appeal.order) throw new Error(`no order in ${situation(appeal)}`);
  return appeal.order;
}

type Walk = (history?: History) => History;
const centre = staff('dispatcher', units.cityCentre);
const text = '请看附件。';
const lead = (history: History): UnitRef => history.appeal.order?.unit ?? units.street;
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

/** The situations that a history can come to; `merged` and four states of an order not in hand have no command yet. */
export type Reachable = Exclude<
  Situation,
  'merged' | 'dispatched:answered' | 'dispatched:sent-back' | 'dispatched:terminated' | 'dispatched:on-ledger'
>;

/** From filing (or a history that is `received`) the shortest way to each situation. */
export const walks: Readonly<Record<Reachable, Walk>> = {
  received: (h = filed()) => h,
  'answered-at-once': (h = filed()) => step(h, centre, command('answer-at-once', { text })),
  referred: (h = filed()) => step(h, centre, command('refer', { reason: 'legal-route', text })),
  'dispatched:offered': offered,
  'dispatched:acknowledged': acknowledged,
  'dispatched:working': working,
  'dispatched:in-review': inReview,
  'dispatched:send-back-pending': sentBack,
  'dispatched:in-arbitration': (h) => steps.sendBack(steps.decideSendBack(sentBack(h), false)),
  'awaiting-rating': rateable,
  closed: (h) => steps.rate(rateable(h), 5),
  withdrawn: (h = filed()) => step(h, citizen, command('withdraw', {})),
};
export const reachable = Object.keys(walks) as readonly Reachable[];
