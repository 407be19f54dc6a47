import type { Staff } from '@suban/domain/actors.ts';
import {
  type Alert,
  type AlertEvent,
  evolveAlert,
  judge,
  nextAlertWatch,
} from '@suban/domain/govern/alerts.ts';
import type { AlertState, JudgeRequest, MarkRequest } from '@suban/domain/govern/requests.ts';
import { scopeOf } from '../appeal/read-cases.ts';
import { addNotices } from '../notify/notices-store.ts';
import type { Reference } from '../people/reference-store.ts';
import type { Tx } from '../platform/database.ts';
import { Problem } from '../platform/problem.ts';
import type { Services } from '../platform/services.ts';
import { alertNotices } from './alert-notices.ts';
import { type AlertActor, sealEntries } from './alert-record.ts';
import { type AlertRow, alertRequest, enqueueMeasure, findAlert, saveAlert } from './alert-store.ts';
import { readEvents } from './hot-store.ts';
import { newestMember } from './pages-store.ts';
import { raiseAlert } from './raise-alert.ts';
import { standingOf } from './hot-event.ts';

export type Services_ = Pick<Services, 'database' | 'reference' | 'clock'>;
export type Judged = { readonly id: number; readonly state: AlertState };

/** The alert as the rules know it. */
export function alertOf({ units, centre }: Reference, row: AlertRow): Alert {
  return {
    version: row.version,
    cause: row.cause,
    state: row.state,
    unit: units.get(row.unit) ?? centre,
    accused: row.accused,
    raisedAt: row.raised_at,
    due: row.due,
    light: row.light,
    followedUp: row.followed_up,
  };
}

type Writing = {
  readonly by: AlertActor;
  readonly at: number;
  readonly request: string | null;
  readonly reason: string | null;
};

/** Writes what was decided of an alert whose row this transaction has locked. */
export async function writeAlert(
  tx: Tx,
  reference: Reference,
  row: AlertRow,
  events: readonly AlertEvent[],
  { by, at, request, reason }: Writing,
): Promise<void> {
  const after = events.reduce(evolveAlert, alertOf(reference, row));
  const confirmed = events.find((event) => event.type === 'confirmed');
  const isJudged = row.state === 'open' && after.state !== 'open';
  const place = { alert: row.id, version: row.version, head: row.head, at, by, request, reason };
  await saveAlert(tx, row.id, sealEntries(events, place), {
    state: after.state,
    light: after.light,
    followedUp: after.followedUp,
    judgedAt: isJudged ? at : row.judged_at,
    measure: confirmed?.type === 'confirmed' ? confirmed.data.measure : row.measure,
    nextWatch: nextAlertWatch(after, reference.settingsOf(row.rules)),
  });
  // What turned red or is followed up is told; a yellow light and one's own judgement are not.
  const told = events.flatMap((event, index) => {
    const late = event.type === 'light-raised' && event.data.light === 'red';
    const seq = row.version + 1 + index;
    return late || event.type === 'follow-up-opened' ? alertNotices(reference, row, event.type, seq, at) : [];
  });
  await addNotices(tx, told);
}

/**
 * 研判 by a person, once. The same request again is answered as before.
 * @throws Problem `not-found` (none, or not to be seen), the rule's refusal, `request-id-reused`
 */
export async function judgeAlert(
  services: Services_,
  id: number,
  request: JudgeRequest,
  actor: Staff,
): Promise<Judged> {
  const { database, clock } = services;
  if (!(await database.scoped(scopeOf(actor), (tx) => findAlert(tx, id)))) throw new Problem('not-found');
  return database.owner.transaction(async (tx) => {
    const row = await findAlert(tx, id, true);
    if (!row) throw new Problem('not-found');
    const earlier = await alertRequest(tx, request.requestId);
    if (earlier) return answerAgain(earlier, row, actor, request.verdict);
    const reference = services.reference();
    const events = judge(alertOf(reference, row), request, actor);
    if ('refused' in events) throw new Problem(events.refused);
    const by = { account: actor.account, unit: actor.unit.id };
    const { requestId, reason } = request;
    await writeAlert(tx, reference, row, events, { by, at: clock(), request: requestId, reason });
    const [event] = events;
    const measure = event?.type === 'confirmed' ? event.data.measure : 'none';
    if (measure === 'urge' || measure === 'follow-up') await enqueueMeasure(tx, { alert: id });
    return { id, state: request.verdict };
  });
}

function answerAgain(
  earlier: { readonly alert: number; readonly type: string; readonly account: string | null },
  row: AlertRow,
  actor: Staff,
  type: string,
): Judged {
  if (earlier.alert !== row.id || earlier.account !== actor.account || earlier.type !== type)
    throw new Problem('request-id-reused');
  return { id: row.id, state: row.state };
}

/**
 * 人工标记: a person found an event that the system had not alerted. It is recorded as an alert, confirmed with it, and counts
 * as missed.
 * @throws Problem `not-found`, `not-allowed`, `alerted-already`, `request-id-reused`
 */
export async function markEvent(
  services: Services_,
  id: number,
  request: MarkRequest,
  actor: Staff,
): Promise<Judged> {
  const { database, clock } = services;
  const reference = services.reference();
  const [seen] = await database.scoped(scopeOf(actor), (tx) => readEvents(tx, [id]));
  if (!seen) throw new Problem('not-found');
  return database.owner.transaction(async (tx) => {
    const earlier = await alertRequest(tx, request.requestId);
    if (earlier) {
      const row = await findAlert(tx, earlier.alert);
      if (row?.event !== id || earlier.account !== actor.account) throw new Problem('request-id-reused');
      return { id: row.id, state: row.state };
    }
    const member = await newestMember(tx, id);
    if (!member) throw new Problem('not-found');
    const raising = {
      event: id,
      cause: 'marked' as const,
      cohort: member.cohort,
      appeal: member.appeal,
      word: null,
      count: seen.appeals,
      expected: null,
      score: seen.score,
      unit: standingOf(reference, seen).unit,
      at: clock(),
    };
    const { version, settings } = reference.settingsNow;
    const by = { account: actor.account, unit: actor.unit.id };
    const hand = { by, request: request.requestId, reason: request.reason };
    const made = await raiseAlert(tx, reference, raising, { version, settings }, hand);
    if (made === null) throw new Problem('alerted-already');
    return { id: made, state: 'confirmed' as const };
  });
}
