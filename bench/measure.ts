import { cpus, loadavg } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../packages/server/platform/database.ts';
import { openJobs } from '../packages/server/platform/queue.ts';
import { lag } from '../packages/server/platform/reader.ts';

/** What many clients did in one stretch of time. Times in ms. */
export type Slice = {
  readonly done: number;
  readonly ms: number;
  readonly latencies: readonly number[];
  readonly errors: ReadonlyMap<string, number>;
};

/**
 * Lets `clients` do `once` again and again for `ms`. Each waits for its own answer before it goes on, as people do.
 * `once` gives false when there is nothing left to do.
 */
export async function drive(
  clients: number,
  ms: number,
  once: (client: number) => Promise<boolean>,
): Promise<Slice> {
  const latencies: number[] = [];
  const errors = new Map<string, number>();
  const from = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      for (let at = performance.now(); at - from < ms; ) {
        try {
          if (!(await once(client))) return;
          const now = performance.now();
          latencies.push(now - at);
          at = now;
        } catch (error) {
          const text = error instanceof Error ? error.message : String(error);
          errors.set(text, (errors.get(text) ?? 0) + 1);
          at = performance.now();
        }
      }
    }),
  );
  return { done: latencies.length, ms: performance.now() - from, latencies, errors };
}

const round = (n: number, digits = 1) => Number(n.toFixed(digits));

/** Several slices as one figure. */
export function summary(slices: readonly Slice[]) {
  const latencies = slices.flatMap((slice) => slice.latencies).sort((a, b) => a - b);
  const at = (share: number) =>
    round(latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? 0, 2);
  const errors: Record<string, number> = {};
  for (const slice of slices) for (const [text, n] of slice.errors) errors[text] = (errors[text] ?? 0) + n;
  return { done: latencies.length, perSecond: perSecond(slices), p50Ms: at(0.5), p99Ms: at(0.99), errors };
}

export const perSecond = (slices: readonly Slice[]): number =>
  round(
    (slices.reduce((sum, { done }) => sum + done, 0) / slices.reduce((sum, { ms }) => sum + ms, 0)) * 1000,
  );

export const median = (list: readonly number[]): number =>
  list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;

const lookEvery = 20;

/** Waits until every event is placed and read and every job done. Times in ms from the call. */
export async function untilZero(database: Database): Promise<{ readersMs: number; jobsMs: number }> {
  const from = performance.now();
  let readersMs: number | null = null;
  for (;;) {
    const behind = await lag(database);
    if (behind.sequencer === 0 && Object.values(behind.readers).every((n) => n === 0))
      readersMs ??= performance.now() - from;
    if (readersMs !== null && (await openJobs(database.owner)) === 0)
      return { readersMs: round(readersMs, 0), jobsMs: round(performance.now() - from, 0) };
    await sleep(lookEvery);
  }
}

export async function machine(database: Database) {
  const [row] = await database.owner.query<{ v: string; fsync: string; commit: string }>(
    `select current_setting('server_version') as v, current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit`,
  );
  const [cpu] = cpus();
  return {
    cores: cpus().length,
    loadAverage: round(loadavg()[0] ?? 0),
    cpu: cpu?.model ?? 'unknown',
    node: process.version,
    postgres: row?.v ?? '',
    fsync: row?.fsync ?? '',
    synchronousCommit: row?.commit ?? '',
  };
}
