import type { Clock } from '../platform/clock.ts';
import type { Sql } from '../platform/database.ts';
import {
  inForce,
  keepBeginning,
  type Reference,
  readReference,
  readReferenceVersion,
} from './reference-store.ts';

/** How often each process looks whether units, catalogue, calendar or settings have changed, in ms. */
const lookEvery = 2_000;

/**
 * Changed settings take effect this much after they are saved at the earliest, in ms: by then every process has them, and
 * all change over at the same moment, each by its own clock.
 */
export const settleTime = 3 * lookEvery;

/** Keeps the city's reference data at hand and fresh, its settings those in force now. `current()` never waits. */
export async function keepReference(
  sql: Sql,
  clock: Clock,
): Promise<{ current: () => Reference; refresh: () => Promise<void>; stop: () => void }> {
  await keepBeginning(sql);
  let current = await readReference(sql, clock());
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
    if ((await readReferenceVersion(sql)) !== current.version) current = await readReference(sql, clock());
  }
  return {
    current: () => {
      const now = inForce(current.plan, clock());
      if (now.settingsNow !== current.settingsNow) current = { ...current, ...now };
      return current;
    },
    refresh,
    stop: () => clearInterval(timer),
  };
}
