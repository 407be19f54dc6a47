import type { EventType } from '@suban/domain/events.ts';
import { type Opened, open } from '../appeal/canonical.ts';
import type { Database, Sql, Transaction, Tx } from './database.ts';
import { takeLock } from './lock.ts';

const batch = 250;
/** A reader looks this often, in ms: with the sequencer's 50 an event is read within some 100. */
const pollEvery = 50;
/** One look serves all readers of a process that ask within this time, in ms: a quiet night costs a statement or two a round, not one a reader. */
const lookLasts = 25;
/**
 * A reader rests so many times as long as its last batch took, though never longer than `mostRest`, in ms: where the machine
 * is busy its batches are few and large, which leaves more for those who wait.
 */
const restPerWork = 4;
const mostRest = 500;

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

/** @param isBehind whether a reader has anything to read, from `shareLook` */
export function runReader(
  database: Database,
  reader: Reader,
  onError: (error: unknown) => void,
  isBehind = shareLook(database.background),
): Promise<{ stop(): Promise<void> }> {
  return takeLock(
    database,
    `reader ${reader.name}`,
    async (own) => {
      if (!(await isBehind(reader.name))) return pollEvery;
      for (;;) {
        const began = performance.now();
        const read = await readBatch(own.transaction, reader);
        if (read === batch) continue;
        const took = performance.now() - began;
        return Math.min(Math.max(pollEvery, restPerWork * took), mostRest);
      }
    },
    onError,
  );
}

/** A look before the work, for all readers of a process together: has this one anything to read? */
export function shareLook(sql: Sql): (name: string) => Promise<boolean> {
  let looked = Number.NEGATIVE_INFINITY;
  let found: Promise<ReadonlySet<string>> = Promise.resolve(new Set());
  return async (name) => {
    if (performance.now() - looked > lookLasts) {
      looked = performance.now();
      found = upToDate(sql);
    }
    return !(await found).has(name);
  };
}

/** The names of the readers that have read everything. One that never began is not among them. */
async function upToDate(sql: Sql): Promise<ReadonlySet<string>> {
  const rows = await sql.query<{ name: string }>(
    'select r.name from reader r, sequencer s where r.position >= s.last_position',
    [],
    'readers-look',
  );
  return new Set(rows.map(({ name }) => name));
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
