import { CLAUSE_END, SENTENCE_END, type Stretch, stretches } from './clauses.ts';
import { cover, type Rarity, rarityOf } from './relevance.ts';
import { type Prepared, prepare } from './prepare.ts';

/** What an ask wants to be told; `request` wants something done. */
export type AskKind = 'when' | 'how-much' | 'request' | 'question';
/** One thing a question asks for. Offsets are of the body. */
export type Ask = Stretch & { readonly kind: AskKind };

const WHEN = /(?:什么时候|何时|多久|几时|哪天|几月|什么时间|啥时候).{0,14}$/u;
const HOW_MUCH = /多少(?:钱|元|费|[?？]|$)|标准是/u;
/** Asks by its words alone; and, where a question mark stands behind it, by these. A mark alone may be scorn. */
const ASKING =
  /请问|咨询|想(?:问|知道|了解)|能否|可否|是否(?:可|能|有|会|属|需)|能不能|可不可以|(?:可以|能|有|要|会)[^，。]{0,12}吗$/u;
const QUESTION =
  /有没有|是不是|会不会|为什么|为何|怎么(?:办|处理|解决|申请|走|算)|如何|哪[里些个家]|什么|吗$|呢$/u;
const REQUEST =
  /^(?:因此|所以|特此?|在此|为此|现|我们?|本人|业主们?|居民|村民|大家|强烈|也|再次|并|同时)*(?:希望|请求?|恳请|恳求|要求|建议|盼望?|呼吁)[^，。]{0,30}(?:解决|处理|查处|整改|修|增|设|改|协调|督促|退|治理|清理|安排|开通|核实|调查|拆|赔|给|加强|取消|管|换|装|降|停)/u;
/** Asks everybody makes, which any answer meets: 请领导重视, 希望尽快回复. */
const EMPTY =
  /^[^，。]{0,24}?(?:重视|关注|回复|答复|帮助|帮忙|做主|督促到位|(?:出面|派人|进行|实地|协调|督导|依法|依规|抽空|下来)*(?:解决|处理|调查|查处))(?:一下|此事|(?:这个|大|实际)?问题|我们?)*[^，。\p{L}]*$|看到|的是$/u;
/** Openings that name what is asked about rather than ask. */
const LEAD = /^(?:请问|咨询|想问|问)(?:一下|下)?$/u;

/** Most asks that are looked at: beyond, a text tells a story in questions. */
const MOST = 8;

/** The asks of a body: its questions and requests, each a clause or, where that says too little, its sentence. */
export function asksOf(body: string): Ask[] {
  const asks: Ask[] = [];
  const marks = (end: number) => (/^\s*[?？]/u.test(body.slice(end, end + 3)) ? '?' : '');
  for (const sentence of stretches(body, SENTENCE_END)) {
    const clauses = stretches(sentence.text, CLAUSE_END).map((clause) => ({
      text: clause.text,
      start: clause.start + sentence.start,
      end: clause.end + sentence.start,
    }));
    for (const [i, clause] of clauses.entries()) {
      const kind = kindOf(clause.text + marks(clause.end));
      if (!kind || LEAD.test(clause.text) || EMPTY.test(clause.text)) continue;
      // A short question leans on the clause before it: 小区的电梯坏了，什么时候能修?
      const from = [...clause.text].length < 8 ? (clauses[i - 1] ?? clause) : clause;
      asks.push({ kind, start: from.start, end: clause.end, text: body.slice(from.start, clause.end) });
    }
  }
  return asks.slice(0, MOST);
}

function kindOf(clause: string): AskKind | null {
  if (WHEN.test(clause)) return 'when';
  if (HOW_MUCH.test(clause)) return 'how-much';
  if (ASKING.test(clause) || (QUESTION.test(clause) && /[?？]$/u.test(clause))) return 'question';
  return REQUEST.test(clause) ? 'request' : null;
}

/** What an answer to “when” has, or says it cannot have. */
const TIME =
  /\d+\s*[年月日号天]|[一二三四五六七八九十两]+(?:年|个月|天|周)|上半年|下半年|年[底内初]|月[底内初]|季度|工作日|近期|今年|明年|暂[未无]|尚未|无法确定|未确定|已(?:经)?(?:完成|开通|恢复|修复|投入)|目前/u;
const FIGURE = /\d[\d.]*\s*(?:[元块%％万倍角]|平米)|[一二三四五六七八九十百千万]+[元块]|标准|免费|不收|收费/u;

/** Below this share of its words an ask counts as not taken up. */
const LEAST = 0.02;

/**
 * The asks of a body on which the reply says nothing that can be found: “when” without any time, “how much” without
 * any figure, and of several asks those whose words it shares next to nothing with. A single ask is the whole matter,
 * which relevance judges. The date the reply is signed with is no answer.
 */
export function unanswered(body: string, text: string, reply: Prepared, rarity: Rarity): Ask[] {
  const unsigned = text.replace(/\d{4}\s?[年.-]\s?\d{1,2}\s?[月.-]\s?\d{1,2}日?\s*$/u, '');
  const asks = asksOf(body);
  return asks.filter((ask) => {
    if (ask.kind === 'when') return !TIME.test(unsigned);
    if (ask.kind === 'how-much') return !FIGURE.test(unsigned);
    return asks.length > 1 && tellsEnough(ask, rarity) && taken(ask, reply, rarity) < LEAST;
  });
}

/** How much of an ask's words a reply takes up: 0 … 1. */
export function taken(ask: Ask, reply: Prepared, rarity: Rarity): number {
  const words = prepare(ask.text);
  return 0.6 * cover(words.two, reply.two, rarity) + 0.4 * cover(words.three, reply.three, rarity);
}

/** Has the ask enough words of its own to be looked for in a reply? */
export function tellsEnough(ask: Ask, rarity: Rarity): boolean {
  let sum = 0;
  for (const gram of prepare(ask.text).two.keys()) sum += Math.max(0, rarityOf(rarity, gram) - 3);
  return sum >= 6;
}
