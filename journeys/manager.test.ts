import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { plainFiling } from '../packages/server/testing/client.ts';
import { soon, useStage } from './stage.ts';
import { axe, settled, sideways } from './visitors.ts';

const stage = useStage();

/** Longer than an appeal may wait to be dispatched, in ms: what was filed then is overdue. */
const threeHours = 3 * 3_600_000;

const link = (page: Page, name: string) => page.getByRole('link', { name: new RegExp(`^${name} `) });

/** The number a figure's link tells: “今日受理 12，查看诉求”. */
async function figure(page: Page, name: string): Promise<number> {
  const told = (await link(page, name).getAttribute('aria-label')) ?? '';
  return Number(/([\d,]+)，/.exec(told)?.[1]?.replaceAll(',', ''));
}

const cases = (page: Page) => page.getByRole('list', { name: '诉求列表' }).getByRole('listitem');

test('the mayor sees the day move as appeals come in, and behind every number its cases', async () => {
  const { as, story, ago } = stage();
  await story.file({ title: '园岭新村门口路灯不亮' });
  await ago(threeHours, () => story.file({ title: '百花二路井盖松动' }));
  const page = await as('mayor', 'desk');
  await page.goto('/command');
  await page.getByRole('heading', { name: '今日概览' }).waitFor();
  await soon(() => figure(page, '当前在办')).toBe(2);
  const before = await figure(page, '今日受理');
  await axe(page);
  await story.file({ title: '景田路垃圾桶满溢' });
  await story.file({ title: '华强北路下水道堵塞' });
  await soon(() => figure(page, '今日受理')).toBe(before + 2);

  await soon(() => figure(page, '超期')).toBe(1);
  await link(page, '超期').click();
  await page.getByRole('heading', { name: '诉求', exact: true }).waitFor();
  await soon(() => cases(page).count()).toBe(1);
  await axe(page);
  await cases(page).getByRole('link', { name: '百花二路井盖松动' }).click();
  await page.getByRole('heading', { name: '百花二路井盖松动' }).waitFor();
  await page.getByText(plainFiling.text, { exact: true }).waitFor();
  expect(await page.getByText(plainFiling.contact.phone).count()).toBe(0);
  await axe(page);
});

test('the map is walked with the arrow keys and opens a subdistrict’s cases', async () => {
  const { as, story } = stage();
  await story.file({ title: '园岭新村绿化带被毁' });
  const page = await as('mayor', 'desk');
  await page.goto('/command/map');
  await page.getByRole('radiogroup', { name: '地图样式' }).getByText('示意图', { exact: true }).click();
  const map = page.getByRole('group', { name: /按街道的诉求地图/ });
  await soon(() => map.getByRole('link', { name: /福田区园岭街道：在办 [1-9]/ }).count()).toBe(1);
  await axe(page);
  await map.getByRole('link').first().waitFor();
  for (let step = 0; step < 40 && !(await focusOnMap(page)); step += 1) await page.keyboard.press('Tab');
  for (let step = 0; step < 40; step += 1) {
    const way = await wayTo(page, '园岭街道');
    if (way === null) break;
    await page.keyboard.press(way);
  }
  const told = (await focusOnMap(page)) ?? '';
  expect(told).toContain('园岭街道');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '诉求', exact: true }).waitFor();
  await soon(() => cases(page).count()).toBe(Number(/在办 (\d+)/.exec(told)?.[1]));
});

test('the map leads from the city to a district, a subdistrict and its cases, and asks nobody else', async () => {
  const { as, story } = stage();
  await story.file({ title: '园岭新村的树倒了' });
  const page = await as('mayor', 'desk');
  const hosts = new Set<string>();
  page.on('request', (request) => {
    const { protocol, host } = new URL(request.url());
    if (protocol.startsWith('http')) hosts.add(host);
  });
  await page.goto('/command/map');
  const district = page.getByRole('button', { name: /^福田区当前在办 [1-9]/ });
  await district.waitFor({ timeout: 45_000 });
  await axe(page);
  await district.focus();
  await page.keyboard.press('Enter');
  const cell = page.getByRole('link', { name: /^园岭街道当前在办 [1-9]/ });
  await cell.waitFor();
  await page.getByRole('button', { name: '全市' }).click();
  await district.waitFor();
  await district.press('Enter');
  const told = (await cell.getAttribute('aria-label')) ?? '';
  await cell.press('Enter');
  await page.getByRole('heading', { name: '诉求', exact: true }).waitFor();
  await soon(() => cases(page).count()).toBe(Number(/在办 (\d+)/.exec(told)?.[1]));
  expect(hosts.size).toBe(1);
}, 120_000);

/** The name of the cell the keyboard stands on. */
const focusOnMap = (page: Page): Promise<string | null> =>
  page.evaluate(() =>
    document.activeElement?.matches('svg a') ? document.activeElement.getAttribute('aria-label') : null,
  );

/** The arrow that leads nearer to the subdistrict, as the eye tells; null when there. */
const wayTo = (page: Page, subdistrict: string): Promise<string | null> =>
  page.evaluate((name) => {
    const here = document.activeElement;
    const there = document.querySelector(`svg a[aria-label*="${name}"]`);
    if (!here || !there) throw new Error(`no ${name} on the map`);
    if (here === there) return null;
    const [from, to] = [here.getBoundingClientRect(), there.getBoundingClientRect()];
    const [right, down] = [to.x - from.x, to.y - from.y];
    if (Math.abs(right) > Math.abs(down)) return right > 0 ? 'ArrowRight' : 'ArrowLeft';
    return down > 0 ? 'ArrowDown' : 'ArrowUp';
  }, subdistrict);

