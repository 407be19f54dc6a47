import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { type Filed, plainFiling } from '../packages/server/testing/client.ts';
import { street } from '../packages/server/testing/story.ts';
import { tellingPhoto, tells } from './photo.ts';
import { soon, useStage } from './stage.ts';
import { axe, hasLoaded, settled } from './visitors.ts';

const stage = useStage();

const words = '园岭新村三栋楼下的路灯坏了三个晚上，老人出来看不清路，昨晚有人摔了一跤，请尽快来修。';

/** Says it in the box at home and goes on to the filing page, where it has been understood. */
async function say(page: Page, text: string): Promise<void> {
  await page.goto('/');
  await page.getByLabel('说出您的诉求').fill(text);
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByRole('group', { name: '我们这样理解' }).waitFor();
}

async function pickStreet(page: Page): Promise<void> {
  await page.getByText('在地图上选街道').click();
  await page.getByLabel('区', { exact: true }).selectOption({ label: '福田区' });
  await page.getByLabel('街道', { exact: true }).selectOption({ label: '园岭街道' });
}

/** The number and code on the page that thanks. */
async function receipt(page: Page): Promise<{ number: string; queryCode: string }> {
  await page.getByRole('heading', { name: '收到了，我们这就去办' }).waitFor();
  const [number = '', queryCode = ''] = await page.getByRole('definition').allInnerTexts();
  return { number, queryCode };
}

/** The citizen's photos of one kind, each in the button that enlarges it. */
const photos = (page: Page, role: string) =>
  page.getByRole('button', { name: `放大看：${role}` }).locator('img');

async function shows(image: Locator): Promise<void> {
  await image.first().scrollIntoViewIfNeeded();
  await soon(() => hasLoaded(image.first())).toBe(true);
}

test('a citizen says it, is given number and code, and follows it live to the answer', async () => {
  const { visit, story } = stage();
  const page = await visit('phone');
  await page.goto('/');
  await axe(page);
  await say(page, words);
  expect(await page.getByLabel('标题').inputValue()).not.toBe('');
  await page.getByText('最终由分拨中心确定').waitFor();
  await pickStreet(page);
  const place = page.getByRole('textbox', { name: '地点' });
  expect(await place.inputValue()).toBe('福田区园岭街道');
  await place.press('End');
  await place.pressSequentially('园岭新村三栋');
  await page.getByLabel('拍照或选照片').setInputFiles(await tellingPhoto());
  await page.getByAltText('第 1 张已上传').waitFor();
  await page.getByLabel('手机号').fill('13912345678');
  await page.getByLabel('怎么称呼').fill('何小燕');
  await axe(page);
  await page.getByRole('button', { name: '提交', exact: true }).click();
  const filed = await receipt(page);
  await axe(page);

  await page.getByRole('link', { name: '看进度' }).click();
  await page.getByText('您提出了诉求，我们收到了', { exact: true }).waitFor();
  // The code is a key: it stands in no address.
  expect(new URL(page.url()).pathname).toBe(`/track/${filed.number}`);
  expect(page.url()).not.toContain(filed.queryCode);
  await page.getByText('福田区园岭街道园岭新村三栋').waitFor();
  const given = photos(page, '提供的照片');
  await shows(given);
  const kept = await page.request.get((await given.getAttribute('src')) ?? '');
  expect(await tells(await kept.body())).toBe(false);

  // A mark that a reload would wipe away.
  await page.evaluate(() => document.body.setAttribute('data-stays', ''));
  await story.dispatch(filed);
  await page.getByText('分给园岭街道办理', { exact: true }).waitFor();
  await story.acknowledge(filed);
  await story.contact(filed);
  await page.getByText('园岭街道打电话联系上了您', { exact: true }).waitFor();
  await answerWithPhotos(filed);
  await page.getByText('已更换损坏的灯具，路灯恢复照明。').waitFor();
  await shows(photos(page, '处理前'));
  await shows(photos(page, '处理后'));
  expect(await page.locator('body[data-stays]').count()).toBe(1);
  await axe(page);
});

/** The street's handler answers with a photo before and after, and its leader approves. */
async function answerWithPhotos(filed: Filed): Promise<void> {
  const { story } = stage();
  const { handler } = story.crew(street);
  const { buffer } = await tellingPhoto();
  const upload = async () => ((await handler.upload(buffer)).body as { id: string }).id;
  await story.answer(filed, street, {
    before: [await upload()],
    after: [await upload()],
    site: '园岭新村三栋楼下',
  });
  await story.approve(filed);
}

