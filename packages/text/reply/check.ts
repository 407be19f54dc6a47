import { personalIn } from '../fields/personal.ts';
import { unanswered } from './asks.ts';
import { CLAUSE_END, SENTENCE_END, clauseKind, stretches } from './clauses.ts';
import { relevanceModel } from './model.ts';
import { plain, prepare, prepareQuestion, type Question, withoutCopied } from './prepare.ts';
import { relevance } from './relevance.ts';
import { type FindingCode, findingWords } from './words.ts';

/** What is asked before review. The outcome, basis and date are those of the answer's own fields, where given. */
export type Reply = {
  readonly text: string;
  readonly outcome?: 'solved' | 'partly' | 'explained' | 'cannot-now' | 'not-our-duty' | undefined;
  readonly legalBasis?: string | undefined;
  readonly promised?: boolean | undefined;
};

/**
 * One thing a reply lacks. `quote` is what it is about, with its offsets (UTF-16) in the question's body (`of`:
 * question) or in the reply.
 */
export type Finding = {
  readonly code: FindingCode;
  readonly zh: string;
  readonly en: string;
  readonly quote?: {
    readonly of: 'question' | 'reply';
    readonly text: string;
    readonly start: number;
    readonly end: number;
  };
};

export type Checked = {
  /** Does it belong to this question rather than to another of its topic? 0 … 1. */
  readonly relevance: number;
  readonly findings: readonly Finding[];
};

/** Below this the reply seems to be about something else: of real replies 5 %, of wrong ones of the topic two thirds. */
const OFF_TOPIC = 0.1;
/** Fewer characters on the matter than this are none. */
const SOMETHING = 8;
/** A run copied from the question as long as this says nothing new. */
const COPIED = 6;
/** So many characters beside what is copied make a clause the reply's own. */
const OWN = 4;

const REFUSAL =
  /不予(?:受理|办理|支持|批准|许可|认定)|不属于?[^，。]{0,14}(?:范围|职责|职能|管辖|权限|业务|情形|条件)|不符合[^，。]{0,20}|不具备[^，。]{0,12}条件|(?:无法|不能|不可以)[^，。]{0,10}(?:办理|受理|申请|享受|支持|补办|批准|安装|增设|报销)|不在[^，。]{0,14}范围/u;
const BASIS =
  /《[^》]+》|第[一二三四五六七八九十百\d]+条|[〔[（(]\d{4}[〕\])）]\d*号?|(?:根据|依据|按照|依照)[^，。]{2,40}(?:规定|办法|条例|规划|文件|通知|意见|政策|标准|法律|法规|方案|职责)|法(?:律|规)规定/u;
const ROUTE =
  /(?:可|请|建议)[^。]{0,30}(?:联系|咨询|拨打|申请|反映|投诉|起诉|诉讼|仲裁|复议|前往|提出|协商|办理|举报|到)|电话|12345|12348|法院|仲裁|复议/u;
const ACTION =
  /已(?!收悉|收到|转|知|阅|获悉|交)|经(?:调查|核实|核查|现场|了解|查|协调|研究)|现场|责令|督促|约谈|整改|处罚|修复|维修|清理|更换|拆除|安装|退还|协调|完成|检查|走访|安排|组织|列入|纳入|联合|开展|要求/u;
const PLANNED = /将(?:于|在|会|继续|尽快|进一步|对|加)?|计划|预计|拟|下一步|待[^，。]{2,20}后|争取|力争/u;
const DATED =
  /\d{1,2}月(?:\d{1,2}[日号])?|[上中下]旬|月[底初]|年[底内初中]|上半年|下半年|季度|[\d一二三四五六七八九十两]+个?(?:工作日|天|日内|周|月|小时)|(?:今天|明天|本周|下周|本月|下个?月|今年|明年)[^，。]{0,8}/u;

/** 3月15日前, 5个工作日内: a date ahead. */
const BY = /[日月旬底初中]之?前|(?:工作日|天|日|周|月|小时)之?内/u;

/**
 * What an answer lacks before it goes to review, in the order to look at it. It only shows: whether a finding holds is
 * for the handler and the reviewer to say. An empty list says no more than that nothing of this kind was found.
 */
export function check(question: Question, reply: Reply): Checked {
  const { rarity } = relevanceModel();
  const asked = prepareQuestion(question);
  const said = prepare(reply.text);
  const score = relevance(asked, said, relevanceModel());
  const findings: Finding[] = [];
  const find = (code: FindingCode, quote?: Finding['quote']) =>
    findings.push({ code, ...findingWords[code], ...(quote ? { quote } : {}) });

  const empty = emptiness(reply.text, asked.whole.text);
  if (empty) find(empty);
  else {
    if (score < OFF_TOPIC) find('off-topic');
    for (const { text, start, end } of unanswered(question.body, reply.text, said, rarity))
      find('ask-unanswered', { of: 'question', text, start, end });
    for (const code of lacking(reply)) find(code);
  }
  for (const { start, end } of personalIn(reply.text).filter(({ kind }) => kind !== 'phone'))
    find('personal-data', { of: 'reply', text: reply.text.slice(start, end), start, end });
  return { relevance: score, findings };
}

/** Does the text say that it came and was passed on, or courtesies, and no more? */
function emptiness(text: string, question: string): 'forwarding-only' | 'template-only' | null {
  const clauses = stretches(text, CLAUSE_END).map((clause) => ({
    kind: clauseKind(clause.text),
    said: plain(clause.text),
  }));
  let told = 0;
  for (const { kind, said } of clauses) {
    const own = withoutCopied(said, question, COPIED).replaceAll(' ', '').length;
    if (kind === 'substance' && own >= OWN) told += said.length;
  }
  if (told >= SOMETHING) return null;
  return clauses.some(({ kind }) => kind === 'forwarded') ? 'forwarding-only' : 'template-only';
}

/** What an answer of this outcome has to have (处置答复): basis and route of a refusal, action, and a date. */
function lacking({ text, outcome, legalBasis, promised }: Reply): FindingCode[] {
  const codes: FindingCode[] = [];
  const refuses = outcome === 'cannot-now' || outcome === 'not-our-duty' || REFUSAL.test(text);
  if (refuses && outcome !== 'solved') {
    if (!legalBasis?.trim() && !BASIS.test(text)) codes.push('no-basis');
    if (outcome !== 'cannot-now' && !ROUTE.test(text)) codes.push('no-route');
  } else if (outcome !== 'explained' && !ACTION.test(text)) codes.push('no-action');
  const open =
    outcome === 'partly' || outcome === 'cannot-now' || (outcome !== 'solved' && PLANNED.test(text));
  if (open && !promised && !promises(text)) codes.push('no-date');
  return codes;
}

/** Is there a sentence with a plan and a date? */
const promises = (text: string) =>
  stretches(text, SENTENCE_END).some(
    (sentence) => DATED.test(sentence.text) && (PLANNED.test(sentence.text) || BY.test(sentence.text)),
  );
