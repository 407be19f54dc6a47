import type { Actor } from '@suban/domain/actors.ts';
import type { Track } from '@suban/domain/api.ts';
import type { Appeal } from '@suban/domain/appeal.ts';
import type { Command } from '@suban/domain/commands.ts';
import { type AppealKey, parseNumber } from '@suban/domain/ids.ts';
import { readEvents, readHistory } from '../appeal/history-store.ts';
import { type Done, runCommand } from '../appeal/run-command.ts';
import { loadAppeal } from '../appeal/store.ts';
import { type Followed, trackView } from '../appeal/views.ts';
import { sameText } from '../platform/crypto.ts';
import { predictionOf } from '../figures/prediction.ts';
import type { Scope } from '../platform/database.ts';
import { Problem } from '../platform/problem.ts';
import type { Services } from '../platform/services.ts';

const citizen: Actor = { kind: 'citizen' };
export const ownScope = (key: AppealKey): Scope => `appeal:${key.cohort}:${key.id}`;

/**
 * The key behind number and query code. A wrong code, an unknown number and what is no number at all are answered alike,
 * so that nobody learns which numbers exist.
 * @throws Problem `number-or-code`
 */
export function proveOwner(services: Pick<Services, 'crypto'>, number: string, code: string): AppealKey {
  const key = parseNumber(number);
  // A number typed without its dashes is the same number.
  const plain = number.trim().replaceAll('-', '');
  const written = `${plain.slice(0, 6)}-${plain.slice(6, -1)}-${plain.slice(-1)}`;
  const right = services.crypto.queryCode(written);
  if (!sameText(right, code.trim().toUpperCase()) || !key) throw new Problem('number-or-code');
  return key;
}

/** @throws Problem `number-or-code` */
export async function trackAppeal(services: Services, key: AppealKey): Promise<Track> {
  const reference = services.reference();
  const own = await services.database.scoped(ownScope(key), async (tx) => {
    const loaded = await loadAppeal(tx, reference, key);
    if (!loaded) throw new Problem('number-or-code');
    const prediction = await predictionOf(tx, reference, loaded.appeal, services.clock());
    return { loaded, history: await readHistory(tx, key), prediction };
  });
  const master = await readMaster(services, own.loaded.appeal);
  return trackView(reference, services.crypto, { ...own, master }, services.clock());
}

/** What an appeal follows, with none of its words: of another's appeal its events alone are read. */
async function readMaster(services: Services, { beside }: Appeal): Promise<Followed['master']> {
  if (!beside.master) return null;
  const { key } = beside.master;
  return services.database.scoped(ownScope(key), async (tx) => {
    const loaded = await loadAppeal(tx, services.reference(), key);
    return loaded && { loaded, events: await readEvents(tx, key) };
  });
}

/** The appeal that one follows by now; null where it follows none. */
export async function masterOf(services: Services, key: AppealKey): Promise<AppealKey | null> {
  const loaded = await services.database.scoped(ownScope(key), (tx) =>
    loadAppeal(tx, services.reference(), key),
  );
  return loaded?.appeal.beside.master?.key ?? null;
}

export const citizenCommand = (services: Services, key: AppealKey, command: Command): Promise<Done> =>
  runCommand(services, key, command, citizen, ownScope(key));
