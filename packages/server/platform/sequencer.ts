import type { Database, Tx } from './database.ts';
import { takeLock } from './lock.ts';

/** How often new events are given their positions, in ms. */
const pollEvery = 50;
const batch = 5_000;
export const placedChannel = 'suban_placed';

type Gap = { readonly id: number; readonly until: string };
type State = { last_id: number; last_position: number; gaps: Gap[] };
type Found = { id: number; cohort: number; appeal: number; seq: number };

/**
 * Gives committed events the one dense order that every reader follows. An event's id is given at insertion, so ids
 * commit out of order and leave holes: a hole is remembered and looked for again until every transaction that ran when
 * it was first seen has ended; then it was a rollback. Nobody waits for a slow transaction, and nobody skips it.
 * @returns how many were placed
 */
export async function placeEvents(tx: Tx): Promise<number> {
  const [state] = await tx.query<State>(
    'select last_id, last_position, gaps from sequencer for update',
    [],
    'sequencer-state',
  );
  if (!state) throw new Error('the sequencer has its row from the first migration on');
  // Read before the look for latecomers: whoever ended before it is visible to that look.
  const oldest = state.gaps.length === 0 ? null : await horizon(tx, 'xmin');
  const late =
    state.gaps.length === 0
      ? []
      : await tx.query<Found>(
          'select id, cohort, appeal, seq from appeal_event where id = any($1::int8[]) order by id',
          [state.gaps.map((gap) => gap.id)],
          'sequencer-late',
        );
  const fresh = await tx.query<Found>(
    'select id, cohort, appeal, seq from appeal_event where id > $1 order by id limit $2',
    [state.last_id, batch],
    'sequencer-fresh',
  );
  const found = [...late, ...fresh];
  const arrived = new Set(late.map((event) => event.id));
  const waiting = state.gaps.filter(
    (gap) => !arrived.has(gap.id) && (oldest === null || BigInt(gap.until) > oldest),
  );
  if (found.length === 0 && waiting.length === state.gaps.length) return 0;
  const holes = missingIds(state.last_id, fresh);
  // Read after the look for fresh ones: whoever holds a missing id has an older transaction id than this, for every
  // write takes its request's or appeal's row, and with it a transaction id, before its events take theirs.
  const until = holes.length === 0 ? '' : String(await horizon(tx, 'xmax'));
  const gaps = [...waiting, ...holes.map((id) => ({ id, until }))];
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

async function horizon(tx: Tx, end: 'xmin' | 'xmax'): Promise<bigint> {
  const [row] = await tx.query<{ id: string }>(
    `select pg_snapshot_${end}(pg_current_snapshot())::text as id`,
    [],
    `sequencer-${end}`,
  );
  return BigInt(row?.id ?? 0);
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

/** Of all processes one sequences: whoever holds the lock. When it dies the lock falls to the next. */
export async function runSequencer(
  database: Database,
  onError: (error: unknown) => void,
): Promise<{ stop(): Promise<void> }> {
  return takeLock(
    database,
    'sequencer',
    pollEvery,
    async (transaction) => {
      while ((await transaction(placeEvents)) === batch);
    },
    onError,
  );
}
