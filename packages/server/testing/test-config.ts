import type { Config } from '../platform/config.ts';

/** A demo city as tests open it: quiet, unlimited, on a port of its own when it listens at all. */
export const testConfig = (dataDir: string): Config => ({
  databaseUrl: null,
  port: 0,
  host: '127.0.0.1',
  dataDir,
  role: 'all',
  secret: 'c0ffee'.padEnd(64, '0'),
  demo: true,
  publicUrl: null,
  smsWebhook: null,
  tiles: null,
  trustProxy: false,
  rateLimit: false,
  logLevel: 'silent',
});
