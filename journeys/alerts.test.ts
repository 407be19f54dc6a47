import { expect, test } from 'vitest';
import { told } from './desk.ts';
import { soon, useStage } from './stage.ts';
import { axe } from './visitors.ts';

const stage = useStage();
const place = { address: '园岭街道园岭新村12栋门口' };
const wall = [
  ['望湖苑二期外墙瓷砖脱落砸坏车辆', '望湖苑二期七栋外墙瓷砖大块脱落，昨天砸坏了楼下的车，物业不肯修。'],
  ['望湖苑二期外墙脱落，物业推诿', '望湖苑二期交房才两年，外墙瓷砖就开裂脱落，物业说过了保修期，没有人管。'],
  [
    '投诉望湖苑二期房屋质量差外墙掉砖',
    '望湖苑二期多栋楼外墙空鼓、掉瓷砖，老人孩子不敢从楼下走，至今没有方案。',
  ],
] as const;

test('three tell of one thing: the duty room judges the alert, the case leads to it, the mayor sees it hot', async () => {
  const { as, story, city } = stage();
  const numbers: string[] = [];
  for (const [title, text] of wall) {
    const filed = await city.citizen.file({ title, text, kind: 'complaint', place });
    numbers.push(filed.number);
    await story.dispatch(filed, 'SZ-FT-YL');
  }
  const duty = await as('duty', 'desk');
  await duty.goto('/desk');
  const line = duty.getByRole('list', { name: '预警研判' }).getByRole('link');
  await soon(() => line.count()).toBe(1);
  await duty.getByText('1', { exact: true }).first().waitFor();
  await axe(duty);
  await line.click();
  await duty.getByRole('heading', { level: 1, name: /望湖苑二期/u }).waitFor();
  await duty.getByText('第 3 件反映同一事件的诉求到达').waitFor();
  await soon(() => duty.getByRole('list', { name: '诉求列表' }).getByRole('listitem').count()).toBe(3);
  await duty.getByRole('radio', { name: '属实', exact: true }).check();
  await duty.getByRole('radio', { name: '列入未诉先办', exact: true }).check();
  await duty.getByLabel('理由').fill('已现场核实，多户反映属实。');
  await axe(duty);
  await duty.getByRole('button', { name: '提交研判' }).click();
  await told(duty, '已研判：属实');
  await duty.getByText('研判：属实 · 列入未诉先办').waitFor();
  await duty.getByText('已现场核实，多户反映属实。').waitFor();

  const handler = await as('yl-leader', 'phone');
  await handler.goto(`/desk/cases/${numbers[0]}`);
  await handler.getByText('属于热点事件').waitFor();
  // The cases that are alike are links too; the event's name alone has a colon.
  await handler.getByRole('link', { name: /望湖苑二期.*：/u }).click();
  await handler.getByRole('heading', { level: 1, name: /望湖苑二期/u }).waitFor();
  await axe(handler);

  const mayor = await as('mayor', 'desk');
  await mayor.goto('/command/events');
  await mayor.getByRole('heading', { level: 1, name: '热点与预警' }).waitFor();
  await mayor.getByText('1 ÷ 1').first().waitFor();
  await axe(mayor);
  await mayor
    .getByRole('link', { name: /望湖苑二期/u })
    .first()
    .click();
  const cases = mayor.getByRole('list', { name: '诉求列表' }).getByRole('listitem');
  await soon(() => cases.count()).toBe(3);
  await axe(mayor);
  await cases.first().getByRole('link').click();
  await mayor.getByText('属于热点事件').waitFor();
  expect(new URL(mayor.url()).pathname).toMatch(/^\/command\/cases\//u);
});
