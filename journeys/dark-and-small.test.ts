import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Filed } from '../packages/server/testing/client.ts';
import { useStage } from './stage.ts';
import { axe, settled, sideways } from './visitors.ts';

const stage = useStage();
const dark = { colorScheme: 'dark' } as const;

/**
 * Looks at each page with axe, in the dark on a phone.
 * @returns the pages that go off the side of the screen
 */
async function look(page: Page, paths: readonly string[]): Promise<string[]> {
  const wide: string[] = [];
  for (const path of paths) {
    await page.goto(path);
    await settled(page);
    if ((await sideways(page)) > 0) wide.push(path);
    await axe(page);
  }
  return wide;
}

/** An appeal for each page to have something to show: in hand, in review, answered, rated. */
async function busyCity(): Promise<{ filed: Filed; inHand: Filed; inReview: Filed; answered: Filed }> {
  const { story } = stage();
  const [filed, inHand, inReview, answered] = [
    await story.file(),
    await story.dispatched(),
    await story.dispatched(),
    await story.answered(),
  ];
  await story.acknowledge(inHand);
  await story.acknowledge(inReview);
  await story.contact(inReview);
  await story.answer(inReview);
  return { filed, inHand, inReview, answered };
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
      '/nowhere',
    ]),
  ).toEqual([]);
});

test('the worker’s pages', async () => {
  const { as } = stage();
  const { filed, inHand, inReview } = await busyCity();
  expect(
    await look(await as('dispatcher', 'phone', dark), [
      '/desk/queues/to-dispatch',
      '/desk/queues/send-backs',
      `/desk/cases/${filed.number}`,
      '/desk/search?q=路灯',
    ]),
  ).toEqual([]);
  expect(
    await look(await as('yl-handler', 'phone', dark), [
      '/desk',
      `/desk/cases/${inHand.number}`,
      '/desk/record',
    ]),
  ).toEqual([]);
  expect(await look(await as('yl-leader', 'phone', dark), [`/desk/cases/${inReview.number}`])).toEqual([]);
});

test('the manager’s pages', async () => {
  const { as, story, city } = stage();
  const unhappy = await story.answered();
  await city.citizen.rates(unhappy, 1, false);
  await story.handled(unhappy);
  await city.citizen.rates(unhappy, 1, false);
  expect(
    await look(await as('mayor', 'phone', dark), [
      '/command',
      '/command/map',
      '/command/cases',
      `/command/cases/${unhappy.number}`,
      '/command/units',
      '/command/follow-ups',
      '/command/wall',
    ]),
  ).toEqual([]);
  expect(await look(await as('auditor', 'phone', dark), ['/command/reveals'])).toEqual([]);
  expect(await look(await as('system-admin', 'phone', dark), ['/command/settings/accounts'])).toEqual([]);
});

test('the way in', async () => {
  expect(await look(await stage().visit('phone', dark), ['/desk', '/command'])).toEqual([]);
});
