import { seeded, shuffled } from '../rng.ts';

const firsts = Array.from('锦翠云荔榕枫梧松荷桂兰竹和安永德景朝晴清澜星霞棠');
const seconds = Array.from('岭田围溪塘岗桥坪湾林坑庭苑兴盛泽洲井墩屿朗荫');

/**
 * Invented community names ending in 社区, all different, in a fixed random order.
 * There are 528, enough for 78 subdistricts with at most eight communities each on the average they get.
 */
export const communityNames: readonly string[] = shuffled(
  seeded(4403),
  firsts.flatMap((first) => seconds.map((second) => `${first}${second}社区`)),
);

/** 第一网格, 第二网格 … for `number` from 1 to 5. */
export function gridName(number: number): string {
  return `第${'一二三四五'.charAt(number - 1)}网格`;
}
