import { casePage } from '@suban/domain/api.ts';
import { pageSize } from '../appeal/rows-store.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Filed, read } from '../testing/client.ts';
import { createStory } from '../testing/story.ts';
import { createTestCity, type TestCity } from '../testing/test-city.ts';

let city: TestCity;
let theirs: Filed;
/** More than a search shows, all found by the same word, and the last of them a street's own. */
beforeAll(async () => {
  city = await createTestCity();
  const story = createStory(city);
  for (let i = 0; i < 60; i += 1) await story.file();
  theirs = await story.dispatched({
    title: '园岭新村西门路灯不亮',
    text: '园岭新村西门的路灯不亮，晚上看不清台阶，编号LP2048。',
  });
  await city.drain();
});
afterAll(() => city.close());

/** On all its pages. */
async function found(who: string, q: string, cursor?: string): Promise<string[]> {
  const query = new URLSearchParams({ q, ...(cursor === undefined ? {} : { cursor }) });
  const { items, next } = read(await city.as(who).get(`/api/desk/search?${query.toString()}`), 200, casePage);
  const rest = next === null ? [] : await found(who, q, next);
  return [...items.map(({ number }) => number), ...rest];
}

describe('a search', () => {
  test('shows at most fifty, each once, page by page', async () => {
    const numbers = await found('dispatcher', '路灯');
    expect(numbers).toHaveLength(50);
    expect(new Set(numbers).size).toBe(50);
    const first = read(await city.as('dispatcher').get('/api/desk/search?q=路灯'), 200, casePage);
    expect(first.items).toHaveLength(pageSize);
  });

  test('finds a unit’s own, however many of the city’s have the same words', async () => {
    expect(await found('yl-handler', '路灯')).toEqual([theirs.number]);
    expect(await found('cg-handler', '路灯')).toEqual([]);
  });

  test.each(['LP2048', 'lp2048', '园岭新村 LP2048', '西门路灯', '台阶', '看不清台阶'])(
    '%s: by words of the text, all of them',
    async (q) => {
      expect(await found('dispatcher', q)).toEqual([theirs.number]);
    },
  );

  test.each(['LP2049', '路灯 LP2049', '灯', '。', '南门路灯'])(
    '%s: finds nothing that has not all of them',
    async (q) => {
      expect(await found('dispatcher', q)).toEqual([]);
    },
  );

  test('by its number, with dashes, without, with blanks about it', async () => {
    for (const q of [theirs.number, theirs.number.replaceAll('-', ''), ` ${theirs.number} `])
      expect(await found('yl-handler', q)).toEqual([theirs.number]);
  });
});
