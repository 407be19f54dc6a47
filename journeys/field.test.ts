import type { BrowserContext, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { plainFiling } from '../packages/server/testing/client.ts';
import { type Filed } from '../packages/server/testing/client.ts';
import { street } from '../packages/server/testing/story.ts';
import { tellingPhoto } from './photo.ts';
import { soon, useStage } from './stage.ts';
import { axe, hasLoaded, sideways } from './visitors.ts';

const stage = useStage();
/** A long story on a busy machine, in ms. */
const patience = 150_000;

/** An order in the hands of the street, acknowledged, and its handler's phone that has the page and knows the order. */
async function onTheWay(): Promise<{ filed: Filed; page: Page; context: BrowserContext }> {
  const { story, as } = stage();
  const filed = await story.dispatched();
  await story.acknowledge(filed);
  const page = await as('yl-handler', 'phone');
  await page.goto('/desk');
  await page.getByRole('link', { name: '现场' }).click();
  await page.getByRole('heading', { name: '现场办理' }).waitFor();
  await page.getByRole('link', { name: plainFiling.title }).first().waitFor();
  await page.waitForFunction(async () => {
    await navigator.serviceWorker.ready;
    const cache = await caches.open('suban-desk');
    const paths = (await cache.keys()).map(({ url }) => new URL(url).pathname);
    // The page itself comes last: then all of it is there.
    return paths.includes('/desk') && paths.some((path) => path.includes('order-page'));
  });
  return { filed, page, context: page.context() };
}

const openOrder = async (page: Page, { number }: Filed) => {
  await page.goto(`/desk/field/${number}`);
  await page.getByRole('heading', { name: '现场照片' }).waitFor();
};

async function answer(page: Page): Promise<void> {
  await page.getByLabel('拍办理前', { exact: true }).setInputFiles(await tellingPhoto());
  await page.getByLabel('拍办理后', { exact: true }).setInputFiles(await tellingPhoto());
  await page.getByRole('img', { name: '办理后照片 1' }).waitFor();
  await page.getByRole('radio', { name: '已解决' }).check();
  await page.getByLabel('答复内容').fill('已更换损坏的灯具，路灯恢复照明。');
}

const answered = async ({ number }: Filed) =>
  (await stage().city.as('yl-handler').case(number)).timeline.filter(({ what }) => what === 'answered');

test('photos and answer without a network, the page closed: all of it goes once it is opened with one, and only once', {
  timeout: patience,
}, async () => {
  const { city, visit, story } = stage();
  const { filed, page, context } = await onTheWay();
  expect(await sideways(page)).toBe(0);
  await axe(page);
  await context.setOffline(true);
  // From the home screen, with nothing but what the phone has kept.
  await openOrder(page, filed);
  await page.getByText('登记联系情况').click();
  await page
    .getByRole('radio', { name: '联系上了' })
    .or(page.getByRole('radio', { name: '是' }))
    .first()
    .check();
  await page.locator('#field-contact_text').fill('已电话告知今天到场。');
  await page.getByRole('button', { name: '存下联系情况' }).click();
  await page.getByText('联系情况待送出').waitFor();
  await answer(page);
  await page.getByText('未带位置').first().waitFor();
  expect(await sideways(page)).toBe(0);
  await axe(page);
  // The phone puts the page out of its memory: nothing of it is lost.
  await page.reload();
  await page.getByRole('img', { name: '办理前照片 1' }).waitFor();
  expect(await page.getByLabel('答复内容').inputValue()).toBe('已更换损坏的灯具，路灯恢复照明。');
  await page.getByRole('button', { name: '提交审核' }).click();
  await page.getByText('没有网络，这是').waitFor();
  await page.getByText('照片已传 0/2 张').waitFor();
  await axe(page);
  await page.close();

  await context.setOffline(false);
  expect(await answered(filed)).toHaveLength(0);
  const [first, second] = [await context.newPage(), await context.newPage()];
  await Promise.all([first.goto('/desk/field'), second.goto('/desk/field')]);
  await first.getByText('已送达').first().waitFor();
  await soon(async () => (await answered(filed)).length).toBe(1);
  const [told] = await answered(filed);
  expect(told?.photos.map(({ role, takenAt }) => [role, typeof takenAt])).toEqual([
    ['before', 'string'],
    ['after', 'string'],
  ]);
  expect((await city.as('yl-handler').case(filed.number)).timeline.map(({ what }) => what)).toContain(
    'contacted',
  );
  await first.getByRole('button', { name: '清除已送达的' }).click();
  await first.getByRole('heading', { name: '待送出' }).waitFor({ state: 'hidden' });

  // The citizen sees both side by side, with their time and place.
  await story.crew(street).leader.must(filed.number, 'review', { approve: true });
  const citizen = await visit('phone');
  await citizen.goto(`/track/${filed.number}?code=${filed.queryCode}`);
  const shots = citizen.getByRole('button', { name: '放大看：处理后' }).locator('img');
  await shots.first().scrollIntoViewIfNeeded();
  await soon(() => hasLoaded(shots.first())).toBe(true);
  await citizen
    .getByText(/拍摄于/)
    .first()
    .waitFor();
  await axe(citizen);
});

test('an order that was taken back meanwhile: the refusal is told, and the photos stay', {
  timeout: patience,
}, async () => {
  const { story } = stage();
  const { filed, page, context } = await onTheWay();
  await openOrder(page, filed);
  await context.setOffline(true);
  await answer(page);
  await page.getByRole('button', { name: '提交审核' }).click();
  await page.getByText('照片已传 0/2 张').waitFor();
  await story
    .crew(street)
    .handler.must(filed.number, 'answer', { outcome: 'explained', text: '已由同事答复。' });
  stage().expectAnswer(`409 POST /api/desk/cases/${filed.number}/answer`);
  await context.setOffline(false);
  await page.getByText('没有送成').waitFor();
  await page.getByRole('link', { name: '把照片 2 存到手机' }).waitFor();
  await axe(page);
  await page.getByRole('button', { name: '放回草稿' }).click();
  await page.getByText('没有送成').waitFor({ state: 'hidden' });
  await page.goto(`/desk/field/${filed.number}`);
  await page.getByText('这一件已不在本单位手上').waitFor();
  await page.getByRole('img', { name: '办理前照片 1' }).waitFor();
  expect(await answered(filed)).toHaveLength(1);

  // Signing out would lose them: it is asked first, and then the phone knows nothing.
  await page.getByRole('button', { name: '退出', exact: true }).click();
  await page.getByText('有 1 件没有送出').waitFor();
  await page.getByRole('button', { name: '先不退出' }).click();
  await page.getByRole('img', { name: '办理前照片 1' }).waitFor();
  await page.getByRole('button', { name: '退出', exact: true }).click();
  await page.getByRole('button', { name: '仍然退出' }).click();
  await page.getByRole('button', { name: '登录', exact: true }).waitFor();
  await soon(() =>
    page.evaluate(async () => [
      localStorage.getItem('suban-field-me'),
      (await indexedDB.databases()).filter(({ name }) => name?.startsWith('suban-field')).length,
    ]),
  ).toEqual([null, 0]);
});
