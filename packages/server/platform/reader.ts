import type { EventType } from '@suban/domain/events.ts';
import { type Opened, open } from '../appeal/canonical.ts';
import type { Database, Sql, Transaction, Tx } from './database.ts';
import { takeLock } from './lock.ts';

const batch = 250;
/** A reader looks this often, in ms: with the sequencer's 50 an event is read within 100. */
const pollEvery = 50;
/** In a rush (as many events as this at one look) it looks less often: a few large batches leave more for those who wait. */
const rush = 25;
const restInRush = 250;

export type Placed = Opened & { readonly position: number };

/**
 * Something that follows all events in their one order. What `handle` writes shares a transaction with the checkpoint:
 * each event is handled exactly once as far as the database goes, and at least once beyond it.
 */
export type Reader = {
  readonly name: string;
  /** The kinds it has anything to do with; all, where it names none. The others it passes over unread. */
  readonly only?: readonly EventType[];
  /** The reader whose work it builds on: it never gets ahead of that one. */
  readonly after?: string;
  handle(tx: Tx, events: readonly Placed[]): Promise<void>;
};

/** One batch. @returns how many events were read */
export async function readBatch(transaction: Transaction, reader: Reader): Promise<number> {
  return transaction(async (tx) => {
    const [, [mark]] = await Promise.all([
      tx.query('insert into reader (name) values ($1) on conflict do nothing', [reader.name], 'reader-start'),
      tx.query<{ position: number }>(
        'select position from reader where name = $1 for update',
        [reader.name],
        'reader-mark',
      ),
    ]);
    const events = await eventsAfter(tx, mark?.position ?? 0, batch, reader);
    const last = events.at(-1);
    if (!last) return 0;
    const wanted = events.flatMap(read);
    if (wanted.length > 0) await reader.handle(tx, wanted);
    await tx.last(
      'update reader set position = $2 where name = $1',
      [reader.name, last.position],
      'reader-save',
    );
    return events.length;
  });
}

/** Every event behind a position, read. */
export async function readAfter(tx: Pick<Tx, 'query'>, position: number, limit: number): Promise<Placed[]> {
  return (await eventsAfter(tx, position, limit, {})).flatMap(read);
}

const read = ({ position, body }: EventRow): Placed[] => (body ? [{ ...open(body), position }] : []);

type EventRow = { position: number; body: Buffer | null };

/**
 * Events behind a position, in order; each event fetched by its key, whatever the planner believes of a new table. The body
 * is null where the event is of none of the kinds wanted.
 */
async function eventsAfter(
  tx: Pick<Tx, 'query'>,
  position: number,
  limit: number,
  { only, after }: Pick<Reader, 'only' | 'after'>,
): Promise<EventRow[]> {
  const until = after === undefined ? null : await positionOf(tx, after);
  return tx.query<EventRow>(
    `select p.position, e.body
     from (select * from event_position where position > $1 and ($4::int8 is null or position <= $4) order by position limit $2) p
     cross join lateral (select case when $3::text[] is null or type = any($3) then body end as body from appeal_event
       where cohort = p.cohort and appeal = p.appeal and seq = p.seq offset 0) e
     order by p.position`,
    [position, limit, only ?? null, until],
    'events-after',
  );
}

/** How far a reader has come; 0 before it has begun. */
async function positionOf(sql: Pick<Tx, 'query'>, name: string): Promise<number> {
  const [mark] = await sql.query<{ position: number }>(
    'select position from reader where name = $1',
    [name],
    'reader-position',
  );
  return mark?.position ?? 0;
}

export function runReader(
  database: Database,
  reader: Reader,
  onError: (error: unknown) => void,
): Promise<{ stop(): Promise<void> }> {
  return takeLock(
    database,
    `reader ${reader.name}`,
    async (own) => {
      if (!(await isBehind(own, reader.name))) return pollEvery;
      for (;;) {
        const read = await readBatch(own.transaction, reader);
        if (read < batch) return read < rush ? pollEvery : restInRush;
      }
    },
    onError,
  );
}

/** A look before the work: a quiet night costs one statement a round. */
async function isBehind(sql: Sql, name: string): Promise<boolean> {
  const [row] = await sql.query<{ behind: boolean }>(
    'select last_position > coalesce((select position from reader where name = $1), 0) as behind from sequencer',
    [name],
    'reader-look',
  );
  return row?.behind ?? false;
}

/** How far each reader is behind the last event committed, in events. */
export async function lag(
  database: Database,
): Promise<{ sequencer: number; readers: Record<string, number> }> {
  const [head] = await database.owner.query<{ last_position: number; unplaced: number }>(
    `select last_position, (select count(*) from appeal_event where id > last_id) as unplaced from sequencer`,
  );
  const marks = await database.owner.query<{ name: string; position: number }>(
    'select name, position from reader',
  );
  const last = head?.last_position ?? 0;
  return {
    sequencer: head?.unplaced ?? 0,
    readers: Object.fromEntries(marks.map(({ name, position }) => [name, last - position])),
  };
}

/** Sends a reader back to the first event. Waits for a batch under way, whose writes are then forgotten with the rest. */
export async function forget(tx: Tx, name: string): Promise<void> {
  await tx.query(
    'insert into reader (name, position) values ($1, 0) on conflict (name) do update set position = 0',
    [name],
    'reader-forget',
  );
}
