import type { AppealState, Kind } from '@suban/domain/appeal.ts';
import type { EventType } from '@suban/domain/events.ts';
import { type AppealKey, appealId, cohortOf } from '@suban/domain/ids.ts';
import { open } from '../../appeal/canonical.ts';
import type { Told } from '../../appeal/history-store.ts';
import type { Sql, Tx } from '../../platform/database.ts';
import { type Range, rowLimit } from './fields.ts';

export async function findPartner(sql: Sql, keyHash: Buffer): Promise<string | null> {
  const [row] = await sql.query<{ name: string }>(
    'select name from partner_key where key_hash = $1 and active',
    [keyHash],
    'partner-find',
  );
  return row?.name ?? null;
}

/** Leaves a key that is there already as it is: one that was stopped stays stopped. */
export async function addPartnerKey(sql: Sql, keyHash: Buffer, name: string): Promise<void> {
  await sql.query('insert into partner_key (key_hash, name) values ($1, $2) on conflict do nothing', [
    keyHash,
    name,
  ]);
}

export type PartnerRequest = {
  readonly externalId: string;
  readonly partner: string;
  readonly serviceCode: string;
  readonly receivedAt: number;
};

/** @returns when it was first received, in ms: now, or earlier where the filing is sent again */
export async function notePartnerRequest(
  sql: Sql,
  { externalId, partner, serviceCode, receivedAt }: PartnerRequest,
): Promise<number> {
  const [row] = await sql.query<{ received_at: number }>(
    `insert into partner_request (external_id, partner, service_code, received_at) values ($1, $2, $3, $4)
     on conflict (external_id) do update set external_id = excluded.external_id returning received_at`,
    [externalId, partner, serviceCode, new Date(receivedAt)],
    'partner-request-note',
  );
  return row?.received_at ?? receivedAt;
}

export async function hasPartnerRequest(sql: Sql, externalId: string): Promise<boolean> {
  return (
    (
      await sql.query(
        'select from partner_request where external_id = $1',
        [externalId],
        'partner-request-has',
      )
    ).length === 1
  );
}

/** Of Open311's own appeals, what anybody may read: nothing confidential, no tip-off, no complaint about a unit, nothing withdrawn. */
const isPublic = `not a.confidential and a.kind <> 'tip-off' and a.accused is null and a.state <> 'withdrawn'`;
const openStates: readonly AppealState[] = ['received', 'dispatched'];
const isOpen = `a.state in ('received', 'dispatched')`;

export const statusOf = (state: AppealState): 'open' | 'closed' =>
  openStates.includes(state) ? 'open' : 'closed';

export type Filter = { readonly codes: readonly string[] | null; readonly status: 'open' | 'closed' | null };

const filtered = `($4::text[] is null or coalesce(a.matter, p.service_code) = any($4)) and ($5::boolean is null or (${isOpen}) = $5)`;
/** Newest first, each along one index: what a partner filed, or the channel. */
const ownKeys = `
  select a.cohort, a.id from partner_request p join appeal a on a.channel = 'open311' and a.external_id = p.external_id
  where p.partner = $1 and p.received_at >= $2 and p.received_at < $3 and ${filtered}
  order by p.received_at desc, p.external_id desc limit ${rowLimit}`;
const publicKeys = `
  select a.cohort, a.id from appeal a left join partner_request p on p.external_id = a.external_id
  where a.channel = 'open311' and $1::text is null and a.filed_at >= $2 and a.filed_at < $3 and ${isPublic} and ${filtered}
  order by a.filed_at desc, a.cohort desc, a.id desc limit ${rowLimit}`;

type KeyRow = { cohort: number; id: number };
const toKey = ({ cohort, id }: KeyRow): AppealKey => ({ cohort: cohortOf(cohort), id: appealId(id) });

/** Keys of what was filed in the range: by this partner, or of what is public. */
export async function requestKeys(
  tx: Tx,
  partner: string | null,
  range: Range,
  filter: Filter,
): Promise<AppealKey[]> {
  const rows = await tx.query<KeyRow>(
    partner === null ? publicKeys : ownKeys,
    [
      partner,
      new Date(range.from),
      new Date(range.to),
      filter.codes,
      filter.status === null ? null : filter.status === 'open',
    ],
    partner === null ? 'open311-keys-public' : 'open311-keys-own',
  );
  return rows.map(toKey);
}

export type RequestRow = {
  cohort: number;
  id: number;
  state: AppealState;
  state_since: number;
  filed_at: number;
  kind: Kind;
  code: string | null;
  lat: number | null;
  long: number | null;
  unit: number | null;
  finish_due: number | null;
  last_at: number;
  body: string | null;
  address: string | null;
};

