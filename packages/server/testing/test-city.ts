import { createHmac } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { type City, openCity, readers, runWorkers } from '../city.ts';
import { sessionCookie } from '../people/better-auth.ts';
import type { Unit } from '../people/reference-store.ts';
import { catchUp } from '../platform/catch-up.ts';
import type { Config } from '../platform/config.ts';
import { createApp } from '../serve.ts';
import { sweep } from '../supervise/sweep.ts';
import { type App, type Client, createCitizen, createClient } from './client.ts';
import { createDatabase, dropDatabase } from './databases.ts';
import { testConfig } from './test-config.ts';

/** A plain Monday morning in the city, between holidays: limits in working days are easily reckoned by hand. */
export const monday = Date.parse('2026-03-02T09:00:00+08:00');

export type TestClock = {
  readonly now: () => number;
  readonly set: (at: number) => void;
  readonly advance: (ms: number) => void;
};

export type TestCity = City & {
  readonly url: string;
  /** Not listening: answers `inject`. */
  readonly app: App;
  readonly clock: TestClock;
  /** A member of staff with a session: a named demo account or one of a unit's crew. Nobody signs in anew when the clock is moved. */
  as(username: string): Client;
  /** Nobody in particular, as most citizens are. */
  readonly citizen: ReturnType<typeof createCitizen>;
  unit(code: string): Unit;
  /** Places and reads all events there are. */
  drain(): Promise<void>;
  /** The system takes every step that is due by now, lights among them; then all events are read. */
  sweep(): Promise<void>;
  /** How many rows each table has: what must not change when something is refused. */
  counts(): Promise<Record<string, number>>;
  close(): Promise<void>;
};

type Options = {
  /** The server, and its database to copy: the test run's, where none is named. */
  readonly postgres?: { readonly url: string; readonly template: string };
  /** When it is, in ms: `monday`, and there it stays until it is moved; or a clock of one's own. */
  readonly at?: number | (() => number);
  readonly rateLimit?: boolean;
  /** Runs what follows the events, as a server does. Without it `drain` does, when it is told to. */
  readonly workers?: boolean;
  readonly config?: Partial<Config>;
  readonly log?: Logger;
};

/** A seeded city of one's own, on a copy of the run's template. */
export async function createTestCity(options: Options = {}): Promise<TestCity> {
  const { url: server, template } = options.postgres ?? (await import('vitest')).inject('postgres');
  const [url, dataDir] = await Promise.all([
    createDatabase(server, template),
    mkdtemp(join(tmpdir(), 'suban-city-')),
  ]);
  const clock = createClock(options.at ?? monday);
  const config = { ...testConfig(dataDir), rateLimit: options.rateLimit ?? false, ...options.config };
  const city = await openCity(config, url, {
    clock: clock.now,
    ...(options.log ? { log: options.log } : {}),
  });
  const app = await createApp(city, false);
  const workers = options.workers ? await runWorkers(city.services, url) : null;
  const sessions = await openSessions(city);
  const { database, reference } = city.services;
  return {
    ...city,
    url,
    app,
    clock,
    as: (username) => createClient(app, sessions(username)),
    citizen: createCitizen(app),
    unit: (code) =>
      [...reference().units.values()].find((unit) => unit.code === code) ?? fail(`no unit ${code}`),
    drain: () => catchUp(database, readers(city.services)),
    async sweep() {
      while ((await sweep(city.services, database.owner, raise)) > 0);
      await catchUp(database, readers(city.services));
    },
    counts: () => countRows(city),
    async close() {
      await app.close();
      await workers?.stop();
      await city.close();
      await Promise.all([dropDatabase(url), rm(dataDir, { recursive: true, force: true })]);
    },
  };
}

function raise(error: unknown): never {
  throw error;
}

function createClock(start: number | (() => number)): TestClock {
  if (typeof start === 'function') {
    const fixed = () => fail('a clock of one’s own is moved by its owner');
    return { now: start, set: fixed, advance: fixed };
  }
  let at = start;
  return {
    now: () => at,
    set: (to) => {
      at = to;
    },
    advance: (ms) => {
      at += ms;
    },
  };
}

/**
 * Sessions written straight into the table, good for ever: a password's hash costs 86 ms, a test needs ten people, and
 * signing in has tests of its own.
 */
async function openSessions({
  services: { config, database, crypto },
}: City): Promise<(username: string) => string> {
  const rows = await database.owner.query<{ username: string; token: string }>(
    `insert into auth_session (id, user_id, token, expires_at)
     select account, account, 'test-' || username, '9999-01-01' from staff returning substr(token, 6) as username, token`,
  );
  const known = new Map(rows.map(({ username, token }) => [username, token]));
  return (username) => {
    const token = known.get(username) ?? fail(`no account ${username}`);
    const signature = createHmac('sha256', crypto.sessionSecret).update(token).digest('base64');
    return `${sessionCookie(config.publicUrl)}=${encodeURIComponent(`${token}.${signature}`)}`;
  };
}

async function countRows({ services: { database } }: City): Promise<Record<string, number>> {
  const tables = await database.owner.query<{ name: string }>(
    `select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables where schemaname in ('public', 'graphile_worker') order by 1`,
  );
  const counts = await Promise.all(
    tables.map(({ name }) => database.owner.query<{ n: number }>(`select count(*) as n from ${name}`)),
  );
  return Object.fromEntries(tables.map(({ name }, i) => [name, counts[i]?.[0]?.n ?? 0]));
}

function fail(message: string): never {
  throw new Error(message);
}
