import { expect, test, vi } from 'vitest';
import { streetMatter } from '../packages/server/testing/story.ts';
import { cases, pick } from './desk.ts';
import { soon, useStage } from './stage.ts';
import { axe, settled, sideways } from './visitors.ts';

// The first suggestion loads dictionary and topic weights.
vi.setConfig({ testTimeout: 240_000 });
const stage = useStage();
const clear = {
  title: '占道经营',
  text: '园岭街道园岭新村路口流动摊贩占道经营，占道经营走不过去。',
  place: { address: '园岭街道园岭新村12栋门口' },
};
const vague = { title: '有事', text: '你们好，有一件事情想说一说，请回复我，谢谢大家。' };

test('the board suggests what it is sure of and says where it is not; Command shows what the suggestions were worth', async () => {
  const { as, city } = stage();
  const sure = await city.citizen.file(clear);
  const unsure = await city.citizen.file(vague);
  const dispatcher = await as('dispatcher', 'desk');
  await dispatcher.goto('/desk/queues/to-dispatch');
  await cases(dispatcher).filter({ hasText: unsure.number }).getByText('没有把握足够的建议').waitFor();
  const line = cases(dispatcher).filter({ hasText: sure.number });
  await line.getByText('占道经营', { exact: true }).first().waitFor();
  await axe(dispatcher);
  await line.getByRole('button', { name: /采纳建议/ }).click();
  await soon(async () => (await city.as('dispatcher').case(sure.number)).state).toBe('dispatched');

  const mayor = await as('mayor', 'desk');
  await mayor.goto('/command');
  await mayor.getByRole('link', { name: '分拨建议' }).click();
  await mayor.getByRole('heading', { name: '说的把握与实际' }).waitFor();
  await settled(mayor);
  await axe(mayor);
  await mayor
    .getByRole('link', { name: /准确的诉求/ })
    .first()
    .click();
  await cases(mayor).filter({ hasText: sure.number }).waitFor();
  await mayor.getByText('分拨建议：准确').waitFor();
  expect(await cases(mayor).count()).toBe(1);
});

test('an administrator turns a matter on beside its record, and the system then dispatches it by itself', async () => {
  const { as, city } = stage();
  const admin = await as('system-admin', 'desk');
  await admin.goto('/command/settings');
  await admin.getByText('没有开启自动分拨的事项').waitFor();
  const add = admin.getByRole('group', { name: '开启一个事项' });
  await pick(admin, add.getByLabel('事项'), '占道经营');
  await add.getByText(/÷|没有可对照/).waitFor();
  await axe(admin);
  await add.getByRole('button', { name: '开启', exact: true }).click();
  await admin.getByRole('button', { name: '预览并发布' }).click();
  const dialog = admin.getByRole('dialog', { name: '发布新版本' });
  await dialog.getByText(/自动分拨 · /).waitFor();
  await dialog.getByRole('radio', { name: '尽快（几秒后）' }).check();
  await dialog.getByLabel('更改理由').fill('该事项准确率稳定');
  await dialog.getByRole('button', { name: '发布新版本' }).click();
  await admin.getByText(/已发布第 1 版/).waitFor();
  await soon(() => Promise.resolve(city.services.reference().settingsNow.version)).toBe(1);
  const filed = await city.citizen.file(clear);
  await soon(async () => (await city.as('dispatcher').case(filed.number)).state).toBe('dispatched');
  const page = await as('dispatcher', 'desk');
  await page.goto(`/desk/cases/${filed.number}`);
  // What the system did cites its rule, folded up until somebody asks.
  const rule = page.locator('details').filter({ hasText: '管理员开启自动分拨的事项（现有1项）' });
  await rule.locator('summary').click();
  await rule.getByText(/由系统直接分拨一次/).waitFor();
  await axe(page);
  expect((await city.as('dispatcher').case(filed.number)).matter?.code).toBe(streetMatter);
});

test('the record of suggestions on a phone, in the dark and in English', async () => {
  const { as } = stage();
  const page = await as('mayor', 'phone', { colorScheme: 'dark' });
  await page.goto('/command/suggestions');
  await settled(page);
  expect(await sideways(page)).toBe(0);
  await axe(page);
});
