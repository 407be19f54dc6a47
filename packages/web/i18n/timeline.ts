import type { TimelineItem } from '@suban/domain/api.ts';
import type { ReferralReason } from '@suban/domain/dispatch/requests.ts';
import type { Dimension } from '@suban/domain/evaluate/requests.ts';
import type { EventType } from '@suban/domain/events.ts';
import type { AnswerOutcome, ContactRequest } from '@suban/domain/handle/requests.ts';
import { type Language, dictionary, nameIn } from './language.ts';

/** Who reads the timeline: to the citizen it says “you”, to staff “the citizen”. */
export type Reader = 'citizen' | 'staff';

type Told = {
  /** The reader, when the citizen; “the citizen” else. */
  readonly you: string;
  /** The unit the line is about: whom it went to, else who acted; the dispatch centre where none is named. */
  readonly unit: string;
  readonly item: TimelineItem;
};
type Sentences = Record<EventType, (told: Told) => string>;

type Words = {
  citizen: string;
  reader: string;
  someUnit: string;
  sentence: Sentences;
  referral: Record<ReferralReason, string>;
  outcome: Record<AnswerOutcome, string>;
  method: Record<ContactRequest['method'], string>;
  dimension: Record<Dimension, string>;
  /** What the words beside an event are. */
  text: Record<string, string>;
};

const is = (item: TimelineItem, key: string, value: string | boolean): boolean => item.data[key] === value;
/** The words for a code in the event's data; '' where the data has none or one unknown. */
const said = <K extends string>(
  table: Readonly<Record<K, string>>,
  item: TimelineItem,
  key: string,
): string => {
  const code = item.data[key];
  return typeof code === 'string' && Object.hasOwn(table, code) ? table[code as K] : '';
};

const outcomeZh: Words['outcome'] = {
  solved: '已解决',
  partly: '部分解决',
  explained: '已说明情况',
  'cannot-now': '暂时办不了',
  'not-our-duty': '不属于本单位职责',
};
const outcomeEn: Words['outcome'] = {
  solved: 'solved',
  partly: 'partly solved',
  explained: 'explained',
  'cannot-now': 'cannot be done for now',
  'not-our-duty': 'not this unit’s duty',
};
const methodZh: Words['method'] = { phone: '打电话', visit: '上门', message: '发消息' };
const methodEn: Words['method'] = { phone: 'by phone', visit: 'in person', message: 'by message' };
const referralZh: Words['referral'] = {
  emergency: '情况紧急，已转交 110、119、120 等紧急救助部门',
  'legal-route': '这件事依法要走专门的途径，办法写在下面',
  'same-matter': '与之前的诉求是同一件事，进展写在下面',
  secrecy: '涉及秘密或他人隐私，不便公开，原因写在下面',
  'not-government': '这件事不归政府管，可以找的渠道写在下面',
  unlawful: '这项诉求不符合法律或公序良俗，原因写在下面',
};
const referralEn: Words['referral'] = {
  emergency: 'This is an emergency and has been handed to 110, 119 or 120',
  'legal-route': 'The law has its own route for this; how to take it is told below',
  'same-matter': 'This is the same matter as before; how it stands is told below',
  secrecy: 'This touches secrets or someone’s privacy; the reason is told below',
  'not-government': 'This is outside the government’s duty; whom to turn to is told below',
  unlawful: 'This is against the law or public morals; the reason is told below',
};

