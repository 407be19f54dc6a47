import type { AppealEvent } from '../events.ts';
import type { Settings } from '../settings.ts';

type Words = { readonly zh: string; readonly en: string };
const days = (n: number): string => `${n} working day${n === 1 ? '' : 's'}`;
const percent = (share: number): string => `${Math.round(share * 1000) / 10}%`;

/**
 * Everything the system decides by itself, in words, with the numbers of one version of the settings. The case page cites
 * the rule and the version an automatic step followed; the page of rules shows them all.
 */
export const automaticRules = {
  limit: () => ({
    zh: '办理时限取最具体的一条：时限表中指明事项的优先于指明紧急程度的，再次为指明类型的、指明单位层级的；表中没有的按事项目录，事项未定的按类型。紧急诉求不因一般规定而放宽。',
    en: 'The most particular limit holds: a line of the table that names the matter, then the urgency, the kind, the level of the unit; else the matter’s own in the catalogue, else the kind’s. What is urgent is never given longer by a line that does not speak of urgency.',
  }),
  'automatic-dispatch': ({ automaticDispatch }: Settings) => ({
    zh: `管理员开启自动分拨的事项（现有${automaticDispatch.length}项），建议的把握达到该事项设定值时，由系统直接分拨一次；保密、紧急、涉险、投诉单位的诉求，以及属地事项地点不明的除外。单位可以退单，分拨员可以改派。`,
    en: `Of the matters an administrator has turned on (${automaticDispatch.length} now), the system dispatches by itself, once, what it is sure enough of; never what is confidential, urgent or dangerous, never a complaint about a unit, nor a local duty whose place is not known. The unit may send it back and a dispatcher may dispatch it elsewhere.`,
  }),
  'yellow-light': ({ yellowAt }: Settings) => ({
    zh: `任一时限用去${percent(yellowAt)}时亮黄灯，每个时限一次。`,
    en: `A clock’s light turns yellow at ${percent(yellowAt)} of its limit, once a clock.`,
  }),
  'red-light': () => ({
    zh: '任一时限到期仍未完成时亮红灯，每个时限一次；后续时限不掩盖先前的超期。',
    en: 'A clock’s light turns red at expiry, once a clock; a later clock never hides an earlier breach.',
  }),
  chase: ({ ladderDays }: Settings) => ({
    zh: `分拨或办理超期${ladderDays.chase}个工作日后系统催办，抄送单位负责人。`,
    en: `${days(ladderDays.chase)} after a dispatch or an answer was due the system chases the unit, with a copy to its leader.`,
  }),
  'co-handling-due': ({ coHandleDays }: Settings) => ({
    zh: `协办单位${coHandleDays}个工作日内未反馈的，系统催办。`,
    en: `A co-handling unit that has not reported within ${days(coHandleDays)} is chased by the system.`,
  }),
  'overdue-follow-up': ({ ladderDays }: Settings) => ({
    zh: `催办后${ladderDays.followUp}个工作日仍未分拨或办结的，自动督办立案，完成前不得结束。`,
    en: `Not dispatched or answered ${days(ladderDays.followUp)} after the chasing: a formal follow-up opens by itself, and ends only when it is done.`,
  }),
  'overdue-circular': ({ ladderDays }: Settings) => ({
    zh: `督办后${ladderDays.circular}个工作日仍未办结的，自动通报。`,
    en: `Not answered ${days(ladderDays.circular)} after the follow-up: a circular goes out by itself.`,
  }),
  'no-taker': () => ({
    zh: '签收时限内无人签收的，自动转裁定；其间由兜底单位先行办理（先办后议）。指定承办的除外。',
    en: 'What nobody acknowledges in time goes to arbitration by itself, and the backstop unit acts meanwhile; not where the unit was designated.',
  }),
  'second-send-back': ({ sendBackDays }: Settings) => ({
    zh: `退单须在分拨后${sendBackDays}个工作日内提出；同一诉求第二次退单自动转裁定，其间由兜底单位先行办理。`,
    en: `A unit may send back within ${days(sendBackDays)} of dispatch; an appeal’s second send-back goes to arbitration by itself, and the backstop unit acts meanwhile.`,
  }),
  'ledger-review': ({ ledgerDays }: Settings) => ({
    zh: `挂账最长${ledgerDays}个工作日；到复查日期自动恢复办理，时限顺延停止的时间。`,
    en: `On the ledger for at most ${days(ledgerDays)}; on its review date it is taken up again by itself, due later by the time it stood still.`,
  }),
  'call-back-sample': ({ callBackShare }: Settings) => ({
    zh: `随机抽取${percent(callBackShare)}的已答复诉求，由承办单位以外的人回访。`,
    en: `${percent(callBackShare)} of what is answered, chosen by chance, is called back by somebody outside the handling unit.`,
  }),
  'call-back-silent': ({ callBackAfterDays }: Settings) => ({
    zh: `答复后${callBackAfterDays}个工作日未评价的，安排回访。`,
    en: `Not rated ${days(callBackAfterDays)} after the answer: a call-back is planned.`,
  }),
  'close-unrated': ({ closeUnratedDays }: Settings) => ({
    zh: `答复后${closeUnratedDays}个工作日仍未评价的，按“未评价”结案，不计为满意。`,
    en: `Still not rated ${days(closeUnratedDays)} after the answer: closed as unrated, which never counts as satisfied.`,
  }),
  'promise-due': () => ({
    zh: '承诺日期到达时提醒单位反馈是否兑现（办结不等于解决）。',
    en: 'On the promised date the unit is asked whether the promise was kept: closed is not solved.',
  }),
  'promise-broken': ({ promiseGraceDays }: Settings) => ({
    zh: `承诺日期过后${promiseGraceDays}个工作日未反馈兑现的，自动督办立案。`,
    en: `Not reported as kept ${days(promiseGraceDays)} after the promised date: a formal follow-up opens by itself.`,
  }),
  rework: ({ unhappyStars }: Settings) => ({
    zh: `市民认为未解决，或四项评价平均不高于${unhappyStars}星的，自动退回原单位重办，时限重新计算。`,
    en: `Not solved, or a mean of the four stars of ${unhappyStars} or less: back to the unit by itself as rework, with a new limit.`,
  }),
  'second-dissatisfaction': () => ({
    zh: '再次不满意的，自动督办立案并全市通报。',
    en: 'Dissatisfied a second time: a formal follow-up and a circular to the whole city, by themselves.',
  }),
  'shared-answer': () => ({
    zh: '并单的诉求与主单同时得到答复，各自评价；不满意的单独重办，不影响主单。',
    en: 'A follower is answered with its master and rates for itself; an unhappy one gets its own rework, and the master is not reopened.',
  }),
  'claimed-same': ({ sameEvent }: Settings) => ({
    zh: `市民指认与某件在办诉求是同一件事，且系统比对把握不低于${percent(sameEvent.mergeFrom)}的，自动并入；保密、举报、投诉单位的除外，把握不足的由分拨员判断。`,
    en: `Merged by itself where the citizen says that it is the same as one still open and the texts agree with a chance of ${percent(sameEvent.mergeFrom)} or more; nothing confidential, no tip-off, no complaint about a unit. In doubt a dispatcher decides.`,
  }),
  repeat: ({ sameEvent }: Settings) => ({
    zh: `与${sameEvent.repeatDays}天内答复过的诉求地点相同、事项相同（比对把握不低于${percent(sameEvent.repeatFrom)}）的，记为重复诉求，两件都注明；${sameEvent.soonDays}天内的另计短期重复。`,
    en: `The same place and matter as what was answered within ${sameEvent.repeatDays} days, with a chance of ${percent(sameEvent.repeatFrom)} or more: noted as a repeat on both, and within ${sameEvent.soonDays} days as one that came soon.`,
  }),
  'new-calendar': () => ({
    zh: '次年放假安排公布前，跨年时限按法定节假日推算并标“暂定”；公布后自动重算。',
    en: 'Until next year’s calendar is published, what falls due in it is reckoned with the statutory holidays and marked provisional; it is reckoned anew when the calendar is there.',
  }),
} as const satisfies Readonly<Record<string, (settings: Settings) => Words>>;

