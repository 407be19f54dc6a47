import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openCity } from '../city.ts';
import { startTestPostgres, type TestPostgres } from '../platform/postgres/test-server.ts';
import { createDatabase } from './databases.ts';
import { testConfig } from './test-config.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Url of a throwaway server's superuser, and its database to copy: the demo city, migrated and seeded, without appeals. */
    postgres: { readonly url: string; readonly template: string };
  }
}

let server: TestPostgres | null = null;

/** One PostgreSQL for the whole run, with one seeded city that every test file takes its own copy of. */
export async function setup({ provide }: TestProject): Promise<void> {
  server = await startTestPostgres();
  const { url } = server;
  const template = await createDatabase(url);
  const dataDir = await mkdtemp(join(tmpdir(), 'suban-template-'));
  const city = await openCity(testConfig(dataDir), template);
  await city.close();
  await rm(dataDir, { recursive: true });
  provide('postgres', { url, template: new URL(template).pathname.slice(1) });
}

export async function teardown(): Promise<void> {
  await server?.stop();
}
