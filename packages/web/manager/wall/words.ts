import { dictionary } from '../../i18n/language.ts';

export const wallWords = dictionary(
  {
    title: '民意速办 · 城市指挥',
    leave: '退出大屏',
    live: '实时',
    reconnecting: '正在连接…',
    map: '各街道在办诉求',
    hours: '今日逐时',
    rates: '近 30 天',
    followUps: '最新督办通报',
    noFollowUps: '目前没有督办',
    interval: (low: string, high: string) => `${low}–${high}`,
  },
  {
    title: 'Suban · City command',
    leave: 'Leave the wall screen',
    live: 'Live',
    reconnecting: 'Connecting…',
    map: 'Open requests by subdistrict',
    hours: 'Today by hour',
    rates: 'Last 30 days',
    followUps: 'Latest follow-ups',
    noFollowUps: 'No follow-up is open',
    interval: (low, high) => `${low}–${high}`,
  },
);
