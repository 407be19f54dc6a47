import { openCity, type City } from '../city.ts';
import { type Config, readConfig } from '../platform/config.ts';
import { runningEmbedded, startEmbedded } from '../platform/postgres/embedded.ts';

export type Opened = {
  readonly config: Config;
  readonly url: string;
  readonly stopDatabase: () => Promise<void>;
};

/** The database a command works on: DATABASE_URL's, else the one a server runs on this data folder, else its own. */
export async function openDatabaseFor(log: (line: string) => void): Promise<Opened> {
  const config = readConfig(process.env);
  if (config.databaseUrl) return { config, url: config.databaseUrl, stopDatabase: async () => {} };
  const running = await runningEmbedded(config.dataDir);
  if (running) return { config, url: running, stopDatabase: async () => {} };
  const own = await startEmbedded({ dataDir: config.dataDir, log });
  return { config, url: own.url, stopDatabase: () => own.stop() };
}

/** Runs a command on an open city and closes what it opened, however it ends. */
export async function withCity<T>(work: (city: City, url: string) => Promise<T>): Promise<T> {
  const { config, url, stopDatabase } = await openDatabaseFor((line) => console.error(line));
  try {
    const city = await openCity(config, url);
    try {
      return await work(city, url);
    } finally {
      await city.close();
    }
  } finally {
    await stopDatabase();
  }
}
