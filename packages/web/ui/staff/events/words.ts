import type { AlertEntry } from '@suban/domain/api-alerts.ts';
import type { AlertCause, AlertState, Measure } from '@suban/domain/govern/requests.ts';
import { dictionary } from '../../../i18n/language.ts';

type What = AlertEntry['what'];
const causeZh: Record<AlertCause, string> = {
  gathering: '多人反映同一事件',
  sensitive: '敏感词',
  rise: '诉求骤增',
  marked: '人工标记',
};
const causeEn: Record<AlertCause, string> = {
  gathering: 'Several tell of one event',
  sensitive: 'Sensitive word',
  rise: 'Sudden rise',
  marked: 'Marked by hand',
};
const stateZh: Record<AlertState, string> = { open: '待研判', confirmed: '属实', dismissed: '排除' };
const stateEn: Record<AlertState, string> = {
  open: 'To be judged',
  confirmed: 'Confirmed',
  dismissed: 'Dismissed',
};
const measureZh: Record<Measure, string> = {
  none: '持续关注',
  'act-first': '列入未诉先办',
  urge: '催办在办诉求',
  'follow-up': '督办在办诉求',
};
const measureEn: Record<Measure, string> = {
  none: 'Keep watching',
  'act-first': 'Act before more complain',
  urge: 'Urge its open cases',
  'follow-up': 'Follow up its open cases',
};
const whatZh: Record<What, string> = {
  raised: '系统预警',
  'light-raised': '亮灯',
  'follow-up-opened': '逾期未研判，系统督办',
  confirmed: '研判：属实',
  dismissed: '研判：排除',
  acted: '已落实',
};
const whatEn: Record<What, string> = {
  raised: 'Alert raised',
  'light-raised': 'Light',
  'follow-up-opened': 'Nobody judged it in time: formal follow-up by the system',
  confirmed: 'Judged: confirmed',
  dismissed: 'Judged: dismissed',
  acted: 'Carried out',
};

/** Words of hot events and alerts that both staff ends say. */
export const eventWords = dictionary(
  {
    alerts: '预警研判',
    cause: causeZh,
    state: stateZh,
    measure: measureZh,
    what: whatZh,
    kind: { gathering: '同一事件', rise: '骤增' },
    appeals: (n: number) => `${n} 件诉求`,
    withdrawn: (n: number) => `另有 ${n} 件已撤回`,
    judgeBy: '研判时限',
    followedUp: '已督办',
    unit: '责任单位',
    place: '地点',
    problem: '问题',
    first: '首次反映',
    last: '最近反映',
    noPlace: '尚未确定',
    mapLegend: (area: string, n: number) => (n > 0 ? `${area}，标出 ${n} 处` : area),
    city: '全市',
    curve: '走势',
    curveSays: (own: number, days: number, peak: string, most: number) =>
      `近 ${days} 天：本事件 ${own} 件，最多的一天是 ${peak}，${most} 件。`,
    own: '本事件',
    all: '同类问题（全市）',
    expected: '同星期、同季节的常量',
    table: '逐日数据',
    day: '日期',
    spark: (days: number, n: number) => `近 ${days} 天 ${n} 件`,
    evidence: '依据',
    wordFound: (word: string) => `出现敏感词“${word}”`,
    together: (n: number, score: string) => `第 ${n} 件反映同一事件的诉求到达，紧急度 ${score}`,
    risen: (n: number, expected: string) => `当日已有 ${n} 件，同星期、同季节的常量为 ${expected} 件`,
    byHand: (n: number) => `已有 ${n} 件诉求，由工作人员标记`,
    common: '这些诉求共有的词句',
    trigger: '触发预警的诉求',
    cases: '涉及的诉求',
    noCases: '您无权查看其中的诉求',
    more: '载入更多',
    log: '记录',
    bySystem: '系统',
    light: { yellow: '亮黄灯：研判时限将到', red: '亮红灯：研判逾期' },
    acted: (measure: string, n: number) => `${measure}：${n} 件`,
    reason: '理由',
  },
  {
    alerts: 'Early warning',
    cause: causeEn,
    state: stateEn,
    measure: measureEn,
    what: whatEn,
    kind: { gathering: 'One event', rise: 'Rise' },
    appeals: (n) => (n === 1 ? '1 request' : `${n} requests`),
    withdrawn: (n) => `${n} more withdrawn`,
    judgeBy: 'Judge within',
    followedUp: 'Followed up',
    unit: 'Responsible',
    place: 'Place',
    problem: 'Problem',
    first: 'First told',
    last: 'Last told',
    noPlace: 'Not known yet',
    mapLegend: (area, n) => (n > 0 ? `${area}, ${n} spots marked` : area),
    city: 'Whole city',
    curve: 'Curve',
    curveSays: (own, days, peak, most) =>
      `In ${days} days ${own} requests of this event; most, ${most}, on ${peak}.`,
    own: 'This event',
    all: 'The same problem, whole city',
    expected: 'Usual for the weekday and season',
    table: 'Day by day',
    day: 'Day',
    spark: (days, n) => `${n} in ${days} days`,
    evidence: 'Why',
    wordFound: (word) => `It says “${word}”, a sensitive word`,
    together: (n, score) => `The ${n}th request of one event came; urgency ${score}`,
    risen: (n, expected) => `${n} on that day, where the weekday and season have ${expected}`,
    byHand: (n) => `${n} requests, marked by staff`,
    common: 'What their words have in common',
    trigger: 'The request that raised it',
    cases: 'Its requests',
    noCases: 'None of its requests is yours to see',
    more: 'Load more',
    log: 'Record',
    bySystem: 'System',
    light: { yellow: 'Yellow: soon due', red: 'Red: not judged in time' },
    acted: (measure, n) => `${measure}: ${n}`,
    reason: 'Reason',
  },
);
