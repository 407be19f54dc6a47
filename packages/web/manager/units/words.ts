import { dictionary } from '../../i18n/language.ts';

type Words = {
  title: string;
  lead: string;
  groups: string;
  units: (n: number) => string;
  fewHint: string;
  none: string;
  column: Record<'unit' | 'open' | 'yellow' | 'red' | 'dispatched30' | 'closed30' | 'held', string>;
  heldTimes: (n: string) => string;
  channel: string;
  ofKind: string;
  card: string;
  cardLead: string;
  below: string;
  own: string;
  scope: string;
  narrow: string;
  all: string;
  openBoard: (unit: string) => string;
  heldTitle: string;
  heldHint: string;
  heldMean: string;
  heldAll: string;
  letGo: string;
};

export const unitWords = dictionary<Words>(
  {
    title: '单位情况',
    lead: '单位只和同级别、同类型、规模相近的比较；指标附 95% 置信区间（线段），区间重叠的不分高下；每个数字都可以点开。组内默认按名称排列。',
    groups: '单位类别',
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
      held: '平均持有',
    },
    heldTimes: (n) => `${n} 次`,
    channel: '渠道',
    ofKind: '诉求类型',
    card: '单位成绩单',
    cardLead: '近 30 天。每个数字都可以点开，查看计入的诉求；线段表示 95% 置信区间。',
    below: '含下级单位',
    own: '仅本单位',
    scope: '范围',
    narrow: '缩小范围',
    all: '不限',
    openBoard: (unit) => `${unit}的成绩单`,
    heldTitle: '持有时长',
    heldHint: '只计办公时间；挂账、裁定和等待评价不计。到办出手时计入。',
    heldMean: '平均每次',
    heldAll: '合计',
    letGo: '办出手',
  },
  {
    title: 'Units',
    lead: 'A unit is compared only with those of its level, kind and like load. Rates carry their 95% interval as whiskers: where two overlap, neither is better. Each number leads to its requests. Within a band they stand by name.',
    groups: 'Kinds of units',
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
      held: 'Held, mean',
    },
    heldTimes: (n) => `${n}×`,
    channel: 'Channel',
    ofKind: 'Kind',
    card: 'Scorecard',
    cardLead:
      'The last 30 days. Each number leads to the very requests it counts; the whiskers are the 95% interval.',
    below: 'With all below',
    own: 'This unit alone',
    scope: 'Scope',
    narrow: 'Narrow down',
    all: 'Any',
    openBoard: (unit) => `Scorecard of ${unit}`,
    heldTitle: 'Held time',
    heldHint:
      'Office hours only; not on the ledger, in arbitration or awaiting a rating. Counted when it is let go.',
    heldMean: 'Mean',
    heldAll: 'In all',
    letGo: 'Let go',
  },
);
