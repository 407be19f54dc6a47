import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { plainFiling } from '../packages/server/testing/client.ts';
import { street } from '../packages/server/testing/story.ts';
import { soon, useStage } from './stage.ts';
import { axe } from './visitors.ts';

const stage = useStage();

/** Tabs on until the keyboard stands on what has this name. */
async function tabTo(page: Page, name: string): Promise<void> {
  const focused = () =>
    page.evaluate(() => {
      const element = document.activeElement;
      const label = element instanceof HTMLInputElement ? element.labels?.[0]?.innerText : undefined;
      return (label ?? element?.textContent ?? '').trim();
    });
  for (let step = 0; step < 40; step += 1) {
    if ((await focused()) === name) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the keyboard does not come to ${name}`);
}

test('an operator records a call with the keyboard alone, in less than two minutes', async () => {
  const { as, city } = stage();
  const page = await as('operator', 'desk');
  await page.goto('/desk');
  await page.getByRole('link', { name: '登记' }).waitFor();
  const ringing = Date.now();
  await tabTo(page, '登记');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '登记诉求' }).waitFor();
  await axe(page);

  // The hands are on the text at once.
  await page.keyboard.type('园岭街道百花二路小学门口的路灯坏了好几盏，早上送孩子看不清路，请尽快来修。');
  await page.getByText('可能的事项').waitFor();
  await soon(() => page.getByLabel('标题').inputValue()).not.toBe('');
  await tabTo(page, '电话');
  await page.keyboard.type('139');
  await page.keyboard.press('Control+Enter');
  await soon(() => page.evaluate(() => document.activeElement?.id)).toBe('record-form_phone');
  await page.keyboard.press('End');
  await page.keyboard.type('00005678');
  await tabTo(page, '姓名');
  await page.keyboard.type('卢嘉琪');
  await tabTo(page, '地点');
  await page.keyboard.type('百花二路小学门口');
  await axe(page);
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { name: '已登记，请读给来电人' }).waitFor();
  expect(Date.now() - ringing).toBeLessThan(120_000);
  await axe(page);

  const [number = '', queryCode = ''] = await page.getByRole('definition').allInnerTexts();
  const track = await city.citizen.follow({ number, queryCode });
  expect(track).toMatchObject({ state: 'received', address: '百花二路小学门口' });
  expect(track.timeline[0]?.data).toMatchObject({ channel: 'hotline' });

  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '登记诉求' }).waitFor();
  expect(await page.getByLabel('诉求内容').inputValue()).toBe('');
});

/** 路灯不亮: what the words are most likely about. */
const lamps = '010401';

test('while writing, the operator reads cases like it and precedents beside the form, by the keyboard alone', async () => {
  const { as, story, city } = stage();
  // It was quarrelled about before: the unit sent it back, and the centre refused.
  const before = await story.file();
  await story.dispatch(before, street, lamps);
  await story.sendBack(before);
  await story.decideSendBack(before, false);
  await city.drain();
  const page = await as('operator', 'desk');
  await page.goto('/desk/record');
  await page.getByRole('heading', { name: '登记诉求' }).waitFor();
  // One decision teaches little: what it is about is said in the catalogue's own words.
  const said = `${plainFiling.text}路灯不亮。`;
  await page.keyboard.type(said);
  const panel = page.getByRole('region', { name: '类似诉求与先例' });
  // Both say how much there is before they are looked at.
  await panel.getByRole('tab', { name: /类似诉求 1/ }).waitFor();
  await panel.getByRole('tab', { name: /先例 [1-9]/ }).waitFor();
  await panel.getByText(plainFiling.title).waitFor();
  await axe(page);
  await page.keyboard.press('Alt+8');
  await panel.getByText('退单不成立，由它办理').waitFor();
  await panel.getByText('经核对职责清单作出裁决。').waitFor();
  await axe(page);
  // The words were never left.
  await page.keyboard.type('谢谢');
  expect(await page.getByLabel('诉求内容').inputValue()).toBe(`${said}谢谢`);
  await page.keyboard.press('Alt+8');
  await soon(() => page.evaluate(() => document.activeElement?.textContent)).toBe(before.number);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+7');
  await page.keyboard.press('Alt+7');
  await page.keyboard.press('Enter');
  await panel
    .getByRole('button', { name: '不跟进了' })
    .or(panel.locator('[aria-pressed=true]'))
    .first()
    .waitFor();
  await page.keyboard.press('Escape');
  await soon(() => page.evaluate(() => document.activeElement?.id)).toBe('record-form_text');
  await axe(page);
});