/** Those of the keys that are this partner's, or public, in the order of the keys. */
export function requestRows(
  tx: Tx,
  partner: string | null,
  keys: readonly AppealKey[],
): Promise<RequestRow[]> {
  return tx.query<RequestRow>(
    `select a.cohort, a.id, a.state, a.state_since, a.filed_at, a.kind, coalesce(a.matter, p.service_code) as code, a.lat, a.long,
       o.unit, o.finish_due, e.at as last_at, b.body, d.body as address
     from unnest($2::int4[], $3::int8[]) with ordinality as k(cohort, id, n)
     join appeal a on a.cohort = k.cohort and a.id = k.id and a.channel = 'open311'
     left join partner_request p on p.external_id = a.external_id
     left join work_order o on o.cohort = a.cohort and o.appeal = a.id and o.no = a.orders
     join appeal_event e on e.cohort = a.cohort and e.appeal = a.id and e.seq = a.version
     left join appeal_text b on b.cohort = a.cohort and b.appeal = a.id and b.seq = 1 and b.slot = 'body'
     left join appeal_text d on d.cohort = a.cohort and d.appeal = a.id and d.seq = 1 and d.slot = 'address'
     where case when $1::text is null then ${isPublic} else p.partner = $1 end
     order by k.n`,
    [partner, keys.map((key) => key.cohort), keys.map((key) => key.id)],
    'open311-rows',
  );
}

const candidates = (where: string) =>
  `select a.cohort, a.id, a.external_id from appeal a where a.channel = 'open311' and ${where}`;
/** Materialized, so that each half goes along its own small index whoever asks. */
const updates = (visible: string, whose: string) => `
  with k as materialized (${candidates(`${isOpen} and ${visible}`)} union ${candidates(`a.state_since >= $2 and ${visible}`)})
  select e.cohort, e.appeal as id, e.seq from k ${whose} join appeal_event e on e.cohort = k.cohort and e.appeal = k.id
  where e.at >= $2 and e.at < $3 and e.type <> all($4::text[])
  order by e.at, e.cohort, e.appeal, e.seq limit ${rowLimit}`;
const ownUpdates = updates(
  'true',
  'join partner_request p on p.external_id = k.external_id and p.partner = $1',
);
const publicUpdates = updates(`$1::text is null and ${isPublic}`, '');

export type UpdateKey = { readonly key: AppealKey; readonly seq: number };

/** Events in the range, oldest first, of this partner's appeals or of the public ones. */
export async function updateKeys(
  tx: Tx,
  partner: string | null,
  range: Range,
  hidden: readonly EventType[],
): Promise<UpdateKey[]> {
  const rows = await tx.query<KeyRow & { seq: number }>(
    partner === null ? publicUpdates : ownUpdates,
    [partner, new Date(range.from), new Date(range.to), hidden],
    partner === null ? 'open311-updates-public' : 'open311-updates-own',
  );
  return rows.map((row) => ({ key: toKey(row), seq: row.seq }));
}

/** Many appeals' whole histories, each in order. */
export async function readHistories(tx: Tx, keys: readonly AppealKey[]): Promise<Told[][]> {
  const values = [keys.map((key) => key.cohort), keys.map((key) => key.id)];
  const among = 'unnest($1::int4[], $2::int8[]) as k(cohort, id)';
  const events = await tx.query<{ body: Buffer }>(
    `select e.body from ${among} join appeal_event e on e.cohort = k.cohort and e.appeal = k.id order by e.cohort, e.appeal, e.seq`,
    values,
    'histories-events',
  );
  const texts = await tx.query<{ cohort: number; appeal: number; seq: number; slot: string; body: string }>(
    `select t.cohort, t.appeal, t.seq, t.slot, t.body from ${among} join appeal_text t on t.cohort = k.cohort and t.appeal = k.id where t.body is not null`,
    values,
    'histories-texts',
  );
  const words = Map.groupBy(texts, (text) => `${text.cohort}/${text.appeal}/${text.seq}`);
  const told = events.map(({ body }): Told => {
    const event = open(body);
    const own = words.get(`${event.key.cohort}/${event.key.id}/${event.seq}`) ?? [];
    // Open311 tells of no files.
    return {
      ...event,
      texts: Object.fromEntries(own.map((text) => [text.slot, text.body])),
      files: new Map(),
    };
  });
  return [...Map.groupBy(told, ({ key }) => `${key.cohort}/${key.id}`).values()];
}
