import type { SettingGroup, SettingUnit } from '@suban/domain/settings-fields.ts';
import type { UnitLevel } from '@suban/domain/units.ts';
import { dictionary } from '../../i18n/language.ts';
import { singleEn, unitEn, unitZh } from './unit-words.ts';

type Words = {
  title: string;
  lead: string;
  parts: string;
  missing: (years: string) => string;
  missingWhy: string;
  toCalendar: string;
  group: Record<SettingGroup, string>;
  groupHint: Record<SettingGroup, string>;
  unit: Record<SettingUnit, string>;
  /** Of one. */
  single: Record<SettingUnit, string>;
  level: Record<UnitLevel, string>;
  yes: string;
  no: string;
  standard: (value: string) => string;
  was: (value: string) => string;
  from: string;
  to: string;
  addHours: string;
  removeHours: (n: number) => string;
  session: (n: number) => string;
  table: string;
  tableHint: string;
  noLines: string;
  any: string;
  column: Record<'matter' | 'urgency' | 'kind' | 'level' | 'limit' | 'actions', string>;
  clock: { elapsed: string; working: string };
  elapsedLimit: (minutes: string) => string;
  workingLimit: (n: number) => string;
  amount: string;
  reckoned: string;
  addLine: string;
  editLine: string;
  newLine: string;
  keepLine: string;
  cancel: string;
  remove: string;
  edit: string;
  sameLine: string;
  findMatter: string;
  noMatter: string;
  searching: string;
  changed: (n: number) => string;
  incomplete: string;
  discard: string;
  discardSure: string;
  review: string;
  publish: string;
  publishTitle: string;
  newOnly: string;
  when: string;
  atOnce: string;
  onDay: string;
  day: string;
  afterDay: (date: string) => string;
  why: string;
  whyHint: string;
  whyMissing: string;
  dayMissing: string;
  saved: (version: number, from: string) => string;
  nothingDiffers: string;
  before: string;
  after: string;
  what: string;
  none: string;
  lineOf: (names: string) => string;
  fault: Record<string, string>;
};

