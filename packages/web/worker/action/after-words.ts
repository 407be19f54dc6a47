import type { AppealState } from '@suban/domain/appeal.ts';
import { dictionary } from '../../i18n/language.ts';
import type { DeskCommand } from './commands.ts';

/** What happens next, said once a command is done. */
type After = Record<DeskCommand, (state: AppealState) => string>;

const zh: After = {
  supplement: () => '已补充，承办单位看得到',
  urge: () => '已催办，承办单位看得到',
  classify: () => '已归类',
  'answer-at-once': () => '已直接答复，市民可以评价',
  refer: () => '已引导，市民看得到理由和途径',
  dispatch: (state) => (state === 'received' ? '已转给分拨中心，由它再分到单位' : '已分拨，等单位签收'),
  'decide-send-back': (state) =>
    state === 'received' ? '退单成立，此件回到待分拨' : '退单不成立，仍由原单位办理',
  designate: () => '已裁定，等指定单位签收',
  merge: () => '已并单，随主件一并答复，市民编号不变',
  split: () => '已拆单，回到待分拨',
  acknowledge: () => '已签收，请在时限内联系市民',
  'send-back': () => '已申请退单，等分拨中心裁决',
  contact: () => '联系情况已记录',
  'sub-assign': () => '已派给下级单位',
  answer: () => '答复已提交，等单位领导审核',
  review: (state) => (state === 'awaiting-rating' ? '审核通过，已请市民评价' : '已退回承办人改进'),
  apply: () => '申请已提交，批准之前时限照常计算',
  'decide-application': () => '审批已记录，申请单位和市民看得到',
  resume: () => '已恢复办理，时限接着计算',
  invite: () => '已请该单位协办，由它在时限内向主办单位反馈',
  report: () => '协办情况已反馈给主办单位',
  recuse: () => '已回避，此件不再由您经手',
  'report-promise': () => '承诺兑现情况已记录',
  evaluate: (state) => (state === 'closed' ? '已记录，此件办完了' : '已记录，此件自动退回重办'),
  check: () => '回访核实已记录，不改变市民自己的评价',
  'open-follow-up': () => '已立案督办',
  'close-follow-up': () => '督办已办结',
  'issue-circular': () => '已向全市通报',
  'ask-exclusion': () => '已申请剔除，由督查决定',
  'decide-exclusion': () => '已决定；准予的，理由对外公开',
  'revoke-exclusion': () => '已撤销，重新计入单位指标',
};
const en: After = {
  supplement: () => 'Added; the unit can see it',
  urge: () => 'Urged; the unit can see it',
  classify: () => 'Classified',
  'answer-at-once': () => 'Answered; the citizen may rate it',
  refer: () => 'Referred; the citizen sees the reason and the route',
  dispatch: (state) =>
    state === 'received'
      ? 'Passed to the dispatch centre, which picks the unit'
      : 'Dispatched; the unit acknowledges it next',
  'decide-send-back': (state) =>
    state === 'received' ? 'Upheld; the case is back to be dispatched' : 'Refused; the unit keeps the case',
  designate: () => 'Decided; the designated unit acknowledges it next',
  merge: () => 'Merged; it is answered with the other and keeps its number',
  split: () => 'Split off; it is back to be dispatched',
  acknowledge: () => 'Acknowledged; contact the citizen in time',
  'send-back': () => 'Send-back asked for; the dispatch centre decides',
  contact: () => 'Contact recorded',
  'sub-assign': () => 'Assigned to the unit below',
  answer: () => 'Answer handed in; the unit’s leader reviews it',
  review: (state) =>
    state === 'awaiting-rating' ? 'Approved; the citizen is asked to rate' : 'Returned to the handler',
  apply: () => 'Asked for; until it is granted the limit runs on',
  'decide-application': () => 'Decided; the unit and the citizen can see it',
  resume: () => 'Taken up again; the limit runs on',
  invite: () => 'Invited; the unit reports to the lead in time',
  report: () => 'Reported to the lead unit',
  recuse: () => 'You stepped back; the case is no longer yours to handle',
  'report-promise': () => 'What became of the promise is recorded',
  evaluate: (state) =>
    state === 'closed' ? 'Recorded; the case is done' : 'Recorded; the case goes back by itself',
  check: () => 'Check recorded; the citizen’s own rating stays as it is',
  'open-follow-up': () => 'Formal follow-up opened',
  'close-follow-up': () => 'Formal follow-up closed',
  'issue-circular': () => 'Told to the whole city in a circular',
  'ask-exclusion': () => 'Asked for; supervision decides',
  'decide-exclusion': () => 'Decided; what is granted is published with its reason',
  'revoke-exclusion': () => 'Taken back; it counts among the unit’s indicators again',
};

export const afterWords = dictionary(zh, en);
