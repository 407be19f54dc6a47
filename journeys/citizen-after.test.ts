import { expect, test } from 'vitest';
import { useStage } from './stage.ts';
import { axe } from './visitors.ts';

const stage = useStage();

test('who is shown another door may contest it, once, and the centre takes it up again', async () => {
  const { visit, story, city } = stage();
  const filed = await story.file();
  await city.as('dispatcher').must(filed.number, 'refer', {
    reason: 'not-government',
    text: '路灯由小区物业管护。',
    route: '请联系物业公司，电话见小区公告栏。',
  });
  const page = await visit('phone');
  await page.goto(`/track/${filed.number}?code=${filed.queryCode}`);
  // Why, and where to turn to, stand apart.
  await page.getByText('原因', { exact: true }).waitFor();
  await page.getByText('途径', { exact: true }).waitFor();
  await page.getByText('请联系物业公司，电话见小区公告栏。').waitFor();
  await page.getByRole('button', { name: '对结果有异议' }).click();
  const dialog = page.getByRole('dialog', { name: '对结果有异议' });
  await dialog.getByLabel('想说的话').fill('这盏灯在市政路上，不是小区里的。');
  await axe(page);
  await dialog.getByRole('button', { name: '发送' }).click();
  await page.getByText('已收到您的异议，分拨中心重新处理').waitFor();
  await page.getByText('您对结果有异议，分拨中心重新处理', { exact: true }).waitFor();
  expect(await page.getByRole('button', { name: '对结果有异议' }).count()).toBe(0);
  await axe(page);
  expect((await city.citizen.follow(filed)).state).toBe('received');
});

test('a citizen asks for confidentiality late; from then on the desk shows nobody', async () => {
  const { visit, as, story } = stage();
  const filed = await story.dispatched();
  const page = await visit('phone');
  await page.goto(`/track/${filed.number}?code=${filed.queryCode}`);
  await page.getByRole('button', { name: '为我的身份保密' }).click();
  const dialog = page.getByRole('dialog', { name: '为我的身份保密' });
  expect(await dialog.getByRole('textbox').count()).toBe(0);
  await axe(page);
  await dialog.getByRole('button', { name: '确定保密' }).click();
  await page.getByText('已保密', { exact: true }).waitFor();
  await page.getByText(/^您要求保密/).waitFor();
  await axe(page);
  const desk = await as('supervisor', 'desk');
  await desk.goto(`/desk/cases/${filed.number}`);
  await desk.getByText('***').first().waitFor();
  await desk.getByText('保密', { exact: true }).first().waitFor();
  expect(await desk.getByRole('button', { name: '查看电话' }).count()).toBe(0);
});
