import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Cluster, clusterFolder, openCluster, storedPassword } from './cluster.ts';
import { ensureDatabase } from './database.ts';
import { reasonOf } from './error.ts';
import { lockFolder } from './lock.ts';
import { endPostmaster, runPostmaster } from './postmaster.ts';
import { isRunning } from './processes.ts';
import type { Settings } from './settings.ts';
import { accepts, connectionString } from './socket.ts';

/** How often the postmaster is looked at, in ms: short against the seconds a recovery takes. */
const WATCH_EVERY = 250;

/** Pause after a restart that failed, in ms, so that a full disk does not make a busy loop. */
const RETRY_AFTER = 2_000;

export type EmbeddedOptions = {
  /** Holds the cluster (`postgres/`), its password (`postgres.password`) and its lock; made if missing. */
  dataDir: string;
  /** Told in one line each what an operator should know. */
  log: (line: string) => void;
  /** A folder holding `postgres` and `initdb` (15 or newer), instead of npm's PostgreSQL 18. */
  binDir?: string;
  /** PostgreSQL settings that win over Suban's own; an operator's operator.conf wins over both. */
  settings?: Settings;
};

export type EmbeddedPostgres = {
  /** Superuser `suban` of the database `suban`, through a Unix socket. Stays the same across restarts. */
  readonly url: string;
  /** The cluster folder (PGDATA), for backups. */
  readonly folder: string;
  /** Fast shutdown: open transactions are rolled back, nothing committed is lost. Gives up the data folder. */
  stop(): Promise<void>;
};

/**
 * Starts PostgreSQL on a data folder, or adopts the one that still runs on it, and keeps it running: one that dies is
 * started again under the same url. It survives this process, however that ends; only `stop()` ends it.
 *
 * @throws EmbeddedPostgresError
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const dataDir = resolve(options.dataDir);
  const unlock = lockFolder(dataDir);
  try {
    const cluster = openCluster(dataDir, options.settings ?? {}, options.binDir);
    const pid = await runPostmaster(cluster, options.log);
    await ensureDatabase(cluster).catch(async (error: unknown) => {
      await endPostmaster(pid);
      throw error;
    });
    const stopWatching = watch(cluster, pid, options.log);
    const end = async () => {
      await endPostmaster(await stopWatching());
      unlock();
    };
    let ended: Promise<void> | undefined;
    return {
      url: connectionString(cluster.folder, cluster.password, 'suban'),
      folder: cluster.folder,
      stop: () => {
        ended ??= end();
        return ended;
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}

/**
 * The url of the PostgreSQL a Suban server runs on this data folder, for commands beside it (import, verify);
 * undefined when none runs.
 *
 * @throws EmbeddedPostgresError password-missing
 */
export async function runningEmbedded(dataDir: string): Promise<string | undefined> {
  const folder = clusterFolder(resolve(dataDir));
  if (!(await accepts(folder))) return undefined;
  return connectionString(folder, storedPassword(resolve(dataDir)), 'suban');
}

/** Starts the postmaster again whenever it has died. Returns what ends the watch and gives the last process id. */
function watch(cluster: Cluster, first: number, log: (line: string) => void): () => Promise<number> {
  let pid = first;
  let restart: Promise<void> | undefined;
  const look = async () => {
    log(`PostgreSQL (process ${pid}) has died; starting it again`);
    try {
      pid = await runPostmaster(cluster, log);
      log(`PostgreSQL runs again (process ${pid})`);
    } catch (error) {
      log(`PostgreSQL could not be started again: ${reasonOf(error)}`);
      await sleep(RETRY_AFTER);
    }
    restart = undefined;
  };
  const timer = setInterval(() => {
    if (restart === undefined && !isRunning(pid)) restart = look();
  }, WATCH_EVERY).unref();
  return async () => {
    clearInterval(timer);
    await restart;
    return pid;
  };
}
