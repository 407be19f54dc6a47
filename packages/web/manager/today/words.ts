import type { IndicatorName } from '@suban/domain/api-figures.ts';
import { dictionary } from '../../i18n/language.ts';

type Indicator = { readonly name: string; readonly formula: string };

export const todayWords = dictionary(
  {
    title: '今日概览',
    updated: (time: string) => `数据截至 ${time}，实时更新`,
    filedToday: '今日受理',
    closedToday: '今日办结',
    openNow: '当前在办',
    followUps: '督办中',
    lights: '在办时限',
    lightsHint: '临期：时限将到；超期：时限已过',
    byHour: '今日逐时',
    asTable: '以表格显示',
    asChart: '以图显示',
    hour: '时段',
    byChannel: '受理渠道',
    byKind: '诉求类型',
    topMatters: '高频事项',
    todayOnly: '今日受理',
    dispatchedOnly: '今日分拨',
    indicators: '近 30 天指标',
    indicatorsHint: '条形表示 95% 置信区间：诉求越少，区间越宽，数值越要慎重看待。',
    ofAllClosed: (share: string) => `占全部已办结的 ${share}`,
    cases: (n: string, name: string) => `${name} ${n}，查看诉求`,
  },
  {
    title: 'Today at a glance',
    updated: (time) => `As of ${time}, live`,
    filedToday: 'Filed today',
    closedToday: 'Closed today',
    openNow: 'Open now',
    followUps: 'Followed up',
    lights: 'Clocks of open requests',
    lightsHint: 'Due soon: most of the limit has passed. Overdue: all of it has.',
    byHour: 'Hour by hour',
    asTable: 'Show as a table',
    asChart: 'Show as a chart',
    hour: 'Hour',
    byChannel: 'Channels',
    byKind: 'Kinds',
    topMatters: 'Most frequent matters',
    todayOnly: 'Filed today',
    dispatchedOnly: 'Dispatched today',
    indicators: 'Indicators of the last 30 days',
    indicatorsHint:
      'The bar is the 95% interval: the fewer the requests, the wider it is and the more carefully to read the number.',
    ofAllClosed: (share) => `${share} of all answered`,
    cases: (n, name) => `${name}: ${n}, show the requests`,
  },
);

/** Each indicator's name and its one definition, in words (RULEBOOK §8). */
export const indicatorWords = dictionary<Record<IndicatorName, Indicator>>(
  {
    'on-time': { name: '按时办结率', formula: '时限内办结 ÷ 期内到期的诉求（超期还没办的也计入）' },
    'dispatch-on-time': { name: '按时分拨率', formula: '时限内分拨 ÷ 期内应分拨的诉求' },
    'acknowledge-on-time': { name: '签收及时率', formula: '按时签收 ÷ 已分拨' },
    'contact-on-time': {
      name: '24 小时联系率',
      formula: '分拨后 24 小时内联系上市民 ÷ 期内应联系的诉求；没打通的不算',
    },
    'send-back': { name: '退单率', formula: '被退单 ÷ 已分拨' },
    solved: { name: '解决率', formula: '市民说已解决 ÷ 市民明确答复' },
    satisfied: { name: '满意率', formula: '四项平均 4 星以上 ÷ 实际参评；没有评价的不算满意' },
    rated: { name: '参评率', formula: '参评 ÷ 已办结' },
    rework: { name: '重办率', formula: '因不满意重办 ÷ 已办结' },
  },
  {
    'on-time': {
      name: 'On time',
      formula:
        'answered within the limit ÷ all that fell due in the period (overdue and still open stays in)',
    },
    'dispatch-on-time': {
      name: 'Dispatched in time',
      formula: 'dispatched within the limit ÷ all due for dispatch in the period',
    },
    'acknowledge-on-time': { name: 'Acknowledged in time', formula: 'acknowledged in time ÷ dispatched' },
    'contact-on-time': {
      name: 'Contacted in 24 h',
      formula:
        'citizen reached within 24 h of dispatch ÷ all due for contact in the period; a failed call is no contact',
    },
    'send-back': { name: 'Sent back', formula: 'sent back ÷ dispatched' },
    solved: { name: 'Solved', formula: 'citizen says solved ÷ clear answers of citizens' },
    satisfied: {
      name: 'Satisfied',
      formula: 'four stars or more on average ÷ actual raters; silence is not counted as satisfied',
    },
    rated: { name: 'Rated', formula: 'raters ÷ answered' },
    rework: { name: 'Reworked', formula: 'done again because of dissatisfaction ÷ answered' },
  },
);
