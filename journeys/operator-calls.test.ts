import { randomUUID } from 'node:crypto';
import { demoExchangeKey } from '../packages/server/connect/seed-city.ts';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { soon, useStage } from './stage.ts';
import { axe } from './visitors.ts';

const stage = useStage();

/** Nobody talks and types faster than this: 2 minutes at 3 keys a second. */
const twoMinutes = 360;
/** A Chinese character is two to three keys on a real keyboard. */
const keysEach = 3;

/** The keyboard, with its keys counted. */
function hands(page: Page) {
  let keys = 0;
  return {
    count: () => keys,
    press: async (key: string) => {
      keys += 1;
      await page.keyboard.press(key);
    },
    type: async (words: string) => {
      for (const letter of words) keys += letter.charCodeAt(0) > 255 ? keysEach : 1;
      await page.keyboard.type(words);
    },
  };
}

async function exchange(
  event: string,
  call: { callId: string; phone: string },
  operator = 'operator',
): Promise<void> {
  const { status, body } = await stage().city.citizen.send(
    'POST',
    '/api/connect/calls',
    JSON.stringify({ ...call, event, operator, line: '12345', at: new Date().toISOString() }),
    { 'content-type': 'application/json', authorization: `Bearer ${demoExchangeKey}` },
  );
  expect({ status, body }).toMatchObject({ status: 200, body: { fresh: true, operatorKnown: true } });
}

const focusedId = (page: Page) => page.evaluate(() => document.activeElement?.id ?? '');
const banner = (page: Page) => page.getByRole('status', { name: '来电', exact: true });

test('a call pops up without touching what is typed, and is filed by keyboard alone', async () => {
  const { as, story, city } = stage();
  const phone = '13900004321';
  const earlier = await story.file({ contact: { name: '卢嘉琪', phone }, title: '百花二路井盖松动' });
  const page = await as('operator', 'desk');
  const { press, type, count } = hands(page);
  await page.goto('/desk/record');
  await page.getByRole('heading', { name: '登记诉求' }).waitFor();
  await page.keyboard.type('还没写完的上一个来电');

  const call = { callId: randomUUID(), phone };
  await exchange('offered', call);
  await banner(page).getByText('来电振铃').waitFor();
  await banner(page).getByText('再次来电：1 件在办，共 1 件').waitFor();
  expect(await page.getByLabel('诉求内容').inputValue()).toBe('还没写完的上一个来电');
  expect(await focusedId(page)).toBe('record-form_text');
  await axe(page);

  await press('F2');
  await page.getByRole('heading', { name: /来电人/ }).waitFor();
  await exchange('answered', call);
  await page.getByRole('heading', { name: '来电人 通话中' }).waitFor();
  await page.getByRole('link', { name: '百花二路井盖松动' }).waitFor();
  // The words of the call before are not lost.
  await page.getByRole('link', { name: '还没写完的上一个来电' }).waitFor();
  expect(await page.content()).not.toContain(phone);
  await soon(() => focusedId(page)).toBe('record-form_text');
  await type('园岭街道百花二路小学门口的路灯从昨天晚上起坏了好几盏，请尽快来修。');
  const essentials = page.getByRole('list', { name: '五要素' });
  await soon(() => essentials.getByText('待问').count()).toBe(1);
  await axe(page);
  await press('Control+Enter');
  await page.getByRole('heading', { name: '已登记，请读给来电人' }).waitFor();
  expect(count()).toBeLessThan(twoMinutes);
  await exchange('ended', call);

  const [number = ''] = await page.getByRole('definition').allInnerTexts();
  const view = await city.as('operator').case(number);
  expect(view).toMatchObject({ channel: 'hotline', state: 'received', person: { phone: '139****4321' } });
  expect(view.number).not.toBe(earlier.number);
  await press('Enter');
  await soon(() => page.getByLabel('诉求内容').inputValue()).toBe('还没写完的上一个来电');
});

