import { between, chance, pick, type Rng } from '../rng.ts';

const roadFirst = Array.from('锦翠云荔榕枫梧松荷桂竹和安永景朝晴清澜星霞棠银金');
const roadSecond = Array.from('岭田溪塘岗坪湾林庭兴盛泽洲井屿朗荫晖波华');
const estateFirst = [
  '翠屿',
  '云栖',
  '锦荷',
  '朗庭',
  '榕荫',
  '望澜',
  '听松',
  '晴川',
  '桂语',
  '星洲',
  '朝霞',
  '竹韵',
  '荔香',
  '和盛',
  '枫桥',
  '棠悦',
  '清溪',
  '景泽',
  '安澜',
  '梧桐里',
];
const estateSecond = [
  '花园',
  '家园',
  '苑',
  '雅居',
  '新村',
  '名庭',
  '公寓',
  '大厦',
  '小区',
  '华府',
  '一期',
  '二期',
  '工业园',
  '广场',
];
const surnames = Array.from(
  '王李张刘陈杨黄赵吴周徐孙马朱胡林郭何高罗郑梁谢宋唐许邓韩冯曹彭曾萧田董袁潘蔡余叶',
);
const given = Array.from(
  '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂英华建文利清飞彬鑫波斌宇浩凯健俊帆旭宁雪琳晶欣玲红梅春晨阳',
);

/** An invented road: 432 names, none meant to be a real one. */
export const roadName = (rng: Rng): string =>
  `${pick(rng, roadFirst)}${pick(rng, roadSecond)}${pick(rng, ['路', '路', '街', '大道', '一路', '二路', '巷'])}`;

/** An invented estate, tower or works. */
export const estateName = (rng: Rng): string => `${pick(rng, estateFirst)}${pick(rng, estateSecond)}`;

/** An invented person with a well-formed number that is given to nobody (1990000 and four digits). */
export function inventPerson(rng: Rng): { name: string; phone: string } {
  const surname = pick(rng, surnames);
  const formal = chance(rng, 0.45);
  const full = surname + pick(rng, given) + (chance(rng, 0.6) ? pick(rng, given) : '');
  const name = formal ? `${surname}${pick(rng, ['先生', '女士'])}` : full;
  return { name, phone: `1990000${String(between(rng, 0, 9999)).padStart(4, '0')}` };
}
