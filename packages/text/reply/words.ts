/** Stable: pages and reports go by these. */
export const findingCodes = [
  'forwarding-only',
  'template-only',
  'off-topic',
  'ask-unanswered',
  'no-basis',
  'no-route',
  'no-action',
  'no-date',
  'personal-data',
] as const;
export type FindingCode = (typeof findingCodes)[number];

/** What each finding tells the handler. */
export const findingWords: Readonly<Record<FindingCode, { readonly zh: string; readonly en: string }>> = {
  'forwarding-only': {
    zh: '只说已收到、已转办，没有答复问题本身',
    en: 'Says only that it was received and passed on; the matter itself is not answered',
  },
  'template-only': {
    zh: '只有套话，没有说到这件事',
    en: 'Courtesies only; nothing is said on this matter',
  },
  'off-topic': {
    zh: '看起来没有说到所问的事，请核对是否答错了件',
    en: 'Seems to be about something else; check that this is the right case',
  },
  'ask-unanswered': {
    zh: '这一问没有找到回应',
    en: 'No answer was found to this',
  },
  'no-basis': {
    zh: '不予办理，但没有写明依据',
    en: 'Refuses without naming the legal basis',
  },
  'no-route': {
    zh: '不予办理，但没有告诉市民可以找谁、怎么办',
    en: 'Refuses without saying whom to turn to or what can be done',
  },
  'no-action': {
    zh: '没有写明做了什么',
    en: 'Does not say what was done',
  },
  'no-date': {
    zh: '还没办完，但没有承诺时间',
    en: 'Not finished, and no date is promised',
  },
  'personal-data': {
    zh: '含有个人信息，公开前请删去',
    en: 'Contains personal data; take it out before it is published',
  },
};
