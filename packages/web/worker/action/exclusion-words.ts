import { dictionary } from '../../i18n/language.ts';

export const exclusionWords = dictionary(
  {
    reason: '剔除理由',
    reasonHint: '准予后随诉求编号公开，不含个人信息',
    text: '具体说明',
    textHint: '督查人员看得到；不公开',
    evidence: '证明材料照片',
    asked: '申请内容',
    decision: '决定',
    granted: '准予剔除',
    refused: '不予剔除',
    why: '决定理由',
    send: '决定',
    revoke: '撤销理由',
    revokeHint: '撤销后重新计入单位指标',
  },
  {
    reason: 'Why it should be excluded',
    reasonHint: 'Published with the request’s number once granted; no personal data',
    text: 'In your own words',
    textHint: 'Supervision reads it; it is not published',
    evidence: 'Photos of the evidence',
    asked: 'What is asked',
    decision: 'Decision',
    granted: 'Exclude it',
    refused: 'Do not exclude it',
    why: 'Reason for the decision',
    send: 'Decide',
    revoke: 'Why it is taken back',
    revokeHint: 'It counts among the unit’s indicators again',
  },
);
