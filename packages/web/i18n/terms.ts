import type { AppealState, Channel, Essential, Kind, OrderState, Urgency } from '@suban/domain/appeal.ts';
import type { CommandName } from '@suban/domain/commands.ts';
import type { Light } from '@suban/domain/limits.ts';
import type { StaffRole } from '@suban/domain/roles.ts';
import { dictionary } from './language.ts';
import { product } from './product.ts';

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
  command: Record<CommandName, string>;
  clock: Record<'dispatch' | 'acknowledge' | 'contact' | 'finish', string>;
};

export const terms = dictionary<Terms>(
  {
    product: product.zh,
    kind: { consultation: '咨询', help: '求助', complaint: '投诉', 'tip-off': '举报', suggestion: '建议', praise: '表扬' },
    state: {
      received: '待分拨', 'answered-at-once': '已直接答复', referred: '已引导', dispatched: '办理中',
      'awaiting-rating': '待评价', closed: '已结', merged: '已并单', withdrawn: '已撤回',
    },
    orderState: {
      offered: '待签收', acknowledged: '已签收', working: '办理中', 'in-review': '待审核', answered: '已办结',
      'send-back-pending': '退单待裁', 'in-arbitration': '裁定中', 'on-ledger': '挂账', 'sent-back': '已退单', terminated: '已终止',
    },
    channel: {
      web: '网页', hotline: '12345热线', app: '客户端', 'mini-programme': '小程序', open311: 'Open311', partner: '合作系统',
      'grid-worker': '网格员', letter: '来信', 'e-mail': '邮件', import: '导入',
    },
    urgency: { ordinary: '一般', urgent: '紧急' },
    essential: { who: '何人', when: '何时', where: '何地', cause: '何因', course: '经过' },
    light: { green: '正常', yellow: '临期', red: '超期' },
    role: {
      operator: '话务员', dispatcher: '分拨员', arbitrator: '裁定员', receiver: '单位签收员', handler: '承办人', leader: '单位领导',
      'call-back': '回访员', supervisor: '督查员', 'knowledge-editor': '知识编辑', 'knowledge-approver': '知识审核', analyst: '分析员',
      auditor: '审计员', 'system-admin': '系统管理员', 'security-admin': '安全管理员', inspector: '质检员', mayor: '市领导',
    },
    command: {
      supplement: '补充', withdraw: '撤回', urge: '催办', classify: '归类', 'answer-at-once': '直接答复', refer: '引导',
      dispatch: '分拨', 'decide-send-back': '退单裁决', designate: '裁定', acknowledge: '签收', 'send-back': '退单', contact: '联系市民',
      'sub-assign': '派下级', answer: '答复', review: '审核', evaluate: '评价', 'open-follow-up': '督办',
    },
    clock: { dispatch: '分拨', acknowledge: '签收', contact: '联系', finish: '办结' },
  },
  {
    product: product.en,
    kind: { consultation: 'Question', help: 'Help', complaint: 'Complaint', 'tip-off': 'Tip-off', suggestion: 'Suggestion', praise: 'Praise' },
    state: {
      received: 'To dispatch', 'answered-at-once': 'Answered at once', referred: 'Referred', dispatched: 'In hand',
      'awaiting-rating': 'Awaiting rating', closed: 'Closed', merged: 'Merged', withdrawn: 'Withdrawn',
    },
    orderState: {
      offered: 'To acknowledge', acknowledged: 'Acknowledged', working: 'Working', 'in-review': 'In review', answered: 'Answered',
      'send-back-pending': 'Send-back pending', 'in-arbitration': 'In arbitration', 'on-ledger': 'On the ledger',
      'sent-back': 'Sent back', terminated: 'Terminated',
    },
    channel: {
      web: 'Web', hotline: '12345 hotline', app: 'App', 'mini-programme': 'Mini programme', open311: 'Open311', partner: 'Partner system',
      'grid-worker': 'Grid worker', letter: 'Letter', 'e-mail': 'E-mail', import: 'Import',
    },
    urgency: { ordinary: 'Ordinary', urgent: 'Urgent' },
    essential: { who: 'who', when: 'when', where: 'where', cause: 'cause', course: 'course' },
    light: { green: 'In time', yellow: 'Due soon', red: 'Overdue' },
    role: {
      operator: 'Operator', dispatcher: 'Dispatcher', arbitrator: 'Arbitrator', receiver: 'Receiver', handler: 'Handler', leader: 'Unit leader',
      'call-back': 'Call-back', supervisor: 'Supervisor', 'knowledge-editor': 'Knowledge editor', 'knowledge-approver': 'Knowledge approver',
      analyst: 'Analyst', auditor: 'Auditor', 'system-admin': 'System administrator', 'security-admin': 'Security administrator',
      inspector: 'Quality inspector', mayor: 'City leader',
    },
    command: {
      supplement: 'Add', withdraw: 'Withdraw', urge: 'Urge', classify: 'Classify', 'answer-at-once': 'Answer at once', refer: 'Refer',
      dispatch: 'Dispatch', 'decide-send-back': 'Decide the send-back', designate: 'Arbitrate', acknowledge: 'Acknowledge', 'send-back': 'Send back',
      contact: 'Contact', 'sub-assign': 'Sub-assign', answer: 'Answer', review: 'Review', evaluate: 'Rate', 'open-follow-up': 'Formal follow-up',
    },
    clock: { dispatch: 'Dispatch', acknowledge: 'Acknowledge', contact: 'Contact', finish: 'Finish' },
  },
);