export const settingsWords = dictionary<Words>(
  {
    title: '设置',
    lead: '城市自定的规则、日历、单位、账号和职责清单。每次更改先预览、写明理由，留下记录，可以撤销；时限的更改只适用于今后。',
    parts: '设置的各部分',
    missing: (years) => `${years} 年的工作日历还没有上传`,
    missingWhy:
      '国务院通常在每年 11 月公布次年安排。上传之前，该年的期限按法定节假日推算，标为“暂定”；上传后在办诉求的时限会自动重算。',
    toCalendar: '上传日历',
    group: {
      recordings: '语音和视频',
      hotline: '热线',
      dispatch: '分拨',
      handle: '办理',
      lights: '亮灯',
      ladder: '催办督办',
      evaluate: '评价与回访',
      alerts: '预警研判',
      office: '办公时间',
    },
    groupHint: {
      recordings: '市民随诉求发来的录音录像；到期删除文件，登记保留',
      hotline: '接通率、放弃率按此计算；到期删除号码，通话次数保留',
      dispatch: '按自然时间计算，昼夜不停',
      handle: '小时为自然时间，天为工作日',
      lights: '到期即为红灯',
      ladder: '天为工作日',
      evaluate: '天为工作日',
      alerts: '按自然时间计算，昼夜不停',
      office: '用于计算各单位持有时长',
    },
    unit: unitZh,
    single: unitZh,
    level: { city: '市级', district: '区级', subdistrict: '街道', community: '社区', grid: '网格' },
    yes: '是',
    no: '否',
    standard: (value) => `默认 ${value}`,
    was: (value) => `原为 ${value}`,
    from: '自',
    to: '至',
    addHours: '增加一段',
    removeHours: (n) => `删除第 ${n} 段`,
    session: (n) => `第 ${n} 段`,
    table: '时限表',
    tableHint:
      '按事项、紧急程度、类型、单位层级另定办理时限；留空即“不限”。同时符合几行时，先看事项，再看紧急程度、类型、层级，取最具体的一行。未写明紧急程度的行，不会让紧急诉求的时限变长。',
    noLines: '还没有另定的时限，按上面的规则和事项目录办理。',
    any: '不限',
    column: {
      matter: '事项',
      urgency: '紧急程度',
      kind: '类型',
      level: '单位层级',
      limit: '办理时限',
      actions: '操作',
    },
    clock: { elapsed: '自然时间（分钟）', working: '工作日' },
    elapsedLimit: (minutes) => `${minutes}（自然时间）`,
    workingLimit: (n) => `${n} 个工作日`,
    amount: '时限',
    reckoned: '计算方式',
    addLine: '增加一行',
    editLine: '修改时限',
    newLine: '另定时限',
    keepLine: '放入表中',
    cancel: '取消',
    remove: '删除',
    edit: '修改',
    sameLine: '表中已有同样条件的一行',
    findMatter: '输入事项名称查找，留空为不限',
    noMatter: '没有找到',
    searching: '正在查找…',
    changed: (n) => `已修改 ${n} 处，尚未发布`,
    incomplete: '有空着的项目，请先填好',
    discard: '放弃修改',
    discardSure: '放弃所有未发布的修改？',
    review: '预览并发布',
    publish: '发布新版本',
    publishTitle: '发布新版本',
    newOnly: '新版本只适用于生效后受理的诉求；已受理的仍按受理时的规则办理。',
    when: '何时生效',
    atOnce: '尽快（几秒后）',
    onDay: '指定日期零时',
    day: '生效日期',
    afterDay: (date) => `须在 ${date} 或之后`,
    why: '更改理由',
    whyHint: '例如：市政府常务会议纪要〔2026〕12 号',
    whyMissing: '请写明更改理由',
    dayMissing: '请选择生效日期',
    saved: (version, from) => `已发布第 ${version} 版，${from} 起生效`,
    nothingDiffers: '与现有版本相同，没有可发布的修改。',
    before: '原来',
    after: '改为',
    what: '项目',
    none: '无',
    lineOf: (names) => `时限表：${names}`,
    fault: {
      'settings.closeUnratedDays': '未评价结案须晚于回访',
      'settings.officeHours': '办公时间每段须先开始后结束，各段不能重叠',
      'settings.limits': '时限表中有两行条件相同',
      'settings.alertWords.anywhere': '敏感词（标题或正文）：每个词至少两个字，词间用空格隔开',
      'settings.alertWords.inTitle': '敏感词（仅标题）：每个词至少两个字，词间用空格隔开',
    },
  },
  {
    title: 'Settings',
    lead: 'The rules, calendar, units, accounts and duty catalogue a city keeps for itself. Every change is looked at first, has a reason, stays on record and can be undone; changed limits are for what is to come.',
    parts: 'Parts of the settings',
    missing: (years) => `The working calendar of ${years} has not been uploaded`,
    missingWhy:
      'The State Council usually publishes it in November. Until it is uploaded, due dates in that year are reckoned with the statutory holidays and marked provisional; afterwards the clocks of open requests are reckoned anew.',
    toCalendar: 'Upload it',
    group: {
      recordings: 'Voice and video',
      hotline: 'Hotline',
      dispatch: 'Dispatch',
      handle: 'Handling',
      lights: 'Lights',
      ladder: 'Chasing and follow-up',
      evaluate: 'Rating and call-back',
      alerts: 'Early warning',
      office: 'Office hours',
    },
    groupHint: {
      recordings: 'What citizens record; a file is removed in the end, that it was there stays told',
      hotline: 'What answering in time means; a number is erased, its call stays counted',
      dispatch: 'By the clock, day and night',
      handle: 'Hours by the clock, days are working days',
      lights: 'Red at expiry',
      ladder: 'Days are working days',
      evaluate: 'Days are working days',
      alerts: 'By the clock, day and night',
      office: 'For the time each unit held a request',
    },
    unit: unitEn,
    single: singleEn,
    level: {
      city: 'City',
      district: 'District',
      subdistrict: 'Subdistrict',
      community: 'Community',
      grid: 'Grid',
    },
    yes: 'yes',
    no: 'no',
    standard: (value) => `Default ${value}`,
    was: (value) => `was ${value}`,
    from: 'From',
    to: 'To',
    addHours: 'Add a session',
    removeHours: (n) => `Remove session ${n}`,
    session: (n) => `Session ${n}`,
    table: 'Table of limits',
    tableHint:
      'Limits to answer by matter, urgency, kind and level of the unit; what is left open holds for any. Where several lines fit, the most particular holds: matter first, then urgency, kind and level. A line that names no urgency never gives urgent requests more time.',
    noLines: 'No limits of their own yet: the rules above and the duty catalogue hold.',
    any: 'Any',
    column: {
      matter: 'Matter',
      urgency: 'Urgency',
      kind: 'Kind',
      level: 'Level of unit',
      limit: 'Answer within',
      actions: 'Actions',
    },
    clock: { elapsed: 'By the clock (minutes)', working: 'Working days' },
    elapsedLimit: (minutes) => `${minutes} by the clock`,
    workingLimit: (n) => `${n} working ${n === 1 ? 'day' : 'days'}`,
    amount: 'Limit',
    reckoned: 'Reckoned in',
    addLine: 'Add a line',
    editLine: 'Change the limit',
    newLine: 'A limit of its own',
    keepLine: 'Put into the table',
    cancel: 'Cancel',
    remove: 'Remove',
    edit: 'Change',
    sameLine: 'The table has a line about the same already',
    findMatter: 'Type a matter’s name; empty means any',
    noMatter: 'Nothing found',
    searching: 'Searching…',
    changed: (n) => `${n} ${n === 1 ? 'change' : 'changes'}, not published`,
    incomplete: 'A field is empty; please fill it in first',
    discard: 'Discard',
    discardSure: 'Discard every change not published?',
    review: 'Review and publish',
    publish: 'Publish the version',
    publishTitle: 'Publish a new version',
    newOnly:
      'The new version holds for requests filed once it is in force; those already filed keep the rules they were filed under.',
    when: 'In force from',
    atOnce: 'At once (in seconds)',
    onDay: 'The start of a day',
    day: 'First day',
    afterDay: (date) => `${date} or later`,
    why: 'Reason',
    whyHint: 'For example: minutes of the executive meeting, no. 12 of 2026',
    whyMissing: 'Please give a reason',
    dayMissing: 'Please choose a day',
    saved: (version, from) => `Version ${version} is published, in force from ${from}`,
    nothingDiffers: 'Nothing differs from the latest version.',
    before: 'Before',
    after: 'After',
    what: 'Setting',
    none: 'none',
    lineOf: (names) => `Table: ${names}`,
    fault: {
      'settings.closeUnratedDays': 'Closing unrated must come after the call-back',
      'settings.officeHours': 'Each session must begin before it ends, and none may run into the next',
      'settings.limits': 'Two lines of the table are about the same',
      'settings.alertWords.anywhere':
        'Sensitive words in title or text: two characters or more each, set apart by spaces',
      'settings.alertWords.inTitle':
        'Sensitive words in the title: two characters or more each, set apart by spaces',
    },
  },
);
