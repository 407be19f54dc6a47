import type { Actor, Staff } from '@suban/domain/actors.ts';
import { mayReveal } from '@suban/domain/access.ts';
import type { CaseView, Track } from '@suban/domain/api.ts';
import type { Appeal, OrderBeside } from '@suban/domain/appeal.ts';
import { abilities } from '@suban/domain/decide.ts';
import { asksContact } from '@suban/domain/evaluate/rules.ts';
import { heldLedger } from '@suban/domain/indicators/held.ts';
import { appealId, cohortOf } from '@suban/domain/ids.ts';
import { findFields } from '@suban/text/fields/find.ts';
import { maskName, maskPhone, redact } from '@suban/text/redact.ts';
import type { Crypto } from '../platform/crypto.ts';
import { officeTimeOf } from '../figures/office-time.ts';
import type { Reference } from '../people/reference-store.ts';
import { clocksOf } from './clocks.ts';
import { stillMissing } from './missing.ts';
import type { Opened } from './canonical.ts';
import type { Follower } from './followers-store.ts';
import type { Option, Told } from './history-store.ts';
import { iso, isoOrNull, matterName, suggestionsOf, unitName } from './names.ts';
import type { Precedent } from './precedents-store.ts';
import { numberOf } from './run-command.ts';
import type { Loaded } from './store.ts';
import { holderOf, rowView } from './row-view.ts';
import { citizenTimeline, staffTimeline, togetherTimeline } from './timeline.ts';

type Case = {
  readonly loaded: Loaded;
  readonly history: readonly Told[];
  readonly options: readonly Option[];
  readonly person: { name: Buffer | null; phone: Buffer | null };
  readonly names: ReadonlyMap<string, { name: string }>;
  readonly precedents: readonly Precedent[];
  readonly followers: readonly Follower[];
};

/** The whole case for one member of staff: masked, with the actions open to them. */
export function caseView(
  reference: Reference,
  crypto: Crypto,
  staff: Staff,
  found: Case,
  now: number,
): CaseView {
  const { loaded, history, options } = found;
  const { appeal } = loaded;
  const words = history[0]?.texts ?? {};
  const applied = history.findLast(({ event }) => event.type === 'applied');
  const extra = { title: words['title'] ?? null, options, askedAt: applied?.at ?? null };
  const row = rowView(reference, staff, loaded, extra, now);
  return {
    ...row,
    body: words['body'] ?? '',
    fields: fieldsView(words['body'] ?? ''),
    address: words['address'] ?? null,
    lat: loaded.place.lat,
    long: loaded.place.long,
    version: appeal.version,
    missing: stillMissing(reference, loaded.missing, history),
    person: maskedPerson(crypto, found.person, appeal.confidential),
    mayReveal: mayReveal(staff, appeal),
    order: orderView(reference, loaded),
    accused: appeal.accused ? unitName(reference, appeal.accused.id) : null,
    bouncedMs: appeal.bounced,
    sendBacks: appeal.sendBacks,
    held: heldView(reference, history, now),
    ...factsView(reference, appeal),
    followedBy: found.followers.map((each) => followerView(reference, each)),
    clocks: clocksOf(appeal, reference, now),
    suggestions: suggestionsOf(reference, options),
    referralRoutes: row.abilities.includes('refer') ? { ...reference.settings.referralRoutes } : null,
    asksContact: asksContact(appeal),
    precedents: found.precedents.map((each) => precedentView(reference, each)),
    timeline: staffTimeline(reference, history, found.names),
  };
}

/** Under the reader's scope: the number of a case they may not see is left out. */
export const precedentView = (reference: Reference, each: Precedent): CaseView['precedents'][number] => ({
  unit: unitName(reference, each.unit),
  at: iso(each.at),
  how: each.how,
  number:
    each.cohort === null || each.id === null || each.filed_at === null
      ? null
      : numberOf(reference, {
          key: { cohort: cohortOf(each.cohort), id: appealId(each.id) },
          filedAt: each.filed_at,
        }),
  reason: each.reason === null ? null : redact(each.reason),
});

/** Who is called is under Person, masked: of the words only what tells of the matter is brought out. */
const fieldsView = (body: string): CaseView['fields'] =>
  findFields(body).filter(({ kind }) => kind !== 'phone');

/** Of a confidential report not even the surname or the last digits are shown. */
function maskedPerson(crypto: Crypto, person: Case['person'], confidential: boolean): CaseView['person'] {
  const mask = (sealed: Buffer | null, how: (text: string) => string) => {
    if (!sealed) return null;
    return confidential ? '***' : how(crypto.open(sealed));
  };
  return { name: mask(person.name, maskName), phone: mask(person.phone, maskPhone) };
}

function orderView(reference: Reference, loaded: Loaded): CaseView['order'] {
  const { order } = loaded.appeal;
  if (!order) return null;
  return {
    no: order.no,
    cause: order.cause,
    lead: unitName(reference, order.unit.id),
    holder: unitName(reference, order.holder.id),
    designated: order.designated,
    limitSource: loaded.limitSource ?? 'kind',
    suggestedUnit: loaded.suggestedUnit === null ? null : unitName(reference, loaded.suggestedUnit),
    ...besideView(reference, order.beside),
  };
}

