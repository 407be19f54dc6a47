import { expect, test } from 'vitest';
import { useStage } from './stage.ts';
import { settled } from './visitors.ts';

const stage = useStage();

/** What a page may make a phone fetch when it is opened for the first time, in bytes of gzipped scripts. */
const most = 120_000;
/** Thirteen pages, each in a browser that has none of it. */
const patience = 300_000;

test('no citizen page makes a phone fetch more than 120 KB of scripts', { timeout: patience }, async () => {
  const { visit, story, city } = stage();
  const filed = await story.answered();
  const { rateToken } = await city.citizen.follow(filed);
  const sizes: Record<string, number> = {};
  for (const [name, path] of Object.entries({
    home: '/',
    file: '/file',
    waiting: '/waiting',
    'look up': '/track',
    track: `/track/${filed.number}?code=${filed.queryCode}`,
    rate: `/rate/${rateToken}`,
    me: '/me',
    directory: '/directory',
    square: '/square',
    zone: '/zones/SZ-FT',
    channels: '/channels',
    rules: '/rules',
    nowhere: '/nowhere',
  })) {
    const page = await visit('phone');
    await page.goto(path, { waitUntil: 'load' });
    await settled(page);
    const scripts = await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .filter((entry) => entry instanceof PerformanceResourceTiming)
        .filter(({ name }) => new URL(name).pathname.endsWith('.js'))
        .map(({ encodedBodySize }) => encodedBodySize),
    );
    // Each is sent, and packed: a size of none would say that nothing was measured.
    expect(Math.min(...scripts)).toBeGreaterThan(0);
    sizes[name] = scripts.reduce((sum, size) => sum + size, 0);
    await page.context().close();
  }
  console.log(sizes);
  expect(Object.entries(sizes).filter(([, size]) => size > most)).toEqual([]);
  expect(sizes['home']).toBeGreaterThan(60_000);
});
