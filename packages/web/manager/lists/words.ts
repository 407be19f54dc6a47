import type { FaultCode } from '@suban/domain/reference/faults.ts';
import type { What } from '@suban/domain/reference/changes.ts';
import type { ReferenceList } from '@suban/domain/reference/entries.ts';
import { dictionary } from '../../i18n/language.ts';

type Words = {
  list: Record<ReferenceList, string>;
  what: Record<What, string>;
  counts: (parts: Record<What, number>) => string;
  more: (n: number) => string;
  whatField: string;
  before: string;
  after: string;
  none: string;
  yes: string;
  no: string;
  search: string;
  found: (n: number, more: boolean) => string;
  nothing: string;
  closed: string;
  edit: string;
  editName: (name: string) => string;
  add: string;
  history: string;
  preview: string;
  back: string;
  cancel: string;
  why: string;
  whyHint: string;
  whyMissing: string;
  publish: string;
  published: string;
  touchesUnit: (name: string, n: number) => string;
  touchesMatter: (name: string, n: number, among: number) => string;
  touchesNote: string;
  meanwhile: string;
  meanwhileWhat: string;
  takeLatest: string;
  latestTaken: string;
  key: string;
  faultsTitle: string;
  conflictTitle: string;
  fault: Record<FaultCode, string>;
  open: string;
  close: string;
  /** Between the members of a list. */
  between: string;
};

