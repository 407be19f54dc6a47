import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addressIn, type Field, findFields } from './find.ts';
import { maskPersonal, personalIn } from './personal.ts';

const text =
  '3月5日晚上10点，云栖花园小区门口的紫荆大道又堵了。投诉深圳市明泰物业管理有限公司乱收费，每月多收120元，找了和平派出所也没用。联系电话13812345678。';

const words = (fields: readonly Field[], kind: Field['kind']) =>
  fields.filter((field) => field.kind === kind).map((field) => field.text);

test('roads, estates, times, phones, amounts and parties are read with their places', () => {
  const fields = findFields(text);
  expect(words(fields, 'time')).toEqual(['3月5日', '晚上10点']);
  expect(words(fields, 'estate')).toEqual(['云栖花园小区']);
  expect(words(fields, 'road')).toEqual(['紫荆大道']);
  expect(words(fields, 'party')).toEqual(['深圳市明泰物业管理有限公司', '和平派出所']);
  expect(words(fields, 'amount')).toEqual(['120元']);
  expect(words(fields, 'phone')).toEqual(['13812345678']);
  for (const field of fields) expect(text.slice(field.start, field.end)).toBe(field.text);
});

test.each([
  '这条路坑坑洼洼，整个小区的业主都要过马路。',
  '附近小区门口的道路和公路都没有路灯，805路公交也不停。',
  '物业公司不管，希望有关部门处理。',
])('words that only end like a name are none: %s', (said) => {
  expect(findFields(said)).toEqual([]);
});

test.each([
  ['位于紫荆大道与云水路交叉口', ['紫荆大道', '云水路']],
  ['建议打通云水路', ['云水路']],
  ['由江海公司承建', ['江海公司']],
  ['举报蓝鲸健身中心不退费', ['蓝鲸健身中心']],
])('a name begins after what introduces it: %s', (said, names) => {
  expect(findFields(said).map((field) => field.text)).toEqual(names);
});

test.each([
  ['紫荆大道12号云栖花园的电梯停了', '紫荆大道12号云栖花园'],
  ['紫荆大道堵车，云栖花园的电梯也停了', '云栖花园'],
  ['云水路路面塌了，往紫荆大道的车过不去', '云水路'],
  ['电梯停了', null],
])('where it is, in the words of the text: %s', (said, address) => {
  expect(addressIn(said, findFields(said))).toBe(address);
});

test('fields never overlap and keep to the text, whatever it holds', () => {
  const bits = fc.array(
    fc.constantFrom(
      '云栖',
      '花园',
      '小区',
      '路',
      '大道',
      '3月',
      '5日',
      '12元',
      '有限公司',
      '的',
      '，',
      '138',
      '12345678',
      ' ',
      '𠮷',
    ),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(bits, (parts) => {
      const words = parts.join('');
      let until = 0;
      for (const field of findFields(words)) {
        expect(field.start).toBeGreaterThanOrEqual(until);
        expect(words.slice(field.start, field.end)).toBe(field.text);
        until = field.end;
      }
    }),
  );
});

test.each([
  ['联系人：王小明，电话13812345678', '联系人：王**，电话138****5678'],
  ['我叫欧阳娜，住在这里', '我叫欧**，住在这里'],
  ['我叫李华是业主', '我叫李*是业主'],
  ['家住云栖花园3栋2单元501室', '家住云栖花园*栋*单元***室'],
  ['房号12栋1504', '房号**栋****'],
  ['身份证11010119900307123X，车牌粤B12345', '身份证1101************3X，车牌粤B***45'],
  ['我家住紫荆巷28号', '我家住紫荆巷**号'],
])('%s is published as %s', (words, published) => {
  expect(maskPersonal(words)).toBe(published);
  expect(maskPersonal(published)).toBe(published);
});

test.each([
  '紫荆大道12号的超市',
  '地铁5号线',
  '500元一平的公租房200套',
  '联系人是物业',
  '2019年房价',
  '2栋的业主',
])('nobody is in: %s', (words) => {
  expect(personalIn(words)).toEqual([]);
});

test('masking keeps the length', () => {
  fc.assert(
    fc.property(fc.string(), (words) => {
      expect(maskPersonal(words)).toHaveLength(words.length);
    }),
  );
});
