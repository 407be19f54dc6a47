import type { Today } from '@suban/domain/api-figures.ts';
import { dictionary } from '../../i18n/language.ts';

type Hours = readonly Today['byHour'][number][];
const total = (hours: Hours, of: 'filed' | 'closed') => hours.reduce((sum, hour) => sum + hour[of], 0);

export const figureWords = dictionary(
  {
    filed: '受理',
    closed: '办结',
    hourChart: (hours: Hours) =>
      `逐时受理与办结：共受理 ${total(hours, 'filed')} 件，办结 ${total(hours, 'closed')} 件。`,
    excluded: (n: string) => `剔除 ${n}`,
    excludedCases: (n: string) => `准予剔除 ${n} 件，查看诉求`,
    lightCases: (light: string, n: string) => `${light} ${n}，查看诉求`,
    noData: '暂无数据',
    interval: (low: string, high: string) => `区间 ${low}–${high}`,
    rateSays: (value: string, low: string, high: string) => `${value}，95% 置信区间 ${low} 至 ${high}`,
    noBase: '本期没有可计算的诉求',
    partCases: (name: string, n: string) => `${name} ${n}，查看诉求`,
    officeHours: (n: string) => `${n} 小时`,
    howReckoned: (name: string) => `${name}的算法`,
    more: '再看一些',
    sorted: { ascending: '升序', descending: '降序' },
  },
  {
    filed: 'Filed',
    closed: 'Closed',
    hourChart: (hours) =>
      `Filed and closed by hour: ${total(hours, 'filed')} filed, ${total(hours, 'closed')} closed.`,
    excluded: (n) => `excluded ${n}`,
    excludedCases: (n) => `Excluded: ${n}, show the requests`,
    lightCases: (light, n) => `${light}: ${n}, show the requests`,
    noData: 'Nothing yet',
    interval: (low, high) => `interval ${low}–${high}`,
    rateSays: (value, low, high) => `${value}, 95% interval ${low} to ${high}`,
    noBase: 'Nothing to reckon with in this period',
    partCases: (name, n) => `${name}: ${n}, show the requests`,
    officeHours: (n) => `${n} h`,
    howReckoned: (name) => `How “${name}” is reckoned`,
    more: 'Show more',
    sorted: { ascending: 'ascending', descending: 'descending' },
  },
);
