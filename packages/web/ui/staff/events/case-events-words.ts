import { dictionary } from '../../../i18n/language.ts';

/** Of its own, for it is read with every case. */
export const caseEventsWords = dictionary(
  { belongs: '属于热点事件', with: (n: number) => `（共 ${n} 件）` },
  { belongs: 'Part of a hot event:', with: (n) => `(${n} requests)` },
);
