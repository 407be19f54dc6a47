import type { Database, Sql, Tx } from './database.ts';
import { takeLock } from './lock.ts';

/** How often new events are given their positions, in ms. */
const pollEvery = 50;
const batch = 5_000;
export const placedChannel = 'suban_placed';

/** `until` is null in the round that finds the hole; the next one, whose own transaction is younger, sets it. */
type Gap = { readonly id: number; readonly until: string | null };
type State = { last_id: number; last_position: number; gaps: Gap[] };
type Found = { id: number; cohort: number; appeal: number; seq: number };

/**
 * Gives committed events the one dense order that every reader follows. An event's id is given at insertion, so ids
 * commit out of order and leave holes: a hole is remembered and looked for again until every transaction that could
 * still fill it has ended; then it was a rollback. Nobody waits for a slow transaction, and nobody skips it.
 *
 * Whoever holds a missing id took a transaction id before it (every write first takes its request's or appeal's row),
 * hence before the round that missed it looked. Rounds come one after the other, and the lock comes before a round's own
 * transaction id: so the next round's is younger than the holder's, and once no transaction older than it runs, the
 * holder has ended. A snapshot's xmax will not do: transactions that have begun but not ended can lie beyond it.
 * @returns how many were placed
 */
export async function placeEvents(tx: Tx): Promise<number> {
  await tx.query(`select pg_advisory_xact_lock(hashtext('suban placing'))`, [], 'sequencer-lock');
  const [state] = await tx.query<State>(
    'select last_id, last_position, gaps from sequencer for update',
    [],
    'sequencer-state',
  );
  if (!state) throw new Error('the sequencer has its row from the first migration on');
  // Read before the look for latecomers: whoever ended before it is visible to that look.
  const ages = state.gaps.length === 0 ? null : await readAges(tx);
  const known = state.gaps.map(({ id, until }) => ({ id, until: until ?? ages?.own ?? '' }));
  const late =
    known.length === 0
      ? []
      : await tx.query<Found>(
          'select id, cohort, appeal, seq from appeal_event where id = any($1::int8[]) order by id',
          [known.map((gap) => gap.id)],
          'sequencer-late',
        );
  const fresh = await tx.query<Found>(
    'select id, cohort, appeal, seq from appeal_event where id > $1 order by id limit $2',
    [state.last_id, batch],
    'sequencer-fresh',
  );
  const found = [...late, ...fresh];
  const arrived = new Set(late.map((event) => event.id));
  const waiting = known.filter(
    (gap) => !arrived.has(gap.id) && BigInt(gap.until) > BigInt(ages?.oldest ?? 0),
  );
  const dated = state.gaps.every(({ until }) => until !== null);
  if (found.length === 0 && dated && waiting.length === state.gaps.length) return 0;
  const gaps: Gap[] = [...waiting, ...missingIds(state.last_id, fresh).map((id) => ({ id, until: null }))];
  const lastId = fresh.at(-1)?.id ?? state.last_id;
  const lastPosition = state.last_position + found.length;
  if (found.length > 0) await insertPositions(tx, state.last_position, found);
  await tx.query(
    'update sequencer set last_id = $1, last_position = $2, gaps = $3',
    [lastId, lastPosition, JSON.stringify(gaps)],
    'sequencer-save',
  );
  if (found.length > 0)
    await tx.query(`select pg_notify($1, $2)`, [placedChannel, String(lastPosition)], 'sequencer-notify');
  return found.length;
}

/** This transaction's own id, and the oldest that still runs. */
async function readAges(tx: Tx): Promise<{ own: string; oldest: string }> {
  const [row] = await tx.query<{ own: string; oldest: string }>(
    'select pg_current_xact_id()::text as own, pg_snapshot_xmin(pg_current_snapshot())::text as oldest',
    [],
    'sequencer-ages',
  );
  if (!row) throw new Error('a transaction always has an id');
  return row;
}

function missingIds(lastId: number, fresh: readonly Found[]): number[] {
  const missing: number[] = [];
  let expected = lastId + 1;
  for (const { id } of fresh) {
    for (; expected < id; expected += 1) missing.push(expected);
    expected = id + 1;
  }
  return missing;
}

async function insertPositions(tx: Tx, from: number, found: readonly Found[]): Promise<void> {
  await tx.query(
    `insert into event_position (position, cohort, appeal, seq)
     select $1 + v.n, v.cohort, v.appeal, v.seq from unnest($2::int4[], $3::int8[], $4::int4[]) with ordinality as v(cohort, appeal, seq, n)`,
    [from, found.map((e) => e.cohort), found.map((e) => e.appeal), found.map((e) => e.seq)],
    'sequencer-insert',
  );
}

/** A look before the work: a quiet night costs one statement a round. */
async function anythingNew(sql: Sql): Promise<boolean> {
  const [row] = await sql.query<{ found: boolean }>(
    `select gaps <> '[]' or exists (select from appeal_event where id > last_id) as found from sequencer`,
    [],
    'sequencer-look',
  );
  return row?.found ?? false;
}

/** Of all processes one sequences: whoever holds the lock. When it dies the lock falls to the next. */
export async function runSequencer(
  database: Database,
  onError: (error: unknown) => void,
): Promise<{ stop(): Promise<void> }> {
  return takeLock(
    database,
    'sequencer',
    async (own) => {
      if (await anythingNew(own)) while ((await own.transaction(placeEvents)) === batch);
      return pollEvery;
    },
    onError,
  );
}
