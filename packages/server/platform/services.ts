import type { FastifyBaseLogger } from 'fastify';
import type { Reference } from '../people/reference-store.ts';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { Crypto } from './crypto.ts';
import type { Database } from './database.ts';
import type { Files } from './files.ts';
import type { Live } from './live.ts';

/** What a use case is given. Made once at start; nothing here is found by name. */
export type Services = {
  readonly config: Config;
  readonly database: Database;
  readonly crypto: Crypto;
  readonly clock: Clock;
  readonly files: Files;
  readonly live: Live;
  readonly log: FastifyBaseLogger;
  readonly reference: () => Reference;
  /** Looks now whether the city has changed, for who has just changed it; every process looks by itself. */
  readonly renewReference: () => Promise<void>;
};
