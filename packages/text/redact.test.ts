import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskName, maskPhone, redact } from './redact.ts';

test.each([
  ['电话13812345678，请回电', '电话138****5678，请回电'],
  ['１３８１２３４５６７８', '１３８****５６７８'],
  ['+86 138-1234-5678 或 8613912345678', '+86 138-****-5678 或 86139****5678'],
  ['13812345678元旦没人接', '138****5678元旦没人接'],
  ['座机0755-26543210，（0755）26543210', '座机0755-******10，（0755）******10'],
  ['010 6512 3456', '010 **** **56'],
  ['物业电话：26543210', '物业电话：******10'],
  ['身份证44030519900101123X', '身份证4403************3X'],
  ['身份证440305 19900101 1234', '身份证4403** ******** **34'],
  ['卡号6222021234567890123', '卡号***************0123'],
  ['卡号 6222 0212 3456 7890', '卡号 **** **** **** 7890'],
  ['邮箱zhang.san@example.com，', '邮箱z****.***@example.com，'],
  ['13812345678@qq.com', '1**********@qq.com'],
  ['粤B·12345乱停', '粤B·***45乱停'],
  ['粤b12345、粤BD12345、粤Z1234港', '粤b***45、粤B****45、粤Z**34港'],
])('%j becomes %j', (text, expected) => {
  expect(redact(text)).toBe(expected);
});

test.each([
  '诉求202401-00012345-6',
  '2021 2022 2023 2024年',
  '2024年1月15日，2019-2024',
  '共13812345678元，13812345678.50元',
  '退我12,800元、3800.5元',
  'G107国道、S360、京G4高速、龙岗大道8288号',
  '打了12345、110、0755-12345、400-820-8820',
  '电话费20240115扣的',
  '粤海街道A栋1234房',
])('stays: %s', (text) => {
  expect(redact(text)).toBe(text);
});

const digits = (length: number) =>
  fc.string({ unit: fc.nat(9).map(String), minLength: length, maxLength: length });
const between = fc.constantFrom('，', '在', ' ', '号', '\n', '(', '年', '。');

test('an appeal number is never touched', () => {
  fc.assert(
    fc.property(between, digits(6), digits(8), digits(1), between, (before, a, b, c, after) => {
      const text = `${before}${a}-${b}-${c}${after}`;
      expect(redact(text)).toBe(text);
    }),
    { numRuns: 2000 },
  );
});

test('amounts and years are never touched', () => {
  const plain = fc.oneof(
    fc.integer({ min: 1, max: 99_999_999_999 }).map((amount) => `${amount}元`),
    fc.integer({ min: 1900, max: 2100 }).map((year) => `${year}年`),
    fc.integer({ min: 1, max: 99_999 }).map((road) => `G${road}`),
  );
  fc.assert(
    fc.property(fc.array(plain, { maxLength: 6 }), (parts) => {
      expect(redact(parts.join('，'))).toBe(parts.join('，'));
    }),
  );
});

test('personal numbers never come through, at any place in any text', () => {
  const personal = fc.oneof(
    fc.tuple(fc.constantFrom('13', '15', '18', '19'), digits(9)).map(([head, tail]) => head + tail),
    digits(17).map((head) => `${head}X`),
    fc.integer({ min: 16, max: 19 }).chain(digits),
    digits(5).map((number) => `粤B${number}`),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(personal, between), { minLength: 1, maxLength: 5 }), (parts) => {
      const text = `请看${parts.map(([number, mark]) => number + mark).join('')}`;
      const masked = redact(text);
      for (const [number] of parts) expect(masked).not.toContain(number);
      expect(masked.length).toBe(text.length);
      expect(redact(masked)).toBe(masked);
    }),
    { numRuns: 1000 },
  );
});

test.each([
  ['王小明', '王**'],
  ['李四', '李*'],
  ['𠮷野', '𠮷*'],
  ['John Smith', 'J***'],
  ['王', '王*'],
  [' ', ''],
])('the name %j becomes %j', (name, expected) => {
  expect(maskName(name)).toBe(expected);
});

test.each([
  ['13812345678', '138****5678'],
  ['0755-26543210', '0755-******10'],
  ['26543210', '******10'],
  ['+852 6123 4567', '+*** **** **67'],
])('the phone %j becomes %j', (phone, expected) => {
  expect(maskPhone(phone)).toBe(expected);
});

test('no phone is shown whole', () => {
  fc.assert(
    fc.property(fc.integer({ min: 3, max: 20 }).chain(digits), (phone) => {
      expect(maskPhone(phone)).toContain('*');
    }),
  );
});
