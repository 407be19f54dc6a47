import { dictionary } from '../../i18n/language.ts';

export const sameAsWords = dictionary(
  {
    title: '和这件是同一件吗？',
    lead: '已有人反映过很像的事。跟进它，您照样有自己的编号，有进展会告诉您，办完由您自己评价。',
    follow: '是同一件，跟进它',
    again: '是同一件，又发生了',
    chosen: '提交后跟进这一件',
    chosenAgain: '提交后注明与这一件相同',
    chosenBefore: '提交后跟进您先前选的那一件',
    undo: '不是同一件',
    filed: (when: string) => `${when}反映`,
    followers: (n: number) => `另有 ${n} 人跟进`,
  },
  {
    title: 'Is it the same as this?',
    lead: 'Somebody has reported something very like it. Follow it: you still have a number of your own, hear of every step and rate the outcome yourself.',
    follow: 'The same: follow it',
    again: 'The same, and it is back',
    chosen: 'You will follow this one once it is sent',
    chosenAgain: 'It will say that this one is back',
    chosenBefore: 'You will follow the one you chose before',
    undo: 'Not the same',
    filed: (when: string) => `reported ${when}`,
    followers: (n: number) => `${n} more follow it`,
  },
);
