import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Filed } from '../packages/server/testing/client.ts';
import { useStage } from './stage.ts';
import { axe, crushed, settled, sideways } from './visitors.ts';

const stage = useStage();
const dark = { colorScheme: 'dark' } as const;

/**
 * Looks at each page with axe, in the dark on a phone.
 * @returns the pages that go off the side of the screen, and those where words have no room
 */
async function look(page: Page, paths: readonly string[]): Promise<string[]> {
  const faults: string[] = [];
  for (const path of paths) {
    await page.goto(path);
    await settled(page);
    if ((await sideways(page)) > 0) faults.push(`${path} is too wide`);
    const words = await crushed(page);
    if (words.length > 0) faults.push(`${path} has no room for “${words.slice(0, 3).join('”, “')}”`);
    await axe(page);
  }
  return faults;
}

/** An appeal for each page to have something to show: in hand, in review, answered, rated. */
async function busyCity(): Promise<{ inHand: Filed; inReview: Filed; answered: Filed }> {
  const { story } = stage();
  const [inHand, inReview, answered] = [
    await story.dispatched(),
    await story.dispatched(),
    await story.answered(),
  ];
  await story.acknowledge(inHand);
  await story.acknowledge(inReview);
  await story.contact(inReview);
  await story.answer(inReview);
  return { inHand, inReview, answered };
}

test('the citizen’s pages', async () => {
  const { visit, city } = stage();
  const { inHand, answered } = await busyCity();
  const { rateToken } = await city.citizen.follow(answered);
  const page = await visit('phone', dark);
  expect(
    await look(page, [
      '/',
      '/file',
      '/track',
      `/track/${inHand.number}?code=${inHand.queryCode}`,
      `/track/${answered.number}?code=${answered.queryCode}`,
      `/rate/${rateToken}`,
      '/me',
      '/directory',
      '/square',
      '/zones/SZ-FT',
      '/channels',
      '/rules',
      '/waiting',
      '/nowhere',
    ]),
  ).toEqual([]);
});

test('the dispatcher’s pages', async () => {
  const { as, story } = stage();
  const { number } = await story.file();
  const pages = [
    '/queues/to-dispatch',
    '/queues/send-backs',
    `/cases/${number}`,
    '/search?q=路灯',
    '/notices',
  ];
  expect(
    await look(
      await as('dispatcher', 'phone', dark),
      pages.map((page) => `/desk${page}`),
    ),
  ).toEqual([]);
});

test('the handling unit’s pages', async () => {
  const { as } = stage();
  const { inHand, inReview } = await busyCity();
  expect(
    await look(await as('yl-handler', 'phone', dark), [
      '/desk',
      `/desk/cases/${inHand.number}`,
      '/desk/record',
    ]),
  ).toEqual([]);
  expect(await look(await as('yl-leader', 'phone', dark), [`/desk/cases/${inReview.number}`])).toEqual([]);
  expect(await look(await as('yl-grid', 'phone', dark), ['/desk/field'])).toEqual([]);
});

test('the operator’s and the supervisor’s pages', async () => {
  const { as } = stage();
  expect(await look(await as('operator', 'phone', dark), ['/desk/record', '/desk/contacts'])).toEqual([]);
  expect(
    await look(await as('supervisor', 'phone', dark), ['/desk/queues/exclusions', '/desk/alerts']),
  ).toEqual([]);
});

test('the manager’s pages', async () => {
  const { as, story, city } = stage();
  const unhappy = await story.answered();
  await city.citizen.rates(unhappy, 1, false);
  await story.handled(unhappy);
  await city.citizen.rates(unhappy, 1, false);
  const pages = [
    '',
    '/map',
    '/cases',
    `/cases/${unhappy.number}`,
    '/units',
    '/events',
    '/suggestions',
    '/reports',
    '/follow-ups',
    '/wall',
  ];
  expect(
    await look(
      await as('mayor', 'phone', dark),
      pages.map((page) => `/command${page}`),
    ),
  ).toEqual([]);
});

test('the auditor’s and the administrator’s pages', async () => {
  const { as } = stage();
  expect(await look(await as('auditor', 'phone', dark), ['/command/reveals'])).toEqual([]);
  const settings = ['', '/history', '/calendar', '/units', '/accounts', '/catalogue', '/changes'];
  expect(
    await look(
      await as('system-admin', 'phone', dark),
      settings.map((page) => `/command/settings${page}`),
    ),
  ).toEqual([]);
});

test('the way in', async () => {
  expect(await look(await stage().visit('phone', dark), ['/desk', '/command'])).toEqual([]);
});