test('units are compared within their band; twice dissatisfied stands among the follow-ups', async () => {
  const { as, story, city } = stage();
  const filed = await story.answered({ title: '园岭新村十二栋路灯反复熄灭' });
  await city.citizen.rates(filed, 1, false);
  await story.handled(filed);
  await city.citizen.rates(filed, 1, false);
  const page = await as('mayor', 'desk');
  await page.goto('/command/units');
  await page.getByRole('radiogroup', { name: '单位类别' }).getByText('街道', { exact: true }).click();
  await page.getByRole('table').first().waitFor();
  const row = page.getByRole('row').filter({ hasText: '园岭街道' });
  await row.waitFor();
  await axe(page);
  await row.getByRole('link', { name: '园岭街道' }).click();
  // On the unit's own page each number of an indicator is the way to its cases.
  await page.getByRole('heading', { name: '园岭街道' }).waitFor();
  await axe(page);
  await page.getByRole('link', { name: '重办 2，查看诉求' }).first().click();
  await soon(() => cases(page).filter({ hasText: '园岭新村十二栋路灯反复熄灭' }).count()).toBe(1);

  await page.goto('/command/follow-ups');
  const followUp = page.getByRole('row').filter({ hasText: filed.number });
  expect(await followUp.innerText()).toMatch(/两次不满意[\s\S]*已通报全市/);
  await axe(page);
  await followUp.getByRole('link').click();
  await page.getByRole('heading', { name: '园岭新村十二栋路灯反复熄灭' }).waitFor();
});

test('a supervisor urges from the case page, and the unit sees it', async () => {
  const { as, story, city } = stage();
  const filed = await story.dispatched();
  const page = await as('supervisor', 'desk');
  await page.goto(`/command/cases/${filed.number}`);
  await page.getByRole('button', { name: '催办', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/催办说明/).fill('群众出行不便，请今日到场。');
  await axe(page);
  await dialog.getByRole('button', { name: '确定' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByText('群众出行不便，请今日到场。').waitFor();
  expect((await city.as('yl-receiver').case(filed.number)).urges).toBe(1);
});

test('the wall fits its screen and is live', async () => {
  const { as, story } = stage();
  const page = await as('mayor', 'wall');
  await page.goto('/command/wall');
  await page.getByText('实时', { exact: true }).waitFor();
  await settled(page);
  expect(await sideways(page)).toBe(0);
  expect(
    await page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight),
  ).toBeLessThanOrEqual(0);
  await axe(page);
  const filedToday = page.locator('dl').getByRole('link').first();
  const before = Number(await filedToday.innerText());
  await story.file();
  await soon(() => filedToday.innerText()).toBe(String(before + 1));
  // What turns by itself can be turned by hand and stopped, and every number leads to its cases.
  await page.getByRole('button', { name: '暂停轮换' }).click();
  await page.getByRole('button', { name: '显示诉求类型' }).click();
  await page.getByRole('heading', { name: '诉求类型' }).waitFor();
  await page.getByRole('heading', { name: '负荷最重的单位' }).waitFor();
  await filedToday.click();
  await page.getByRole('heading', { name: '诉求', exact: true }).waitFor();
  await soon(() => cases(page).count()).toBeGreaterThan(0);
});

test('the auditor reads who looked at whom; who has no right to a page is told so', async () => {
  const { as, story, city } = stage();
  const filed = await story.dispatched();
  await story.acknowledge(filed);
  await city.as('yl-handler').post(`/api/desk/cases/${filed.number}/reveal`, {
    requestId: crypto.randomUUID(),
    field: 'phone',
    purpose: '联系诉求人约定上门时间',
  });
  const auditor = await as('auditor', 'desk');
  await auditor.goto('/command');
  const look = auditor.getByRole('row').filter({ hasText: filed.number });
  expect(await look.innerText()).toMatch(/黄俊杰[\s\S]*联系诉求人约定上门时间/);
  await axe(auditor);
  await auditor.goto('/command/units');
  await auditor.getByRole('heading', { name: '您的账号不能查看这一页' }).waitFor();
  await axe(auditor);

  const handler = await as('yl-handler', 'desk');
  await handler.goto('/command');
  await handler.getByRole('heading', { name: '这里没有您可以查看的内容' }).waitFor();
  await axe(handler);
  await handler.getByRole('link', { name: '前往工作台' }).click();
  await handler.getByRole('heading', { name: '在办' }).waitFor();
});

test('the ends answer at their addresses whoever asks, and what is no page is none', async () => {
  const { as } = stage();
  const { request } = await as('mayor', 'desk');
  const asked = (path: string) => request.get(path, { headers: { accept: '*/*' } });
  for (const path of ['/desk', '/command']) {
    const answer = await asked(path);
    expect([path, answer.status()]).toEqual([path, 200]);
    expect(answer.headers()['content-type']).toContain('text/html');
  }
  expect((await asked('/nowhere')).status()).toBe(404);
});
