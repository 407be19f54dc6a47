import { type AppealKey, appealId, cohortOf } from '@suban/domain/ids.ts';
import type { Sql, Tx } from '../platform/database.ts';

/** Keys of appeals in their order, from the one after `from` to `to`. */
export type Range = { readonly from: AppealKey | null; readonly to: AppealKey | null };
const beyond = { cohort: 2_147_483_647, id: Number.MAX_SAFE_INTEGER };
const bounds = ({ from, to }: Range): number[] => [
  from?.cohort ?? 0,
  from?.id ?? 0,
  to?.cohort ?? beyond.cohort,
  to?.id ?? beyond.id,
];
const within = (id = 'appeal') => `(cohort, ${id}) > ($1, $2) and (cohort, ${id}) <= ($3, $4)`;

/**
 * From here on the transaction sees the record as it is now, whatever is written meanwhile, and writes nothing. A table that
 * is emptied looks empty to every snapshot: whoever rebuilds the figures waits for this lock first.
 */
export async function freeze(tx: Tx): Promise<void> {
  await tx.query('set transaction isolation level repeatable read, read only');
  await tx.query('lock table counted_life in access share mode');
}

export async function keysAfter(sql: Sql, last: AppealKey | null, limit: number): Promise<AppealKey[]> {
  const rows = await sql.query<{ cohort: number; id: number }>(
    'select cohort, id from appeal where (cohort, id) > ($1, $2) order by cohort, id limit $3',
    [last?.cohort ?? 0, last?.id ?? 0, limit],
    'verify-keys',
  );
  return rows.map(({ cohort, id }) => ({ cohort: cohortOf(cohort), id: appealId(id) }));
}

/** A row of a table that has several an appeal. */
type Of = { cohort: number; appeal: number };
export type ChainRow = Of & {
  seq: number;
  type: string;
  at: number;
  body: Buffer;
  prev_hash: Buffer;
  hash: Buffer;
};
export type TextRow = Of & { seq: number; slot: string; salt: Buffer; body: string | null };
export type PersonRow = Of & { salt: Buffer; name: Buffer | null; phone: Buffer | null };
export type OrderRow = Of & {
  no: number;
  state: string;
  cause: string;
  unit: number;
  holder: number;
  designated: boolean;
  offered_at: number;
  ack_due: number;
  contact_due: number;
  finish_due: number;
  acknowledged_at: number | null;
  contacted_at: number | null;
  answered_at: number | null;
  drafted_by: string | null;
  next_due: number | null;
  asked: string | null;
  review_at: number | null;
  lead_2: number | null;
  lead_3: number | null;
  beside: unknown;
};
export type PartyRow = Of & {
  unit: number;
  as: string;
  due: number | null;
  filed_at: number;
  matter: string | null;
  follow_up: boolean;
};
/** What lists and the sweep look for in the appeal's own row, beside its state. */
export type ColumnRow = Of & {
  state_since: number;
  next_watch: number | null;
  master_cohort: number | null;
  master: number | null;
  call_back: string | null;
  exclusion_asked: number | null;
};
export type CountedRow = Of & {
  measure: string;
  hour: number;
  unit: number;
  kind: string;
  matter: string;
  channel: string;
  area: number | null;
  n: number;
};
export type LifeRow = Of & { life: unknown };
/** What is left out of a unit's indicators. */
export type ExcludedRow = Of & { unit: number; reason: string; granted_at: number };
/** A light that is on. */
export type LitRow = Of & {
  clock: string;
  light: string;
  due: number;
  disputed: boolean;
  centre: number | null;
  unit: number | null;
  lead_2: number | null;
  lead_3: number | null;
  area: number | null;
};
/** What the reader of new appeals' words has kept. */
export type WordsRow = Of & { words: boolean; options: boolean; units: number[] | null };

const reading =
  <Row extends Of>(name: string, text: string) =>
  (sql: Sql, range: Range): Promise<Row[]> =>
    sql.query<Row>(text, bounds(range), `verify-${name}`);

/** All rows of a range, table by table. */
export const rowsOf = {
  events: reading<ChainRow>(
    'events',
    `select cohort, appeal, seq, type, at, body, prev_hash, hash from appeal_event where ${within()} order by cohort, appeal, seq`,
  ),
  texts: reading<TextRow>(
    'texts',
    `select cohort, appeal, seq, slot, salt, body from appeal_text where ${within()}`,
  ),
  persons: reading<PersonRow>(
    'persons',
    `select cohort, appeal, salt, name, phone from person where ${within()}`,
  ),
  orders: reading<OrderRow>(
    'orders',
    `select cohort, appeal, no, state, cause, unit, holder, designated, offered_at, ack_due, contact_due, finish_due, acknowledged_at,
       contacted_at, answered_at, drafted_by, next_due, asked, review_at, lead_2, lead_3, beside from work_order where ${within()}`,
  ),
  parties: reading<PartyRow>(
    'parties',
    `select cohort, appeal, unit, "as", due, filed_at, matter, follow_up from appeal_party where ${within()}`,
  ),
  columns: reading<ColumnRow>(
    'columns',
    `select cohort, id as appeal, state_since, next_watch, master_cohort, master, call_back, exclusion_asked from appeal where ${within('id')}`,
  ),
  counted: reading<CountedRow>(
    'counted',
    `select cohort, appeal, measure, hour, unit, kind, matter, channel, area, n from counted where ${within()}`,
  ),
  lives: reading<LifeRow>('lives', `select cohort, appeal, life from counted_life where ${within()}`),
  excluded: reading<ExcludedRow>(
    'excluded',
    `select cohort, appeal, unit, reason, granted_at from exclusion where ${within()}`,
  ),
  lights: reading<LitRow>(
    'lights',
    `select cohort, appeal, clock, light, due, disputed, centre, unit, lead_2, lead_3, area from light_now where ${within()}`,
  ),
  words: reading<WordsRow>(
    'words',
    `select cohort, appeal, w.appeal is not null as words, s.appeal is not null as options, to_jsonb(w.units) as units
     from (select * from appeal_words where ${within()}) w
     full join (select * from suggestion where ${within()}) s using (cohort, appeal)`,
  ),
};
