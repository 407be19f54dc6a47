import { z } from 'zod';
import { defaultRoutes } from './dispatch/referral-words.ts';
import type { ReferralReason } from './dispatch/requests.ts';
import { usualAnywhere, usualInTitle } from './govern/alert-words.ts';
import {
  amount,
  automaticLine,
  byKind,
  finish,
  inGroup,
  limitKey,
  limitRow,
  officeHours,
  route,
  whole,
  wordList,
  yesOrNo,
} from './settings-fields.ts';

/** Every limit that RULEBOOK tags [ours] or lets a city vary, with bounds that keep out slips of the pen. */
export const settingsSchema = z
  .strictObject({
    recordings: inGroup(
      'recordings',
      z
        .strictObject({
          voiceSeconds: whole('seconds', 600, '语音最长', 'A voice recording lasts at most', 5),
          videoSeconds: whole('seconds', 300, '视频最长', 'A video lasts at most', 5),
          megabytes: whole('megabytes', 200, '单个文件最大', 'Each is at most', 5),
          keepDays: whole('calendar-days', 3650, '保存', 'Kept for', 30),
        })
        .meta({ zh: '语音和视频', en: 'Voice and video' }),
    ),
    answerCallSeconds: inGroup(
      'hotline',
      whole('seconds', 300, '接听时限（及时接通率按此计算）', 'A call answered in time is answered within'),
    ),
    keepCallerDays: inGroup(
      'hotline',
      whole('calendar-days', 3650, '来电号码保存', 'The number of a caller is kept for'),
    ),
    dispatchMinutes: inGroup(
      'dispatch',
      z
        .strictObject({
          urgent: whole('minutes', 1440, '紧急', 'Urgent'),
          ordinary: whole('minutes', 7 * 1440, '一般', 'Ordinary'),
        })
        .meta({ zh: '分拨时限', en: 'Dispatch within' }),
    ),
    askWhen: inGroup(
      'dispatch',
      byKind(yesOrNo).meta({
        zh: '未写明时间的，标“待补充”并请市民补充',
        en: 'Where no time is told it is marked as missing, and the citizen is asked',
      }),
    ),
    suggestAtLeast: inGroup(
      'dispatch',
      amount(
        'share',
        z.number().min(0).max(0.99),
        '分拨建议：把握低于此值请人工判断',
        'No dispatch is suggested below this confidence',
      ),
    ),
    sendBackDays: inGroup('dispatch', whole('days', 10, '退单时限', 'Send back within')),
    referralRoutes: inGroup(
      'dispatch',
      z
        .strictObject({
          emergency: route('紧急救助', 'Emergency'),
          'legal-route': route('诉讼、仲裁、复议、信访等', 'Court, arbitration, review, petition'),
          'same-matter': route('同一事项且无新情况', 'Same matter, nothing new'),
          secrecy: route('涉及秘密或隐私', 'Secrets or privacy'),
          'not-government': route('不属政府职责', 'Outside government’s duty'),
          unlawful: route('违法或违背公序良俗', 'Unlawful or against public morals'),
        } satisfies Record<ReferralReason, z.ZodString>)
        .meta({ zh: '引导途径（预填，可逐件修改）', en: 'Route told when referring (filled in beforehand)' }),
    ),
    sameEvent: inGroup(
      'dispatch',
      z
        .strictObject({
          mergeFrom: amount(
            'share',
            z.number().min(0.5).max(1),
            '市民认领后自动并单：把握不低于',
            'Merged on the word of a citizen from this chance on',
          ),
          repeatFrom: amount(
            'share',
            z.number().min(0.5).max(1),
            '认定为重复诉求：把握不低于',
            'Noted as a repeat from this chance on',
          ),
          soonDays: whole('calendar-days', 30, '短期重复：答复后', 'Soon again: after the answer, within'),
          repeatDays: whole('calendar-days', 90, '重复诉求：答复后', 'A repeat: after the answer, within'),
        })
        .meta({ zh: '同一事项', en: 'The same event' }),
    ),
    acknowledgeDays: inGroup('handle', whole('days', 10, '签收时限', 'Acknowledge within')),
    contactHours: inGroup('handle', whole('hours', 240, '联系市民时限', 'Contact the citizen within')),
    finishDays: inGroup(
      'handle',
      byKind(finish).meta({
        zh: '办理时限（事项另有规定的除外）',
        en: 'Answer within, where the matter sets no limit',
      }),
    ),
    urgentFinishHours: inGroup(
      'handle',
      whole('hours', 240, '紧急诉求办理时限', 'Answer what is urgent within'),
    ),
    extensionDays: inGroup('handle', whole('days', 60, '延期最长', 'An extension adds at most')),
    ledgerDays: inGroup(
      'handle',
      whole('days', 250, '挂账复核最长间隔', 'On the ledger until looked at again, at most'),
    ),
    coHandleDays: inGroup('handle', whole('days', 60, '协办反馈时限', 'Co-handling units report within')),
    yellowAt: inGroup(
      'lights',
      amount(
        'share',
        z.number().min(0.1).max(0.99),
        '黄灯：已用时限的比例',
        'Yellow light at this share of a limit',
      ),
    ),
    ladderDays: inGroup(
      'ladder',
      z
        .strictObject({
          chase: whole('days', 30, '超期后催办', 'Chase, after expiry'),
          followUp: whole('days', 60, '催办后督办', 'Formal follow-up, after chasing'),
          circular: whole('days', 60, '督办后通报', 'Circular, after the follow-up'),
        })
        .meta({ zh: '催办、督办、通报', en: 'Chase, follow-up, circular' }),
    ),
    urgeEveryHours: inGroup(
      'ladder',
      whole('hours', 720, '市民两次催办的间隔', 'A citizen may urge again after'),
    ),
    promiseGraceDays: inGroup(
      'ladder',
      whole('days', 60, '承诺日期过后多久跟进', 'A broken promise is followed up after', 0),
    ),
    unhappyStars: inGroup(
      'evaluate',
      amount(
        'stars',
        z.number().min(1).max(4.5),
        '不满意：四项平均不高于',
        'Dissatisfied: a mean of the four stars up to',
      ),
    ),
    callBackAfterDays: inGroup(
      'evaluate',
      whole('days', 60, '未评价时多久回访', 'Call back when unrated after'),
    ),
    closeUnratedDays: inGroup('evaluate', whole('days', 120, '未评价时多久结案', 'Close unrated after')),
    callBackShare: inGroup(
      'evaluate',
      amount('share', z.number().min(0).max(1), '随机抽查回访比例', 'Share checked by random call-back'),
    ),
    contestDays: inGroup('evaluate', whole('days', 120, '申诉时限', 'An ending can be contested within')),
    alertFrom: inGroup(
      'alerts',
      whole(
        'appeals',
        50,
        '同一事件预警：诉求不少于',
        'One event raises an alert from so many requests on',
        2,
      ),
    ),
    alertWords: inGroup(
      'alerts',
      z
        .strictObject({
          anywhere: wordList('标题或正文', 'In title or text'),
          inTitle: wordList('仅标题', 'In the title only'),
        })
        .meta({ zh: '敏感词（出现即预警，词间空格）', en: 'Sensitive words, each an alert at once' }),
    ),
    hotFrom: inGroup(
      'alerts',
      amount(
        'appeals',
        z.number().min(0).max(100),
        '热点榜：热度不低于（相当于今天的诉求件数）',
        'Hot events: a heat of at least so many requests of today',
      ),
    ),
    plainFrom: inGroup(
      'alerts',
      whole(
        'appeals',
        1000,
        '提前量：诉求达到此数视为无需预警也能发现',
        'Lead time: without an alert an event would be seen from so many requests on',
        2,
      ),
    ),
    excludedFrom: inGroup(
      'evaluate',
      z
        .strictObject({
          onTime: yesOrNo('按时办结率', 'On time'),
          satisfied: yesOrNo('满意率', 'Satisfied'),
          solved: yesOrNo('解决率', 'Solved'),
        })
        .meta({ zh: '准予剔除的诉求不计入单位的', en: 'A granted exclusion leaves out of a unit’s' }),
    ),
    judgeHours: inGroup(
      'alerts',
      z
        .strictObject({
          sensitive: whole('hours', 240, '敏感词', 'Sensitive words'),
          other: whole('hours', 720, '聚集、骤增', 'Gathering or rise'),
        })
        .meta({ zh: '预警研判时限', en: 'Judge an alert within' }),
    ),
    judgeFollowUpHours: inGroup(
      'alerts',
      whole('hours', 720, '研判超期后督办', 'Formal follow-up of an alert nobody judged, after expiry'),
    ),
    officeHours: inGroup('office', officeHours.meta({ zh: '办公时间', en: 'Office hours' })),
    /** Kind × matter × urgency × unit level, where it differs from the limits above and from the catalogue's. */
    limits: z
      .array(limitRow)
      .max(2000)
      .refine((rows) => new Set(rows.map(limitKey)).size === rows.length, {
        error: 'Invalid table: two lines are about the same',
      }),
    /** 自动分拨: matters the system dispatches by itself when it is at least so sure; none to begin with. */
    automaticDispatch: z
      .array(automaticLine)
      .max(500)
      .refine((lines) => new Set(lines.map(({ matter }) => matter)).size === lines.length, {
        error: 'Invalid list: a matter is there twice',
      }),
  })
  .refine(({ callBackAfterDays, closeUnratedDays }) => callBackAfterDays < closeUnratedDays, {
    path: ['closeUnratedDays'],
    error: 'Too small: an appeal is called back before it is closed unrated',
  });

