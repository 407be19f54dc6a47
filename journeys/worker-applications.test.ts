import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Filed } from '../packages/server/testing/client.ts';
import { action, openCase, told } from './desk.ts';
import { useStage } from './stage.ts';
import { axe } from './visitors.ts';

const stage = useStage();

/** Dispatched to a street, and taken on. */
async function inHand(): Promise<Filed> {
  const { story } = stage();
  const filed = await story.dispatched();
  await story.acknowledge(filed);
  return filed;
}

/** The citizen's page, open and live. */
async function follow({ number, queryCode }: Filed): Promise<Page> {
  const page = await stage().visit('phone');
  await page.goto(`/track/${number}?code=${queryCode}`);
  await page.getByRole('heading', { name: '办理过程' }).waitFor();
  return page;
}

/** The centre decides what lies in its queue. */
async function decide(filed: Filed, asked: string, decision: '批准' | '不批准，继续办理', reason: string) {
  const page = await stage().as('dispatcher', 'desk');
  await openCase(page, filed.number, 'applications');
  const form = await action(page, '审批');
  await form.getByText(asked).waitFor();
  await form.getByRole('radio', { name: decision, exact: true }).check();
  await form.getByLabel('审批理由').fill(reason);
  await axe(page);
  await form.getByRole('button', { name: '提交审批决定' }).click();
  await told(page, '审批已记录');
}

test('a street asks for more time, the centre grants it, and the citizen learns why at once', async () => {
  const { as, city } = stage();
  const filed = await inHand();
  const citizen = await follow(filed);
  const receiver = await as('yl-receiver', 'desk');
  await openCase(receiver, filed.number);
  const form = await action(receiver, '申请');
  await form.getByRole('radio', { name: /^延期/ }).check();
  await form.getByLabel('延长几个工作日').fill('5');
  await form.getByLabel('理由', { exact: true }).fill('灯具型号停产，厂家下周到货。');
  await axe(receiver);
  await form.getByRole('button', { name: '提交申请' }).click();
  await told(receiver, '申请已提交');
  await receiver.getByText('申请延期 5 个工作日，等待审批').first().waitFor();

  await decide(filed, '延期 5 个工作日', '批准', '备件确需等待，同意延期。');
  await citizen.getByText('答复时间经批准延长了 5 个工作日').waitFor();
  await citizen.getByText('备件确需等待，同意延期。').first().waitFor();
  await axe(citizen);
  // The street's page, left open, has the new limit beside the first one.
  await receiver.getByText('批准延期 5 个工作日').waitFor();
  await receiver.getByText(/^原定/).waitFor();
  await axe(receiver);
  const { order } = await city.as('yl-receiver').case(filed.number);
  expect(order).toMatchObject({ extensionDays: 5, asked: null });
});

test('what is refused changes nothing, and the citizen is not troubled with it', async () => {
  const { city, as, story } = stage();
  const filed = await inHand();
  await story.crew('SZ-FT-YL').receiver.must(filed.number, 'apply', {
    what: 'termination',
    text: '现场已拆迁。',
  });
  const before = await city.citizen.follow(filed);
  await decide(filed, '终止办理', '不批准，继续办理', '路仍在使用，请继续办理。');
  const page = await as('yl-receiver', 'phone');
  await openCase(page, filed.number);
  await page.getByText('没有批准终止办理申请，继续办理').waitFor();
  await axe(page);
  const after = await city.citizen.follow(filed);
  expect(after.due).toBe(before.due);
  expect(after.timeline).toEqual(before.timeline);
});

test('what cannot be done yet waits on the ledger, its limit standing still, until it is taken up again', async () => {
  const { as } = stage();
  const filed = await inHand();
  const citizen = await follow(filed);
  const receiver = await as('yl-receiver', 'phone');
  await openCase(receiver, filed.number);
  const form = await action(receiver, '申请');
  await form.getByRole('radio', { name: /^挂账/ }).check();
  const review = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
  await form.getByLabel('复查日期').fill(review);
  await form.getByLabel('理由', { exact: true }).fill('要等地铁围挡拆除后才能立杆。');
  await axe(receiver);
  await form.getByRole('button', { name: '提交申请' }).click();
  await told(receiver, '申请已提交');

  await decide(filed, '挂账', '批准', '围挡下月拆除，同意挂账。');
  await citizen.getByText('复查日期：').waitFor();
  await citizen.getByText('围挡下月拆除，同意挂账。').first().waitFor();
  expect(await citizen.getByText('最晚答复').count()).toBe(0);
  await axe(citizen);

  await openCase(receiver, filed.number, 'on-ledger');
  await receiver.getByText('停表', { exact: true }).first().waitFor();
  await axe(receiver);
  const resume = await action(receiver, '恢复办理');
  await resume.getByLabel('为什么现在可以办了').fill('围挡提前拆除。');
  await resume.getByRole('button', { name: '确认恢复办理' }).click();
  await told(receiver, '已恢复办理');
  await citizen
    .getByText(/园岭街道恢复了办理/)
    .first()
    .waitFor();
  await citizen.getByText('最晚答复').waitFor();
});
