import { existsSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

/** Starts the PostgreSQL the tests run on. */
const database = 'packages/server/testing/global-setup.ts';
const globalSetup = existsSync(`${import.meta.dirname}/${database}`) ? [database] : [];

export default defineConfig({
  test: {
    // A forgotten `.only` would hide the rest.
    allowOnly: false,
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['packages/{domain,text,demo-city,web}/**/*.test.{ts,tsx}'] },
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
          globalSetup,
          // One city, one browser at a time.
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
