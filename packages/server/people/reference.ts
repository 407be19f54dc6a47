import type { Sql } from '../platform/database.ts';
import { type Reference, readReference, readReferenceVersion } from './reference-store.ts';

/** How long a change of units, catalogue, calendar or settings may take to reach every process, in ms. */
const lookEvery = 2_000;

/** Keeps the city's reference data at hand and fresh. `current()` never waits. */
export async function keepReference(sql: Sql): Promise<{ current: () => Reference; stop: () => void }> {
  let current = await readReference(sql);
  let looking = false;
  const timer = setInterval(() => {
    if (looking) return;
    looking = true;
    // A database that is away for a moment leaves the last known city in force.
    void refresh()
      .catch(() => {})
      .finally(() => {
        looking = false;
      });
  }, lookEvery);
  timer.unref();
  async function refresh(): Promise<void> {
    if ((await readReferenceVersion(sql)) !== current.version) current = await readReference(sql);
  }
  return { current: () => current, stop: () => clearInterval(timer) };
}
