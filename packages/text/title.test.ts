import fc from 'fast-check';
import { expect, test } from 'vitest';
import { charCount } from './normalise.ts';
import { suggestTitle } from './title.ts';

test.each([
  ['您好，民治大道与梅龙路口的红绿灯坏了三天，很危险，请尽快修。', '民治大道与梅龙路口的红绿灯坏了三天'],
  ['尊敬的领导：你好！我是锦绣小区的业主，小区电梯经常停运，老人出不了门。', '锦绣小区电梯经常停运'],
  ['领导你好，我要投诉楼下烧烤店油烟直排，晚上窗户都不敢开', '楼下烧烤店油烟直排，晚上窗户都不敢开'],
  ['我想咨询一下居住证怎么办理？', '居住证怎么办理'],
  ['2024年3月5日晚上，北环路有路灯不亮。', '北环路有路灯不亮'],
  ['早上好，请问一下：新生儿医保在哪里交？谢谢', '新生儿医保在哪里交'],
  ['北环路，井盖没了', '北环路，井盖没了'],
  ['商家退我3,000元押金，后来不理人', '商家退我3,000元押金'],
  ['您好！', '您好!'],
  ['', ''],
  ['　\n', ''],
])('%j', (body, title) => {
  expect(suggestTitle(body)).toBe(title);
});

test('what does not fit ends in an ellipsis, on a whole character', () => {
  const title = suggestTitle('𠮷'.repeat(50));
  expect(charCount(title)).toBe(30);
  expect(title.endsWith('𠮷…')).toBe(true);
});

test('a phone number cut by the end is masked first', () => {
  expect(suggestTitle('这家公司的老板一直不肯退钱而且态度恶劣他的号码13812345678')).not.toMatch(/1381/u);
});

test('one line of at most 30 characters, and empty only for an empty text', () => {
  const part = fc.constantFrom(
    '您好',
    '，',
    '。',
    '我是',
    '东湖小区',
    '的业主',
    '\n',
    '路灯不亮',
    '请问',
    '三',
    ':',
    '打13812345678。',
    '领导',
    '希望',
    '关于',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(part, { maxLength: 30 }).map((parts) => parts.join('')),
        fc.string({ unit: 'binary' }),
      ),
      (body) => {
        const title = suggestTitle(body);
        expect(charCount(title)).toBeLessThanOrEqual(30);
        expect(title).not.toMatch(/\n|13812345678/u);
        expect(title === '' && /[\p{L}\p{N}]/u.test(body)).toBe(false);
      },
    ),
    { numRuns: 1000 },
  );
});
