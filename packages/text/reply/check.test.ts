import { expect, test } from 'vitest';
import { check, type Reply } from './check.ts';
import type { FindingCode } from './words.ts';

const question = {
  title: '云栖花园二期电梯三天两头停',
  body: '云栖花园二期6栋的电梯从上个月起三天两头停，老人被困过两次。请问什么时候能修好？电梯维保费到底多少钱？希望督促物业公司更换旧钢丝绳。',
};
const good =
  '您好！经现场检查，云栖花园二期6栋电梯的门机和钢丝绳老化。区市场监管局已责令物业公司停用检修，3月15日前更换钢丝绳后恢复使用。电梯维保费为每月480元，由物业服务费支出。';
const codes = (reply: Reply, about = question): FindingCode[] =>
  check(about, reply).findings.map(({ code }) => code);

test('an answer that takes up every ask, says what was done and when, lacks nothing', () => {
  const checked = check(question, { text: good, outcome: 'partly' });
  expect(checked.findings).toEqual([]);
  expect(checked.relevance).toBeGreaterThan(0.9);
});

test('an answer to another question seems off topic', () => {
  const other =
    '经核实，您咨询的社保补缴，可由本人携带身份证到就近社保经办窗口申请，窗口已核对您的缴费记录，2月28日前办结。补缴金额约为1200元。';
  const checked = check(question, { text: other, outcome: 'explained' });
  expect(checked.relevance).toBeLessThan(0.2);
  expect(check(question, { text: good }).relevance).toBeGreaterThan(checked.relevance);
});

test.each([
  ['您好！您的来件已收悉，已转交区住建局调查处理，请关注后续回复。谢谢！', 'forwarding-only'],
  [
    '网友“小林”：您好！您反映的云栖花园二期电梯三天两头停的问题已转相关部门核处。2026年3月2日',
    'forwarding-only',
  ],
  ['您好！感谢您对我们工作的关心与支持，祝您生活愉快！', 'template-only'],
  ['网友：您好！来件已收悉。', 'template-only'],
  ['', 'template-only'],
])('says nothing on the matter: %s', (text, code) => {
  expect(codes({ text, outcome: 'explained' })).toEqual([code]);
});

test('each ask that is not taken up is quoted with its place in the question', () => {
  const text = '经现场检查，云栖花园二期电梯门机老化，已责令物业公司检修。';
  const asked = check(question, { text, outcome: 'solved' }).findings.filter(
    (each) => each.code === 'ask-unanswered',
  );
  expect(asked.map(({ quote }) => quote?.text)).toEqual(['请问什么时候能修好', '电梯维保费到底多少钱']);
  for (const { quote } of asked) expect(question.body.slice(quote?.start, quote?.end)).toBe(quote?.text);
});

test('the date an answer is signed with is no answer to “when”', () => {
  const text = '经现场检查，电梯门机老化，已责令物业公司检修，维保费为每月480元。2026年3月2日';
  expect(codes({ text, outcome: 'solved' })).toContain('ask-unanswered');
});

const ask = { title: '申请在紫荆巷增设停车位', body: '紫荆巷晚上没有地方停车，请求在路边增设停车位。' };

test('a refusal names its basis and the way on', () => {
  const bare = '经研究，紫荆巷不符合设置条件，不予增设停车位。';
  expect(codes({ text: bare, outcome: 'not-our-duty' }, ask)).toEqual(['no-basis', 'no-route']);
  const full = `${bare}依据《城市道路管理条例》，消防通道不得占用；您可向街道办申请周边公共停车场的月卡。`;
  expect(codes({ text: full, outcome: 'not-our-duty' }, ask)).toEqual([]);
  expect(codes({ text: bare, outcome: 'not-our-duty', legalBasis: '城市道路管理条例' }, ask)).toEqual([
    'no-route',
  ]);
});

test('a short refusal in the words of the question is an answer', () => {
  const text = '经研究，紫荆巷路边不予增设停车位，您可联系街道办。';
  expect(codes({ text, outcome: 'not-our-duty' }, ask)).toEqual(['no-basis']);
});

test('what is not finished needs a date, in the words or in the field', () => {
  const text = '经现场核实，紫荆巷路边停车位已列入改造方案，下一步将划线施工。';
  expect(codes({ text, outcome: 'partly' }, ask)).toEqual(['no-date']);
  expect(codes({ text, outcome: 'partly', promised: true }, ask)).toEqual([]);
  expect(codes({ text: `${text}预计6月底前完成。`, outcome: 'partly' }, ask)).toEqual([]);
});

test('“solved” says what was done', () => {
  expect(codes({ text: '紫荆巷路边停车位的事没有问题了，晚上停车很方便。', outcome: 'solved' }, ask)).toEqual(
    ['no-action'],
  );
});

test('personal data in an answer is pointed at; a public telephone is none', () => {
  const text = `${good}联系人：王小明，身份证号11010119900307123X。咨询电话0755-82101234。`;
  const found = check(question, { text, outcome: 'partly' }).findings;
  expect(found.map(({ code, quote }) => [code, quote?.text])).toEqual([
    ['personal-data', '王小明'],
    ['personal-data', '11010119900307123X'],
  ]);
});
