import { expect, test } from 'vitest';
import { cases, openCase, told } from './desk.ts';
import { soon, useStage } from './stage.ts';
import { axe } from './visitors.ts';

const stage = useStage();

const lamps = {
  text: '园岭街道紫荆中路的路灯全黑了，从望澜花园到十字路口这一段，晚上走路看不见。',
  title: '紫荆中路路灯不亮',
  place: { address: '园岭街道紫荆中路望澜花园' },
};
const again = '我也住望澜花园，园岭街道紫荆中路到十字路口这一段的路灯全黑了，晚上走路看不见。';

test('a citizen finds that it was reported already, follows it, and has a number and a say of their own', async () => {
  const { visit, city, story } = stage();
  const master = await story.file(lamps);
  await soon(async () => (await city.citizen.post('/api/similar', { text: again })).body).toMatchObject({
    items: [{ number: master.number }],
  });
  const page = await visit('phone');
  await page.goto('/file');
  await page.locator('[name=text]').fill(again);
  await page.getByRole('heading', { name: '和这件是同一件吗？' }).waitFor();
  await page.getByText(lamps.title).waitFor();
  await axe(page);
  await page.getByRole('button', { name: '是同一件，跟进它' }).click();
  await page.getByText('提交后跟进这一件').waitFor();
  await axe(page);
  await page.locator('[name=phone]').fill('13900004321');
  await page.getByRole('button', { name: '提交' }).click();
  await page.getByRole('heading', { name: '收到了，我们这就去办' }).waitFor();
  const [number = '', queryCode = ''] = await page.getByRole('definition').allInnerTexts();
  expect(number).not.toBe(master.number);
  await soon(async () => (await city.citizen.follow({ number, queryCode })).state).toBe('merged');
  await soon(async () => (await city.as('dispatcher').case(master.number)).followers).toBe(1);
});

test('a dispatcher sees what is alike with its reasons, reads both side by side and merges it with one key', async () => {
  const { as, city, story } = stage();
  const fresh = {
    text: lamps.text.replace('紫荆', '腊梅').replace('望澜', '天骄'),
    title: '腊梅中路路灯不亮',
    place: { address: '园岭街道腊梅中路天骄花园' },
  };
  const master = await story.file(fresh);
  const second = await story.file({ ...fresh, text: `${fresh.text}请尽快派人来修。` });
  const likely = `/api/desk/likely-same?numbers=${second.number}`;
  await soon(async () => (await city.as('dispatcher').get(likely)).body).toMatchObject({
    items: [{ into: master.number }],
  });
  const page = await as('dispatcher', 'desk');
  await openCase(page, second.number);
  await page.getByRole('heading', { name: '相似诉求' }).waitFor();
  const panel = page.locator('.desk-similar');
  await panel.getByText('同一问题').first().waitFor();
  await panel.locator('summary').first().click();
  await panel.getByRole('heading', { name: '那一件' }).first().waitFor();
  await axe(page);

  await page.goto('/desk/queues/to-dispatch');
  const row = cases(page).filter({ hasText: second.number });
  await row.getByText('可能相同').waitFor();
  await axe(page);
  await row.getByRole('link').focus();
  await page.keyboard.press('m');
  await told(page, `已并入 ${master.number}`);
  expect((await city.as('dispatcher').case(second.number)).master).toBe(master.number);
});
