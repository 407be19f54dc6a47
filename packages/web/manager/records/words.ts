import { dictionary } from '../../i18n/language.ts';

type Words = {
  followUps: string;
  followUpsLead: string;
  noFollowUps: string;
  cause: Record<string, string>;
  circular: string;
  noUnit: string;
  reveals: string;
  revealsLead: string;
  noReveals: string;
  field: Record<string, string>;
  accounts: string;
  more: string;
  count: (n: number, more: boolean) => string;
  column: Record<
    | 'number'
    | 'title'
    | 'unit'
    | 'openedAt'
    | 'cause'
    | 'circular'
    | 'state'
    | 'at'
    | 'by'
    | 'field'
    | 'purpose'
    | 'name',
    string
  >;
};

export const recordWords = dictionary<Words>(
  {
    followUps: '督办通报',
    followUpsLead: '正式督办的诉求；两次不满意的自动督办，并向全市通报。',
    noFollowUps: '目前没有督办',
    cause: { supervisor: '督查立案', 'dissatisfied-twice': '两次不满意' },
    circular: '已通报全市',
    noUnit: '尚未分拨',
    reveals: '查看日志',
    revealsLead: '每次查看当事人姓名或电话，都要说明用途并记在这里。',
    noReveals: '还没有人查看过当事人信息',
    field: { name: '姓名', phone: '电话' },
    accounts: '账号',
    more: '再看一些',
    count: (n, more) => (more ? `已显示 ${n} 条，还有更多` : `共 ${n} 条`),
    column: {
      number: '诉求编号',
      title: '诉求',
      unit: '单位',
      openedAt: '立案时间',
      cause: '事由',
      circular: '通报',
      state: '状态',
      at: '时间',
      by: '查看人',
      field: '查看内容',
      purpose: '用途',
      name: '姓名',
    },
  },
  {
    followUps: 'Follow-ups and circulars',
    followUpsLead:
      'Requests under formal follow-up. Twice dissatisfied opens one by itself, with a circular to the whole city.',
    noFollowUps: 'No follow-up is open',
    cause: { supervisor: 'Opened by supervision', 'dissatisfied-twice': 'Dissatisfied twice' },
    circular: 'Told to the whole city',
    noUnit: 'Not dispatched yet',
    reveals: 'Reveal log',
    revealsLead: 'Every reveal of a name or number needs a purpose and is kept here.',
    noReveals: 'Nobody’s name or number has been revealed yet',
    field: { name: 'Name', phone: 'Phone' },
    accounts: 'Accounts',
    more: 'Show more',
    count: (n, more) => (more ? `${n} shown, there are more` : `${n} in all`),
    column: {
      number: 'Number',
      title: 'Request',
      unit: 'Unit',
      openedAt: 'Opened',
      cause: 'Why',
      circular: 'Circular',
      state: 'State',
      at: 'When',
      by: 'Who',
      field: 'What',
      purpose: 'Purpose',
      name: 'Name',
    },
  },
);
