import type { AppealKey } from '@suban/domain/ids.ts';
import { nextWatch } from '@suban/domain/supervise/watch.ts';
import { asSystem } from '../appeal/as-system.ts';
import { pastLock } from '../appeal/past-lock.ts';
import { loadAppeal } from '../appeal/store.ts';
import { derivedUuid } from '../connect/derived-id.ts';
import type { Sql } from '../platform/database.ts';
import { isFree, takeLock } from '../platform/lock.ts';
import type { Services } from '../platform/services.ts';
import { type Due, dueWatches, setWatch } from './sweep-store.ts';

type Services_ = Pick<Services, 'database' | 'reference' | 'clock'>;
type OnError = (error: unknown) => void;

/** How often the sweep looks when nothing is due, in ms: a light goes on within a second of its moment. */
const lookEvery = 1_000;
const batch = 200;
/** Side by side, so that they share the waits for the disk; more would take the connections from those who work. */
const atOnce = 4;
/** An appeal that cannot be ticked is tried again this much later, in ms, and holds up no other meanwhile. */
const putOff = 60_000;

/**
 * Lights, ladder and every other step the system takes by itself. Of all processes one sweeps, so that they share the
 * work; that nothing is done twice does not hang on it, but on the request's id and the appeal's version.
 */
export function runSweep(services: Services_, onError: OnError): Promise<{ stop(): Promise<void> }> {
  return takeLock(
    services.database,
    'sweep',
    async (own) => {
      if (!(await isFree(own, pastLock))) return lookEvery;
      return (await sweep(services, own, onError)) > 0 ? 0 : lookEvery;
    },
    onError,
  );
}

/** One look: those whose moment has come are given a `tick`. @returns how many */
export async function sweep(services: Services_, sql: Sql, onError: OnError): Promise<number> {
  const due = await dueWatches(sql, services.clock(), batch);
  const waiting = due.values();
  const lane = async () => {
    for (const one of waiting) await tickOrPutOff(services, one, onError);
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return due.length;
}

async function tickOrPutOff(services: Services_, due: Due, onError: OnError): Promise<void> {
  try {
    await tick(services, due);
  } catch (error) {
    onError(error);
    await services.database.scoped('all', (tx) => setWatch(tx, due, services.clock() + putOff));
  }
}

export const tickId = (key: AppealKey, version: number): string =>
  derivedUuid('tick', key.cohort, key.id, version);

/** The same appeal in the same version is ticked once, whoever does it and however often. */
async function tick(services: Services_, due: Due): Promise<void> {
  const { key, version } = due;
  const requestId = tickId(key, version);
  const after = await asSystem(services, key, { type: 'tick', request: { requestId } });
  // In such a state nothing is to come; whatever brings it out of it sets this anew.
  if (after === null) await services.database.scoped('all', (tx) => setWatch(tx, due, null));
  // It was woken for nothing: a calendar has moved what was to come.
  else if (after.version === version) await rewatch(services, due);
}

/** Wakes the appeal when it has to be as things stand now, at the next look at the earliest: it was just looked at. */
export async function rewatch(services: Services_, due: Due): Promise<void> {
  const reference = services.reference();
  await services.database.scoped('all', async (tx) => {
    const loaded = await loadAppeal(tx, reference, due.key);
    if (!loaded) return;
    const { appeal } = loaded;
    const at = nextWatch(appeal, reference.settingsOf(appeal.beside.rules), reference.calendar);
    await setWatch(tx, due, at === null ? null : Math.max(at, services.clock() + lookEvery));
  });
}
