import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verify } from '../appeal/verify.ts';
import { openCity, runWorkers } from '../city.ts';
import { auditSteps } from '../connect/simulate/audit.ts';
import { settleCity } from '../connect/simulate/settle.ts';
import { simulate as simulateCity, stride } from '../connect/simulate/simulate.ts';
import { peopleOf } from '../connect/seed-histories.ts';
import { readConfig } from '../platform/config.ts';
import { startTestPostgres } from '../platform/postgres/test-server.ts';

const shown = 20;

/** A year in the life of a city, on a throwaway database. Prints what came of it as JSON; exit code 1 when anything is wrong. */
export async function simulate(options: { appeals: number; months: number; seed: number }): Promise<void> {
  const [postgres, dataDir] = await Promise.all([
    startTestPostgres(),
    mkdtemp(join(tmpdir(), 'suban-simulate-')),
  ]);
  const config = { ...readConfig({ ...process.env, SUBAN_DEMO: 'on' }), dataDir };
  let now = Date.parse('2025-01-01T00:00:00+08:00');
  const began = performance.now();
  const city = await openCity(config, postgres.url, { clock: () => now });
  const workers = await runWorkers(city.services, postgres.url, { sweep: false });
  try {
    const { services } = city;
    const lived = await simulateCity(services, await peopleOf(services), {
      ...options,
      clock: {
        now: () => now,
        set: (at) => {
          now = at;
        },
      },
      settle: () => settleCity(services),
      onProgress: (at, filed) =>
        process.stderr.write(
          `\r${new Date(at).toISOString().slice(0, 10)}, ${filed} of ${options.appeals} filed`,
        ),
    });
    process.stderr.write('\n');
    const seconds = Math.round((performance.now() - began) / 1000);
    const { appeals, events, faults } = await verify(services);
    const { stuck, missed, twice, steps } = await auditSteps(services, 2 * stride, now);
    const wrong = [...faults.map(({ appeal, what }) => `${appeal}: ${what}`), ...stuck, ...missed, ...twice];
    console.log(
      JSON.stringify(
        {
          ...options,
          until: new Date(now).toISOString(),
          seconds,
          appeals,
          events,
          ...lived,
          automatic: steps,
          faults: faults.length,
          stuck: stuck.length,
          missed: missed.length,
          twice: twice.length,
          first: wrong.slice(0, shown),
        },
        null,
        2,
      ),
    );
    if (wrong.length > 0) process.exitCode = 1;
  } finally {
    await workers.stop();
    await city.close();
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}
