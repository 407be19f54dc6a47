import type { CallIndicator } from '@suban/domain/indicators/calls.ts';
import { dictionary } from '../../i18n/language.ts';

type By = Record<CallIndicator, (seconds: number) => string>;
const nameZh: By = {
  connected: () => '接通率',
  'connected-in-time': (seconds) => `${seconds} 秒接通率`,
  'given-up': () => '放弃率',
};
const nameEn: By = {
  connected: () => 'Answered',
  'connected-in-time': (seconds) => `Answered within ${seconds} s`,
  'given-up': () => 'Given up',
};
const formulaZh: By = {
  connected: () => '接听 ÷ 来电',
  'connected-in-time': (seconds) => `振铃 ${seconds} 秒内接听 ÷ 来电`,
  'given-up': () => '接听前挂断 ÷ 来电',
};
const formulaEn: By = {
  connected: () => 'answered ÷ calls',
  'connected-in-time': (seconds) => `answered within ${seconds} s of ringing ÷ calls`,
  'given-up': () => 'hung up unanswered ÷ calls',
};
const parts = (ms: number): [minutes: number, seconds: number] => [
  Math.floor(Math.round(ms / 1000) / 60),
  Math.round(ms / 1000) % 60,
];

export const callFigureWords = dictionary(
  {
    calls: '来电',
    name: nameZh,
    formula: formulaZh,
    interval: (low: string, high: string) => `区间 ${low}–${high}`,
    none: '还没有来电',
    talk: '平均通话',
    talkFormula: '接听到挂断，已结束的通话',
    minutes: (ms: number) => `${parts(ms)[0]} 分 ${parts(ms)[1]} 秒`,
    byLine: '各线路',
    line: '线路',
  },
  {
    calls: 'Calls',
    name: nameEn,
    formula: formulaEn,
    interval: (low: string, high: string) => `between ${low} and ${high}`,
    none: 'No calls yet',
    talk: 'Mean time on the phone',
    talkFormula: 'from answering to hanging up, calls that have ended',
    minutes: (ms: number) => `${parts(ms)[0]} min ${parts(ms)[1]} s`,
    byLine: 'By line',
    line: 'Line',
  },
);
