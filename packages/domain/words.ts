import type { Channel, Kind } from './appeal.ts';
import type { Light } from './limits.ts';
import type { ExclusionReason } from './supervise/requests.ts';

/** Words in both languages: what the pages say of a code, and what a report printed on the server says. */
export type Both<T> = { readonly zh: T; readonly en: T };
/** The English has the Chinese one's type: a missing word does not compile. */
export const both = <T>(zh: T, en: NoInfer<T>): Both<T> => ({ zh, en });

export const kindWords = both<Readonly<Record<Kind, string>>>(
  {
    consultation: '咨询',
    help: '求助',
    complaint: '投诉',
    'tip-off': '举报',
    suggestion: '建议',
    praise: '表扬',
  },
  {
    consultation: 'Question',
    help: 'Help',
    complaint: 'Complaint',
    'tip-off': 'Tip-off',
    suggestion: 'Suggestion',
    praise: 'Praise',
  },
);
export const channelWords = both<Readonly<Record<Channel, string>>>(
  {
    web: '网页',
    hotline: '12345热线',
    app: '客户端',
    'mini-programme': '小程序',
    open311: 'Open311',
    partner: '合作系统',
    'grid-worker': '网格员',
    letter: '来信',
    'e-mail': '邮件',
    import: '导入',
  },
  {
    web: 'Web',
    hotline: '12345 hotline',
    app: 'App',
    'mini-programme': 'Mini programme',
    open311: 'Open311',
    partner: 'Partner system',
    'grid-worker': 'Grid worker',
    letter: 'Letter',
    'e-mail': 'E-mail',
    import: 'Import',
  },
);
export const lightWords = both<Readonly<Record<Light, string>>>(
  { green: '正常', yellow: '临期', red: '超期' },
  { green: 'In time', yellow: 'Due soon', red: 'Overdue' },
);
export const exclusionReasonWords = both<Readonly<Record<ExclusionReason, string>>>(
  {
    'not-duty': '不属该单位职责',
    'law-forbids': '法律政策不允许',
    'beyond-control': '不可抗力或第三方原因',
    'false-report': '反映内容不实',
    repeated: '同一事项已依法办结，重复反映',
  },
  {
    'not-duty': 'Not the unit’s duty',
    'law-forbids': 'Law or policy does not allow it',
    'beyond-control': 'Beyond the unit’s control',
    'false-report': 'What was reported is not so',
    repeated: 'The same matter, lawfully concluded, again',
  },
);
export const clockWords = both<Readonly<Record<'dispatch' | 'acknowledge' | 'contact' | 'finish', string>>>(
  { dispatch: '分拨', acknowledge: '签收', contact: '联系', finish: '办结' },
  { dispatch: 'Dispatch', acknowledge: 'Acknowledge', contact: 'Contact', finish: 'Finish' },
);
