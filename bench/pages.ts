import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCity } from '../packages/server/city.ts';
import { startTestPostgres } from '../packages/server/platform/postgres/test-server.ts';
import { createDatabase } from '../packages/server/testing/databases.ts';
import { openPages, pages as addresses } from '../packages/server/testing/pages.ts';
import { fillRows } from '../packages/server/testing/rows.ts';
import { createStory } from '../packages/server/testing/story.ts';
import { testConfig } from '../packages/server/testing/test-config.ts';
import { createTestCity } from '../packages/server/testing/test-city.ts';
import type { Options } from './options.ts';

const few = 10_000;
/** What one page's request should touch at most, in pages of 8 KB. */
const most = 500;

/** Database pages of 8 KB that each page's request touches at ten thousand appeals and at many of the same year, in all its statements. */
export async function pages({ appeals: many }: Options): Promise<object> {
  const postgres = await startTestPostgres();
  try {
    const template = await templateOf(postgres.url);
    const atFew = await touched({ url: postgres.url, template }, few);
    const atMany = await touched({ url: postgres.url, template }, many);
    const all = addresses.map(([who, address], i) => ({
      page: `${who} ${address}`,
      few: atFew[i] ?? 0,
      many: atMany[i] ?? 0,
    }));
    return {
      few,
      many,
      most,
      pages: all.length,
      over: all.filter((page) => Math.max(page.few, page.many) > most),
      grown: all.filter((page) => page.many > 1.5 * page.few && page.many > 100),
      dearest: all.toSorted((a, b) => b.many - a.many).slice(0, 10),
    };
  } finally {
    await postgres.stop();
  }
}

/** The demo city without appeals. @returns the name of its database */
async function templateOf(server: string): Promise<string> {
  const url = await createDatabase(server);
  const dataDir = await mkdtemp(join(tmpdir(), 'suban-bench-'));
  const city = await openCity(testConfig(dataDir), url);
  await city.close();
  await rm(dataDir, { recursive: true });
  return new URL(url).pathname.slice(1);
}

/** Buffers of every page's request, in the order of `addresses`. */
async function touched(postgres: { url: string; template: string }, appeals: number): Promise<number[]> {
  const city = await createTestCity({ postgres });
  try {
    const filed = await createStory(city).answered();
    await city.drain();
    const began = performance.now();
    await fillRows(city, appeals);
    console.error(`${appeals} appeals written in ${Math.round((performance.now() - began) / 1000)} s`);
    const costs = await openPages(city, filed);
    const each: number[] = [];
    for (const [who, address] of addresses) {
      const statements = await costs.of(who, address);
      each.push(statements.reduce((sum, { buffers }) => sum + buffers, 0));
    }
    await costs.close();
    return each;
  } finally {
    await city.close();
  }
}
