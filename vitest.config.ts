import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Starts the PostgreSQL the tests run on. */
const database = 'packages/server/testing/global-setup.ts';
const globalSetup = existsSync(`${import.meta.dirname}/${database}`) ? [database] : [];

export default defineConfig({
  test: {
    // A forgotten `.only` would hide the rest.
    allowOnly: false,
    // Most tests of the server wait for the database or for processes: two at a time, also where there are but two cores.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // Loaded once a worker, not once a file: half of a server test's time was its imports. What a test sets it takes back.
    isolate: false,
    unstubEnvs: true,
    unstubGlobals: true,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['packages/{domain,text,demo-city,web}/**/*.test.{ts,tsx}'],
        },
      },
      {
        extends: true,
        test: {
          name: 'server',
          include: ['packages/server/**/*.test.ts', 'scripts/**/*.test.ts', 'bench/**/*.test.ts'],
          globalSetup,
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['journeys/*.test.ts'],
          // Each file has a city and a browser of its own; the pages are built once.
          globalSetup: [...globalSetup, 'journeys/build-pages.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
