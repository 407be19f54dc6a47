import { EventEmitter } from 'node:events';
import { Logger as QueueLogger, run, type WorkerEvents } from 'graphile-worker';
import { Client } from 'pg';
import type { z } from 'zod';
import type { Database } from './database.ts';

/** A job: its name, the shape of what it is given, and what it does. */
export type Job = { readonly name: string; handle(payload: unknown): Promise<void> };

export const job = <T>(name: string, payload: z.ZodType<T>, handle: (payload: T) => Promise<void>): Job => ({
  name,
  handle: (raw) => handle(payload.parse(raw)),
});

/** How often jobs of dead workers are looked for, in ms: a crashed worker's job goes on within a minute. */
const sweepEvery = 15_000;

/** Takes the locks of workers that are gone and frees their jobs. graphile-worker by itself waits four hours. */
const sweep = `
  with dead as (
    select locked_by from graphile_worker._private_jobs
    where locked_by is not null group by locked_by having pg_try_advisory_xact_lock(hashtext('suban job ' || locked_by)))
  select graphile_worker.force_unlock_workers(array_agg(locked_by)) from dead having count(*) > 0`;

/**
 * Runs jobs from the database. Each worker's name is locked by a connection that lives as long as this process; a
 * worker whose lock is free is dead.
 */
export async function runQueue(database: Database, url: string, jobs: readonly Job[], onError: (error: unknown) => void): Promise<{ stop(): Promise<void> }> {
  const alive = new Client({ connectionString: url, application_name: 'suban-jobs' });
  alive.on('error', onError);
  await alive.connect();
  const events = new EventEmitter() as WorkerEvents;
  let locked = Promise.resolve();
  events.on('worker:create', ({ worker }) => {
    locked = locked.then(async () => {
      await alive.query('select pg_advisory_lock(hashtext($1))', [`suban job ${worker.workerId}`]);
    }).catch(onError);
  });
  const runner = await run({
    pgPool: database.ownerPool,
    concurrency: 4,
    noHandleSignals: true,
    pollInterval: 1_000,
    events,
    logger: new QueueLogger(() => (level, message) => {
      if (level === 'error') onError(new Error(message));
    }),
    taskList: Object.fromEntries(jobs.map((each) => [each.name, (payload: unknown) => each.handle(payload)])),
  });
  const timer = setInterval(() => void database.owner.query(sweep).catch(onError), sweepEvery);
  return {
    async stop() {
      clearInterval(timer);
      await runner.stop();
      await alive.end();
    },
  };
}