export type AutomaticRule = keyof typeof automaticRules;

/** The rule by which the system did this; null for what a person decided. */
export function ruleOf(event: AppealEvent): AutomaticRule | null {
  switch (event.type) {
    case 'dispatched':
      if (event.data.automatic !== undefined) return 'automatic-dispatch';
      return event.data.cause === 'rework' ? 'rework' : 'limit';
    case 'light-raised':
      return event.data.light === 'red' ? 'red-light' : 'yellow-light';
    case 'chased':
      return event.data.clock === 'co-handle' ? 'co-handling-due' : 'chase';
    case 'follow-up-opened':
      return followUpRule[event.data.cause];
    case 'circular-issued':
      return event.data.cause === 'overdue' ? 'overdue-circular' : followUpRule[event.data.cause];
    case 'arbitration-called':
      return 'no-taker';
    case 'backstop-named':
      return 'second-send-back';
    case 'call-back-planned':
      return `call-back-${event.data.cause}`;
    case 'promise-due':
      return 'promise-due';
    case 'closed':
      return event.data.how === 'unrated' ? 'close-unrated' : null;
    case 'merged':
      return event.data.chance === undefined ? null : 'claimed-same';
    case 'repeat-noted':
    case 'recurred':
      return 'repeat';
    case 'answer-shared':
      return 'shared-answer';
    case 'clocks-recomputed':
      return 'new-calendar';
    default:
      return null;
  }
}

const followUpRule = {
  'dissatisfied-twice': 'second-dissatisfaction',
  overdue: 'overdue-follow-up',
  'promise-broken': 'promise-broken',
  supervisor: null,
} as const;
