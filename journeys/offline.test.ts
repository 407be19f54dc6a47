import type { BrowserContext, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { tellingPhoto } from './photo.ts';
import { soon, useStage } from './stage.ts';
import { axe } from './visitors.ts';

const stage = useStage();

const words = '景田北一街的井盖松了，车一压就响，晚上吵得睡不着，请来固定一下。';

const appeals = async (): Promise<number> => (await stage().city.counts())['public.appeal'] ?? 0;

/** A phone that has the pages, and so may go where there is no network. */
async function kept(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto('/');
  await page.getByRole('link', { name: '提诉求' }).click();
  await page.getByLabel('发生了什么').waitFor();
  await page.waitForFunction(async () => {
    await navigator.serviceWorker.ready;
    const cache = await caches.open('suban-citizen');
    const paths = (await cache.keys()).map(({ url }) => new URL(url).pathname);
    // The page itself comes last: then all of it is there.
    return paths.includes('/') && paths.some((path) => path.endsWith('.js'));
  });
  return page;
}

async function write(page: Page, text = words): Promise<void> {
  await page.getByLabel('发生了什么').fill(text);
  await page.getByLabel('手机号').fill('13912345678');
}

const submit = (page: Page) => page.getByRole('button', { name: '提交', exact: true }).click();

async function numberAndCode(page: Page): Promise<{ number: string; queryCode: string }> {
  await page.getByText('已发出', { exact: true }).waitFor();
  const [number = '', queryCode = ''] = await page.getByRole('definition').allInnerTexts();
  return { number, queryCode };
}

test('finished without a network, with a photo, and the page closed: it goes by itself, once', async () => {
  const before = await appeals();
  const context = await stage().open('phone');
  const page = await kept(context);
  await context.setOffline(true);
  await page.reload();
  await write(page);
  await page.getByLabel('拍照或选照片').setInputFiles(await tellingPhoto());
  await page.getByRole('button', { name: '重新上传第 1 张' }).waitFor();
  await submit(page);
  await page.getByText('待发送', { exact: true }).last().waitFor();
  await page.getByText('附件已传 0/1 个').waitFor();
  await axe(page);
  // The next one starts empty while this one waits.
  await page.getByRole('link', { name: '再说一件事' }).click();
  await page.getByText('1 件诉求待发送').waitFor();
  expect(await page.getByLabel('发生了什么').inputValue()).toBe('');
  await page.close();

  await context.setOffline(false);
  expect(await appeals()).toBe(before);
  const [first, second] = [await context.newPage(), await context.newPage()];
  await Promise.all([first.goto('/'), second.goto('/')]);
  await first.getByText('1 件诉求已自动发出').waitFor();
  await axe(first);
  await first.getByRole('link', { name: '查看' }).click();
  const filed = await numberAndCode(first);
  await axe(first);
  expect(await appeals()).toBe(before + 1);
  const { timeline, body } = await stage().city.citizen.follow(filed);
  expect(body).toBe(words);
  expect(timeline[0]?.photos).toHaveLength(1);
  await first.getByRole('button', { name: '我记下了' }).click();
  await first.getByText('没有待发送的诉求。').waitFor();
  await second.getByText('1 件诉求已自动发出').waitFor({ state: 'hidden' });
});

test('with every page of ours closed the browser wakes the service worker, which sends', async () => {
  const before = await appeals();
  const context = await stage().open('phone');
  const page = await kept(context);
  await context.setOffline(true);
  await page.getByText('现在没有网络。').waitFor();
  await write(page);
  await submit(page);
  await page.getByText('待发送', { exact: true }).last().waitFor();
  // A page of somebody else's, through which the browser is told that the network is back.
  const elsewhere = await context.newPage();
  const browser = await context.newCDPSession(elsewhere);
  const registration = new Promise<string>((resolve) => {
    browser.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const [ours] = registrations;
      if (ours) resolve(ours.registrationId);
    });
  });
  await browser.send('ServiceWorker.enable');
  const registrationId = await registration;
  const origin = new URL(page.url()).origin;
  await page.close();
  await context.setOffline(false);
  const tag = 'suban-outbox';
  await browser.send('ServiceWorker.dispatchSyncEvent', { origin, registrationId, tag, lastChance: false });
  await soon(appeals).toBe(before + 1);
  await elsewhere.goto(`${origin}/waiting`);
  const filed = await numberAndCode(elsewhere);
  expect((await stage().city.citizen.follow(filed)).body).toBe(words);
  expect(await appeals()).toBe(before + 1);
});

test('an answer that got lost on the way is asked for again and files nothing twice', async () => {
  const before = await appeals();
  const page = await stage().visit('phone');
  // Without a service worker nobody else sends meanwhile: the page alone is looked at here.
  await page.addInitScript(() =>
    Object.defineProperty(Navigator.prototype, 'serviceWorker', { value: undefined }),
  );
  await page.goto('/file');
  await write(page);
  let lost = false;
  await page.route('**/api/appeals', async (route) => {
    if (!lost) await route.fetch();
    lost = true;
    await route.abort();
  });
  await submit(page);
  await page.getByText('上次发送没有收到回音').waitFor();
  // It may be there already: it can be sent again but no longer changed.
  expect(await page.getByRole('button', { name: '改一改' }).count()).toBe(0);
  expect(await appeals()).toBe(before + 1);
  await page.unroute('**/api/appeals');
  await page.getByRole('button', { name: '现在发送' }).click();
  await numberAndCode(page);
  expect(await appeals()).toBe(before + 1);
});

test('what the server refuses is told, can be changed and goes then', async () => {
  const before = await appeals();
  const context = await stage().open('desk');
  const page = await kept(context);
  await context.setOffline(true);
  await write(page);
  await page.getByLabel('手机号').fill('电话');
  await submit(page);
  await page.getByText('待发送', { exact: true }).last().waitFor();
  stage().expectAnswer('400 POST /api/appeals');
  await context.setOffline(false);
  await page.getByText('没能发出', { exact: true }).waitFor();
  await axe(page);
  await page.getByRole('button', { name: '改一改' }).click();
  await page.getByLabel('手机号').fill('13912345678');
  expect(await page.getByLabel('发生了什么').inputValue()).toBe(words);
  await submit(page);
  await page.getByRole('heading', { name: '收到了，我们这就去办' }).waitFor();
  expect(await appeals()).toBe(before + 1);
});
