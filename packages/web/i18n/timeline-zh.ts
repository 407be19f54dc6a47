import type { TimelineItem } from '@suban/domain/api.ts';
import { exclusionReasonWords } from '@suban/domain/words.ts';
import {
  type AboveWords,
  type CauseWords,
  type ClockWords,
  type ContactedWords,
  countOf,
  type HandlingWords,
  is,
  otherOf,
  said,
  type Told,
  type TimelineWords,
  type TogetherWords,
} from './timeline-told.ts';

const outcome: TimelineWords['outcome'] = {
  solved: '已解决',
  partly: '部分解决',
  explained: '已说明情况',
  'cannot-now': '暂时办不了',
  'not-our-duty': '不属于本单位职责',
};
const contacted: ContactedWords = {
  yes: '；承办单位联系过',
  no: '；承办单位没有联系过',
  unsure: '；不记得承办单位有没有联系过',
};
const method: TimelineWords['method'] = { phone: '打电话', visit: '上门', message: '发消息' };
const referral: TimelineWords['referral'] = {
  emergency: '情况紧急，已转交 110、119、120、122 等紧急救助部门',
  'legal-route': '这件事依法要走专门的途径，办法写在下面',
  'same-matter': '与之前的诉求是同一件事，进展写在下面',
  secrecy: '涉及秘密或他人隐私，不便公开，原因写在下面',
  'not-government': '这件事不归政府管，可以找的渠道写在下面',
  unlawful: '这项诉求不符合法律或公序良俗，原因写在下面',
};
const application: TimelineWords['application'] = {
  extension: '延期',
  ledger: '挂账',
  termination: '终止办理',
  closure: '说明理由办结',
};
const level: TimelineWords['level'] = { ordinary: '督办', listed: '挂牌督办', summons: '约谈' };
const clock: ClockWords = {
  dispatch: '分拨',
  acknowledge: '签收',
  contact: '联系市民',
  finish: '办结',
  'co-handle': '协办反馈',
};
const followUp: CauseWords = {
  'dissatisfied-twice': '两次不满意，自动进入督办',
  supervisor: '督查部门已立案督办',
  overdue: '催办后仍未办结，自动进入督办',
  'promise-broken': '承诺到期没有兑现，自动进入督办',
};
const circular: CauseWords = {
  'dissatisfied-twice': '两次不满意，已向全市通报',
  supervisor: '督查部门已向全市通报',
  overdue: '督办后仍未办结，已向全市通报',
  'promise-broken': '承诺没有兑现，已向全市通报',
};

/** `，最迟 3月5日 18:00 答复`, where the data has the time. */
const by = (told: Told) => (told.when('finishDue') ? `，最迟 ${told.when('finishDue')} 答复` : '');

const handling: HandlingWords = {
  applied: ({ unit, item, when }) => {
    const days = countOf(item, 'days');
    const review = when('reviewAt');
    const more = `${days > 0 ? ` ${days} 个工作日` : ''}${review ? `至 ${review} 复查` : ''}`;
    return `${unit}申请${said(application, item, 'what')}${more}，等待审批`;
  },
  'application-refused': ({ unit, item }) =>
    `${unit}没有批准${said(application, item, 'what')}申请，继续办理`,
  extended: (told) => {
    const days = countOf(told.item, 'days');
    return `办理时限延长${days > 0 ? ` ${days} 个工作日` : ''}${by(told)}`;
  },
  'put-on-ledger': ({ when }) => {
    const review = when('reviewAt');
    return `现在还办不了，先挂账${review ? `，${review} 复查` : ''}；仍算未解决`;
  },
  resumed: (told) =>
    told.item.by === 'system' ? `复查日期到了，自动恢复办理${by(told)}` : `${told.unit}恢复了办理${by(told)}`,
  terminated: ({ unit }) => `经${unit}批准，终止办理`,
  joined: ({ unit, when }) => `请${unit}协办${when('due') ? `，${when('due')} 前反馈` : ''}`,
  reported: ({ unit }) => `${unit}反馈了协办情况`,
  recused: () => '一名工作人员回避，不再经手',
  'promise-reported': ({ unit, item }) =>
    is(item, 'kept', true) ? `${unit}报告：承诺的事办好了` : `${unit}报告：承诺的事还没办好`,
  'promise-due': ({ named }) => `${named || '承办单位'}承诺的日期到了，等它报告办好没有`,
  'clocks-recomputed': (told) =>
    `放假安排已公布，时限重新计算${by(told)}${is(told.item, 'provisional', true) ? '（暂定）' : ''}`,
};

const daysAfter = (item: TimelineItem): string => {
  const days = countOf(item, 'days');
  return days === 0 ? '不到一天' : ` ${days} 天`;
};

const together: TogetherWords = {
  merged: ({ you, item }) => {
    const master = item.data['master'];
    const into = typeof master === 'string' ? `并入 ${master}，` : '';
    return `${into}和同一件事的其他诉求合并办理；${you}的编号不变，答复会单独告知`;
  },
  split: () => '不再合并，单独办理',
  'answer-shared': ({ you, unit }) => `合并办理的事有了结果：${unit}答复${you}`,
  'followers-changed': ({ item }) => (is(item, 'by', -1) ? '并入的诉求少了一件' : '又有一件同样的诉求并入'),
  'repeat-noted': ({ item }) =>
    `重复诉求：与 ${otherOf(item)} 是同一件事，那件答复后${daysAfter(item)}又反映`,
  recurred: ({ item }) => `答复后${daysAfter(item)}，同一件事又有人反映：${otherOf(item)}`,
  'arbitration-called': () => '到期无人签收，自动转入裁定',
  'backstop-named': ({ unit }) => `先办后议：裁定期间由${unit}先行处理`,
};