test('an answer that solved nothing goes back by itself; the link that rated it is used up', async () => {
  const { visit, story, city, expectAnswer } = stage();
  const filed = await story.answered();
  const page = await visit('phone');
  await page.goto('/track');
  await page.getByLabel('诉求编号').fill(filed.number);
  await page.getByLabel('查询码').fill(filed.queryCode.toLowerCase());
  await axe(page);
  await page.getByRole('button', { name: '查看进度' }).click();
  await page.getByRole('link', { name: '去评价' }).click();
  await page.getByRole('button', { name: '提交评价' }).click();
  expect(await page.getByText('请选一项').count()).toBe(6);
  await page.getByRole('radio', { name: '没解决' }).check();
  const contact = page.getByRole('group', { name: '承办单位联系过您吗' });
  await contact.getByRole('radio', { name: '联系过', exact: true }).check();
  for (const name of ['处置速度', '处置效果', '服务体验', '反馈质量']) {
    await page.getByRole('group', { name }).getByRole('radio', { name: '较差' }).check();
  }
  await page.getByLabel('哪里不满意').fill('灯换了，第二天晚上又不亮了。');
  await axe(page);
  const link = new URL(page.url()).pathname;
  await page.getByRole('button', { name: '提交评价' }).click();
  await page.getByText('已自动退回重办').waitFor();
  await axe(page);
  await page.getByRole('link', { name: '看进度' }).click();
  await page.getByText('退回园岭街道重新办理', { exact: true }).waitFor();
  expect((await city.citizen.follow(filed)).state).toBe('dispatched');

  expectAnswer(`410 GET /api${link}`);
  await page.goto(link);
  await page.getByRole('heading', { name: '这个链接已经评价过了' }).waitFor();
  await axe(page);
});

test('what was written, and the photo with it, is there when the page is opened again', async () => {
  const context = await stage().open('phone');
  const first = await context.newPage();
  await say(first, words);
  await pickStreet(first);
  await first.getByLabel('拍照或选照片').setInputFiles(await tellingPhoto());
  await first.getByAltText('第 1 张已上传').waitFor();
  await first.close();
  const second = await context.newPage();
  await second.goto('/file');
  expect(await second.getByLabel('发生了什么').inputValue()).toBe(words);
  expect(await second.getByRole('textbox', { name: '地点' }).inputValue()).toBe('福田区园岭街道');
  await shows(second.getByAltText('第 1 张已上传'));
  await second.getByLabel('手机号').fill('13912345678');
  await second.getByRole('button', { name: '提交', exact: true }).click();
  const filed = await receipt(second);
  const { timeline } = await stage().city.citizen.follow(filed);
  expect(timeline[0]?.photos).toHaveLength(1);
  // Sent is sent: the next one starts empty.
  await second.getByRole('link', { name: '再说一件事' }).click();
  expect(await second.getByLabel('发生了什么').inputValue()).toBe('');
});

test('a wrong code and an unknown number are told alike, and nothing more', async () => {
  const { visit, story, expectAnswer } = stage();
  const { number, queryCode } = await story.file();
  const page = await visit('phone');
  const refusals: string[] = [];
  for (const [wanted, code] of [
    [number, queryCode.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'))],
    ['261125-99999999-1', queryCode],
  ] as const) {
    for (const part of ['', '/live']) expectAnswer(`404 GET /api/appeals/${wanted}${part}`);
    await page.goto('/track');
    await page.getByLabel('诉求编号').fill(wanted);
    await page.getByLabel('查询码').fill(code);
    await page.getByRole('button', { name: '查看进度' }).click();
    refusals.push(await page.getByRole('alert').innerText());
    await axe(page);
  }
  expect(refusals[0]).toBe(refusals[1]);
  expect(refusals[0]).toMatch(/查询码/);
  // The form is there to try again, with the number kept.
  expect(await page.getByLabel('诉求编号').inputValue()).toBe('261125-99999999-1');
});

test('in English everything is English but the citizen’s own words', async () => {
  const { visit, story } = stage();
  const filed = await story.answered();
  const page = await visit('phone');
  await page.goto('/');
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { name: 'Something wrong? Say so.' }).waitFor();
  const own = [
    filed.number,
    plainFiling.text,
    plainFiling.title,
    plainFiling.place.address,
    '已更换损坏的灯具，路灯恢复照明。',
  ];
  for (const path of [
    '/',
    '/file',
    '/track',
    '/directory',
    '/me',
    '/nowhere',
    `/track/${filed.number}?code=${filed.queryCode}`,
  ]) {
    await page.goto(path);
    await settled(page);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect({ path, chinese: await chinese(page, own) }).toEqual({ path, chinese: [] });
  }
  await page.getByRole('link', { name: 'Rate it' }).click();
  await settled(page);
  expect(await chinese(page, own)).toEqual([]);
  await axe(page);

  await page.goto('/file');
  await page.getByLabel('What happened?').fill(plainFiling.text);
  await page.getByRole('group', { name: 'How we read it' }).waitFor();
  await page.getByText('Pick the subdistrict on the map').click();
  await page.getByLabel('District', { exact: true }).waitFor();
  expect(await chinese(page, own)).toEqual([]);
  await axe(page);
});

/** Every piece of Chinese that is seen or read out on the page, beside what is marked as Chinese and the words in `own`. */
function chinese(page: Page, own: readonly string[]): Promise<string[]> {
  return page.evaluate((known) => {
    const found = [document.title];
    for (const element of document.body.querySelectorAll('*')) {
      if (element.closest('[lang^="zh"], script, noscript, style')) continue;
      found.push(
        ...['aria-label', 'alt', 'title', 'placeholder'].map((name) => element.getAttribute(name) ?? ''),
      );
      found.push(
        ...[...element.childNodes]
          .filter((node) => node.nodeType === Node.TEXT_NODE)
          .map((node) => node.textContent ?? ''),
      );
    }
    return [...new Set(found)]
      .map((text) => known.reduce((left, word) => left.replaceAll(word, ''), text).trim())
      .filter((text) => /\p{Script=Han}/u.test(text));
  }, own);
}
