import { dictionary } from '../../i18n/language.ts';

export const checkWords = dictionary(
  {
    title: '答复自查',
    notYet: '写下答复，这里就会指出缺什么。',
    nothing: '没有发现缺项',
    failed: '暂时不能自查，可以照常提交。',
  },
  {
    title: 'What the answer lacks',
    notYet: 'As you write, what is missing appears here.',
    nothing: 'Nothing was found missing',
    failed: 'It cannot be checked just now; you can submit all the same.',
  },
);
