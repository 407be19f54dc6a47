import { both } from '@suban/domain/words.ts';

export type Language = 'zh' | 'en';

type Words = {
  readonly product: string;
  readonly kind: Readonly<Record<'week' | 'month', string>>;
  readonly cover: (from: string, to: string) => string;
  readonly made: (at: string) => string;
  readonly page: (n: number, of: number) => string;
  readonly before: Readonly<Record<'week' | 'month', string>>;
  readonly yearAgo: Readonly<Record<'week' | 'month', string>>;
  readonly sheet: Readonly<
    Record<
      'overview' | 'indicators' | 'days' | 'channels' | 'districts' | 'matters' | 'units' | 'followUps',
      string
    >
  >;
  readonly note: Readonly<
    Record<'overview' | 'indicators' | 'channels' | 'districts' | 'matters' | 'units' | 'followUps', string>
  >;
  readonly column: Readonly<
    Record<
      | 'item'
      | 'now'
      | 'change'
      | 'indicator'
      | 'formula'
      | 'day'
      | 'filed'
      | 'answered'
      | 'dispatched'
      | 'district'
      | 'matter'
      | 'unit'
      | 'band'
      | 'heldMean'
      | 'heldTimes'
      | 'number'
      | 'title'
      | 'openedAt'
      | 'cause'
      | 'circular'
      | 'value'
      | 'low'
      | 'high'
      | 'numerator'
      | 'denominator'
      | 'part',
      string
    >
  >;
  readonly held: string;
  readonly light: (name: string) => string;
  readonly channel: string;
  readonly ofKind: string;
  readonly cause: Readonly<Record<string, string>>;
  readonly yes: string;
  readonly noUnit: string;
  readonly none: string;
  readonly more: string;
  readonly rest: (n: number) => string;
};

/** What a report on paper says beside the indicators' own names. */
export const reportWords = both<Words>(
  {
    product: '民意速办',
    kind: { week: '周报', month: '月报' },
    cover: (from, to) => `${from} 至 ${to}`,
    made: (at) => `生成于 ${at}`,
    page: (n, of) => `第 ${n} 页，共 ${of} 页`,
    before: { week: '上一周', month: '上月' },
    yearAgo: { week: '52 周前', month: '去年同月' },
    sheet: {
      overview: '概况',
      indicators: '指标',
      days: '逐日',
      channels: '渠道与类型',
      districts: '各区',
      matters: '事项',
      units: '单位',
      followUps: '督办',
    },
    note: {
      overview: '件数按发生的时间计入本期；亮灯是生成报告时在办诉求的情况，本期内的超期见“时限”各项指标。',
      indicators: '每项都附分子、分母和 95% 置信区间；区间重叠的不宜分高下。',
      channels: '本期受理的诉求。',
      districts: '按诉求所在地归入各区；没有写明地点的不在表中。',
      matters: '按三级事项，以本期分拨的件数为序。',
      units:
        '单位只在同级别、同类型、规模相近的组内比较；规模按折合 30 天收到的件数。组内按收到件数排列，不是名次。',
      followUps: '本期立案督办的诉求，最近的在前。',
    },
    column: {
      item: '项目',
      now: '本期',
      change: '增减',
      indicator: '指标',
      formula: '算法',
      day: '日期',
      filed: '受理',
      answered: '办结',
      dispatched: '分拨',
      district: '区',
      matter: '事项',
      unit: '单位',
      band: '组别',
      heldMean: '平均持有（小时）',
      heldTimes: '办出手次数',
      number: '诉求编号',
      title: '标题',
      openedAt: '督办时间',
      cause: '缘由',
      circular: '通报全市',
      value: '比率',
      low: '区间下限',
      high: '区间上限',
      numerator: '分子',
      denominator: '分母',
      part: '分项',
    },
    held: '平均持有时长（工作小时）',
    light: (name) => `在办时限：${name}`,
    channel: '渠道',
    ofKind: '类型',
    cause: { supervisor: '督查立案', 'dissatisfied-twice': '两次不满意' },
    yes: '是',
    noUnit: '尚未分拨',
    none: '本期没有',
    more: '仅列最近 30 件，其余见系统。',
    rest: (n) => `其余 ${n} 项见电子表格。`,
  },
  {
    product: 'Suban',
    kind: { week: 'Weekly report', month: 'Monthly report' },
    cover: (from, to) => `${from} to ${to}`,
    made: (at) => `Made ${at}`,
    page: (n, of) => `Page ${n} of ${of}`,
    before: { week: 'Week before', month: 'Month before' },
    yearAgo: { week: '52 weeks ago', month: 'Year before' },
    sheet: {
      overview: 'Overview',
      indicators: 'Indicators',
      days: 'By day',
      channels: 'Channels and kinds',
      districts: 'Districts',
      matters: 'Matters',
      units: 'Units',
      followUps: 'Follow-ups',
    },
    note: {
      overview:
        'What happened in the period is counted in it. The lights are those of open requests when the report was made; what ran over within the period is in the indicators of time.',
      indicators:
        'Each with numerator, denominator and its 95% interval; where intervals overlap, neither is the better.',
      channels: 'Requests filed in the period.',
      districts: 'By the place the request is about; those that name no place are not in the table.',
      matters: 'By matter of the third level, the most dispatched in the period first.',
      units:
        'Units stand beside their like only: same level, same kind, similar load at the pace of 30 days. Within a band by what they received; this is no ranking.',
      followUps: 'Requests whose formal follow-up was opened in the period, the latest first.',
    },
    column: {
      item: 'Item',
      now: 'This period',
      change: 'Change',
      indicator: 'Indicator',
      formula: 'How it is reckoned',
      day: 'Day',
      filed: 'Filed',
      answered: 'Answered',
      dispatched: 'Dispatched',
      district: 'District',
      matter: 'Matter',
      unit: 'Unit',
      band: 'Band',
      heldMean: 'Held, mean (hours)',
      heldTimes: 'Let go',
      number: 'Number',
      title: 'Title',
      openedAt: 'Followed up',
      cause: 'Cause',
      circular: 'City-wide circular',
      value: 'Rate',
      low: 'Interval from',
      high: 'Interval to',
      numerator: 'Numerator',
      denominator: 'Denominator',
      part: 'Part',
    },
    held: 'Held time, mean (office hours)',
    light: (name) => `Open now: ${name}`,
    channel: 'Channel',
    ofKind: 'Kind',
    cause: { supervisor: 'Opened by a supervisor', 'dissatisfied-twice': 'Dissatisfied twice' },
    yes: 'Yes',
    noUnit: 'Not dispatched yet',
    none: 'None in this period',
    more: 'Only the latest 30 are listed; the rest is in the system.',
    rest: (n) => `${n} more are in the spreadsheet.`,
  },
);
