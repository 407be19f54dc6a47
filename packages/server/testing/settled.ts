import { setTimeout as sleep } from 'node:timers/promises';
import { readers } from '../city.ts';
import type { TestCity } from './test-city.ts';

/**
 * Waits, in a city with workers, until every event is placed and read and every job is done.
 * @throws Error when that takes longer than 30 s
 */
export async function settled(city: TestCity): Promise<void> {
  const { owner } = city.services.database;
  for (let i = 0; i < 1_500; i += 1) {
    // One statement, for what is done meanwhile begins something new.
    const [row] = await owner.query<{ ready: boolean }>(
      `select not exists (select from graphile_worker._private_jobs) and not exists (select from appeal_event where id > last_id)
         and (select count(*) from reader where position = last_position) = $1 as ready from sequencer`,
      [readers(city.services).length],
    );
    if (row?.ready) return;
    await sleep(20);
  }
  const jobs = await owner.query('select last_error, payload from graphile_worker._private_jobs limit 3');
  throw new Error(`events or jobs are left: ${JSON.stringify(jobs)}`);
}