type Readable<T> = T extends object ? { readonly [K in keyof T]: Readable<T[K]> } : T;
/** Stored as versioned data; the defaults are below. */
export type Settings = Readable<z.infer<typeof settingsSchema>>;
export type LimitRow = Settings['limits'][number];
export type AutomaticLine = Settings['automaticDispatch'][number];

export const defaultSettings: Settings = {
  // Ours: enough to say or show one thing; a minute a phone films is some 60 MB at its best, half of that as most do.
  recordings: { voiceSeconds: 120, videoSeconds: 60, megabytes: 60, keepDays: 730 },
  // GB/T 33358: answered within 15 s.
  answerCallSeconds: 15,
  keepCallerDays: 180,
  dispatchMinutes: { urgent: 30, ordinary: 120 },
  // RULEBOOK §8 counts repeats within 30 days, §10 looks within 7 and 30. The chances are ours.
  sameEvent: { mergeFrom: 0.7, repeatFrom: 0.7, soonDays: 7, repeatDays: 30 },
  acknowledgeDays: 1,
  contactHours: 24,
  sendBackDays: 1,
  // Guangdong's limits of 2022; praise is answered like a suggestion.
  finishDays: { consultation: 2, help: 10, suggestion: 10, complaint: 15, 'tip-off': 15, praise: 10 },
  urgentFinishHours: 24,
  urgeEveryHours: 24,
  yellowAt: 0.75,
  unhappyStars: 2.5,
  ladderDays: { chase: 1, followUp: 5, circular: 5 },
  extensionDays: 10,
  ledgerDays: 60,
  coHandleDays: 3,
  callBackAfterDays: 3,
  closeUnratedDays: 10,
  callBackShare: 0.02,
  promiseGraceDays: 3,
  contestDays: 10,
  referralRoutes: defaultRoutes,
  // Three reports of one event are a weak signal (RULEBOOK §7). The words and the heat are ours.
  alertFrom: 3,
  alertWords: { anywhere: usualAnywhere, inTitle: usualInTitle },
  hotFrom: 0.2,
  plainFrom: 10,
  // RULEBOOK §2: when is one of the five essentials; of what goes on all the time nobody can say it.
  askWhen: {
    consultation: false,
    help: false,
    complaint: true,
    'tip-off': true,
    suggestion: false,
    praise: false,
  },
  // RULEBOOK §8 speaks of exclusion and names no indicator: ours. Held time is never left out.
  excludedFrom: { onTime: true, satisfied: true, solved: true },
  judgeHours: { sensitive: 2, other: 24 },
  judgeFollowUpHours: 24,
  officeHours: [
    { from: 9 * 60, to: 12 * 60 },
    { from: 14 * 60, to: 18 * 60 },
  ],
  limits: [],
  suggestAtLeast: 0.6,
  automaticDispatch: [],
};
