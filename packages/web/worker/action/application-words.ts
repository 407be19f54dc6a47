import type { Application } from '@suban/domain/handle/requests.ts';
import { dictionary } from '../../i18n/language.ts';

type Kinds = Record<Application['what'], string>;

const whatZh: Kinds = {
  extension: '延期：到期前提出，只能一次',
  ledger: '挂账：现在确实办不了，定期复查',
  termination: '终止办理',
  closure: '说明理由办结：督办后仍不满意且没有新情况',
};
const whatEn: Kinds = {
  extension: 'Extension: before the limit ends, once',
  ledger: 'Ledger: truly cannot be done yet; looked at again',
  termination: 'Termination',
  closure: 'Closure with reasons: unhappy after the follow-up, nothing new',
};

export const applicationWords = dictionary(
  {
    what: whatZh,
    whatLabel: '申请什么',
    days: '延长几个工作日',
    reviewAt: '复查日期',
    reason: '理由',
    reasonHint: '审批人看得到；不公开给市民',
    asked: '申请内容',
    extension: (days: number) => `延期 ${days} 个工作日`,
    ledger: (until: string) => `挂账，${until} 复查`,
    termination: '终止办理',
    closure: '说明理由办结',
    from: (original: string) => `原定 ${original} 答复`,
    decision: '审批',
    granted: '批准',
    refused: '不批准，继续办理',
    decisionReason: '审批理由',
    decisionHint: '批准的，市民看得到这段话',
    send: '提交审批决定',
    resume: '为什么现在可以办了',
    waiting: (what: string) => `申请${what}，等待审批`,
  },
  {
    what: whatEn,
    whatLabel: 'What is asked for',
    days: 'Working days more',
    reviewAt: 'Review date',
    reason: 'Reason',
    reasonHint: 'Read by whoever decides, not by the citizen',
    asked: 'What is asked for',
    extension: (days: number) => `extension of ${days} working day${days === 1 ? '' : 's'}`,
    ledger: (until: string) => `ledger, to be looked at again on ${until}`,
    termination: 'termination',
    closure: 'closure with reasons',
    from: (original: string) => `First due ${original}`,
    decision: 'Decision',
    granted: 'Grant',
    refused: 'Refuse: the work goes on',
    decisionReason: 'Reason for the decision',
    decisionHint: 'When granted, the citizen reads this',
    send: 'Decide',
    resume: 'Why it can be done now',
    waiting: (what: string) => `Waiting for a decision: ${what}`,
  },
);
