import { type Appeal, type Channel, type Essential, essentials, type Urgency } from '../appeal.ts';
import type { Context } from '../context.ts';
import type { AppealEvent } from '../events.ts';
import { hour } from '../calendar/calendar.ts';
import { parseNumber } from '../ids.ts';
import { dispatchDue } from '../limits.ts';
import { type Refusal, refuse } from '../refusals.ts';
import type { Settings } from '../settings.ts';
import { type UnitRef, refOf } from '../units.ts';
import { essentialsIn } from './essentials.ts';
import { addWorkingDays } from '../calendar/calendar.ts';
import type {
  ContestRequest,
  FileRequest,
  SupplementRequest,
  UrgeRequest,
  WithdrawRequest,
} from './requests.ts';

/** What intake finds out about a new appeal beside what was said. */
export type Intake = {
  readonly channel: Channel;
  readonly urgency: Urgency;
  readonly title: string;
  /** The city's dispatch centre. Where it is itself complained of, its superior does its work (`standsIn`). */
  readonly centre: UnitRef;
  readonly area: UnitRef | null;
  readonly accused: UnitRef | null;
  /** Do the words tell when? */
  readonly timed: boolean;
};

/** 求助, where nothing else shows. */
const usualKind = 'help';

type Point = { readonly lat: number; readonly long: number };

/** The position given; half a one is none. It stays out of the event, for it can tell where somebody lives. */
export function pointOf({ place }: FileRequest): Point | null {
  return place?.lat === undefined || place.long === undefined ? null : { lat: place.lat, long: place.long };
}

/** 五要素 that are plainly missing; when it was, of the kinds of which the city asks for it. */
function missingEssentials(
  request: FileRequest,
  intake: Intake,
  point: Point | null,
  settings: Settings,
): Essential[] {
  const there = essentialsIn({
    text: request.text,
    named: Boolean(request.contact.name),
    placed: Boolean(intake.area ?? request.place?.address ?? point),
    timed: intake.timed || !settings.askWhen[request.kind ?? usualKind],
  });
  return essentials.filter((name) => !there[name]);
}

/** 收集: every channel ends here. Incomplete is accepted and marked, never refused. */
export function file(
  request: FileRequest,
  intake: Intake,
  context: Pick<Context, 'now' | 'settings'> & { readonly rules: number },
): AppealEvent & { type: 'filed' } {
  const point = pointOf(request);
  const sameAs = request.sameAs === undefined ? null : parseNumber(request.sameAs);
  return {
    type: 'filed',
    data: {
      channel: intake.channel,
      kind: request.kind ?? usualKind,
      urgency: intake.urgency,
      centre: refOf(intake.centre),
      area: intake.area?.id ?? null,
      accused: intake.accused && refOf(intake.accused),
      confidential: request.confidential,
      ...(request.open ? { open: true } : {}),
      missing: missingEssentials(request, intake, point, context.settings),
      photos: request.photos,
      dispatchDue: dispatchDue(context.settings, intake.urgency, context.now),
      rules: context.rules,
      ...(sameAs ? { sameAs } : {}),
    },
    texts: {
      title: intake.title,
      body: request.text,
      ...(request.place?.address ? { address: request.place.address } : {}),
    },
  };
}

export function supplement(request: SupplementRequest): AppealEvent[] {
  return [{ type: 'supplemented', data: { photos: request.photos }, texts: { body: request.text } }];
}

export function withdraw(request: WithdrawRequest): AppealEvent[] {
  return [{ type: 'withdrawn', data: {}, ...(request.text ? { texts: { reason: request.text } } : {}) }];
}

/** 催办: seen by the handler, rate-limited, never punished. */
export function urge(appeal: Appeal, request: UrgeRequest, context: Context): AppealEvent[] | Refusal {
  const wait = context.settings.urgeEveryHours * hour;
  if (appeal.lastUrgedAt !== null && context.now - appeal.lastUrgedAt < wait) return refuse('urged-recently');
  return [{ type: 'urged', data: {}, ...(request.text ? { texts: { body: request.text } } : {}) }];
}

/** 保密. */
export function conceal(): AppealEvent[] {
  return [{ type: 'concealed', data: {} }];
}

/** 异议: how it ended is looked at again by the centre, once and within its time. */
export function contest(appeal: Appeal, request: ContestRequest, context: Context): AppealEvent[] | Refusal {
  const { now, calendar, settings } = context;
  if (now > addWorkingDays(calendar, appeal.beside.since, settings.contestDays))
    return refuse('contest-late');
  return [
    { type: 'contested', data: {}, texts: { reason: request.text } },
    { type: 'reopened', data: { dispatchDue: dispatchDue(settings, appeal.urgency, now) } },
  ];
}