function besideView(reference: Reference, beside: OrderBeside) {
  const { asked } = beside;
  return {
    originalFinishDue: iso(beside.originalFinishDue),
    provisional: beside.provisional,
    extensionDays: beside.extensionDays,
    pausedAt: isoOrNull(beside.pausedAt),
    reviewAt: isoOrNull(beside.reviewAt),
    asked: asked && { what: asked.what, days: asked.days, reviewAt: isoOrNull(asked.reviewAt) },
    coHandlers: beside.coHandlers.map(({ unit, due, reportedAt }) => ({
      unit: unitName(reference, unit.id),
      due: iso(due),
      reportedAt: isoOrNull(reportedAt),
    })),
  };
}

/** What is true of it beside its state, as a case page shows it. */
function factsView(reference: Reference, { beside, matter }: Appeal) {
  const { master, promise } = beside;
  return {
    master: master && numberOf(reference, master),
    followers: beside.followers,
    promise: promise && { at: iso(promise.at), unit: unitName(reference, promise.unit.id) },
    rules: beside.rules,
    evidence: [...((matter && reference.matters.get(matter)?.evidence) || [])],
  };
}

const followerView = (reference: Reference, each: Follower): CaseView['followedBy'][number] => ({
  number: numberOf(reference, {
    key: { cohort: cohortOf(each.cohort), id: appealId(each.id) },
    filedAt: each.filed_at,
  }),
  since: iso(each.since),
  channel: each.channel,
  state: each.state,
  rated: each.rated,
});

/** 持有时长, each unit once. */
function heldView(reference: Reference, history: readonly Told[], now: number): CaseView['held'] {
  return heldLedger(history, officeTimeOf(reference), now).map(({ unit, ms, since }) => ({
    unit: unitName(reference, unit),
    minutes: Math.round(ms / 60_000),
    since: isoOrNull(since),
  }));
}

const citizen: Actor = { kind: 'citizen' };

/** An appeal as its citizen follows it. `master`: what it follows, with its events, while it does. */
export type Followed = {
  readonly loaded: Loaded;
  readonly history: readonly Told[];
  readonly master: { readonly loaded: Loaded; readonly events: readonly Opened[] } | null;
  readonly prediction: Track['prediction'];
};

/** What the citizen sees of their own appeal: a parcel's way. */
export function trackView(
  reference: Reference,
  crypto: Crypto,
  { loaded, history, master, prediction }: Followed,
  now: number,
): Track {
  const { appeal } = loaded;
  const number = numberOf(reference, appeal);
  const words = history[0]?.texts ?? {};
  const may = abilities(appeal, citizen);
  // Whoever follows waits for what their master waits for.
  const at = appeal.state === 'merged' && master ? master.loaded : loaded;
  const promised = history.findLast((told) => told.event.type === 'answered');
  return {
    number,
    state: appeal.state,
    orderState: appeal.state === 'dispatched' ? appeal.order.state : null,
    title: words['title'] ?? '',
    body: words['body'] ?? '',
    kind: appeal.kind,
    matter: matterName(reference, appeal.matter),
    address: words['address'] ?? null,
    filedAt: iso(appeal.filedAt),
    holder: unitName(reference, holderOf(at.appeal)),
    heldSince: iso(heldSince(at)),
    due: nextDueOf(reference, at.appeal, now),
    promisedAt:
      promised?.event.type === 'answered' && appeal.state !== 'dispatched'
        ? isoOrNull(promised.event.data.promisedAt)
        : null,
    prediction,
    missing: stillMissing(reference, loaded.missing, history),
    urges: appeal.urges,
    bouncedMs: appeal.bounced,
    followers: appeal.beside.followers,
    merged: appeal.beside.master !== null,
    together: master && togetherView(reference, master, history),
    provisional: at.appeal.state === 'dispatched' && at.appeal.order.beside.provisional,
    version: appeal.version,
    abilities: may,
    rateToken: may.includes('evaluate') ? crypto.ratingToken(number, appeal.dissatisfied + 1) : null,
    timeline: citizenTimeline(reference, history),
  };
}

/** A master's way, as far as those who follow are told. */
function togetherView(
  reference: Reference,
  { loaded: { appeal }, events }: NonNullable<Followed['master']>,
  history: readonly Told[],
): Track['together'] {
  const answered = history.findLast(({ event }) => event.type === 'answer-shared');
  const orderState = appeal.state === 'dispatched' ? appeal.order.state : null;
  return {
    state: appeal.state,
    orderState,
    timeline: togetherTimeline(reference, events, orderState === 'in-review', answered?.at ?? null),
  };
}

function heldSince(loaded: Loaded): number {
  const { appeal } = loaded;
  return appeal.state === 'dispatched' ? appeal.order.beside.heldSince : loaded.stateSince;
}

/** A citizen waits for the dispatch, then for the answer. */
function nextDueOf(reference: Reference, appeal: Appeal, now: number): string | null {
  // The appeal's own clock never starts again, however much time the centre is given anew.
  if (appeal.state === 'received') return iso(appeal.dispatchDue);
  const clocks = clocksOf(appeal, reference, now).filter((clock) => clock.done === null);
  return (clocks.find((clock) => clock.name === 'finish') ?? clocks[0])?.due ?? null;
}
