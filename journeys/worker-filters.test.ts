import { expect, test } from 'vitest';
import { cases, pick } from './desk.ts';
import { soon, useStage } from './stage.ts';
import { axe, settled, sideways } from './visitors.ts';

const stage = useStage();

test('a dispatcher narrows the queue down, keeps the filter under a name, and opens it in one click', async () => {
  const { as, story } = stage();
  await story.file({ title: '景田路路灯不亮', kind: 'help' });
  await story.file({ title: '表扬环卫工人', text: '环卫工人捡到钱包还给我，特此表扬。', kind: 'praise' });
  const page = await as('dispatcher', 'desk');
  await page.goto('/desk');
  await soon(() => cases(page).count()).toBe(2);
  await page.getByRole('button', { name: '筛选', exact: true }).click();
  await page.getByRole('combobox', { name: '类型' }).click();
  await page.locator('.ant-select-dropdown:visible').getByText('表扬', { exact: true }).click();
  await soon(() => cases(page).count()).toBe(1);
  expect(new URL(page.url()).searchParams.get('kind')).toBe('praise');
  await pick(page, page.getByRole('combobox', { name: '区域' }), '园岭街道');
  await page.getByRole('button', { name: '去掉：区域 园岭街道' }).waitFor();
  await settled(page);
  await axe(page);

  await page.getByRole('button', { name: '保存筛选' }).click();
  const dialog = page.getByRole('dialog', { name: '给这组筛选起个名字' });
  await dialog.getByLabel('名称').fill('园岭的表扬');
  await axe(page);
  await page.keyboard.press('Enter');
  const kept = page.getByRole('navigation', { name: '我的筛选' });
  await kept.getByRole('link', { name: /园岭的表扬/ }).waitFor();
  await page.getByRole('button', { name: '清除筛选' }).click();
  await soon(() => cases(page).count()).toBe(2);

  // On another machine it is there too, by name and with its names.
  const phone = await as('dispatcher', 'phone');
  await phone.goto('/desk');
  await phone.getByRole('link', { name: /园岭的表扬/ }).click();
  await phone.getByRole('button', { name: '去掉：区域 园岭街道' }).waitFor();
  await soon(() => cases(phone).count()).toBe(1);
  await axe(phone);
  expect(await sideways(phone)).toBe(0);
  await phone.getByRole('button', { name: '删除筛选：园岭的表扬' }).click();
  await phone.getByRole('link', { name: /园岭的表扬/ }).waitFor({ state: 'detached' });
});

test('a search is narrowed down as well; a filter that nothing fits says so', async () => {
  const { as, story } = stage();
  const filed = await story.file({ title: '百花二路下水道堵了', text: '下水道堵了，污水流到人行道上。' });
  const page = await as('dispatcher', 'desk');
  await soon(async () => {
    await page.goto('/desk/search?q=下水道&kind=help');
    await page.getByText(/^找到 \d 件$/).waitFor();
    return page.getByText(filed.number).count();
  }).toBe(1);
  await page.goto('/desk/search?q=下水道&kind=help&channel=letter');
  await page.getByText('没有找到，换个词试试').waitFor();
  expect(await page.getByRole('button', { name: '去掉：渠道 来信' }).count()).toBe(1);
  await axe(page);
});
