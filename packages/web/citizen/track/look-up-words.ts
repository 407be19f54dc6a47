import { dictionary } from '../../i18n/language.ts';

export const lookUpWords = dictionary(
  {
    lookUp: '查办理进度',
    lookUpWhy: '提交时给您的编号和查询码都要填。',
    number: '诉求编号',
    code: '查询码',
    see: '查看进度',
    lostCode: '查询码忘了？用手机号登录“我的诉求”就能看。',
  },
  {
    lookUp: 'See how it stands',
    lookUpWhy: 'You need both the number and the query code you were given.',
    number: 'Request number',
    code: 'Query code',
    see: 'Show progress',
    lostCode: 'Lost the code? Sign in under “Mine” with your phone number.',
  },
);
