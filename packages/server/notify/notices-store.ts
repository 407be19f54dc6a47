import type { Sql, Tx } from '../platform/database.ts';
import { noticedChannel } from '../platform/noticed.ts';
import type { Audience } from './staff-hears.ts';

export type Notice = {
  readonly unit: number;
  readonly audience: Audience;
  readonly cohort: number;
  readonly appeal: number;
  readonly seq: number;
  readonly what: string;
  readonly detail: string | null;
  /** The unit it is about. */
  readonly about: number | null;
  readonly at: number;
  /** Of an alert: its id; `seq` is then of its record, and the appeal the one at which it was raised. */
  readonly alert?: number;
};

/** PostgreSQL takes 8,000 bytes of a notification; beyond this many units all pages look. */
const mostTold = 500;

/** Keeps each notice once and tells the open pages of those units, both in the reader's transaction. */
export async function addNotices(tx: Tx, notices: readonly Notice[]): Promise<void> {
  if (notices.length === 0) return;
  await tx.query(
    `insert into notice (unit, audience, cohort, appeal, seq, what, detail, about, at, alert)
     select * from unnest($1::int8[], $2::text[], $3::int4[], $4::int8[], $5::int4[], $6::text[], $7::text[], $8::int8[], $9::timestamptz[], $10::int8[])
     on conflict do nothing`,
    [
      notices.map((n) => n.unit),
      notices.map((n) => n.audience),
      notices.map((n) => n.cohort),
      notices.map((n) => n.appeal),
      notices.map((n) => n.seq),
      notices.map((n) => n.what),
      notices.map((n) => n.detail),
      notices.map((n) => n.about),
      notices.map((n) => new Date(n.at)),
      notices.map((n) => n.alert ?? null),
    ],
    'notices-add',
  );
  const units = [...new Set(notices.map(({ unit }) => unit))];
  const told = units.length > mostTold ? '' : units.join(',');
  await tx.query('select pg_notify($1, $2)', [noticedChannel, told], 'notices-tell');
}

/** The dispatch centres of these appeals. */
export function centresOf(
  tx: Tx,
  keys: readonly { cohort: number; id: number }[],
): Promise<{ cohort: number; id: number; centre: number }[]> {
  return tx.query<{ cohort: number; id: number; centre: number }>(
    `select a.cohort, a.id, a.centre from unnest($1::int4[], $2::int8[]) as k(cohort, id)
     join appeal a on a.cohort = k.cohort and a.id = k.id`,
    [keys.map(({ cohort }) => cohort), keys.map(({ id }) => id)],
    'centres-of',
  );
}

/** What one person is told: the notices to these audiences of these units. */
export type Feed = readonly { readonly unit: number; readonly audience: Audience }[];
const feedColumns = (feed: Feed) => [feed.map(({ unit }) => unit), feed.map(({ audience }) => audience)];
const feeds = 'unnest($1::int8[], $2::text[]) as f(unit, audience)';

export type NoticeRow = {
  id: number;
  cohort: number;
  appeal: number;
  what: string;
  detail: string | null;
  at: number;
  unit: number;
  about: number | null;
  /** Null where row-level security hides the appeal. */
  filed_at: number | null;
  title: string | null;
  alert: number | null;
  /** What an alert's event is called; null where it is not to be seen. */
  event: string | null;
};

/** The newest before `before`, each with as much of its appeal as the reader may see. */
export function listNotices(tx: Tx, feed: Feed, before: number, limit: number): Promise<NoticeRow[]> {
  return tx.query<NoticeRow>(
    `select n.id, n.cohort, n.appeal, n.what, n.detail, n.at, n.unit, n.about, n.alert, a.filed_at, t.body as title,
       (select e.name from alert l join hot_event e on e.id = l.event where l.id = n.alert) as event
     from (select n.* from ${feeds} cross join lateral (select * from notice n
         where n.unit = f.unit and n.audience = f.audience and n.id < $3 order by n.id desc limit $4) n
       order by n.id desc limit $4) n
     left join appeal a on a.cohort = n.cohort and a.id = n.appeal
     left join appeal_text t on t.cohort = n.cohort and t.appeal = n.appeal and t.seq = 1 and t.slot = 'title'
     order by n.id desc`,
    [...feedColumns(feed), before, limit],
    'notices-list',
  );
}

/** How far this account has read. */
export async function readTo(sql: Sql, account: string): Promise<number> {
  const [row] = await sql.query<{ read_to: number }>(
    'select read_to from notice_mark where account = $1',
    [account],
    'notices-read-to',
  );
  return row?.read_to ?? 0;
}

/** How many came after `mark`, counted up to `most`. */
export async function countUnread(sql: Sql, feed: Feed, mark: number, most: number): Promise<number> {
  const [row] = await sql.query<{ n: number }>(
    `select count(*) as n from (select from ${feeds} cross join lateral (select from notice n
       where n.unit = f.unit and n.audience = f.audience and n.id > $3 limit $4) n limit $4) as unread`,
    [...feedColumns(feed), mark, most],
    'notices-unread',
  );
  return row?.n ?? 0;
}

/** Never back: of two pages that say so, the one that has read further counts. */
export async function markRead(sql: Sql, account: string, to: number): Promise<void> {
  await sql.query(
    `insert into notice_mark (account, read_to) values ($1, least($2, coalesce((select max(id) from notice), 0)))
     on conflict (account) do update set read_to = greatest(notice_mark.read_to, excluded.read_to)`,
    [account, to],
    'notices-mark-read',
  );
}
