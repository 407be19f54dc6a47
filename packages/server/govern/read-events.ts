import { sightOf } from '@suban/domain/access.ts';
import type { Staff } from '@suban/domain/actors.ts';
import type { AlertFiguresView, AlertView, HotEventRow, HotEventView } from '@suban/domain/api-alerts.ts';
import { day } from '@suban/domain/calendar/calendar.ts';
import { alertFigures, type CountedAlert, startOfWeek } from '@suban/domain/govern/alert-figures.ts';
import { heatOf } from '@suban/domain/govern/heat.ts';
import { mayJudgeAlerts, mayNotJudge, measuresOf } from '@suban/domain/govern/alerts.ts';
import { appealId, cohortOf } from '@suban/domain/ids.ts';
import { expectedOn } from '@suban/text/events/rise.ts';
import { sameEvent } from '@suban/text/similar/same-event.ts';
import { filedTexts } from '../appeal/search-store.ts';
import { staffNames } from '../appeal/history-store.ts';
import { iso, unitName } from '../appeal/names.ts';
import { numberOf } from '../appeal/run-command.ts';
import type { Reference } from '../people/reference-store.ts';
import type { Tx } from '../platform/database.ts';
import { Problem } from '../platform/problem.ts';
import type { Services } from '../platform/services.ts';
import { alertLog, type AlertRow, type LogRow } from './alert-store.ts';
import { dayNumber } from './batch.ts';
import { alertOf } from './judge-alert.ts';
import {
  countedAlerts,
  countOpen,
  daysOf,
  type EventRow,
  firstProblemDay,
  hottest,
  missedGroups,
  oneEvent,
  problemDays,
  seenAppeal,
  type SeenMember,
  seenMembers,
} from './pages-store.ts';
import { alertLine, eventLine, sparkDays } from './views.ts';

type Services_ = Pick<Services, 'reference' | 'clock'>;

/** Events shown at once: more nobody looks through. */
const mostShown = 60;
/** Days of the large curve, and those before it that what is expected is reckoned from. */
const curveDays = 42;
const lookBack = 372;
const mostPoints = 200;
/** Weeks that figures are told of. */
const weeks = 12;

export async function readHottest(
  services: Services_,
  tx: Tx,
  staff: Staff,
  district: number | null,
): Promise<HotEventRow[]> {
  const unit = sightOf(staff) === 'unit' ? staff.unit.id : null;
  const from = heatOf(services.reference().settings.hotFrom, services.clock());
  return withDays(services, tx, await hottest(tx, unit, { district, from, limit: mostShown }));
}

async function withDays(services: Services_, tx: Tx, rows: readonly EventRow[]): Promise<HotEventRow[]> {
  const reference = services.reference();
  const now = services.clock();
  const today = dayNumber(reference, now);
  const days = Map.groupBy(
    await daysOf(
      tx,
      rows.map(({ id }) => id),
      today - sparkDays + 1,
    ),
    ({ event }) => event,
  );
  return rows.map((row) => {
    const own = new Map((days.get(row.id) ?? []).map((one) => [one.day, one.n]));
    return eventLine(reference, row, own, today, now);
  });
}

/** @throws Problem `not-found` */
export async function readEvent(
  services: Services_,
  tx: Tx,
  id: number,
  staff: Staff,
): Promise<HotEventView> {
  const row = await oneEvent(tx, id);
  if (!row) throw new Problem('not-found');
  const members = await seenMembers(tx, id, mostPoints);
  return eventView(services, tx, row, members, staff);
}

async function eventView(
  services: Services_,
  tx: Tx,
  row: EventRow,
  members: readonly SeenMember[],
  staff: Staff,
): Promise<HotEventView> {
  const [line] = await withDays(services, tx, [row]);
  if (!line) throw new Problem('not-found');
  return {
    ...line,
    curve: await curveOf(services, tx, row),
    points: members.flatMap(({ lat, long }) => (lat === null || long === null ? [] : [{ lat, long }])),
    mayMark: row.alert === null && row.kind === 'gathering' && mayJudgeAlerts(staff),
  };
}

