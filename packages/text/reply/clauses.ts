/** A stretch of a text: `text` is the words from `start` to `end` (UTF-16 offsets). */
export type Stretch = { readonly text: string; readonly start: number; readonly end: number };

/** The parts of a text between `ends`, without blanks around them; empty ones are left out. */
export function stretches(text: string, ends: RegExp): Stretch[] {
  const found: Stretch[] = [];
  let from = 0;
  for (const { 0: mark, index } of [...text.matchAll(ends), { 0: '', index: text.length }]) {
    const raw = text.slice(from, index);
    const start = from + raw.length - raw.trimStart().length;
    const words = raw.trim();
    if (words) found.push({ text: words, start, end: start + words.length });
    from = index + mark.length;
  }
  return found;
}

/** Where a clause ends, in Chinese and in half-width writing; not inside 3,000 or 10:30. */
export const CLAUSE_END = /[。！？!?；;，\n…]+|(?<!\d)[,:：]|[,:：](?!\d)/gu;

export const SENTENCE_END = /[。！？!?；;\n…]+/gu;

/** What a clause of a reply is: courtesy, that it came and went on, or something said on the matter. */
export type ClauseKind = 'courtesy' | 'received' | 'forwarded' | 'substance';

/** Greetings, thanks, apologies, addressee, date and signature: true of every reply. */
const COURTESY = [
  /^(?:尊敬的)?[“"']?[^，。]{0,14}(?:网友|市民|先生|女士|同志|朋友|来信人|居民|业主|诉求人)[^，。]{0,16}$/u,
  /^[“"']?[^，。]{0,20}[”"']?[您你]们?好$/u,
  /感谢|谢谢|多谢|祝您|敬请谅解|请您?谅解|抱歉|歉意|理解[与和、]?支持|^此致|^敬礼|特此(?:回复|答复|说明)|^专此|生活愉快|工作顺利/u,
  /^(?:现?将?(?:有关|相关|具体|处理|调查|办理)*(?:情况|内容|问题|意见|结果|如下)*(?:回复|答复|反馈|说明|回应)(?:您|如下)*)+$/u,
  /^\d{2,4}年\d{1,2}月\d{1,2}日$/u,
  /^(?:(?![您你请可已经])[\p{Script=Han}A-Za-z\d、]){2,24}(?:局|委|办|办公室|政府|中心|街道|大队|公司|镇|办事处|委员会)$/u,
  /^(?:欢迎|如有|如您|若有|若您)[^，。]{0,24}(?:来电|致电|咨询|监督|疑问|反映|问题|需要)/u,
];
const ARRIVED = /(?:收悉|收到|获悉|已阅|悉知)$/u;
const RECEIVED =
  /(?:留言|来信|来电|诉求|反映|反应|帖文?|函件|工单|问题|意见|建议|情况)[^，。]{0,12}(?:收悉|收到|获悉|知悉|已阅|悉知|受理)|^(?:已|均已)?(?:收悉|收到|获悉|知悉|受理|阅)|(?:关于|对于|针对|就)?[您你]所?(?:提出|反映|反应|咨询|投诉|询问|反馈)的[^，。]{0,40}$|高度重视|认真对待/u;
const FORWARDED =
  /(?:转|交|呈|报|移交|分派|派)(?:交|办|至|给|送|由|达|请|到|相关|有关)[^，。]{0,30}|(?:责成|要求|请|由)[^，。]{0,16}(?:调查|核实|核处|办理|处理|跟进|落实|处置|阅处)|(?:正在|将|会|尽快|及时|安排)[^，。]{0,16}(?:调查|核实|核处|研究|处理|了解|落实|办理|回复|答复|反馈)|敬请(?:关注|留意|期待)|请(?:您)?(?:耐心)?(?:等待|等候|关注)|后续(?:回复|答复|情况)|另[外行]?回复|(?:结果|情况)[^，。]{0,8}(?:回复|答复|反馈)|(?:进行|予以)(?:调查|核实|处理|核处|研究)|调查处理$|核处$|办复$/u;
/** What makes a clause say more than that it was passed on: a finding, a figure, a step taken, a rule. */
const TOLD =
  /经(?:调查|核实|核查|了解|查|现场|查实|核)|现场|属实|已(?:完成|修|清|整改|处罚|责令|拆|安装|更换|恢复|联系|停|退|约谈|下发|到)|\d+(?:元|%|米|户|名|人|台|个|条|号|平|套|亩|公里|万)|《|第[一二三四五六七八九十\d]+条|根据|按照|由于|因为|原因|属于|不符合|不(?:支持|能|予|宜|在)|无法|没有|尚未|暂[未不无]|计划|预计|拟|即可|(?:请|建议)[^，。]{0,8}(?:到|向|拨打|联系|咨询)|可(?:以|到|向|持|在)|需要?|应当?/u;

/** Reads a clause; one of fewer than four characters says nothing of its own. */
export function clauseKind(text: string): ClauseKind {
  if ([...text].length < 4) return 'courtesy';
  if (COURTESY.some((pattern) => pattern.test(text))) return 'courtesy';
  if (ARRIVED.test(text)) return 'received';
  if (TOLD.test(text)) return 'substance';
  if (FORWARDED.test(text)) return 'forwarded';
  return RECEIVED.test(text) ? 'received' : 'substance';
}
