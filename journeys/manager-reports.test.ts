import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { soon, useStage } from './stage.ts';
import { axe, sideways } from './visitors.ts';

const stage = useStage();
/** So long ago that the week is over, in ms. */
const aWeek = 7 * 24 * 3_600_000;
const cases = (page: Page) => page.getByRole('list', { name: '诉求列表' }).getByRole('listitem');

test('a finished week is read, followed to its cases and taken home as a spreadsheet and as PDF', async () => {
  const { as, story, ago } = stage();
  await ago(aWeek, async () => {
    await story.answered({ title: '园岭新村门口路灯不亮' });
    await story.dispatched({ title: '百花二路井盖松动', kind: 'complaint' });
  });
  await story.file({ title: '景田路垃圾桶满溢' });
  const page = await as('mayor', 'desk');
  await page.goto('/command/reports');
  await page.getByRole('heading', { name: '报告', exact: true }).waitFor();
  // Figures are reckoned just after what moves them.
  await expect
    .poll(async () => {
      await page.reload();
      await page.getByRole('table').or(page.getByText('还没有结束的统计周期')).first().waitFor();
      return page.getByRole('link', { name: /年第 \d+ 周/ }).count();
    })
    .toBeGreaterThan(0);
  await axe(page);
  await page
    .getByRole('link', { name: /年第 \d+ 周/ })
    .first()
    .click();
  await page.getByRole('heading', { name: /^周报 · / }).waitFor();
  const filed = page.getByRole('row').filter({ hasText: '受理' }).first().getByRole('link').first();
  await soon(() => filed.innerText()).toBe('2');
  await axe(page);

  for (const [button, starts] of [
    [/^下载电子表格/, 'PK'],
    [/^下载 PDF/, '%PDF'],
  ] as const) {
    const coming = page.waitForEvent('download', { timeout: 60_000 });
    await page.getByRole('button', { name: button }).click();
    const path = await (await coming).path();
    expect((await readFile(path)).subarray(0, starts.length).toString()).toBe(starts);
    await page.getByText('已下载').waitFor();
  }

  await filed.click();
  await page.getByRole('heading', { name: '诉求', exact: true }).waitFor();
  await soon(() => cases(page).count()).toBe(2);
});

test('on a phone the report stays within the screen', async () => {
  const { as } = stage();
  const page = await as('mayor', 'phone', { colorScheme: 'dark' });
  await page.goto('/command/reports');
  await page
    .getByRole('link', { name: /年第 \d+ 周/ })
    .first()
    .click();
  await page.getByRole('heading', { name: /^周报 · / }).waitFor();
  await axe(page);
  expect(await sideways(page)).toBe(0);
});
