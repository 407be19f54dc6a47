import type { PoolClient } from 'pg';
import { type Database, type Transaction, transactionsOn } from './database.ts';

/** How long a process waits before it asks again for a lock another holds, in ms. */
const askEvery = 1_000;

/**
 * Runs `round` again and again in whichever process holds the advisory lock `name`, and in no other. The lock lives with
 * a connection of its own: when the process dies, PostgreSQL frees it at once. The work is done on that connection too:
 * whoever has lost the lock can write nothing more.
 */
export async function takeLock(
  database: Database,
  name: string,
  every: number,
  round: (transaction: Transaction) => Promise<void>,
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
        if (holder) await round(transactionsOn(holder));
        await wait(holder ? every : askEvery);
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
  const client = await database.ownerPool.connect();
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
