import { expect, test } from 'vitest';
import { action, openCase, told } from './desk.ts';
import { useStage } from './stage.ts';
import { axe } from './visitors.ts';

const stage = useStage();

test('supervision opens a listed follow-up, tells the city, and closes it with what came of it', async () => {
  const { as, story, city } = stage();
  const filed = await story.dispatched();
  const page = await as('supervisor', 'desk');
  await page.goto(`/desk/cases/${filed.number}`);
  const open = await action(page, '督办');
  await open.getByRole('radio', { name: '挂牌督办', exact: true }).check();
  await open.getByLabel('督办要求').fill('三天内恢复照明，并查明原因。');
  await axe(page);
  await open.getByRole('button', { name: '提交督办', exact: true }).click();
  await told(page, '已立案督办');
  await page.getByText('督查部门已立案督办：挂牌督办').waitFor();

  const circular = await action(page, '通报');
  await circular.getByLabel('通报内容').fill('园岭街道路灯报修三日未到场。');
  await circular.getByRole('button', { name: '确认通报' }).click();
  await told(page, '已向全市通报');

  await openCase(page, filed.number, 'follow-ups');
  const close = await action(page, '督办办结');
  await close.getByLabel('督办结果').fill('已恢复照明，责任人已谈话。');
  await axe(page);
  await close.getByRole('button', { name: '确认督办办结' }).click();
  await told(page, '督办已办结');
  expect((await city.as('supervisor').case(filed.number)).followUp).toBe(false);
});

test('a unit asks that a case is left out of its figures; supervision decides from its queue, and all can read it', async () => {
  const { as, visit, story, city } = stage();
  const filed = await story.answered();
  await city.citizen.rates(filed, 5);
  const unit = await as('yl-receiver', 'desk');
  await unit.goto(`/desk/cases/${filed.number}`);
  const ask = await action(unit, '申请剔除');
  await ask.getByRole('radio', { name: '法律政策不允许' }).check();
  await ask.getByLabel('具体说明').fill('该路灯在小区红线内，依法由业主共同管理。');
  await axe(unit);
  await ask.getByRole('button', { name: '提交申请剔除' }).click();
  await told(unit, '已申请剔除');

  const page = await as('supervisor', 'desk');
  await openCase(page, filed.number, 'exclusions');
  const decide = await action(page, '决定剔除');
  await decide.getByText('该路灯在小区红线内，依法由业主共同管理。').waitFor();
  await decide.getByRole('radio', { name: '准予剔除' }).check();
  await decide.getByLabel('决定理由').fill('红线图与物业合同相符。');
  await axe(page);
  await decide.getByRole('button', { name: '决定', exact: true }).click();
  await told(page, '已决定');
  await page.goto('/desk/queues/exclusions');
  await page.getByRole('link', { name: '剔除申请' }).waitFor();
  await page.getByText('没有待决定的剔除申请').waitFor();

  await city.drain();
  const reader = await visit('phone');
  await reader.goto('/rules');
  await reader.getByText(filed.number).waitFor();
  await axe(reader);
  expect(await reader.content()).not.toContain('红线');

  const mayor = await as('mayor', 'desk');
  await mayor.goto('/command/units');
  await mayor.getByText('街道', { exact: true }).click();
  await mayor
    .getByText(/剔除 ?1/)
    .first()
    .waitFor();
  await axe(mayor);
});

test('somebody apart from the unit checks by phone; the citizen’s own rating stays open', async () => {
  const { as, story, city } = stage();
  const filed = await story.answered();
  const page = await as('call-back', 'phone');
  await openCase(page, filed.number, 'awaiting-rating');
  const check = await action(page, '回访核实');
  await check.getByRole('radio', { name: '联系上了', exact: true }).check();
  await check.getByRole('radio', { name: '没有解决', exact: true }).check();
  const contact = check.getByRole('radiogroup', { name: '承办单位联系过市民吗' });
  await contact.getByRole('radio', { name: '没有联系过', exact: true }).check();
  await check.getByLabel('联系情况').fill('市民说第二晚又不亮了。');
  await axe(page);
  await check.getByRole('button', { name: '提交回访核实' }).click();
  await told(page, '回访核实已记录');
  await page.getByText('回访核实：市民说没有解决；承办单位没有联系过').waitFor();
  const track = await city.citizen.follow(filed);
  expect(track.rateToken).not.toBeNull();
  expect(track.timeline.map(({ what }) => what)).not.toContain('checked');
});

test('who has an interest steps back for good', async () => {
  const { as, story, city } = stage();
  const filed = await story.dispatched();
  await story.acknowledge(filed);
  const page = await as('yl-handler', 'desk');
  await openCase(page, filed.number);
  const recuse = await action(page, '回避');
  await recuse.getByLabel('与此件有什么利害关系').fill('诉求人是我的亲属。');
  await axe(page);
  await recuse.getByRole('button', { name: '确认回避' }).click();
  await told(page, '已回避');
  await page.getByText('此件现在没有您要做的操作。').waitFor();
  expect((await city.as('yl-handler').case(filed.number)).abilities).toEqual([]);
});
