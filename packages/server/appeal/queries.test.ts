import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPages, type PageCosts, pages } from '../testing/pages.ts';
import { fillRows } from '../testing/rows.ts';
import { createStory } from '../testing/story.ts';
import { createTestCity, type TestCity } from '../testing/test-city.ts';

let city: TestCity;
let costs: PageCosts;

beforeAll(async () => {
  city = await createTestCity();
  const filed = await createStory(city).answered();
  await city.drain();
  await fillRows(city);
  costs = await openPages(city, filed);
});
afterAll(async () => {
  await costs.close();
  await city.close();
});

/** Growing tables: a page that reads one from end to end gets slower every day. */
const growing = [
  'appeal',
  'work_order',
  'appeal_event',
  'appeal_text',
  'appeal_party',
  'appeal_words',
  'person',
  'request',
  'event_position',
  'figure',
  'figure_day',
  'counted',
  'counted_life',
  'reveal',
  'suggestion',
  'suggestion_outcome',
  'notification',
  'reference_change',
  'reference_change_item',
  'light_now',
  'hot_event',
  'hot_event_unit',
  'exclusion',
];
/** What one request's statements may touch together, in pages of 8 KB. */
const most = 500;
/**
 * A row for each matter of the catalogue that was dispatched today, all 480 of them here; and, before PostgreSQL 17, one
 * search for each of a district's 274 units: neither grows with the appeals.
 */
const allowed = (address: string): number =>
  /command\/today$|indicators.*below=yes/.test(address) ? 600 : most;
test.each(pages)('%s %s', async (who, address) => {
  const limit = allowed(address);
  const statements = await costs.of(who, address);
  const touched = statements.reduce((sum, { buffers }) => sum + buffers, 0);
  const dear = statements.flatMap(({ buffers, scanned, text }) => {
    const whole = new Set(scanned.filter((table) => growing.includes(table)));
    if (touched <= limit && whole.size === 0) return [];
    return [
      `${buffers} buffers, all of ${[...whole].join(' and ') || 'none'}: ${text.replaceAll(/\s+/g, ' ')}`,
    ];
  });
  expect(dear).toEqual([]);
});