test('a call that comes while the page is still connecting pops up as soon as it has', async () => {
  const page = await stage().as('operator', 'desk');
  const connect = Promise.withResolvers<void>();
  await page.route('**/api/desk/live', async (route) => {
    await connect.promise;
    await route.continue();
  });
  const looked = page.waitForResponse('**/api/desk/call');
  await page.goto('/desk');
  await looked;
  const call = { callId: randomUUID(), phone: '13900004324' };
  await exchange('offered', call);
  expect(await banner(page).getByText('来电振铃').count()).toBe(0);
  connect.resolve();
  await banner(page).getByText('首次来电').waitFor();
  await exchange('ended', call);
  await soon(() => banner(page).getByText('首次来电').count()).toBe(0);
});

test('what can be answered is answered on the call, and an emergency is handed over, by keyboard alone', async () => {
  const { as, city } = stage();
  const page = await as('operator', 'desk');
  await page.goto('/desk');
  await page.getByRole('heading', { name: '待分拨' }).waitFor();
  const { press, type, count } = hands(page);
  const call = { callId: randomUUID(), phone: '13900004322' };
  await exchange('offered', call);
  await banner(page).getByText('首次来电').waitFor();
  await press('F2');
  await exchange('answered', call);
  await soon(() => focusedId(page)).toBe('record-form_text');
  await type('咨询居住证在哪里办理，要带什么材料。');
  await press('Alt+2');
  await soon(() => focusedId(page)).toBe('record-form_answer');
  await type('带身份证到街道便民服务中心，工作日九点到六点。');
  await press('Control+Enter');
  await page.getByRole('heading', { name: '已登记并当场答复，请读给来电人' }).waitFor();
  expect(count()).toBeLessThan(twoMinutes);
  const [answered = ''] = await page.getByRole('definition').allInnerTexts();
  expect(await city.as('operator').case(answered)).toMatchObject({ state: 'answered-at-once' });
  await exchange('ended', call);

  await press('Enter');
  await soon(() => focusedId(page)).toBe('record-form_text');
  await type('园岭新村12栋楼下餐馆燃气泄漏，味道很大。');
  await page.getByRole('alert').getByText('听到“燃气泄漏”').waitFor();
  await press('Alt+0');
  await soon(() => page.getByLabel('告知来电人的理由').inputValue()).toContain('119');
  await axe(page);
  await press('Control+Enter');
  await soon(() => focusedId(page)).toBe('record-form_phone');
  await type('13900004323');
  await press('Control+Enter');
  await page.getByRole('heading', { name: '已登记并引导，请读给来电人' }).waitFor();
  const [given = ''] = await page.getByRole('definition').allInnerTexts();
  const view = await city.as('operator').case(given);
  expect(view).toMatchObject({ state: 'referred', urgency: 'urgent' });
  // The duty room has it.
  await soon(async () => (await city.as('supervisor').get('/api/desk/notices')).body).toMatchObject({
    items: expect.arrayContaining([
      expect.objectContaining({ what: 'referred', detail: 'emergency', number: given }),
    ]),
  });
});

test('service contacts are kept, linked and found by day, beside how the telephone is answered', async () => {
  const { as, story } = stage();
  const filed = await story.file({ title: '园岭新村路灯不亮了' });
  const page = await as('operator', 'desk');
  const call = { callId: randomUUID(), phone: '13900004324' };
  await exchange('offered', call);
  await exchange('abandoned', call);
  await page.goto('/desk/record');
  await page.getByLabel('诉求内容').fill('问公积金提取条件');
  await page.keyboard.press('Alt+4');
  await soon(() => focusedId(page)).toBe('record-form_answer');
  await page.keyboard.type('已告知所需材料和网上办理入口');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { name: '已记为服务记录' }).waitFor();

  await page.goto('/desk/contacts');
  await page.getByText('全市今天当场答复 1 条').waitFor();
  await page.getByText('放弃率').first().waitFor();
  await page.getByLabel('问了什么、怎么答的').fill('来电问进展，已告知');
  await page.getByLabel('关于哪件诉求').fill(filed.number);
  await page.getByRole('option', { name: '园岭新村路灯不亮了' }).first().waitFor({ state: 'attached' });
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '记下' }).click();
  await page.getByRole('link', { name: filed.number }).waitFor();
  await page.getByText('全市今天当场答复 2 条').waitFor();
  await axe(page);
  await page.getByLabel('日期').fill('2020-01-01');
  await page.getByText('没有服务记录').waitFor();
  expect(await page.getByRole('link', { name: filed.number }).count()).toBe(0);
});
