import { describe, expect, test } from 'vitest';
import { emergencyIn } from './emergency.ts';
import { essentialsIn } from './essentials.ts';

describe('an emergency shows in the words', () => {
  test.each([
    ['楼下餐馆燃气泄漏，味道很大', ['119', '120']],
    ['隔壁三楼着火了', ['119']],
    ['路口车祸，有人受伤流血', ['122', '120']],
    ['刚刚发生交通事故，双方争执', ['122']],
    ['老人在公园晕倒', ['120']],
    ['有人持刀追人', ['110']],
    ['她说不想活了', ['110', '119']],
    ['小孩被困电梯', ['119']],
  ])('%s', (text, services) => {
    const found = emergencyIn(text);
    expect(found?.services).toEqual(services);
    expect(text).toContain(found?.word);
  });

  test.each([
    '路灯坏了三天没人修',
    '消防通道被占用',
    '小区门口车辆乱停',
    '咨询居住证怎么办理',
    '电梯经常坏',
    '',
  ])('none in: %s', (text) => expect(emergencyIn(text)).toBeNull());
});

test('of the five essentials, those are missing that were not said', () => {
  const said = { text: '园岭新村的路灯连续三个晚上没有亮', named: true, placed: true, timed: true };
  expect(essentialsIn(said)).toEqual({ who: true, when: true, where: true, cause: true, course: true });
  expect(essentialsIn({ ...said, named: false })).toMatchObject({ who: false, when: true });
  expect(essentialsIn({ ...said, placed: false })).toMatchObject({ where: false });
  expect(essentialsIn({ ...said, timed: false })).toMatchObject({ when: false });
  expect(essentialsIn({ ...said, text: '路灯坏了' })).toMatchObject({ cause: false, course: false });
});
