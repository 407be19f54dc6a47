import { expect, test } from 'vitest';
import { soon, useStage } from './stage.ts';
import { axe, sideways } from './visitors.ts';

const stage = useStage();

test('a leader hears of an urge by the bell, reads it, and has read it', async () => {
  const { as, story, city } = stage();
  const filed = await story.dispatched();
  const page = await as('yl-leader', 'desk');
  await page.goto('/desk');
  const bell = page.getByRole('link', { name: /^消息/ });
  await soon(() => bell.getAttribute('aria-label')).toBe('消息');
  await city.citizen.does(filed, 'urge');
  await soon(() => bell.getAttribute('aria-label')).toBe('消息：1 条未读');
  await bell.click();
  await page.getByRole('heading', { name: '消息', exact: true }).waitFor();
  const line = page.getByRole('region', { name: '今天' }).getByRole('listitem');
  await line.getByText('市民催办').waitFor();
  await axe(page);
  await page.getByRole('button', { name: '全部标为已读' }).click();
  await soon(() => bell.getAttribute('aria-label')).toBe('消息');
  await page.getByText('没有未读消息').waitFor();
  await line.getByRole('link').click();
  await page.getByRole('heading', { name: '操作' }).waitFor();

  const phone = await as('yl-leader', 'phone');
  await phone.goto('/desk/notices');
  await phone.getByText('市民催办').waitFor();
  await axe(phone);
  expect(await sideways(phone)).toBe(0);
});

test('supervision hears of it in the manager’s end, in English too', async () => {
  const { as, story, city } = stage();
  const filed = await story.answered();
  await city.citizen.rates(filed, 1);
  await story.handled(filed);
  const page = await as('supervisor', 'desk');
  await page.goto('/command');
  await page.getByRole('button', { name: 'English' }).click();
  const bell = page.getByRole('link', { name: /^Notices/ });
  await bell.waitFor();
  await city.citizen.rates(filed, 1);
  await soon(() => bell.getAttribute('aria-label')).toBe('Notices: 2 unread');
  await axe(page);
  await bell.click();
  await page.getByText('Dissatisfied twice: followed up by rule').waitFor();
  await axe(page);
  expect(await page.getByText('Unread', { exact: true }).count()).toBe(2);
});