/** The last weeks up to the event's last appeal: its own, all of its problem, and what the weekday and season have. */
async function curveOf(services: Services_, tx: Tx, row: EventRow): Promise<HotEventView['curve']> {
  const reference = services.reference();
  const end = Math.min(dayNumber(reference, services.clock()), dayNumber(reference, row.last_at) + 7);
  const from = end - curveDays + 1;
  const own = new Map((await daysOf(tx, [row.id], from)).map(({ day: on, n }) => [on, n]));
  const { problem } = row;
  const all = new Map(
    problem === null
      ? []
      : (await problemDays(tx, problem, from - lookBack)).map(({ day: on, n }) => [on, n] as const),
  );
  const first = problem === null ? null : await firstProblemDay(tx, problem);
  const seen = (on: number) => (first !== null && on >= first ? (all.get(on) ?? 0) : null);
  return Array.from({ length: curveDays }, (_, index) => {
    const on = from + index;
    const known = first !== null && on - 7 >= first;
    return {
      day: new Date(on * day).toISOString().slice(0, 10),
      n: Math.max(all.get(on) ?? 0, own.get(on) ?? 0),
      own: own.get(on) ?? 0,
      expected: known ? Math.round(expectedOn(on, seen) * 10) / 10 : null,
    };
  });
}

/** @param row read under the same scope */
export async function readAlert(
  services: Services_,
  tx: Tx,
  row: AlertRow,
  staff: Staff,
): Promise<AlertView> {
  const reference = services.reference();
  const event = await oneEvent(tx, row.event);
  if (!event) throw new Problem('not-found');
  const members = await seenMembers(tx, row.event, mostPoints);
  const trigger = await seenAppeal(tx, row.cohort, row.appeal);
  const log = await alertLog(tx, row.id);
  const names = await staffNames(
    tx,
    log.flatMap(({ account }) => account ?? []),
  );
  const mayJudge = row.state === 'open' && mayNotJudge(staff, alertOf(reference, row)) === null;
  const key = { cohort: cohortOf(row.cohort), id: appealId(row.appeal) };
  return {
    ...alertLine(reference, row, services.clock()),
    eventView: await eventView(services, tx, event, members, staff),
    evidence: {
      word: row.word,
      count: row.count,
      expected: row.expected,
      score: row.score,
      words: event.kind === 'rise' ? [] : await commonWords(tx, members),
    },
    trigger: trigger && numberOf(reference, { key, filedAt: trigger.filed_at }),
    log: log.map((entry) => entryView(reference, names, entry)),
    mayJudge,
    measures: mayJudge ? measuresOf(staff) : [],
  };
}

function entryView(
  reference: Reference,
  names: Awaited<ReturnType<typeof staffNames>>,
  { seq, at, type, account, unit, reason, body }: LogRow,
): AlertView['log'][number] {
  const { data } = JSON.parse(body.toString('utf8')) as { data: Record<string, string | number> };
  return {
    seq,
    at: iso(at),
    what: type as AlertView['log'][number]['what'],
    byName: account === null ? null : (names.get(account)?.name ?? null),
    unit: unit === null ? null : unitName(reference, unit),
    reason,
    data,
  };
}

/** Appeals whose words are set side by side. */
const compared = 6;

/** What the words of the latest have in common with the others', most often found first. */
async function commonWords(tx: Tx, members: readonly SeenMember[]): Promise<string[]> {
  const keys = members
    .slice(0, compared)
    .map(({ cohort, id }) => ({ cohort: cohortOf(cohort), id: appealId(id) }));
  const [first, ...others] = await filedTexts(tx, keys);
  if (!first) return [];
  const found = new Map<string, number>();
  for (const other of others)
    for (const word of sameEvent(first, other).reasons.words) found.set(word, (found.get(word) ?? 0) + 1);
  return [...found]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 8)
    .map(([word]) => word);
}

/** How good the alerts are, by week and over all of the last weeks. */
export async function readAlertFigures(services: Services_, tx: Tx): Promise<AlertFiguresView> {
  const reference = services.reference();
  const { calendar } = reference;
  const now = services.clock();
  const start = startOfWeek(calendar, now);
  const from = startOfWeek(calendar, start - (weeks - 1) * 7 * day + day / 2);
  const to = start + 7 * day;
  const { plainFrom } = reference.settings;
  const alerts = (await countedAlerts(tx, from, to, plainFrom)).map(
    ({ cause, state, at, plain_at, followed_up_at }): CountedAlert => ({
      cause,
      state,
      at,
      followedUpAt: followed_up_at,
      plainAt: plain_at,
    }),
  );
  const ofWeek = (begin: number) => alerts.filter(({ at }) => at >= begin && at < begin + 7 * day);
  return {
    weeks: Array.from({ length: weeks }, (_, week) => {
      const begin = from + week * 7 * day;
      const own = ofWeek(begin).filter(({ cause }) => cause !== 'marked');
      return {
        from: iso(begin),
        to: iso(begin + 7 * day),
        raised: own.length,
        confirmed: own.filter(({ state }) => state === 'confirmed').length,
        judged: own.filter(({ state }) => state !== 'open').length,
      };
    }),
    whole: alertFigures(alerts, await missedGroups(tx, from, to)),
    plainFrom,
    openNow: await countOpen(tx, null, 1_000),
  };
}