const above: AboveWords = {
  'light-raised': ({ named, item, when }) => {
    const limit = `${named ? `${named}的` : ''}${said(clock, item, 'clock')}时限`;
    const due = when('due') ? `（${when('due')}）` : '';
    return is(item, 'light', 'red') ? `${limit}已过${due}，亮红灯` : `${limit}快到了${due}，亮黄灯`;
  },
  chased: ({ named, item }) =>
    `${said(clock, item, 'clock')}超期，自动向${named || '承办单位'}催办，并抄送单位领导`,
  'follow-up-opened': ({ item }) => {
    const why = said(followUp, item, 'cause') || '已立案督办';
    return is(item, 'level', 'listed') || is(item, 'level', 'summons')
      ? `${why}：${said(level, item, 'level')}`
      : why;
  },
  'follow-up-closed': () => '督办办结',
  'circular-issued': ({ item }) => said(circular, item, 'cause') || '已向全市通报',
  'exclusion-asked': ({ unit, item }) => `${unit}申请剔除：${said(exclusionReasonWords.zh, item, 'reason')}`,
  'exclusion-granted': ({ unit, item }) =>
    `准予剔除，不计入${unit}的指标：${said(exclusionReasonWords.zh, item, 'reason')}`,
  'exclusion-refused': ({ unit }) => `不予剔除，照常计入${unit}的指标`,
  'exclusion-revoked': ({ unit }) => `撤销剔除，重新计入${unit}的指标`,
  'call-back-planned': ({ item }) =>
    is(item, 'cause', 'sample') ? '随机抽中，由承办单位以外的人回访核实' : '还没有评价，安排回访',
  checked: ({ you, item }) => {
    if (!is(item, 'reached', true)) return `回访核实，没有联系上${you}`;
    const contact = said(contacted, item, 'contacted');
    if (is(item, 'solved', true)) return `回访核实：${you}说解决了${contact}`;
    return is(item, 'solved', false)
      ? `回访核实：${you}说没有解决${contact}`
      : `回访核实：联系上了${you}${contact}`;
  },
};

export const timelineZh: TimelineWords = {
  citizen: '市民',
  reader: '您',
  someUnit: '分拨中心',
  referral,
  outcome,
  method,
  application,
  level,
  text: {
    body: '内容',
    title: '标题',
    address: '地址',
    reason: '说明',
    'referred.reason': '原因',
    route: '途径',
    note: '备注',
    answer: '答复',
    legalBasis: '依据',
    site: '地点',
    findings: '审核意见',
    report: '反馈',
  },
  sentence: {
    ...handling,
    ...together,
    ...above,
    filed: ({ you, item }) => {
      if (is(item, 'channel', 'hotline')) return `${you}打来 12345 热线，我们记下了`;
      return `${you}提出了${is(item, 'kind', 'praise') ? '表扬' : '诉求'}，我们收到了`;
    },
    supplemented: ({ you }) => `${you}补充了情况`,
    withdrawn: ({ you }) => `${you}撤回了诉求`,
    urged: ({ you, unit, item }) =>
      item.by === 'citizen' ? `${you}催了一次，承办单位看得到` : `${unit}催促加快办理`,
    concealed: ({ you }) => `${you}要求保密，身份只有必须知道的人看得到`,
    contested: ({ you }) => `${you}对结果有异议，分拨中心重新处理`,
    classified: ({ item }) =>
      typeof item.data['matter'] === 'string' ? `归入“${item.data['matter']}”一类` : '已归入对应的事项',
    'answered-at-once': ({ you, unit }) => `${unit}直接答复了${you}`,
    referred: ({ item }) => said(referral, item, 'reason') || '已为您指明办理途径',
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
      const how = said(method, item, 'method');
      return is(item, 'reached', true)
        ? `${unit}${how}联系上了${you}`
        : `${unit}${how}联系${you}，没有联系上`;
    },
    'sub-assigned': ({ unit }) => `交给${unit}具体去办`,
    answered: ({ unit, item }) => `${unit}作出答复：${said(outcome, item, 'outcome') || '见下'}`,
    'answer-approved': ({ you, unit, item }) => {
      const how = said(outcome, item, 'outcome');
      return how ? `${unit}答复${you}：${how}` : '答复审核通过';
    },
    'answer-returned': () => '答复没有通过审核，退回改进',
    evaluated: ({ you, item }) => {
      const solved = is(item, 'solved', true) ? '解决了' : '没有解决';
      const unhappy = is(item, 'unhappy', true) && is(item, 'solved', true) ? '，但不满意' : '';
      const all = `${solved}${unhappy}${said(contacted, item, 'contacted')}`;
      return is(item, 'via', 'call-back') ? `${you}在回访中说：${all}` : `${you}评价：${all}`;
    },
    reopened: () => '重新打开，再次分拨',
    closed: ({ item }) => {
      if (is(item, 'how', 'reasoned')) return '督办后没有新情况，说明理由办结';
      if (is(item, 'how', 'unrated')) return '一直没有评价，到期结束；不算好评';
      return is(item, 'solved', false) ? '这件事已结束' : '这件事办完了';
    },
  },
};
