import { z } from 'zod';
import { type Logger, pino } from 'pino';
import { square } from './assist/square.ts';
import { runTidying } from './collect/tidy-files.ts';
import { runErasing } from './connect/calls/erase.ts';
import { seedCity } from './connect/seed-city.ts';
import { automaticJobs } from './dispatch/automatic.ts';
import { followMaster } from './dispatch/follow-master.ts';
import { learning } from './dispatch/learning.ts';
import { compareJobs } from './dispatch/compare-jobs.ts';
import { precedents } from './dispatch/precedents.ts';
import { search } from './appeal/search.ts';
import { similar } from './dispatch/similar-reader.ts';
import { suggester } from './dispatch/suggester.ts';
import { followerJobs } from './dispatch/tell-followers.ts';
import { pace } from './figures/pace.ts';
import { projector } from './figures/projector.ts';
import { runAlertSweep } from './govern/alert-sweep.ts';
import { hotEvents } from './govern/hot-events.ts';
import { measureJobs } from './govern/take-measure.ts';
import { deliver } from './notify/deliver.ts';
import { sendText } from './notify/gateway.ts';
import { messenger } from './notify/messenger.ts';
import { type Auth, createAuth } from './people/auth.ts';
import { keepReference } from './people/reference.ts';
import { type Clock, systemClock } from './platform/clock.ts';
import type { Config } from './platform/config.ts';
import { createCrypto } from './platform/crypto.ts';
import { openDatabase } from './platform/database.ts';
import { openFiles } from './platform/files.ts';
import { startLive } from './platform/live.ts';
import { migrate } from './platform/migrate.ts';
import { job, runQueue } from './platform/queue.ts';
import { runReader, shareLook } from './platform/reader.ts';
import { masterSecret } from './platform/secret.ts';
import { runSequencer } from './platform/sequencer.ts';
import type { Services } from './platform/services.ts';
import { recomputeJobs } from './supervise/recompute.ts';
import { runSweep } from './supervise/sweep.ts';

export type City = { readonly services: Services; readonly auth: Auth; close(): Promise<void> };

/** What a test or a simulated year brings of its own. */
type Own = { readonly clock?: Clock; readonly log?: Logger };

/** Opens a city on a database: migrated, seeded when it is the demo's, its reference data at hand. */
export async function openCity(config: Config, url: string, own: Own = {}): Promise<City> {
  const database = openDatabase(url);
  const closers: (() => unknown)[] = [() => database.close()];
  try {
    const { clock = systemClock, log = pino({ level: config.logLevel }) } = own;
    const crypto = createCrypto(await masterSecret(config));
    await migrate(database);
    const auth = createAuth({
      database,
      crypto,
      publicUrl: config.publicUrl,
      demo: config.demo,
      deliverCode: codeSender(config),
      clock,
    });
    if (config.demo) await seedCity(database, auth);
    const reference = await keepReference(database.owner, clock);
    closers.unshift(reference.stop);
    const live = await startLive(database, url, (error) => log.warn(error));
    closers.unshift(() => live.stop());
    live.subscribeStaff(() => auth.forgetAll());
    const services: Services = {
      config,
      database,
      crypto,
      clock,
      files: openFiles(config.dataDir),
      live,
      log,
      reference: reference.current,
      renewReference: reference.refresh,
    };
    return { services, auth, close: () => closeAll(closers) };
  } catch (error) {
    await closeAll(closers);
    throw error;
  }
}

async function closeAll(closers: readonly (() => unknown)[]): Promise<void> {
  for (const close of closers) await close();
}

/** What follows the events. Any number of processes may run it: each part has one at work and the others waiting. */
export async function runWorkers(
  services: Services,
  url: string,
  options: { readonly sweep?: boolean } = {},
): Promise<{ stop(): Promise<void> }> {
  const { database } = services;
  const onError = (error: unknown) => services.log.error(error);
  const isBehind = shareLook(database.background);
  const parts = await Promise.all([
    runSequencer(database, onError),
    ...readers(services).map((reader) => runReader(database, reader, onError, isBehind)),
    ...(options.sweep === false ? [] : [runSweep(services, onError), runAlertSweep(services, onError)]),
    runErasing(services, onError),
    runTidying(services, onError),
    runQueue(
      database,
      url,
      [
        job('deliver-messages', z.object({ keys: z.array(z.string()) }), ({ keys }) =>
          deliver(services, keys),
        ),
        ...followerJobs(services),
        ...automaticJobs(services),
        ...compareJobs(services),
        ...recomputeJobs(services),
        ...measureJobs(services),
      ],
      onError,
    ),
  ]);
  return {
    stop: async () => {
      await Promise.all(parts.map((part) => part.stop()));
    },
  };
}

/** Everything that reads the events in their one order. */
export const readers = (services: Pick<Services, 'reference' | 'database'>) => [
  projector(services.reference),
  search,
  suggester(services),
  learning(services),
  messenger(services.reference),
  followMaster,
  precedents,
  pace(services.reference),
  square(services.reference),
  similar(services.reference),
  hotEvents(services.reference),
];

function codeSender(config: Config): ((phone: string, code: string) => Promise<void>) | null {
  const gateway = config.smsWebhook;
  if (!gateway) return null;
  return async (phone, code) => {
    await sendText(gateway, `code/${phone}/${code}`, {
      phone,
      text: `【民意速办】验证码${code}，5分钟内有效。`,
    });
  };
}
