import { both } from '../words.ts';
import type { Indicator as IndicatorName } from './rates.ts';

type Indicator = { readonly name: string; readonly formula: string };
type Group = 'time' | 'dispatch' | 'result' | 'rating';

/** Every indicator once, what belongs together beside one another. */
export const indicatorGroups: Readonly<Record<Group, readonly IndicatorName[]>> = {
  time: ['on-time', 'on-time-original', 'dispatch-on-time', 'acknowledge-on-time', 'contact-on-time'],
  dispatch: ['first-dispatch', 'send-back', 'send-back-upheld'],
  result: ['solved', 'claimed-solved', 'truly-solved', 'once-and-done', 'rework', 'repeat', 'repeat-soon'],
  rating: ['response', 'satisfied', 'satisfied-of-closed', 'rated', 'satisfied-after-rework'],
};

export const groupWords = both<Record<Group, string>>(
  { time: '时限', dispatch: '分拨与退单', result: '办理结果', rating: '市民评价' },
  {
    time: 'In time',
    dispatch: 'Dispatch and send-backs',
    result: 'What came of it',
    rating: 'What citizens say',
  },
);

/** Each indicator's name and its one definition, in words (RULEBOOK §8). */
export const indicatorWords = both<Record<IndicatorName, Indicator>>(
  {
    'on-time': {
      name: '按时办结率',
      formula: '在批准的时限内办结 ÷ 期内到期的诉求（超期还没办的也计入）',
    },
    'on-time-original': {
      name: '按原时限办结率',
      formula: '在最初的时限内办结 ÷ 期内按最初时限到期的诉求；延期和挂账不顺延',
    },
    'dispatch-on-time': { name: '按时分拨率', formula: '时限内分拨 ÷ 期内应分拨的诉求' },
    'acknowledge-on-time': { name: '签收及时率', formula: '按时签收 ÷ 已分拨' },
    'contact-on-time': {
      name: '24 小时联系率',
      formula: '按时联系上市民 ÷ 期内应联系的诉求；没打通的不算',
    },
    'first-dispatch': {
      name: '一次分拨成功率',
      formula: '首次分拨后没有退单、没有转派 ÷ 首次分拨；退单被驳回的也不算一次成功',
    },
    'send-back': { name: '退单率', formula: '申请退单 ÷ 已分拨' },
    'send-back-upheld': {
      name: '有效退单率',
      formula: '退单成立（裁定给其他单位的也算） ÷ 申请退单；按申请的时间计',
    },
    response: {
      name: '响应率',
      formula: '市民说承办单位联系过自己 ÷ 市民明确答复（联系过或没有）；说不记得的不计，每次办理计一次',
    },
    solved: { name: '解决率', formula: '市民说已解决 ÷ 市民明确答复' },
    'claimed-solved': { name: '单位自报解决率', formula: '单位的答复称已解决 ÷ 单位办结' },
    'truly-solved': {
      name: '真实解决率（估计）',
      formula: '随机独立抽查中市民确认已解决 ÷ 抽查有明确答复；区间即估计的误差',
    },
    satisfied: { name: '满意率', formula: '四项平均 4 星以上 ÷ 实际参评；没有评价的不算满意' },
    'satisfied-of-closed': { name: '满意占办结', formula: '满意 ÷ 全部办结，包括没有评价的' },
    rated: { name: '参评率', formula: '参评 ÷ 已办结' },
    rework: { name: '重办率', formula: '因不满意重办 ÷ 已办结' },
    'satisfied-after-rework': { name: '重办后满意率', formula: '第二次及以后评价为满意 ÷ 重办' },
    'once-and-done': {
      name: '首次办结率',
      formula: '没有退单、没有重办、没有重开、规定天数内没有再次反映同一事项 ÷ 结案',
    },
    repeat: {
      name: '重复诉求率',
      formula: '与规定天数（默认 30 天）内答复过的诉求地点、事项相同 ÷ 受理；按来件时间计',
    },
    'repeat-soon': {
      name: '短期重复率',
      formula: '答复后很快（默认 7 天内）又来的重复诉求 ÷ 受理',
    },
  },
  {
    'on-time': {
      name: 'On time',
      formula:
        'answered within the approved limit ÷ all that fell due in the period (overdue and still open stays in)',
    },
    'on-time-original': {
      name: 'On time, first limit',
      formula:
        'answered within the limit as first set ÷ all that fell due by it in the period; neither extension nor ledger moves it',
    },
    'dispatch-on-time': {
      name: 'Dispatched in time',
      formula: 'dispatched within the limit ÷ all due for dispatch in the period',
    },
    'acknowledge-on-time': { name: 'Acknowledged in time', formula: 'acknowledged in time ÷ dispatched' },
    'contact-on-time': {
      name: 'Contacted in 24 h',
      formula: 'citizen reached in time ÷ all due for contact in the period; a failed call is no contact',
    },
    'first-dispatch': {
      name: 'Dispatched right at once',
      formula:
        'neither sent back nor dispatched again ÷ dispatched for the first time; a refused send-back counts against it too',
    },
    'send-back': { name: 'Sent back', formula: 'send-back asked for ÷ dispatched' },
    'send-back-upheld': {
      name: 'Send-backs upheld',
      formula:
        'upheld, or decided for another unit in arbitration ÷ send-backs asked for, by when they were asked for',
    },
    response: {
      name: 'Responded',
      formula:
        'citizens who say the unit contacted them ÷ clear answers (yes or no); “I don’t remember” is none, and each order counts once',
    },
    solved: { name: 'Solved', formula: 'citizen says solved ÷ clear answers of citizens' },
    'claimed-solved': {
      name: 'Solved, says the unit',
      formula: 'approved answers that say solved ÷ answered by units',
    },
    'truly-solved': {
      name: 'Truly solved (estimate)',
      formula:
        'citizens who confirm it in random independent checks ÷ checks with a clear answer; the interval is the error of the estimate',
    },
    satisfied: {
      name: 'Satisfied',
      formula: 'four stars or more on average ÷ actual raters; silence is not counted as satisfied',
    },
    'satisfied-of-closed': {
      name: 'Satisfied, of all answered',
      formula: 'satisfied ÷ all answered, those who did not rate among them',
    },
    rated: { name: 'Rated', formula: 'raters ÷ answered' },
    rework: { name: 'Reworked', formula: 'done again because of dissatisfaction ÷ answered' },
    'satisfied-after-rework': {
      name: 'Satisfied after rework',
      formula: 'satisfied in a second or later rating ÷ reworked',
    },
    'once-and-done': {
      name: 'Once and done',
      formula: 'no send-back, rework or reopening, and not reported again within the city’s span ÷ closed',
    },
    repeat: {
      name: 'Repeats',
      formula:
        'the same place and matter as what was answered within the city’s span (by default 30 days) ÷ filed, by when it was filed',
    },
    'repeat-soon': {
      name: 'Repeats soon after',
      formula: 'repeats within the shorter span (by default 7 days) after the answer ÷ filed',
    },
  },
);
