import type { PoolClient } from 'pg';
import { type Database, type Own, ownOf, type Sql } from './database.ts';

/** How long a process waits before it asks again for a lock another holds, in ms. */
const askEvery = 1_000;

/**
 * Runs `round` again and again in whichever process holds the advisory lock `name`, and in no other. The lock lives with
 * a connection of its own: when the process dies, PostgreSQL frees it at once. The work is done on that connection too:
 * whoever has lost the lock can write nothing more.
 * @param round what to do; it says how long to wait until the next, in ms
 */
export async function takeLock(
  database: Database,
  name: string,
  round: (own: Own) => Promise<number>,
  onError: (error: unknown) => void,
): Promise<{ stop(): Promise<void> }> {
  let stopped = false;
  let wake: (() => void) | null = null;
  const wait = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const running = (async () => {
    let holder: PoolClient | null = null;
    while (!stopped) {
      try {
        holder ??= await tryLock(database, name);
        await wait(holder ? await round(ownOf(holder)) : askEvery);
      } catch (error) {
        onError(error);
        holder?.release(true);
        holder = null;
        await wait(askEvery);
      }
    }
    holder?.release(true);
  })();
  return {
    async stop() {
      stopped = true;
      wake?.();
      await running;
    },
  };
}

async function tryLock(database: Database, name: string): Promise<PoolClient | null> {
  const client = await database.background.pool.connect();
  const { rows } = await client.query<{ got: boolean }>('select pg_try_advisory_lock(hashtext($1)) as got', [
    `suban ${name}`,
  ]);
  if (rows[0]?.got) {
    // Its end shows at the next round; unheard, it would end the process.
    client.on('error', () => {});
    return client;
  }
  client.release();
  return null;
}

/** Runs `work` while this process holds the advisory lock `name`, waiting for it as long as it takes. */
export async function whileHolding<T>(database: Database, name: string, work: () => Promise<T>): Promise<T> {
  const client = await database.background.pool.connect();
  client.on('error', () => {});
  try {
    await client.query('select pg_advisory_lock(hashtext($1))', [`suban ${name}`]);
    return await work();
  } finally {
    // The lock ends with its connection.
    client.release(true);
  }
}

/** Does nobody hold the advisory lock `name`? Takes it for no longer than the question. */
export async function isFree(sql: Sql, name: string): Promise<boolean> {
  const [row] = await sql.query<{ free: boolean }>(
    'select pg_try_advisory_xact_lock(hashtext($1)) as free',
    [`suban ${name}`],
    'lock-free',
  );
  return row?.free ?? false;
}
