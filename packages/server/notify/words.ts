import type { Template } from './who-hears.ts';

/** What a text message can name. `day`: 3月16日. `reason`: as it was given, shortened; empty where it was erased. */
export type Facts = {
  readonly number: string;
  readonly code: string;
  readonly link: string;
  readonly day: string;
  readonly reason: string;
};

/** Longer ones stand on the tracking page: a text message is read at a glance. */
const longestReason = 60;

export function shortened(reason: string): string {
  const letters = [...reason.replaceAll(/\s+/g, ' ').trim()];
  return letters.length <= longestReason ? letters.join('') : `${letters.slice(0, longestReason).join('')}…`;
}

const because = ({ reason }: Facts) => (reason === '' ? '' : `，原因：${reason}`);

/** 短信 of each template, without the city's name before it. */
export const words: Readonly<Record<Template, (facts: Facts) => string>> = {
  filed: ({ number, code }) => `您的诉求已收到，编号${number}，查询码${code}，可凭此查询进度。`,
  'answered-at-once': ({ number, link }) => `您的诉求${number}已答复，请评价：${link}`,
  referred: ({ number, link }) => `您的诉求${number}已引导至法定途径，详情与评价：${link}`,
  dispatched: ({ number }) => `您的诉求${number}已分拨至承办单位，工作人员将在24小时内与您联系。`,
  'please-rate': ({ number, link }) => `您的诉求${number}已办结，请评价是否解决：${link}`,
  rework: ({ number }) => `您对诉求${number}的评价已收到，已自动退回承办单位重办。`,
  'followed-up': ({ number }) => `您的诉求${number}已列入督办，我们将跟踪到底。`,
  extended: (facts) => `您的诉求${facts.number}需要更多时间办理，最迟${facts.day}答复${because(facts)}。`,
  'put-on-ledger': (facts) =>
    `您的诉求${facts.number}暂时无法解决，已登记跟踪，${facts.day}前再次研究${because(facts)}。`,
  resumed: ({ number, day }) => `您的诉求${number}已恢复办理，最迟${day}答复。`,
  terminated: (facts) => `您的诉求${facts.number}已终止办理${because(facts)}。如有意见请评价：${facts.link}`,
  merged: ({ number }) => `您的诉求${number}与他人反映的同一事项合并办理，编号不变，进展将一并告知您。`,
  split: ({ number }) => `您的诉求${number}已恢复单独办理，我们将尽快分拨。`,
  'answer-shared': ({ number, link }) => `您的诉求${number}已随同一事项办结，请评价是否解决：${link}`,
  'promise-due': ({ number }) => `您的诉求${number}承诺的办理日期已到，我们正在核实是否兑现。`,
  'promise-kept': ({ number }) => `您的诉求${number}承诺的事项，承办单位反馈已完成。`,
  'promise-not-kept': ({ number }) => `您的诉求${number}承诺的事项尚未完成，我们将继续跟踪。`,
  reopened: ({ number }) => `您的诉求${number}已重新受理，我们将尽快分拨。`,
  'closed-reasoned': (facts) => `您的诉求${facts.number}经复核已说明理由办结${because(facts)}。`,
  'closed-unrated': ({ number }) => `您的诉求${number}未收到评价，现已结案；如未解决，可在查询页提出异议。`,
  'master-dispatched': ({ number }) => `与您的诉求${number}合并办理的同一事项已分拨至承办单位。`,
  'master-extended': ({ number, day }) =>
    `与您的诉求${number}合并办理的同一事项需要更多时间，最迟${day}答复。`,
  'master-on-ledger': ({ number, day }) =>
    `与您的诉求${number}合并办理的同一事项暂时无法解决，已登记跟踪，${day}前再次研究。`,
  'master-resumed': ({ number, day }) => `与您的诉求${number}合并办理的同一事项已恢复办理，最迟${day}答复。`,
};
