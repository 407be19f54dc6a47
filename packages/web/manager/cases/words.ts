import { dictionary } from '../../i18n/language.ts';
import type { FilterName } from './filters.ts';

type Words = {
  title: string;
  lead: string;
  filter: Record<FilterName, string>;
  suggested: Readonly<Record<string, string>>;
  any: string;
  belowToo: string;
  held: string;
  heldHint: string;
  holdsNow: string;
  allIndicators: string;
  open: string;
  today: string;
  withoutExcluded: string;
  narrow: string;
  chips: string;
  chip: (name: string, value: string) => string;
  remove: (chip: string) => string;
  clear: string;
  noChips: string;
  none: string;
  count: (n: number, more: boolean) => string;
  more: string;
  find: string;
  nothingFound: string;
  back: string;
  number: string;
  body: string;
  facts: string;
  clocks: string;
  timeline: string;
  noClocks: string;
  field: Record<
    | 'kind'
    | 'matter'
    | 'channel'
    | 'filedAt'
    | 'area'
    | 'address'
    | 'person'
    | 'holder'
    | 'lead'
    | 'accused'
    | 'bounced'
    | 'sendBacks'
    | 'missing',
    string
  >;
  noMatter: string;
  hidden: string;
  designated: string;
  times: (n: number) => string;
  masked: string;
  photo: (n: number) => string;
  byCitizen: string;
  bySystem: string;
  action: {
    urgeText: string;
    urgeHint: string;
    followUpText: string;
    followUpHint: string;
    needed: string;
    send: string;
    cancel: string;
    done: (what: string) => string;
  };
};

export const caseWords = dictionary<Words>(
  {
    title: '诉求',
    lead: '数字背后的每一件诉求。',
    filter: {
      state: '状态',
      light: '时限灯',
      excluded: '剔除',
      clock: '哪项时限',
      unit: '单位',
      area: '区域',
      matter: '事项',
      channel: '渠道',
      filed: '受理时间',
      measure: '计入',
      suggested: '分拨建议',
      from: '期间',
      to: '截至',
      below: '下级单位',
      kind: '类型',
    },
    suggested: { right: '准确', wrong: '未采用或被退', sure: '给出建议', unsure: '无把握' },
    belowToo: '包含下级单位',
    held: '持有时长',
    heldHint: '办公时间内各单位持有的时间；挂账、裁定和等待评价不计',
    holdsNow: '正在持有',
    allIndicators: '全部指标',
    any: '不限',
    open: '在办',
    today: '今日',
    withoutExcluded: '不含准予剔除的',
    narrow: '筛选条件',
    chips: '已选条件',
    chip: (name, value) => `${name}：${value}`,
    remove: (chip) => `去掉条件：${chip}`,
    clear: '全部去掉',
    noChips: '未设条件，显示全部诉求',
    none: '没有符合条件的诉求。去掉一些条件再看看。',
    count: (n, more) => (more ? `已显示 ${n} 件，还有更多` : `共 ${n} 件`),
    more: '再看一些',
    find: '输入名称查找',
    nothingFound: '没有找到',
    back: '返回',
    number: '编号',
    body: '诉求内容',
    facts: '基本情况',
    clocks: '时限',
    timeline: '办理经过',
    noClocks: '没有时限',
    field: {
      kind: '类型',
      matter: '事项',
      channel: '渠道',
      filedAt: '受理时间',
      area: '区域',
      address: '地点',
      person: '诉求人',
      holder: '现在由谁办',
      lead: '主办',
      accused: '被投诉单位',
      bounced: '退转耗时',
      sendBacks: '退单',
      missing: '待补充',
    },
    noMatter: '还没有归类',
    hidden: '未填写',
    designated: '裁定指定，不得退单',
    times: (n) => `${n} 次`,
    masked: '姓名和电话已遮盖',
    photo: (n) => `照片 ${n}`,
    byCitizen: '市民',
    bySystem: '系统自动',
    action: {
      urgeText: '催办说明（可不填）',
      urgeHint: '承办单位和它的领导会看到。',
      followUpText: '督办事由和要求',
      followUpHint: '立案后，承办单位须按要求办理并答复。',
      needed: '请写明督办事由和要求',
      send: '确定',
      cancel: '取消',
      done: (what) => `已${what}`,
    },
  },
  {
    title: 'Requests',
    lead: 'The very requests behind a number.',
    filter: {
      state: 'State',
      light: 'Light',
      excluded: 'Exclusion',
      clock: 'Whose light',
      unit: 'Unit',
      area: 'Area',
      matter: 'Matter',
      channel: 'Channel',
      filed: 'Filed',
      measure: 'Counted as',
      suggested: 'Suggestion',
      from: 'Period',
      to: 'Until',
      below: 'Units below',
      kind: 'Kind',
    },
    suggested: { right: 'right', wrong: 'not followed or sent back', sure: 'shown', unsure: 'not sure' },
    belowToo: 'with all units below',
    held: 'Held',
    heldHint: 'Office hours each unit has had it; not on the ledger, in arbitration or awaiting a rating',
    holdsNow: 'has it now',
    allIndicators: 'All indicators',
    any: 'Any',
    open: 'Open',
    today: 'Today',
    withoutExcluded: 'Without what was excluded',
    narrow: 'Filters',
    chips: 'Filters set',
    chip: (name, value) => `${name}: ${value}`,
    remove: (chip) => `Remove the filter ${chip}`,
    clear: 'Remove all',
    noChips: 'No filter: all requests are shown',
    none: 'No request fits. Remove a filter to see more.',
    count: (n, more) => (more ? `${n} shown, there are more` : `${n} in all`),
    more: 'Show more',
    find: 'Type a name',
    nothingFound: 'Nothing found',
    back: 'Back',
    number: 'Number',
    body: 'What was asked',
    facts: 'Facts',
    clocks: 'Clocks',
    timeline: 'What happened',
    noClocks: 'No clock runs',
    field: {
      kind: 'Kind',
      matter: 'Matter',
      channel: 'Channel',
      filedAt: 'Filed',
      area: 'Area',
      address: 'Place',
      person: 'Citizen',
      holder: 'With',
      lead: 'Lead',
      accused: 'Complaint about',
      bounced: 'Lost in bouncing',
      sendBacks: 'Sent back',
      missing: 'Missing',
    },
    noMatter: 'No matter yet',
    hidden: 'Not given',
    designated: 'designated, cannot send back',
    times: (n) => `${n}×`,
    masked: 'Name and number are masked',
    photo: (n) => `Photo ${n}`,
    byCitizen: 'Citizen',
    bySystem: 'System',
    action: {
      urgeText: 'Words to the unit (optional)',
      urgeHint: 'The unit and its leader will see them.',
      followUpText: 'Reason and what is required',
      followUpHint: 'Once opened, the unit has to act on it and answer.',
      needed: 'Say the reason and what is required',
      send: 'Confirm',
      cancel: 'Cancel',
      done: (what) => `${what}: done`,
    },
  },
);