const zh: Words = {
  citizen: '市民',
  reader: '您',
  someUnit: '分拨中心',
  referral: referralZh,
  outcome: outcomeZh,
  method: methodZh,
  dimension: { speed: '处置速度', effect: '处置效果', service: '服务体验', feedback: '反馈质量' },
  text: {
    body: '内容',
    title: '标题',
    address: '地址',
    reason: '说明',
    note: '备注',
    answer: '答复',
    legalBasis: '依据',
    site: '地点',
    findings: '审核意见',
  },
  sentence: {
    filed: ({ you, item }) => {
      if (is(item, 'channel', 'hotline')) return `${you}打来 12345 热线，我们记下了`;
      return `${you}提出了${is(item, 'kind', 'praise') ? '表扬' : '诉求'}，我们收到了`;
    },
    supplemented: ({ you }) => `${you}补充了情况`,
    withdrawn: ({ you }) => `${you}撤回了诉求`,
    urged: ({ you, unit, item }) =>
      item.by === 'citizen' ? `${you}催了一次，承办单位看得到` : `${unit}催促加快办理`,
    classified: ({ item }) =>
      typeof item.data['matter'] === 'string' ? `归入“${item.data['matter']}”一类` : '已归入对应的事项',
    'answered-at-once': ({ you, unit }) => `${unit}直接答复了${you}`,
    referred: ({ item }) => said(referralZh, item, 'reason') || '已为您指明办理途径',
    'passed-to-centre': ({ unit }) => `转给${unit}，由它分到具体单位`,
    dispatched: ({ unit, item }) => {
      if (is(item, 'cause', 'rework')) return `退回${unit}重新办理`;
      return is(item, 'cause', 'designation') ? `指定由${unit}负责到底，不得再退` : `分给${unit}办理`;
    },
    acknowledged: ({ unit }) => `${unit}接下了，开始办理`,
    'send-back-asked': ({ unit, item }) =>
      is(item, 'arbitration', true)
        ? `${unit}认为不归它管；已是第二次，转入裁定`
        : `${unit}认为不归它管，申请退回`,
    'send-back-upheld': () => '退回有理，马上重新分到该管的单位',
    'send-back-refused': () => '退回不成立，仍由原单位办理',
    arbitrated: ({ unit }) => `裁定完成：由${unit}负责`,
    contacted: ({ you, unit, item }) => {
      const how = said(methodZh, item, 'method');
      return is(item, 'reached', true)
        ? `${unit}${how}联系上了${you}`
        : `${unit}${how}联系${you}，没有联系上`;
    },
    'sub-assigned': ({ unit }) => `交给${unit}具体去办`,
    answered: ({ unit, item }) => `${unit}作出答复：${said(outcomeZh, item, 'outcome') || '见下'}`,
    'answer-approved': ({ you, unit, item }) => {
      const outcome = said(outcomeZh, item, 'outcome');
      return outcome ? `${unit}答复${you}：${outcome}` : '答复审核通过';
    },
    'answer-returned': () => '答复没有通过审核，退回改进',
    evaluated: ({ you, item }) => {
      const solved = is(item, 'solved', true) ? '解决了' : '没有解决';
      const unhappy = is(item, 'unhappy', true) && is(item, 'solved', true) ? '，但不满意' : '';
      return is(item, 'via', 'call-back')
        ? `${you}在回访中说：${solved}${unhappy}`
        : `${you}评价：${solved}${unhappy}`;
    },
    reopened: () => '重新打开，再次分拨',
    closed: ({ item }) => (is(item, 'solved', false) ? '这件事已结束' : '这件事办完了'),
    'follow-up-opened': ({ item }) =>
      is(item, 'cause', 'dissatisfied-twice') ? '两次不满意，自动进入督办' : '督查部门已立案督办',
    'circular-issued': () => '已向全市通报',
  },
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const en: Words = {
  citizen: 'the citizen',
  reader: 'you',
  someUnit: 'the dispatch centre',
  referral: referralEn,
  outcome: outcomeEn,
  method: methodEn,
  dimension: { speed: 'Speed', effect: 'Effect', service: 'Service', feedback: 'Feedback' },
  text: {
    body: 'Text',
    title: 'Title',
    address: 'Address',
    reason: 'Explanation',
    note: 'Note',
    answer: 'Answer',
    legalBasis: 'Legal basis',
    site: 'Place',
    findings: 'Review findings',
  },
  sentence: {
    filed: ({ you, item }) =>
      is(item, 'channel', 'hotline')
        ? `${capital(you)} called the 12345 hotline and we took it down`
        : `${capital(you)} told us, and we have it`,
    supplemented: ({ you }) => `${capital(you)} added to it`,
    withdrawn: ({ you }) => `${capital(you)} withdrew the request`,
    urged: ({ you, unit, item }) =>
      item.by === 'citizen'
        ? `${capital(you)} urged it on; the unit can see that`
        : `${capital(unit)} urged it on`,
    classified: () => 'Placed under its matter',
    'answered-at-once': ({ you, unit }) => `${capital(unit)} answered ${you} at once`,
    referred: ({ item }) => said(referralEn, item, 'reason') || 'The route to take is told below',
    'passed-to-centre': ({ unit }) => `Passed to ${unit}, which picks the unit`,
    dispatched: ({ unit, item }) => {
      if (is(item, 'cause', 'rework')) return `Back to ${unit} to be done again`;
      return is(item, 'cause', 'designation')
        ? `${capital(unit)} is named to see it through; it cannot send it back`
        : `Given to ${unit}`;
    },
    acknowledged: ({ unit }) => `${capital(unit)} took it on`,
    'send-back-asked': ({ unit, item }) =>
      `${capital(unit)} says it is not its duty${is(item, 'arbitration', true) ? '; the second time, so it goes to arbitration' : ' and asks to send it back'}`,
    'send-back-upheld': () => 'Rightly sent back; it goes to the right unit now',
    'send-back-refused': () => 'Not rightly sent back; the unit keeps it',
    arbitrated: ({ unit }) => `Decided: ${unit} is responsible`,
    contacted: ({ you, unit, item }) => {
      const how = said(methodEn, item, 'method');
      return is(item, 'reached', true)
        ? `${capital(unit)} reached ${you} ${how}`
        : `${capital(unit)} tried to reach ${you} ${how}, without success`;
    },
    'sub-assigned': ({ unit }) => `${capital(unit)} was asked to do it`,
    answered: ({ unit, item }) =>
      `${capital(unit)} answered: ${said(outcomeEn, item, 'outcome') || 'see below'}`,
    'answer-approved': ({ you, unit, item }) => {
      const outcome = said(outcomeEn, item, 'outcome');
      return outcome ? `${capital(unit)} answered ${you}: ${outcome}` : 'The answer passed review';
    },
    'answer-returned': () => 'The answer did not pass review and was returned',
    evaluated: ({ you, item }) => {
      const solved = is(item, 'solved', true) ? 'solved' : 'not solved';
      const unhappy = is(item, 'unhappy', true) && is(item, 'solved', true) ? ', but not satisfied' : '';
      return `${capital(you)} ${is(item, 'via', 'call-back') ? 'said when called back' : 'rated it'}: ${solved}${unhappy}`;
    },
    reopened: () => 'Opened again, to be dispatched anew',
    closed: ({ item }) => (is(item, 'solved', false) ? 'Ended' : 'Done'),
    'follow-up-opened': ({ item }) =>
      is(item, 'cause', 'dissatisfied-twice')
        ? 'Unsatisfied twice: a formal follow-up opened by itself'
        : 'Supervision opened a formal follow-up',
    'circular-issued': () => 'Told to the whole city in a circular',
  },
};

export const timelineWords = dictionary<Words>(zh, en);

/** One sentence for what happened; null for an event this release has no words for (a newer server). */
export function timelineSentence(lang: Language, item: TimelineItem, reader: Reader): string | null {
  const words = timelineWords[lang];
  if (!Object.hasOwn(words.sentence, item.what)) return null;
  return words.sentence[item.what as EventType]({
    you: reader === 'citizen' ? words.reader : words.citizen,
    unit: item.unit ? nameIn(lang, item.unit) : words.someUnit,
    item,
  });
}
