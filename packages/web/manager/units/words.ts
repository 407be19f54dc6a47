import type { UnitKind, UnitLevel } from '@suban/domain/units.ts';
import { dictionary } from '../../i18n/language.ts';
import type { Size } from './bands.ts';

type Words = {
  title: string;
  lead: string;
  level: Record<UnitLevel, string>;
  kind: Record<UnitKind, string>;
  size: Record<Size, (from: number, to: number) => string>;
  groups: string;
  group: (level: string, kind: string) => string;
  band: (group: string, size: string) => string;
  units: (n: number) => string;
  fewHint: string;
  none: string;
  column: Record<
    | 'unit'
    | 'open'
    | 'yellow'
    | 'red'
    | 'dispatched30'
    | 'closed30'
    | 'onTime'
    | 'solved'
    | 'satisfied'
    | 'sendBack',
    string
  >;
  parts: (a: string, b: string) => string;
};

export const unitWords = dictionary<Words>(
  {
    title: '单位情况',
    lead: '单位只和同级别、同类型、规模相近的比较；指标附 95% 置信区间，区间重叠的不分高下。组内默认按名称排列。',
    level: { city: '市级', district: '区级', subdistrict: '街道', community: '社区', grid: '网格' },
    kind: {
      government: '政府',
      department: '部门',
      'dispatch-centre': '分拨中心',
      supervision: '督查',
      enterprise: '公共服务企业',
      partner: '合作单位',
    },
    size: {
      few: (_, to) => `近 30 天收件少于 ${to}`,
      small: (from, to) => `近 30 天收件 ${from}–${to - 1}`,
      middle: (from, to) => `近 30 天收件 ${from}–${to - 1}`,
      large: (from) => `近 30 天收件 ${from} 及以上`,
    },
    groups: '单位类别',
    group: (level, kind) => (level === '街道' ? level : `${level}${kind}`),
    band: (group, size) => `${group} · ${size}`,
    units: (n) => `${n} 个单位`,
    fewHint: '件数少，比率只供参考',
    none: '还没有单位数据',
    column: {
      unit: '单位',
      open: '在办',
      yellow: '临期',
      red: '超期',
      dispatched30: '30 天收件',
      closed30: '30 天办结',
      onTime: '按时办结率',
      solved: '解决率',
      satisfied: '满意率',
      sendBack: '退单率',
    },
    parts: (a, b) => `${a}/${b}`,
  },
  {
    title: 'Units',
    lead: 'A unit is compared only with those of its level, kind and like load. Rates carry a 95% interval: where two overlap, neither is better. Within a band they stand by name.',
    level: {
      city: 'City',
      district: 'District',
      subdistrict: 'Subdistrict',
      community: 'Community',
      grid: 'Grid',
    },
    kind: {
      government: 'governments',
      department: 'departments',
      'dispatch-centre': 'dispatch centres',
      supervision: 'supervision',
      enterprise: 'utilities',
      partner: 'partners',
    },
    size: {
      few: (_, to) => `fewer than ${to} received in 30 days`,
      small: (from, to) => `${from}–${to - 1} received in 30 days`,
      middle: (from, to) => `${from}–${to - 1} received in 30 days`,
      large: (from) => `${from} or more received in 30 days`,
    },
    groups: 'Kinds of units',
    group: (level, kind) => (level === 'Subdistrict' ? 'Subdistricts' : `${level} ${kind}`),
    band: (group, size) => `${group} · ${size}`,
    units: (n) => (n === 1 ? '1 unit' : `${n} units`),
    fewHint: 'few cases: the rates say little',
    none: 'No figures of units yet',
    column: {
      unit: 'Unit',
      open: 'Open',
      yellow: 'Due soon',
      red: 'Overdue',
      dispatched30: 'Received, 30 d',
      closed30: 'Closed, 30 d',
      onTime: 'On time',
      solved: 'Solved',
      satisfied: 'Satisfied',
      sendBack: 'Sent back',
    },
    parts: (a, b) => `${a}/${b}`,
  },
);
