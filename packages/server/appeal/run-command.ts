import type { Actor } from '@suban/domain/actors.ts';
import type { Appeal, AppealState, WorkOrder } from '@suban/domain/appeal.ts';
import { dayOf } from '@suban/domain/calendar/calendar.ts';
import type { Command } from '@suban/domain/commands.ts';
import { nextWatch } from '@suban/domain/supervise/watch.ts';
import type { Context } from '@suban/domain/context.ts';
import { decide } from '@suban/domain/decide.ts';
import type { AppealEvent } from '@suban/domain/events.ts';
import { evolve } from '@suban/domain/evolve.ts';
import { type AppealKey, formatNumber, parseNumber } from '@suban/domain/ids.ts';
import { asFiled } from '@suban/domain/reference/earlier-limits.ts';
import { leadOf } from '@suban/domain/permissions.ts';
import { backstopUnit } from '../people/suggest.ts';
import { knownMatter, type Reference } from '../people/reference-store.ts';
import type { Scope, Tx } from '../platform/database.ts';
import { Problem } from '../platform/problem.ts';
import type { Services } from '../platform/services.ts';
import { type About, type By, seal, type Sealed } from './canonical.ts';
import { type Earlier, findRequest, freePhotos, type Loaded, loadAppeal } from './store.ts';
import { saveDecision } from './save-store.ts';

/** After a lost race the rule is asked again on the new state; three losses mean a stampede, and the person decides. */
const tries = 3;

export type Done = { readonly number: string; readonly version: number; readonly state: AppealState };
type Services_ = Pick<Services, 'database' | 'reference' | 'clock'>;

/**
 * The one way a command changes an appeal: read under the actor's scope, let the domain decide, save state and events in
 * one guarded write. The same request id again is answered as before and changes nothing.
 * @throws Problem the domain's refusal, `not-found` (none, or not to be seen), `request-id-reused`, `changed-meanwhile`
 */
export async function runCommand(
  services: Services_,
  key: AppealKey,
  command: Command,
  actor: Actor,
  scope: Scope,
): Promise<Done> {
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const done = await services.database.scoped(scope, (tx) =>
      attemptOnce(services, tx, key, command, actor),
    );
    if (done) return done;
  }
  throw new Problem('changed-meanwhile');
}

async function attemptOnce(
  services: Services_,
  tx: Tx,
  key: AppealKey,
  command: Command,
  actor: Actor,
): Promise<Done | null> {
  const reference = services.reference();
  const loaded = await loadAppeal(tx, reference, key, command.request.requestId);
  if (!loaded) throw new Problem('not-found');
  const { appeal, earlier } = loaded;
  const number = numberOf(reference, appeal);
  if (earlier) return answerAgain(earlier, key, command, number);
  const master = await masterOf(tx, reference, command);
  const context: Context = contextOf(reference, appeal, command, actor, services.clock(), master);
  const decision = decide(appeal, command, context);
  if (!Array.isArray(decision)) throw new Problem(decision.refused);
  // The system looked, and nothing was due.
  if (decision.length === 0) return { number, version: appeal.version, state: appeal.state };
  const photos = photosIn(decision);
  const showing = decision.some(({ type }) => type === 'answered');
  if (photos.length > 0 && (await freePhotos(tx, photos, showing)) !== new Set(photos).size) {
    // They may have been taken by this request's own twin, just now.
    if (await findRequest(tx, command.request.requestId)) return null;
    throw new Problem('photo-unknown');
  }
  const recorded = record(loaded, decision, context);
  const saved = await saveDecision(tx, {
    requestId: command.request.requestId,
    command: command.type,
    before: appeal,
    photos,
    ...recorded,
  });
  // Another command, or this request's own twin, got in between the read and the write: the next round reads its outcome.
  return saved ? { number, version: recorded.after.version, state: recorded.after.state } : null;
}

export const numberOf = (
  reference: Pick<Reference, 'calendar'>,
  appeal: Pick<Appeal, 'filedAt' | 'key'>,
): string => formatNumber(dayOf(reference.calendar, appeal.filedAt), appeal.key.id);

function answerAgain(earlier: Earlier, key: AppealKey, command: Command, number: string): Done {
  const same =
    earlier.key.id === key.id && earlier.key.cohort === key.cohort && earlier.command === command.type;
  if (!same) throw new Problem('request-id-reused');
  return { number, version: earlier.version, state: earlier.state };
}

