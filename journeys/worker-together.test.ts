import { crewOf } from '@suban/demo-city/accounts.ts';
import { expect, test } from 'vitest';
import { plainFiling } from '../packages/server/testing/client.ts';
import { department } from '../packages/server/testing/story.ts';
import { action, openCase, pick, told } from './desk.ts';
import { tellingPhoto } from './photo.ts';
import { soon, useStage } from './stage.ts';
import { axe, hasLoaded } from './visitors.ts';

const stage = useStage();

test('two tell of one thing: it is done once, each is answered and rates alone, and who is unhappy gets it done again', async () => {
  const { as, visit, story, city } = stage();
  const first = await story.dispatched();
  const second = await story.file({
    text: '百花二路小学旁边的路灯坏了好几天，孩子放学回家看不清路。',
    title: '百花二路路灯不亮',
    contact: { name: '卢嘉琪', phone: '13900005678' },
  });
  const dispatcher = await as('dispatcher', 'desk');
  await openCase(dispatcher, second.number);
  const merge = await action(dispatcher, '并单');
  await pick(dispatcher, merge.getByLabel('并入哪一件（主件）'), first.number, plainFiling.title);
  await axe(dispatcher);
  await merge.getByRole('button', { name: '确认并单' }).click();
  await told(dispatcher, '已并单');
  await dispatcher.getByRole('link', { name: first.number }).click();
  await dispatcher.getByText('有 1 件同样的诉求并入此件').waitFor();
  await dispatcher
    .getByRole('region', { name: '并入的诉求' })
    .getByRole('link', { name: second.number })
    .waitFor();
  await axe(dispatcher);

  const citizen = await visit('phone');
  await citizen.goto(`/track/${second.number}?code=${second.queryCode}`);
  await citizen.getByText('合并办理', { exact: true }).waitFor();
  // Whoever follows reads how the other goes.
  await citizen.getByText('分给园岭街道办理', { exact: true }).waitFor();
  await axe(citizen);
  await story.handled(first);
  // The page, left open, learns of the answer by itself.
  await citizen.getByText('已更换损坏的灯具，路灯恢复照明。').waitFor();
  await axe(citizen);
  await citizen.getByRole('link', { name: '去评价' }).click();
  await citizen.getByRole('radio', { name: '没解决' }).check();
  for (const name of ['处置速度', '处置效果', '服务体验', '反馈质量']) {
    await citizen.getByRole('group', { name }).getByRole('radio', { name: '较差' }).check();
  }
  await citizen.getByLabel('哪里不满意').fill('小学这边的还没有亮。');
  await citizen.getByRole('button', { name: '提交评价' }).click();
  await citizen.getByText('已自动退回重办').waitFor();
  await citizen.getByRole('link', { name: '看进度' }).click();
  await citizen.getByText('退回园岭街道重新办理', { exact: true }).waitFor();
  expect((await city.citizen.follow(second)).state).toBe('dispatched');
  // The other one's answer stands, and is theirs to rate.
  const master = await city.citizen.follow(first);
  expect(master.state).toBe('awaiting-rating');
  expect(master.rateToken).not.toBeNull();
});

test('a follower goes its own way again, and loses nothing', async () => {
  const { as, story, city } = stage();
  const [first, second] = [await story.dispatched(), await story.file()];
  await city.as('dispatcher').must(second.number, 'merge', { into: first.number });
  const page = await as('dispatcher', 'phone');
  await page.goto(`/desk/cases/${second.number}`);
  const form = await action(page, '拆单');
  await form.getByLabel('为什么要单独办理').fill('不是同一盏灯。');
  await axe(page);
  await form.getByRole('button', { name: '确认拆单' }).click();
  await told(page, '已拆单');
  await action(page, '分拨');
  const track = await city.citizen.follow(second);
  expect(track).toMatchObject({ state: 'received', merged: false });
  expect(track.timeline.map(({ what }) => what)).toEqual(['filed', 'merged', 'split']);
});

test('the lead asks a department to help; it reports with a photo, and the lead sees it', async () => {
  const { as, story, city } = stage();
  const filed = await story.dispatched();
  await story.acknowledge(filed);
  const lead = await as('yl-receiver', 'desk');
  await openCase(lead, filed.number);
  const invite = await action(lead, '邀请协办');
  await pick(lead, invite.getByLabel('请哪个单位协办'), city.unit(department).name);
  await invite.getByLabel('请它做什么').fill('请查这一段灯杆的电缆。');
  await axe(lead);
  await invite.getByRole('button', { name: '发出邀请' }).click();
  await told(lead, '已请该单位协办');
  await lead.getByRole('heading', { name: '协办单位' }).waitFor();
  await axe(lead);

  const helper = await as(crewOf(department).handler, 'phone');
  await openCase(helper, filed.number, 'co-handling');
  const report = await action(helper, '协办反馈');
  await report.getByText('请查这一段灯杆的电缆。').waitFor();
  await report.getByLabel('协办情况').fill('电缆接头进水，已更换。');
  await report.getByLabel('照片: 选择照片').setInputFiles(await tellingPhoto());
  await report.getByText('已上传').waitFor();
  await axe(helper);
  await report.getByRole('button', { name: '提交协办反馈' }).click();
  await told(helper, '协办情况已反馈');

  await lead
    .getByText(/已反馈/)
    .first()
    .waitFor();
  await lead.getByText('电缆接头进水，已更换。').waitFor();
  const photo = lead.getByRole('img', { name: /1$/ }).first();
  await photo.scrollIntoViewIfNeeded();
  await soon(() => hasLoaded(photo)).toBe(true);
  await axe(lead);
  const { order } = await city.as('yl-receiver').case(filed.number);
  expect(order?.coHandlers.map(({ reportedAt }) => reportedAt)).toEqual([expect.any(String)]);
});
