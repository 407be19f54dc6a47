import { expect, test } from 'vitest';
import { street } from '../packages/server/testing/story.ts';
import { useStage } from './stage.ts';
import { axe, sideways } from './visitors.ts';

const stage = useStage();
const words = '我叫王小明，电话13812345678，园岭新村楼道的灯坏了三天，老人上下楼看不见。';

test('who agrees when filing is read by others once it is closed, with nobody’s name or number', async () => {
  const { visit, story, city } = stage();
  const page = await visit('phone');
  await page.goto('/file');
  await page.getByLabel('发生了什么').fill(words);
  await page.getByLabel('手机号').fill('13912345678');
  // Nothing is public by default, and nothing confidential can be.
  expect(await page.getByLabel('办结后可以公开').isChecked()).toBe(false);
  await page.getByLabel('为我保密').check();
  expect(await page.getByLabel('办结后可以公开').count()).toBe(0);
  await page.getByLabel('为我保密').uncheck();
  await page.getByLabel('办结后可以公开').check();
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await page.getByRole('heading', { name: '收到了，我们这就去办' }).waitFor();
  const [number = '', queryCode = ''] = await page.getByRole('definition').allInnerTexts();
  await page.goto('/square');
  await page.getByText('这里还没有公开的诉求。').waitFor();
  await axe(page);
  await story.dispatch({ number, queryCode });
  await story.handled({ number, queryCode });
  await city.citizen.rates({ number, queryCode }, 5);

  await expect
    .poll(
      async () => {
        await page.reload();
        await page.locator('.shown, .notice-empty').first().waitFor();
        return page.getByText('已更换损坏的灯具，路灯恢复照明。').count();
      },
      { timeout: 30_000 },
    )
    .toBe(1);
  await page.getByText('市民说解决了').waitFor();
  const shown = await page.locator('main').innerText();
  expect(shown).toContain('灯坏了三天');
  expect(shown).not.toMatch(/小明|13812345678/);
  expect(await sideways(page)).toBe(0);
  await axe(page);
  await page.getByLabel('区', { exact: true }).selectOption({ label: '罗湖区' });
  await page.getByText('这里还没有公开的诉求。').waitFor();
  expect(new URL(page.url()).searchParams.get('area')).not.toBeNull();
  await page.getByLabel('区', { exact: true }).selectOption({ label: '福田区' });
  await page.getByLabel('街道', { exact: true }).selectOption({ label: city.unit(street).name });
  await page.getByText('市民说解决了').waitFor();
});

test('every way in is on one page, with codes to scan, and each district has its own page', async () => {
  const { visit } = stage();
  for (const screen of ['phone', 'desk'] as const) {
    const page = await visit(screen);
    await page.goto('/channels');
    await page.getByRole('img', { name: '二维码：网上提' }).waitFor();
    expect(await sideways(page)).toBe(0);
    await axe(page);
    await page.getByText('福田区', { exact: true }).click();
    await page.getByRole('link', { name: '福田区专区' }).click();
    await page.getByRole('heading', { name: '福田区专区' }).waitFor();
    await page.getByText('近 30 天').waitFor();
    expect(await sideways(page)).toBe(0);
    await axe(page);
  }
});

test('an unknown district is said to be none', async () => {
  const { visit, expectAnswer } = stage();
  expectAnswer('404 GET /api/zones/SZ-XX');
  const page = await visit('phone');
  await page.goto('/zones/SZ-XX');
  await page.getByRole('heading', { name: '没有这个区' }).waitFor();
  expect(await page.getByRole('link', { name: '其他区' }).count()).toBe(1);
  await axe(page);
});
