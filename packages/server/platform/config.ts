import { resolve } from 'node:path';
import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65535);
const environment = z.object({
  DATABASE_URL: z.string().min(1).optional(),
  PORT: port.default(8080),
  HOST: z.string().default('0.0.0.0'),
  SUBAN_DATA: z.string().default('data'),
  SUBAN_ROLE: z.enum(['web', 'worker', 'all']).default('all'),
  /** 64 hex digits. Without it one is made and kept in the data folder. */
  SUBAN_SECRET: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  /** A city without demo accounts: nothing is seeded and no code is shown on a screen. */
  SUBAN_DEMO: z.enum(['on', 'off']).optional(),
  PUBLIC_URL: z.url().optional(),
  SMS_WEBHOOK_URL: z.url().optional(),
  SMS_WEBHOOK_SECRET: z.string().optional(),
  /** Raster tiles below the staff's map: `https://…/{z}/{x}/{y}.png`. Browsers then ask that host, and it alone. */
  SUBAN_TILE_URL: z
    .url()
    .refine((url) => ['{z}', '{x}', '{y}'].every((part) => url.includes(part)), 'must have {z}, {x} and {y}')
    .optional(),
  SUBAN_TILE_CREDIT: z.string().default(''),
  /** `on` behind a proxy of one's own, which alone may say where a call comes from. */
  TRUST_PROXY: z.enum(['on', 'off']).default('off'),
  /** `off` in tests and benches that file faster than any person; never in production. */
  SUBAN_RATE_LIMIT: z.enum(['on', 'off']).default('on'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('warn'),
});

export type Config = {
  readonly databaseUrl: string | null;
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly role: 'web' | 'worker' | 'all';
  readonly secret: string | null;
  readonly demo: boolean;
  readonly publicUrl: string | null;
  readonly smsWebhook: { readonly url: string; readonly secret: string | null } | null;
  readonly tiles: { readonly url: string; readonly credit: string } | null;
  readonly trustProxy: boolean;
  readonly rateLimit: boolean;
  readonly logLevel: string;
};

/** The process's settings, read once. An unknown value is an error that names the variable. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const read = environment.parse(env);
  return {
    databaseUrl: read.DATABASE_URL ?? null,
    port: read.PORT,
    host: read.HOST,
    dataDir: resolve(read.SUBAN_DATA),
    role: read.SUBAN_ROLE,
    secret: read.SUBAN_SECRET ?? null,
    // The embedded database is the demo's home; a city that brings its own says so itself.
    demo: read.SUBAN_DEMO === undefined ? read.DATABASE_URL === undefined : read.SUBAN_DEMO === 'on',
    publicUrl: read.PUBLIC_URL ?? null,
    smsWebhook: read.SMS_WEBHOOK_URL
      ? { url: read.SMS_WEBHOOK_URL, secret: read.SMS_WEBHOOK_SECRET ?? null }
      : null,
    tiles: read.SUBAN_TILE_URL ? { url: read.SUBAN_TILE_URL, credit: read.SUBAN_TILE_CREDIT } : null,
    trustProxy: read.TRUST_PROXY === 'on',
    rateLimit: read.SUBAN_RATE_LIMIT === 'on',
    logLevel: read.LOG_LEVEL,
  };
}
