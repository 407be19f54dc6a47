import type { AppealState, Channel, Essential, Kind, OrderState, Urgency } from '@suban/domain/appeal.ts';
import type { CommandName, SystemCommand } from '@suban/domain/commands.ts';
import type { Light } from '@suban/domain/limits.ts';
import type { StaffRole } from '@suban/domain/roles.ts';
import { channelWords, clockWords, kindWords, lightWords } from '@suban/domain/words.ts';
import { dictionary } from './language.ts';
import { product } from './product.ts';

/** What people do; the rest the system does by itself, and has no button. */
export type PersonsCommand = Exclude<CommandName, SystemCommand>;

/** The field's terms, shared by all three ends. The codes are the domain's. */
type Terms = {
  product: string;
  kind: Record<Kind, string>;
  state: Record<AppealState, string>;
  orderState: Record<OrderState, string>;
  channel: Record<Channel, string>;
  urgency: Record<Urgency, string>;
  essential: Record<Essential, string>;
  light: Record<Light, string>;
  role: Record<StaffRole, string>;
  command: Record<PersonsCommand, string>;
  clock: Record<'dispatch' | 'acknowledge' | 'contact' | 'finish', string>;
};

export const terms = dictionary<Terms>(
  {
    product: product.zh,
    kind: kindWords.zh,
    state: {
      received: '待分拨',
      'answered-at-once': '已直接答复',
      referred: '已引导',
      dispatched: '办理中',
      'awaiting-rating': '待评价',
      closed: '已结',
      merged: '已并单',
      withdrawn: '已撤回',
    },
    orderState: {
      offered: '待签收',
      acknowledged: '已签收',
      working: '办理中',
      'in-review': '待审核',
      answered: '已办结',
      'send-back-pending': '退单待裁',
      'in-arbitration': '裁定中',
      'on-ledger': '挂账',
      'sent-back': '已退单',
      terminated: '已终止',
    },
    channel: channelWords.zh,
    urgency: { ordinary: '一般', urgent: '紧急' },
    essential: { who: '何人', when: '何时', where: '何地', cause: '何因', course: '经过' },
    light: lightWords.zh,
    role: {
      operator: '话务员',
      dispatcher: '分拨员',
      arbitrator: '裁定员',
      receiver: '单位签收员',
      handler: '承办人',
      leader: '单位领导',
      'call-back': '回访员',
      supervisor: '督查员',
      'knowledge-editor': '知识编辑',
      'knowledge-approver': '知识审核',
      analyst: '分析员',
      auditor: '审计员',
      'system-admin': '系统管理员',
      'security-admin': '安全管理员',
      inspector: '质检员',
      mayor: '市领导',
      'duty-officer': '值班员',
    },
    command: {
      supplement: '补充',
      withdraw: '撤回',
      urge: '催办',
      classify: '归类',
      'answer-at-once': '直接答复',
      refer: '引导',
      dispatch: '分拨',
      'decide-send-back': '退单裁决',
      designate: '裁定',
      acknowledge: '签收',
      'send-back': '退单',
      contact: '联系市民',
      'sub-assign': '派下级',
      answer: '答复',
      review: '审核',
      evaluate: '评价',
      'open-follow-up': '督办',
      conceal: '转为保密',
      contest: '提出异议',
      merge: '并单',
      split: '拆单',
      apply: '申请',
      'decide-application': '审批',
      resume: '恢复办理',
      invite: '邀请协办',
      report: '协办反馈',
      recuse: '回避',
      'report-promise': '承诺兑现',
      check: '回访核实',
      'close-follow-up': '督办办结',
      'issue-circular': '通报',
    },
    clock: clockWords.zh,
  },
  {
    product: product.en,
    kind: kindWords.en,
    state: {
      received: 'To dispatch',
      'answered-at-once': 'Answered at once',
      referred: 'Referred',
      dispatched: 'In hand',
      'awaiting-rating': 'Awaiting rating',
      closed: 'Closed',
      merged: 'Merged',
      withdrawn: 'Withdrawn',
    },
    orderState: {
      offered: 'To acknowledge',
      acknowledged: 'Acknowledged',
      working: 'Working',
      'in-review': 'In review',
      answered: 'Answered',
      'send-back-pending': 'Send-back pending',
      'in-arbitration': 'In arbitration',
      'on-ledger': 'On the ledger',
      'sent-back': 'Sent back',
      terminated: 'Terminated',
    },
    channel: channelWords.en,
    urgency: { ordinary: 'Ordinary', urgent: 'Urgent' },
    essential: { who: 'who', when: 'when', where: 'where', cause: 'cause', course: 'course' },
    light: lightWords.en,
    role: {
      operator: 'Operator',
      dispatcher: 'Dispatcher',
      arbitrator: 'Arbitrator',
      receiver: 'Receiver',
      handler: 'Handler',
      leader: 'Unit leader',
      'call-back': 'Call-back',
      supervisor: 'Supervisor',
      'knowledge-editor': 'Knowledge editor',
      'knowledge-approver': 'Knowledge approver',
      analyst: 'Analyst',
      auditor: 'Auditor',
      'system-admin': 'System administrator',
      'security-admin': 'Security administrator',
      inspector: 'Quality inspector',
      mayor: 'City leader',
      'duty-officer': 'Duty officer',
    },
    command: {
      supplement: 'Add',
      withdraw: 'Withdraw',
      urge: 'Urge',
      classify: 'Classify',
      'answer-at-once': 'Answer at once',
      refer: 'Refer',
      dispatch: 'Dispatch',
      'decide-send-back': 'Decide the send-back',
      designate: 'Arbitrate',
      acknowledge: 'Acknowledge',
      'send-back': 'Send back',
      contact: 'Contact',
      'sub-assign': 'Sub-assign',
      answer: 'Answer',
      review: 'Review',
      evaluate: 'Rate',
      'open-follow-up': 'Formal follow-up',
      conceal: 'Keep confidential',
      contest: 'Contest',
      merge: 'Merge',
      split: 'Split off',
      apply: 'Apply',
      'decide-application': 'Decide what is asked',
      resume: 'Resume',
      invite: 'Invite a co-handler',
      report: 'Report to the lead',
      recuse: 'Step back',
      'report-promise': 'Report on the promise',
      check: 'Check by call-back',
      'close-follow-up': 'Close the follow-up',
      'issue-circular': 'Circular',
    },
    clock: clockWords.en,
  },
);
