import { expect, test } from 'vitest';
import { action, openCase } from './desk.ts';
import { useStage } from './stage.ts';
import { axe } from './visitors.ts';

const stage = useStage();

test('two people on one case see each other; the later one is told what the earlier did, and loses no word', async () => {
  const { as, story } = stage();
  const filed = await story.dispatched();
  await story.acknowledge(filed);
  await story.contact(filed);
  const receiver = await as('yl-receiver', 'desk');
  await openCase(receiver, filed.number);
  const handler = await as('yl-handler', 'desk');
  await openCase(handler, filed.number);
  await handler.getByText('正在查看').waitFor();
  const form = await action(handler, '答复');
  await form.getByRole('radio', { name: '已解决', exact: true }).check();
  await form.getByLabel('答复内容').fill('两盏路灯已更换，质保两年。');
  await receiver.getByText('正在写答复').waitFor();
  await axe(receiver);
  await axe(handler);

  // The other is faster.
  await story.answer(filed, 'SZ-FT-YL', { text: '已派人处理。' });
  await handler.getByText(/^已由.+于 .+ 更新，请核对：/).waitFor();
  await axe(handler);
  expect(await form.getByLabel('答复内容').inputValue()).toBe('两盏路灯已更换，质保两年。');
  await form.getByText('此件的状态已变，不能再执行这个操作').waitFor();

  // A page that is closed says so, and one that only falls silent is forgotten by itself.
  await handler.close();
  await expect.poll(() => receiver.getByText('正在写答复').count(), { timeout: 45_000 }).toBe(0);
}, 120_000);