export const listWords = dictionary<Words>(
  {
    list: { unit: '单位', account: '账号', matter: '职责清单' },
    what: { added: '新增', changed: '修改', retired: '停用', restored: '恢复启用' },
    counts: ({ added, changed, retired, restored }) =>
      [
        added > 0 && `新增 ${added} 项`,
        changed > 0 && `修改 ${changed} 项`,
        retired > 0 && `停用 ${retired} 项`,
        restored > 0 && `恢复 ${restored} 项`,
      ]
        .filter(Boolean)
        .join('，'),
    more: (n) => `另有 ${n} 项未列出`,
    whatField: '项目',
    before: '原为',
    after: '改为',
    none: '无',
    yes: '是',
    no: '否',
    search: '查找',
    found: (n, more) => `找到 ${n} 项${more ? '以上，请多输入几个字' : ''}`,
    nothing: '没有找到',
    closed: '已停用',
    edit: '修改',
    editName: (name) => `修改：${name}`,
    add: '新增',
    history: '变更记录',
    preview: '预览',
    back: '返回修改',
    cancel: '取消',
    why: '更改理由',
    whyHint: '例如：市编办〔2026〕12 号文',
    whyMissing: '请写明更改理由',
    publish: '发布',
    published: '已发布，几秒内全城生效',
    touchesUnit: (name, n) => `${name}手头有 ${n} 件在办`,
    touchesMatter: (name, n, among) => `“${name}”最近 ${among} 件诉求中有 ${n} 件在办`,
    touchesNote: '在办工单的时限不变，新时限只用于此后受理的诉求。',
    meanwhile: '这一项刚被他人更改，您的修改还没有发布，也没有丢失。',
    meanwhileWhat: '他人改了',
    takeLatest: '载入最新内容，保留我的修改',
    latestTaken: '已载入最新内容；您改过的项目仍是您填的值，请核对后再发布。',
    key: '代码',
    faultsTitle: '不合规则，未作任何改动',
    conflictTitle: '之后又改过，不能撤销',
    fault: {
      'key-invalid': '代码格式不对',
      'key-taken': '代码已被使用',
      twice: '同一项出现两次',
      'parent-missing': '须有上级',
      'parent-unknown': '没有这个上级',
      'parent-fixed': '上级不能更改：历史记录按所在位置保存。请新建后停用原项',
      'parent-inactive': '上级已停用',
      'level-unfit': '层级与上级不符',
      'level-fixed': '层级不能更改：已有记录',
      'kind-fixed': '类别不能更改：已有诉求记录。请新建后停用原单位',
      'function-missing': '须填职能',
      'function-unknown': '没有启用的单位承担这一职能',
      'name-taken': '同一上级下已有此名称',
      'phone-missing': '一线单位须公布电话',
      'centre-twice': '市级分拨中心只能有一个',
      'city-needed': '全市及市分拨中心不能没有',
      'has-children': '还有启用的下级',
      'has-work': '还有在办工单',
      'has-accounts': '还有启用的账号',
      'has-matters': '还有事项由这一职能负责',
      'unit-unknown': '没有这个启用的单位',
      'own-roles': '不能更改自己的岗位',
      'own-account': '不能停用自己的账号',
      'roles-apart': '系统管理员、安全管理员、审计员不得兼任其他岗位',
      'last-system-admin': '至少须有一名系统管理员',
      'last-security-admin': '至少须有一名安全管理员',
      'responsible-missing': '须填责任职能和层级',
      'heading-duty': '一、二级不填责任职能',
      'push-down': '由街道及以下负责的事项须可下派',
      'in-settings': '规则设置（时限表或自动分拨）用到此事项，请先移出',
    },
    open: '展开',
    close: '收起',
    between: '、',
  },
  {
    list: { unit: 'Units', account: 'Accounts', matter: 'Duty catalogue' },
    what: { added: 'Added', changed: 'Changed', retired: 'Closed', restored: 'Opened again' },
    counts: ({ added, changed, retired, restored }) =>
      [
        added > 0 && `${added} added`,
        changed > 0 && `${changed} changed`,
        retired > 0 && `${retired} closed`,
        restored > 0 && `${restored} opened again`,
      ]
        .filter(Boolean)
        .join(', '),
    more: (n) => `${n} more not listed`,
    whatField: 'What',
    before: 'Before',
    after: 'After',
    none: 'none',
    yes: 'yes',
    no: 'no',
    search: 'Find',
    found: (n, more) => `${n} found${more ? ' and more; type on' : ''}`,
    nothing: 'Nothing found',
    closed: 'closed',
    edit: 'Change',
    editName: (name) => `Change: ${name}`,
    add: 'Add',
    history: 'History',
    preview: 'Preview',
    back: 'Back to the form',
    cancel: 'Cancel',
    why: 'Reason',
    whyHint: 'For example: decision no. 12 of 2026',
    whyMissing: 'Please give the reason',
    publish: 'Publish',
    published: 'Published; in force everywhere within seconds',
    touchesUnit: (name, n) => `${name} has ${n} ${n === 1 ? 'case' : 'cases'} in hand`,
    touchesMatter: (name, n, among) => `Of the newest ${among} requests about “${name}” ${n} are open`,
    touchesNote: 'Orders in hand keep their limits; changed ones are for requests filed from then on.',
    meanwhile: 'Somebody else has just changed this. Your changes are not published, and not lost.',
    meanwhileWhat: 'They changed',
    takeLatest: 'Load the latest and keep my changes',
    latestTaken: 'The latest is loaded; what you changed is still as you typed it. Check it, then publish.',
    key: 'Code',
    faultsTitle: 'This breaks a rule; nothing was changed',
    conflictTitle: 'It was changed again since and cannot be undone',
    fault: {
      'key-invalid': 'not a code',
      'key-taken': 'the code is taken',
      twice: 'there twice',
      'parent-missing': 'must be below something',
      'parent-unknown': 'no such entry above',
      'parent-fixed': 'cannot be moved, for records name its place; make a new one and close this',
      'parent-inactive': 'what is above is closed',
      'level-unfit': 'the level does not fit what is above',
      'level-fixed': 'the level stays: there are records',
      'kind-fixed': 'the kind stays, for requests name it; make a new unit and close this',
      'function-missing': 'needs a function',
      'function-unknown': 'no active unit has this function there',
      'name-taken': 'a neighbour has this name',
      'phone-missing': 'a first-line unit publishes a phone',
      'centre-twice': 'the city has one dispatch centre of its own',
      'city-needed': 'the city and its dispatch centre stay',
      'has-children': 'active entries below',
      'has-work': 'cases in hand',
      'has-accounts': 'active accounts',
      'has-matters': 'matters need this function',
      'unit-unknown': 'no such active unit',
      'own-roles': 'nobody changes their own roles',
      'own-account': 'nobody closes their own account',
      'roles-apart': 'an administrator or auditor has no other role',
      'last-system-admin': 'there must be a system administrator',
      'last-security-admin': 'there must be a security administrator',
      'responsible-missing': 'needs a responsible function and level',
      'heading-duty': 'levels 1 and 2 have no responsible function',
      'push-down': 'what a subdistrict or below is responsible for may be pushed down',
      'in-settings':
        'the rules name this matter (table of limits or automatic dispatch); take it out there first',
    },
    open: 'Unfold',
    close: 'Fold',
    between: ', ',
  },
);