/** What the rules are told of the city and the moment. */
export function contextOf(
  reference: Reference,
  appeal: Appeal,
  command: Command,
  actor: Actor,
  now: number,
  master: Appeal | null = null,
): Context {
  const { request } = command;
  const unit = 'unit' in request ? request.unit : 'suggestedUnit' in request ? request.suggestedUnit : null;
  const named = 'matter' in request ? request.matter : undefined;
  // What an appeal was found to be about it stays, though no new one may be.
  const matter = named ? reference.matters.get(named) : knownMatter(reference, appeal.matter);
  const lead = leadOf(appeal);
  return {
    now,
    actor,
    calendar: reference.calendar,
    settings: reference.settingsOf(appeal.beside.rules),
    unit: unit === null ? null : (reference.units.get(unit) ?? null),
    // Only the third level names a duty; the others are headings.
    matter: matter?.level === 3 ? asFiled(matter, appeal.filedAt) : null,
    backstop: matter?.level === 3 ? backstopUnit(reference, matter, appeal.area) : null,
    master,
    leadClosed: lead !== null && !reference.units.has(lead.id),
  };
}

/** The other appeal that a command names. */
function otherIn(command: Command): string | null {
  switch (command.type) {
    case 'merge':
    case 'merge-claimed':
      return command.request.into;
    case 'note-repeat':
      return command.request.of;
    case 'note-recurred':
      return command.request.by;
    default:
      return null;
  }
}

/** The other appeal; null when there is none, or none that this person may see. */
async function masterOf(tx: Tx, reference: Reference, command: Command): Promise<Appeal | null> {
  const other = otherIn(command);
  const key = other === null ? null : parseNumber(other);
  return key && ((await loadAppeal(tx, reference, key))?.appeal ?? null);
}

function photosIn(events: readonly AppealEvent[]): string[] {
  return events.flatMap((event) => {
    switch (event.type) {
      case 'supplemented':
      case 'reported':
      case 'promise-reported':
      case 'exclusion-asked':
        return event.data.photos;
      case 'answered':
        return [...event.data.before, ...event.data.after];
      default:
        return [];
    }
  });
}

const openStates: readonly AppealState[] = ['received', 'dispatched'];

/** What the event met, for those who read it later. */
export function aboutOf(appeal: Appeal): About {
  const order = appeal.state === 'dispatched' || appeal.state === 'awaiting-rating' ? appeal.order : null;
  return {
    channel: appeal.channel,
    kind: appeal.kind,
    matter: appeal.matter,
    area: appeal.area,
    accused: appeal.accused?.id ?? null,
    unit: order?.unit.id ?? null,
    holder: order?.holder.id ?? null,
    order: order?.no ?? null,
    filedAt: appeal.filedAt,
    dispatchDue: appeal.dispatchDue,
    firstDispatchedAt: appeal.firstDispatchedAt,
    offeredAt: order?.offeredAt ?? null,
    ackDue: order?.ackDue ?? null,
    contactDue: order?.contactDue ?? null,
    finishDue: order?.finishDue ?? null,
    contactedAt: order?.contactedAt ?? null,
    sendBacks: appeal.sendBacks,
    dissatisfied: appeal.dissatisfied,
    open: openStates.includes(appeal.state),
    heldSince: order?.beside.heldSince ?? null,
    originalFinishDue: order?.beside.originalFinishDue ?? null,
  };
}

export function byOf(actor: Actor): By {
  return actor.kind === 'staff'
    ? { kind: 'staff', account: actor.account, unit: actor.unit.id }
    : { kind: actor.kind, account: null, unit: null };
}

/** Events are applied one by one, so that each knows the state it met and each order it touched is saved. */
export function record(
  loaded: Pick<Loaded, 'appeal' | 'head' | 'limitSource' | 'suggestedUnit'>,
  events: readonly AppealEvent[],
  context: Context,
) {
  const by = byOf(context.actor);
  const orders = new Map<number, WorkOrder>();
  const sealed: Sealed[] = [];
  let { appeal, head } = loaded;
  let { limitSource, suggestedUnit } = loaded;
  for (const event of events) {
    const seq = appeal.version + 1;
    const one = seal(event, {
      key: appeal.key,
      seq,
      at: context.now,
      by,
      about: aboutOf(appeal),
      prevHash: head,
    });
    appeal = evolve(appeal, { key: appeal.key, seq, at: context.now, by: by.kind, event });
    if (appeal.order) orders.set(appeal.order.no, appeal.order);
    if (event.type === 'dispatched') [limitSource, suggestedUnit] = [event.data.limitSource, null];
    if (event.type === 'send-back-asked') suggestedUnit = event.data.suggestedUnit;
    sealed.push(one);
    head = one.hash;
  }
  return {
    after: appeal,
    events: sealed,
    orders: [...orders.values()],
    limitSource: limitSource ?? 'kind',
    suggestedUnit,
    nextWatch: nextWatch(appeal, context.settings, context.calendar),
  };
}
