import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { plainFiling } from '../packages/server/testing/client.ts';
import { street } from '../packages/server/testing/story.ts';
import { action, cases, openCase, told } from './desk.ts';
import { tellingPhoto } from './photo.ts';
import { soon, useStage } from './stage.ts';
import { axe, hasLoaded } from './visitors.ts';

const stage = useStage();

test('a street takes an appeal on, contacts, answers with a photo on the phone, improves the answer and has it approved', async () => {
  const { as, story, city } = stage();
  const filed = await story.dispatched();
  const receiver = await as('yl-receiver', 'desk');
  await openCase(receiver, filed.number);
  await axe(receiver);
  await receiver.getByRole('button', { name: '签收', exact: true }).click();
  await told(receiver, '已签收，请在时限内联系市民');

  const handler = await as('yl-handler', 'phone');
  await openCase(handler, filed.number);
  const contact = await action(handler, '联系市民');
  await contact.getByRole('radio', { name: '联系上了', exact: true }).check();
  await contact.getByLabel('联系情况').fill('已电话联系，约定今晚到现场看。');
  await axe(handler);
  await contact.getByRole('button', { name: '提交联系市民' }).click();
  await told(handler, '联系情况已记录');
  await answer(handler, '已更换损坏的灯具。');

  const leader = await as('yl-leader', 'desk');
  await leader.goto('/desk/queues/to-review');
  await cases(leader).filter({ hasText: filed.number }).getByRole('link').click();
  const review = await action(leader, '审核');
  await review.getByText('已更换损坏的灯具。').waitFor();
  await soon(() => hasLoaded(review.locator('img').first())).toBe(true);
  await axe(leader);
  await review.getByLabel('退回意见').fill('请写明更换了哪几盏，并说明质保。');
  await review.getByRole('button', { name: '退回改进' }).click();
  await told(leader, '已退回承办人改进');

  // The handler's page, left open, learns of it by itself.
  await handler.getByText('请写明更换了哪几盏，并说明质保。').first().waitFor();
  await answer(handler, '三栋楼下 2 盏路灯已更换，质保两年。');
  await (await action(leader, '审核')).getByText('质保两年').waitFor();
  await leader.getByRole('button', { name: '审核通过' }).click();
  await told(leader, '审核通过，已请市民评价');
  const track = await city.citizen.follow(filed);
  expect(track.state).toBe('awaiting-rating');
  expect(track.timeline.at(-1)?.photos.map(({ role }) => role)).toContain('after');
});

/** On the phone: outcome, words, a photo of the work done. */
async function answer(page: Page, text: string): Promise<void> {
  const form = await action(page, '答复');
  await form.getByRole('radio', { name: '已解决', exact: true }).check();
  await form.getByLabel('答复内容').fill(text);
  await form.getByLabel('办理后照片: 选择照片').setInputFiles(await tellingPhoto());
  await form.getByText('已上传').waitFor();
  await axe(page);
  await form.getByRole('button', { name: '提交答复' }).click();
  await told(page, '答复已提交，等单位领导审核');
}

test('a unit sends back what is not its duty; the centre decides and dispatches to the unit named', async () => {
  const { as, story, city } = stage();
  const filed = await story.dispatched();
  const receiver = await as('yl-receiver', 'desk');
  await openCase(receiver, filed.number);
  const form = await action(receiver, '退单');
  await form.getByLabel('法律依据').fill('《城市照明管理规定》第四条');
  await form.getByLabel('应由哪个单位办理').fill('城市管理');
  await receiver
    .getByRole('option', { name: /城市管理/ })
    .first()
    .waitFor({ state: 'attached' });
  await receiver.keyboard.press('Enter');
  await form.getByLabel('理由').fill('该路灯由市城管部门统一管护。');
  await axe(receiver);
  await form.getByRole('button', { name: '提交退单' }).click();
  await told(receiver, '已申请退单，等分拨中心裁决');

  const dispatcher = await as('dispatcher', 'desk');
  await dispatcher.goto('/desk/queues/send-backs');
  await cases(dispatcher).filter({ hasText: filed.number }).getByRole('link').click();
  const decision = await action(dispatcher, '退单裁决');
  await decision.getByText('《城市照明管理规定》第四条').waitFor();
  await decision.getByRole('radio', { name: /退单成立/ }).check();
  await decision.getByLabel('理由').fill('经核对职责清单，由市级部门管护。');
  await axe(dispatcher);
  await decision.getByRole('button', { name: '提交退单裁决' }).click();
  await told(dispatcher, '退单成立，此件回到待分拨');
  const again = await action(dispatcher, '分拨');
  await again.getByRole('listitem').filter({ hasText: '退单单位建议' }).getByRole('button').click();
  await told(dispatcher, '已分拨，等单位签收');
  const view = await city.as('dispatcher').case(filed.number);
  expect(view).toMatchObject({ state: 'dispatched', sendBacks: 1 });
  expect(view.holder.id).not.toBe(city.unit(street).id);
});

test('a phone number is shown for a purpose only', async () => {
  const { as, story } = stage();
  const filed = await story.dispatched();
  await story.acknowledge(filed);
  const page = await as('yl-handler', 'desk');
  await openCase(page, filed.number);
  expect(await page.getByText(plainFiling.contact.phone).count()).toBe(0);
  await page.getByRole('button', { name: '查看电话' }).click();
  const dialog = page.getByRole('dialog', { name: '查看电话' });
  await dialog.getByRole('button', { name: '查看并记录' }).click();
  await dialog.getByText('请写明用途', { exact: true }).waitFor();
  await axe(page);
  await dialog.getByLabel('用途').fill('联系诉求人约定上门时间');
  await dialog.getByRole('button', { name: '查看并记录' }).click();
  await page.getByRole('link', { name: plainFiling.contact.phone }).waitFor();
  await axe(page);
});
