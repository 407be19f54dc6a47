import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { pick, told } from './desk.ts';
import { soon, useStage } from './stage.ts';
import { axe, settled, sideways } from './visitors.ts';

const stage = useStage();
const dark = { colorScheme: 'dark' } as const;

test('a unit’s phone is changed: looked at, published with a reason, in the citizens’ directory, and taken back', async () => {
  const { as, visit, city } = stage();
  const page = await as('system-admin', 'desk');
  await page.goto('/command/settings/units');
  await page.getByRole('button', { name: '展开：福田区' }).click();
  await page.getByRole('button', { name: '福田区教育局', exact: true }).click();
  await page.getByRole('heading', { name: '福田区教育局' }).waitFor();
  await axe(page);
  await page.getByRole('button', { name: '修改：福田区教育局' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('公开电话').fill('0755-12345678');
  await axe(page);
  await dialog.getByRole('button', { name: '预览' }).click();
  await dialog.getByRole('row', { name: /公开电话.*0755-12345678/ }).waitFor();
  await axe(page);
  await dialog.getByRole('button', { name: '发布' }).click();
  await dialog.getByText('请写明更改理由').waitFor();
  await dialog.getByLabel('更改理由').fill('电话换号');
  await dialog.getByRole('button', { name: '发布' }).click();
  await told(page, '已发布');

  const citizen = await visit('phone');
  await citizen.goto('/directory');
  await citizen.getByText('0755-12345678').first().waitFor({ state: 'attached' });

  await page.getByRole('link', { name: '变更记录' }).last().click();
  const change = page.getByRole('listitem', { name: '第 1 号更改' });
  await change.getByText('电话换号').waitFor();
  await axe(page);
  await page.getByRole('button', { name: '撤销第 1 号更改' }).click();
  await dialog.getByRole('row', { name: /公开电话/ }).waitFor();
  await dialog.getByLabel('更改理由').fill('填错了');
  await dialog.getByRole('button', { name: '发布' }).click();
  await change.getByText('已被第 2 号撤销').waitFor();
  expect(city.unit('SZ-FT-D-JY').phone).not.toBe('0755-12345678');
});

test('what may not be says why; of two administrators the later loses nothing', async () => {
  const { as, expectAnswer, city } = stage();
  const page = await as('system-admin', 'desk');
  await page.goto('/command/settings/units');
  await page.getByLabel('查找').fill('园岭街道');
  await page
    .getByRole('button', { name: /园岭街道/ })
    .first()
    .click();
  await page.getByRole('button', { name: '修改：园岭街道' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('启用').uncheck();
  expectAnswer('409 POST /api/manage/units/preview');
  await dialog.getByRole('button', { name: '预览' }).click();
  await dialog.getByRole('alert').getByText('还有启用的下级').waitFor();
  await axe(page);
  await dialog.getByRole('button', { name: '返回修改' }).click();
  await dialog.getByLabel('启用').check();
  await dialog.getByLabel('英文名称').fill('Yuanling');
  // Somebody else is quicker.
  const admin = city.as('system-admin');
  const { changed, entry } = (await admin.get('/api/manage/units/SZ-FT-YL')).body as {
    changed: number;
    entry: object;
  };
  const edit = { key: 'SZ-FT-YL', base: changed, entry: { ...entry, phoneHours: '每天 08:00–20:00' } };
  const requestId = '0198c0de-0000-4000-8000-000000000001';
  expect((await admin.post('/api/manage/units', { requestId, why: '延长', edits: [edit] })).status).toBe(201);
  await dialog.getByRole('button', { name: '预览' }).click();
  await dialog.getByText('您的修改还没有发布').waitFor();
  await dialog.getByRole('button', { name: '载入最新内容，保留我的修改' }).click();
  await dialog.getByRole('row', { name: /接听时间.*每天 08:00–20:00/ }).waitFor();
  await axe(page);
  expect(await dialog.getByLabel('英文名称').inputValue()).toBe('Yuanling');
  await dialog.getByRole('button', { name: '预览' }).click();
  await dialog.getByLabel('更改理由').fill('简称');
  await dialog.getByRole('button', { name: '发布' }).click();
  await told(page, '已发布');
  await soon(async () => city.unit('SZ-FT-YL').nameEn).toBe('Yuanling');
  expect(city.unit('SZ-FT-YL').phoneHours).toBe('每天 08:00–20:00');
});

test('a new colleague’s account is made, and activated by its owner with the link', async () => {
  const { as, visit } = stage();
  const page = await as('system-admin', 'desk');
  await page.goto('/command/settings/accounts');
  await settled(page);
  await axe(page);
  await page.getByRole('button', { name: '新建账号' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('账号', { exact: true }).fill('luo.xiaohei');
  await dialog.getByLabel('姓名', { exact: true }).fill('罗小黑');
  await dialog.getByLabel('英文姓名').fill('Luo Xiaohei');
  await pick(page, dialog.getByLabel('单位'), '园岭街道');
  await axe(page);
  await dialog.getByRole('button', { name: '预览' }).click();
  await dialog.getByLabel('更改理由').fill('新招录');
  await dialog.getByRole('button', { name: '发布' }).click();
  const link = await dialog.getByLabel('激活链接（只显示这一次）').inputValue();
  expect(link).toMatch(/\/desk#activate=luo\.xiaohei\.\w{20}$/);
  await axe(page);

  const owner = await visit('phone');
  await owner.goto(link);
  await owner.getByRole('heading', { name: '激活账号' }).waitFor();
  await axe(owner);
  await owner.getByLabel('新密码').fill('spring-rain-2026');
  await owner.getByLabel('再输一次').fill('spring-rain-2027');
  await owner.getByRole('button', { name: '激活并登录' }).click();
  await owner.getByText('两次输入不一致').waitFor();
  await owner.getByLabel('再输一次').fill('spring-rain-2026');
  // The code has left the address before anything else is waited for, on however slow a network.
  await owner.route('**/api/city', async (route) => {
    await sleep(4_000);
    await route.continue();
  });
  await owner.getByRole('button', { name: '激活并登录' }).click();
  await owner.getByRole('button', { name: '退出' }).waitFor();
  expect(new URL(owner.url()).hash).toBe('');
});

test('the other administrator gives the role; a closed account is out at once', async () => {
  const { as, visit, expectAnswer } = stage();
  const owner = await visit('phone');
  await owner.goto('/desk');
  await owner.getByLabel('账号', { exact: true }).fill('luo.xiaohei');
  await owner.getByLabel('密码', { exact: true }).fill('spring-rain-2026');
  await owner.getByRole('button', { name: '登录', exact: true }).click();
  await owner.getByRole('button', { name: '退出' }).waitFor();

  const security = await as('security-admin', 'desk');
  await security.goto('/command');
  await security.getByLabel('查找').fill('罗小黑');
  await security.getByRole('button', { name: '修改：罗小黑' }).click();
  await security.getByRole('checkbox', { name: '承办人' }).check();
  await security.getByRole('dialog').getByRole('button', { name: '预览' }).click();
  await security.getByLabel('更改理由').fill('分管市容');
  await security.getByRole('dialog').getByRole('button', { name: '发布' }).click();
  await told(security, '已发布');
  await security.getByRole('row', { name: /luo\.xiaohei.*承办人/ }).waitFor();
  await axe(security);
  await owner.goto('/desk');
  await owner.getByRole('link', { name: /在办/ }).first().waitFor();

  // An open page asks anew as soon as its account is closed.
  for (const answer of [
    'GET /api/desk/counts',
    'GET /api/desk/queues/in-hand',
    'GET /api/desk/live',
    'GET /api/desk/notices',
  ])
    expectAnswer(`401 ${answer}`);
  const page = await as('system-admin', 'desk');
  await page.goto('/command/settings/accounts');
  await page.getByLabel('查找').fill('luo');
  await page.getByRole('button', { name: '修改：罗小黑' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('checkbox', { name: '启用' }).uncheck();
  await dialog.getByRole('button', { name: '预览' }).click();
  await dialog.getByLabel('更改理由').fill('调离');
  await dialog.getByRole('button', { name: '发布' }).click();
  await told(page, '已发布');
  await owner.goto('/desk');
  await owner.getByRole('heading', { name: '工作人员登录' }).waitFor();
  expect(await owner.getByRole('button', { name: '退出' }).count()).toBe(0);
});

test('a matter’s limit is changed by form, then the catalogue by file, with its faults told by row', async () => {
  const { as, expectAnswer, city } = stage();
  const page = await as('system-admin', 'desk');
  await page.goto('/command/settings/catalogue');
  await page
    .getByRole('button', { name: /^展开：/ })
    .first()
    .click();
  await page.getByLabel('查找').fill('路灯不亮');
  await page
    .getByRole('button', { name: /路灯不亮/ })
    .first()
    .click();
  await page.getByRole('button', { name: '修改：路灯不亮' }).click();
  const dialog = page.getByRole('dialog');
  await axe(page);
  await dialog.getByLabel('求助').fill('3');
  await dialog.getByRole('button', { name: '预览' }).click();
  await dialog.getByRole('row', { name: /办理时限.*求助 3 个工作日/ }).waitFor();
  await dialog.getByLabel('更改理由').fill('提速');
  await dialog.getByRole('button', { name: '发布' }).click();
  await told(page, '已发布');

  const upload = async (csv: string) => {
    await page
      .getByLabel('选择文件')
      .setInputFiles({ name: 'x.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
    await page.getByRole('button', { name: '读取并预览' }).click();
  };
  expectAnswer('400 POST /api/manage/catalogue');
  await upload('code,name,求助时限\n010101,占道经营,三天');
  await page.getByRole('alert').getByText('第 2 行').waitFor();
  await axe(page);
  await upload('code,name,求助时限\n010101,占道摆卖,4');
  await page.getByText('修改 1 项').waitFor();
  await axe(page);
  await page.getByLabel('更改理由').fill('统一名称');
  await page.getByRole('button', { name: '发布' }).click();
  await soon(async () => city.services.reference().matters.get('010101')?.name).toBe('占道摆卖');
  expect(city.services.reference().matters.get('010101')).toMatchObject({
    name: '占道摆卖',
    finishDays: { help: 4 },
  });
});

test('the auditor reads every change and undoes none', async () => {
  const { as } = stage();
  const page = await as('auditor', 'desk');
  await page.goto('/command');
  await page.getByRole('link', { name: '变更记录' }).first().click();
  await page.getByRole('listitem', { name: '第 1 号更改' }).waitFor();
  expect(await page.getByRole('button', { name: /^撤销/ }).count()).toBe(0);
  await axe(page);
});

test('all of it on a phone, in the dark', async () => {
  const { as } = stage();
  const page = await as('system-admin', 'phone', dark);
  for (const path of ['units', 'accounts', 'catalogue', 'changes']) {
    await page.goto(`/command/settings/${path}`);
    await settled(page);
    expect({ path, sideways: await sideways(page) }).toEqual({ path, sideways: 0 });
    await axe(page);
  }
});
