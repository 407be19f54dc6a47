import { dictionary } from '../../i18n/language.ts';

export const togetherWords = dictionary(
  {
    into: '并入哪一件（主件）',
    intoHint: '同一件事、还在办的诉求。并入后随主件一并答复，市民的编号不变、单独评价。',
    casePlaceholder: '输入编号，或地点、事情中的词',
    mergeReason: '并单说明',
    split: '为什么要单独办理',
    splitHint: '拆出后回到待分拨，重新计算分拨时限',
    unit: '请哪个单位协办',
    ask: '请它做什么',
    askHint: '协办单位有自己的反馈时限，主办单位仍对全件负责',
    report: '协办情况',
    kept: '承诺的事办好了吗',
    keptYes: '办好了',
    keptNo: '还没办好',
    promiseReport: '兑现情况',
    photos: '照片',
  },
  {
    into: 'Which case it follows',
    intoHint:
      'The same matter, still open. Both are answered together; the citizen keeps the number and rates alone.',
    casePlaceholder: 'A number, or words of the place or matter',
    mergeReason: 'Why they are merged',
    split: 'Why it goes its own way',
    splitHint: 'It goes back to be dispatched, with the time a new case has',
    unit: 'Unit to help',
    ask: 'What it is asked to do',
    askHint: 'It reports by a deadline of its own; the lead stays accountable for the whole',
    report: 'What was done',
    kept: 'Is what was promised done?',
    keptYes: 'Done',
    keptNo: 'Not done yet',
    promiseReport: 'What became of it',
    photos: 'Photos',
  },
);
