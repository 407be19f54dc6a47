import { EventEmitter } from 'node:events';
import { Logger as QueueLogger, run, type WorkerEvents } from 'graphile-worker';
import { Client } from 'pg';
import type { z } from 'zod';
import type { Database, Sql } from './database.ts';

/** A job: its name, the shape of what it is given, and what it does. */
export type Job = { readonly name: string; handle(payload: unknown): Promise<void> };

export const job = <T>(name: string, payload: z.ZodType<T>, handle: (payload: T) => Promise<void>): Job => ({
  name,
  handle: (raw) => handle(payload.parse(raw)),
});

/** How often jobs of dead processes are looked for, in ms: a crashed one's job goes on within a minute. */
const sweepEvery = 15_000;

/**
 * Takes the locks of processes that are gone and frees their jobs; graphile-worker by itself waits four hours. A job just
 * taken is left alone, for its process may be about to lock its name.
 */
const sweep = `
  with dead as (
    select locked_by from graphile_worker._private_jobs where locked_at < now() - interval '5 seconds'
    group by locked_by having pg_try_advisory_xact_lock(hashtext('suban job ' || locked_by)))
  select graphile_worker.force_unlock_workers(array_agg(locked_by)) from dead having count(*) > 0`;

/**
 * Keeps a name locked on a connection that lives as long as the process. `keep` takes it anew where that connection was
 * lost: the lock went with it, and others would hold the process for dead.
 */
function holdName(url: string, name: string, onError: (error: unknown) => void) {
  let held: Client | null = null;
  let taking: Promise<void> | null = null;
  async function take(): Promise<void> {
    const client = new Client({ connectionString: url, application_name: 'suban-jobs' });
    client.on('error', (error) => {
      held = null;
      onError(error);
    });
    await client.connect();
    await client.query('select pg_advisory_lock(hashtext($1))', [name]);
    held = client;
  }
  return {
    keep: async () => {
      if (held) return;
      taking ??= take().finally(() => {
        taking = null;
      });
      await taking;
    },
    close: async () => {
      await held?.end();
    },
  };
}

/**
 * Runs jobs from the database. They are taken in the name of this process's pool; whose name nobody locks is dead.
 * @param every how often such are looked for, in ms
 */
export async function runQueue(
  database: Database,
  url: string,
  jobs: readonly Job[],
  onError: (error: unknown) => void,
  every = sweepEvery,
): Promise<{ stop(): Promise<void> }> {
  const events = new EventEmitter() as WorkerEvents;
  let pool = '';
  events.on('pool:create', ({ workerPool }) => {
    pool = workerPool.id;
  });
  const runner = await run({
    pgPool: database.background.pool,
    concurrency: 4,
    noHandleSignals: true,
    pollInterval: 1_000,
    events,
    logger: new QueueLogger(() => (level, message) => {
      if (level === 'error') onError(new Error(message));
    }),
    taskList: Object.fromEntries(jobs.map((each) => [each.name, (payload: unknown) => each.handle(payload)])),
  });
  const name = holdName(url, `suban job ${pool}`, onError);
  await name.keep();
  const look = async () => {
    await name.keep();
    await database.owner.query(sweep);
  };
  const timer = setInterval(() => void look().catch(onError), every);
  return {
    async stop() {
      clearInterval(timer);
      await runner.stop();
      await name.close();
    },
  };
}

/** Jobs that are not done yet, also those that wait to be tried again. */
export async function openJobs(sql: Sql): Promise<number> {
  const [row] = await sql.query<{ n: number }>('select count(*) as n from graphile_worker._private_jobs');
  return row?.n ?? 0;
}
