import { expect, test } from 'vitest';
import { tellsWhen } from './when.ts';

test.each([
  ['3月5日晚上10点，紫荆大道又堵了', true],
  ['昨天楼上又在装修', true],
  ['最近总是有人在楼下烧垃圾', true],
  ['水管爆了三天没人来', true],
  ['这家店收钱不开票已经半年', true],
  ['每到周末广场舞音响很大', true],
  ['云栖花园物业乱收停车费', false],
  ['百合二路的路灯不亮，请派人来修', false],
  ['三天花园的门坏了', false],
  ['', false],
] as const)('%s: %s', (text, expected) => {
  expect(tellsWhen(text)).toBe(expected);
});
