import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildPlaceFinder, type Area } from './place.ts';

const AREAS: Area[] = [
  { code: 'city', name: '深圳市', parent: null },
  { code: 'nanshan', name: '南山区', parent: 'city' },
  { code: 'longhua', name: '龙华区', parent: 'city' },
  { code: 'guangming', name: '光明区', parent: 'city' },
  { code: 'baoan', name: '宝安区', parent: 'city' },
  { code: 'dapeng', name: '大鹏新区', parent: 'city' },
  { code: 'yuehai', name: '粤海街道', aliases: ['粤海街办'], parent: 'nanshan' },
  { code: 'longhua-street', name: '龙华街道', parent: 'longhua' },
  { code: 'minzhi', name: '民治街道', parent: 'longhua' },
  { code: 'dalang', name: '大浪街道', parent: 'longhua' },
  { code: 'xinan', name: '新安街道', parent: 'baoan' },
  { code: 'beizhan', name: '北站社区', parent: 'minzhi' },
  { code: 'minle', name: '民乐社区', parent: 'minzhi' },
  { code: 'xinhe-1', name: '新和社区', parent: 'minzhi' },
  { code: 'xinhe-2', name: '新和社区', parent: 'xinan' },
];
const find = buildPlaceFinder(AREAS);

test.each([
  ['深圳市南山区有条路积水', 'nanshan', '南山区'],
  ['深圳市南山区粤海街道科技园', 'yuehai', '粤海街道'],
  ['我住民治，楼下太吵', 'minzhi', '民治'],
  ['龙华区民治街道民乐社区的路灯', 'minle', '民乐社区'],
  ['大鹏那边的海滩', 'dapeng', '大鹏'],
  ['请粤海街办来看看', 'yuehai', '粤海街办'],
  ['南山 粤海　垃圾没人收', 'yuehai', '粤海'],
])('the most specific: %s', (text, code, words) => {
  expect(find(text)).toEqual({ code, words });
});

test.each([
  ['several districts: the first', '从宝安区到南山区的公交', 'baoan'],
  ['several districts: a subdistrict decides', '从宝安区到龙华区民治街道的公交', 'minzhi'],
  ['a shared short name means the larger', '龙华好堵', 'longhua'],
  ['the longest name', '龙华街道好堵', 'longhua-street'],
  ['a road is no place', '宝安大道在南山区的一段', 'nanshan'],
  ['a road with a direction is no place', '宝安南路积水', undefined],
  ['an everyday word is no place', '前途光明', undefined],
  ['but its full name is', '光明区下雨', 'guangming'],
  ['a station in every town', '北站好挤', undefined],
  ['pieces of other words: end', '人民治理委员会', undefined],
  ['pieces of other words: start', '河南山区的亲戚', undefined],
  ['pieces of other words: waste', '真是太大浪费了', undefined],
  ['a name borne twice, decided by its parent', '宝安区新和社区停电', 'xinhe-2'],
  ['a name borne twice, decided by the nearest of its parents', '深圳市宝安区新和社区停电', 'xinhe-2'],
  ['a name borne twice, undecided by what both belong to', '深圳市新和社区停电', 'city'],
  ['a name borne twice, undecided', '新和社区停电', undefined],
  ['nothing', '', undefined],
])('%s: %s', (_, text, code) => {
  expect(find(text)?.code).toBe(code);
});

test('a full name alone finds its area whatever stands around it, and its words are in the text', () => {
  const around = fc.constantFrom('。', '，', ' ', '\n', '（', '1');
  fc.assert(
    fc.property(
      fc.constantFrom(...AREAS.filter(({ name }) => name !== '新和社区')),
      around,
      around,
      (area, before, after) => {
        expect(find(before + area.name + after)).toEqual({ code: area.code, words: area.name });
      },
    ),
  );
});

test('a loop in the tree does no harm', () => {
  const loop = buildPlaceFinder([
    { code: 'a', name: '甲乙区', parent: 'b' },
    { code: 'b', name: '丙丁区', parent: 'a' },
  ]);
  expect(loop('甲乙区')?.code).toBe('a');
});
