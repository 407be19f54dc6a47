import type { TimelineItem } from '@suban/domain/api.ts';
import type { Appeal } from '@suban/domain/appeal.ts';
import type { EventType } from '@suban/domain/events.ts';
import { evolve } from '@suban/domain/evolve.ts';
import { hiddenFromCitizen } from '@suban/domain/visibility.ts';
import { redact } from '@suban/text/redact.ts';
import { z } from 'zod';
import type { Told } from '../../appeal/history-store.ts';
import { numberOf } from '../../appeal/run-command.ts';
import { citizenTimeline } from '../../appeal/timeline.ts';
import type { Reference } from '../../people/reference-store.ts';
import type { Services } from '../../platform/services.ts';
import { given, longestRange, time, w3 } from './fields.ts';
import { checkedRange } from './requests.ts';
import { readHistories, statusOf, updateKeys } from './store.ts';

/** GET Service Request Updates' arguments. @param offsetMinutes the city's zone, for times that name none */
export const updateFields = (offsetMinutes: number) =>
  z.object({ start_date: given(time(offsetMinutes)), end_date: given(time(offsetMinutes)) });
type UpdateFields = z.infer<ReturnType<typeof updateFields>>;

/**
 * GET Service Request Updates (FixMyStreet's extension): one for everything that happened and a citizen may see, oldest
 * first, of the last 90 days at most. With a key of what that partner filed, without one of what is public.
 * @throws Open311Error 400 for a range that is none
 */
export async function listUpdates(
  services: Pick<Services, 'database' | 'reference' | 'clock'>,
  partner: string | null,
  fields: UpdateFields,
) {
  const now = services.clock();
  const asked = checkedRange(fields.start_date, fields.end_date, now);
  const range = { ...asked, from: Math.max(asked.from, now - longestRange) };
  const reference = services.reference();
  return services.database.scoped('all', async (tx) => {
    const wanted = await updateKeys(tx, partner, range, hiddenFromCitizen);
    const keys = [...new Map(wanted.map(({ key }) => [`${key.cohort}/${key.id}`, key])).values()];
    const histories = await readHistories(tx, keys);
    const views = new Map(histories.flatMap((history) => updatesOf(reference, history)));
    return wanted.flatMap(({ key, seq }) => views.get(`${key.cohort}/${key.id}/${seq}`) ?? []);
  });
}

type Update = ReturnType<typeof updateView>;

/** All updates of one appeal, by key and seq. */
function updatesOf(reference: Reference, history: readonly Told[]): (readonly [string, Update])[] {
  const after = new Map<number, Appeal>();
  let appeal: Appeal | null = null;
  for (const told of history) {
    appeal = evolve(appeal, told);
    after.set(told.seq, appeal);
  }
  return citizenTimeline(reference, history).flatMap((item) => {
    const then = after.get(item.seq);
    return then
      ? [[`${then.key.cohort}/${then.key.id}/${item.seq}`, updateView(reference, then, item)] as const]
      : [];
  });
}

function updateView(reference: Reference, then: Appeal, item: TimelineItem) {
  const number = numberOf(reference, then);
  return {
    update_id: `${number}.${item.seq}`,
    service_request_id: number,
    status: statusOf(then.state),
    updated_datetime: w3(Date.parse(item.at)),
    description: described(item),
    media_url: null,
  };
}

/** Where the words are the city's. What the citizen said later is between the citizen and the city. */
const answers: readonly string[] = ['answered-at-once', 'referred', 'answer-approved'] satisfies EventType[];

/** What happened, whose it is, and what the city said. */
function described(item: TimelineItem): string {
  const what = item.data['reached'] === false ? '未能联系上市民' : happenings[item.what as EventType];
  const said = answers.includes(item.what) ? Object.values(item.texts).map(redact) : [];
  return [item.unit ? `${what}：${item.unit.name}` : what, ...said].join('\n');
}

const happenings: Readonly<Record<EventType, string>> = {
  filed: '已受理',
  supplemented: '市民补充了情况',
  withdrawn: '市民撤回了诉求',
  urged: '市民催办',
  classified: '已归类',
  'answered-at-once': '已直接答复',
  referred: '已指明办理途径',
  'passed-to-centre': '已转分拨中心',
  dispatched: '已分拨',
  'send-back-asked': '承办单位申请退单',
  'send-back-upheld': '退单成立，重新分拨',
  'send-back-refused': '退单不成立，继续办理',
  arbitrated: '已裁定',
  acknowledged: '已签收',
  contacted: '已联系市民',
  'sub-assigned': '已交办',
  answered: '已拟答复',
  'answer-approved': '已答复',
  'answer-returned': '答复退回修改',
  evaluated: '市民已评价',
  reopened: '重新打开，再次分拨',
  closed: '已结',
  'follow-up-opened': '已督办',
  'circular-issued': '已通报',
  'exclusion-asked': '承办单位申请剔除',
  'exclusion-granted': '准予剔除',
  'exclusion-refused': '不予剔除',
  'exclusion-revoked': '撤销剔除',
  concealed: '已按保密件办理',
  contested: '市民提出异议',
  'arbitration-called': '无人签收，转裁定',
  'backstop-named': '兜底单位先行办理',
  merged: '已并入同一事项的诉求',
  split: '已单独办理',
  'answer-shared': '已答复',
  'followers-changed': '关注人数有变化',
  'repeat-noted': '与近期答复过的诉求相同',
  recurred: '同一事项又有反映',
  applied: '承办单位提出申请',
  'application-refused': '申请未获批准',
  extended: '已批准延期',
  'put-on-ledger': '暂不能办，已挂账',
  resumed: '恢复办理',
  terminated: '已终止办理',
  joined: '邀请协办',
  reported: '协办单位已反馈',
  recused: '工作人员回避',
  'promise-reported': '已反馈承诺兑现情况',
  'clocks-recomputed': '已按新日历重算时限',
  'light-raised': '时限预警',
  chased: '系统催办',
  'follow-up-closed': '督办已办结',
  'call-back-planned': '已安排回访',
  'promise-due': '承诺日期已到',
  checked: '已独立回访',
};
