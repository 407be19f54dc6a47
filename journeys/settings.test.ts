import { expect, test } from 'vitest';
import { soon, useStage } from './stage.ts';
import { axe, settled, sideways } from './visitors.ts';

const stage = useStage();

/** Minutes a citizen's new appeal has until it must be dispatched. */
async function minutesToDispatch(): Promise<number> {
  const { city } = stage();
  const { filedAt, due } = await city.citizen.follow(await city.citizen.file());
  return (Date.parse(due ?? '') - Date.parse(filedAt)) / 60_000;
}

test('an administrator shortens a limit: looked at, published with a reason, in force for new appeals, and taken back', async () => {
  const { as, city } = stage();
  const early = await city.citizen.file();
  const page = await as('system-admin', 'desk');
  await page.goto('/command/settings');
  await settled(page);
  await axe(page);
  await page.getByRole('group', { name: '分拨时限' }).getByLabel('一般').fill('60');
  await page.getByRole('button', { name: '增加一行' }).click();
  await page.getByLabel('紧急程度').selectOption('紧急');
  await page.getByRole('button', { name: '放入表中' }).click();
  await page.getByText('已修改 2 处，尚未发布').waitFor();
  // Nothing is lost by looking elsewhere.
  await page.getByRole('link', { name: '历次版本' }).click();
  await page.getByRole('listitem', { name: '第 0 版' }).getByText('现行').waitFor();
  await page.getByRole('link', { name: '规则' }).click();
  await page.getByRole('button', { name: '预览并发布' }).click();
  const dialog = page.getByRole('dialog', { name: '发布新版本' });
  await dialog.getByRole('row', { name: '分拨时限 · 一般 120 分钟 60 分钟' }).waitFor();
  await dialog.getByRole('row', { name: '时限表：紧急 无 5 个工作日' }).waitFor();
  await axe(page);
  await dialog.getByRole('radio', { name: '尽快（几秒后）' }).check();
  await dialog.getByRole('button', { name: '发布新版本' }).click();
  await dialog.getByText('请写明更改理由').waitFor();
  await dialog.getByLabel('更改理由').fill('市政府常务会议决定提速');
  await dialog.getByRole('button', { name: '发布新版本' }).click();
  await page.getByText(/已发布第 1 版/).waitFor();
  await soon(minutesToDispatch).toBe(60);
  const { filedAt, due } = await city.citizen.follow(early);
  expect(Date.parse(due ?? '') - Date.parse(filedAt)).toBe(120 * 60_000);

  await page.getByRole('link', { name: '历次版本' }).click();
  const first = page.getByRole('listitem', { name: '第 1 版' });
  await first.getByText('市政府常务会议决定提速').waitFor();
  await axe(page);
  await page.getByRole('button', { name: '恢复为第 0 版' }).click();
  await page.getByRole('button', { name: '预览并发布' }).click();
  await dialog.getByLabel('更改理由').fill('恢复原时限');
  await dialog.getByRole('button', { name: '发布新版本' }).click();
  await page.getByText(/已发布第 2 版/).waitFor();
  await page.getByRole('link', { name: '历次版本' }).click();
  const planned = page.getByRole('listitem', { name: '第 2 版' });
  await planned.getByText('待生效').waitFor();
  await planned.getByRole('button', { name: '撤回' }).click();
  await page.getByRole('tooltip').getByRole('button', { name: '撤回' }).click();
  await planned.getByText('已撤回').waitFor();
});

test('next year’s calendar is uploaded: mistakes are told by line, the picture shows what changes, then it is published', async () => {
  const { as, expectAnswer, city } = stage();
  const year = new Date().getFullYear() + 1;
  const page = await as('system-admin', 'desk');
  await page.goto('/command/settings/calendar');
  await page.getByText(String(year), { exact: true }).first().click();
  await page.getByText('暂定', { exact: true }).waitFor();
  await axe(page);
  await page.getByRole('button', { name: '填入法定节假日作底稿' }).click();
  const text = page.getByLabel('文件内容');
  const begun = await text.inputValue();
  await text.fill(`${begun}\n${year - 1}-12-31,holiday,元旦`);
  expectAnswer('400 POST /api/calendar/preview');
  await page.getByRole('button', { name: '预览' }).click();
  await page.getByText('日期不在所选年份').waitFor();
  await text.fill(`${begun}\n${year}-01-02,holiday,元旦`);
  await page.getByRole('button', { name: '预览' }).click();
  await page.getByRole('heading', { name: `${year} 年预览：改动 1 天，尚未发布` }).waitFor();
  await axe(page);
  await page.getByLabel('依据').fill('国务院办公厅通知');
  await page.getByRole('button', { name: '发布日历' }).click();
  await page.getByText('已发布', { exact: true }).waitFor();
  await expect
    .poll(() => city.services.reference().calendar.published.has(year), { timeout: 10_000 })
    .toBe(true);

  // Uploaded again with less in it, and gone back to what it was.
  await text.fill(begun);
  await page.getByRole('button', { name: '预览' }).click();
  await page.getByLabel('依据').fill('误传');
  await page.getByRole('button', { name: '发布日历' }).click();
  await page.getByRole('button', { name: '恢复为第 1 次上传' }).click();
  expect(await text.inputValue()).toContain(`${year}-01-02,holiday`);
  await page.getByRole('button', { name: '预览' }).click();
  await page.getByRole('heading', { name: `${year} 年预览：改动 1 天，尚未发布` }).waitFor();
  await page.getByLabel('依据').fill('恢复');
  await page.getByRole('button', { name: '发布日历' }).click();
  await page.getByRole('button', { name: '恢复为第 2 次上传' }).waitFor();
  await axe(page);
});

test('the settings on a phone, in the dark', async () => {
  const { as } = stage();
  const page = await as('system-admin', 'phone', { colorScheme: 'dark' });
  for (const path of ['', '/history', '/calendar']) {
    await page.goto(`/command/settings${path}`);
    await settled(page);
    expect(await sideways(page)).toBe(0);
    await axe(page);
  }
});
