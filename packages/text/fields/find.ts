import { jieba } from '../jieba.ts';
import { numbersIn } from '../redact.ts';

export const fieldKinds = ['road', 'estate', 'time', 'phone', 'amount', 'party'] as const;
/** 路段、小区楼盘、时间、电话、金额、被诉方. */
export type FieldKind = (typeof fieldKinds)[number];
/** A field of a text: `text` is the words from `start` to `end` (UTF-16 offsets). */
export type Field = {
  readonly kind: FieldKind;
  readonly text: string;
  readonly start: number;
  readonly end: number;
};

const N = '[\\d一二三四五六七八九十两几]';
const TIME = new RegExp(
  [
    '(?:\\d{4}|\\d{2})年\\s?\\d{1,2}月(?:\\s?\\d{1,2}[日号]|份|[初底]|[上中下]旬)?|(?<!\\d)\\d{4}[./-]\\d{1,2}[./-]\\d{1,2}(?!\\d)',
    `${N}{1,2}月${N}{1,3}[日号]`,
    `\\d{4}年(?:[初底]|上半年|下半年)?|${N}{1,2}月(?:份|[初底]|[上中下]旬)`,
    `(?:每天|每晚|[今昨前][天晚日早]|上周[一二三四五六日天]?|本周[一二三四五六日天]?|上个?月|去年|近${N}+[天周月年])(?:上午|下午|晚上|凌晨|中午|早上)?(?:${N}{1,3}[点时](?:半|${N}{1,2}分)?)?`,
    `(?:上午|下午|晚上|凌晨|中午|早上|半夜|深夜)(?:${N}{1,3}[点时](?:半|${N}{1,2}分)?)?`,
    `(?<![\\d:])(?:[01]?\\d|2[0-3])[:：][0-5]\\d(?![\\d:])|(?<![\\d一二三四五六七八九十])${N}{1,3}点(?:半|${N}{1,2}分|钟)`,
  ].join('|'),
  'gu',
);
const AMOUNT =
  /(?:人民币|￥|¥)?\s?\d[\d,，]*(?:\.\d+)?\s?(?:多|余)?[万亿千百]?(?:多|余)?(?:元|块钱|块(?=[，。！!,.]|$)|万(?=[，。！!,.]|$))(?!旦|素|件)(?:\/[\p{Script=Han}㎡]{1,2})?|[一二三四五六七八九十百千万两几]{1,6}(?:多|余)?[万千百]?(?:元(?!旦|素)|块钱)/gu;

/** Endings of names, the longest first where one ends with another. */
const ENDINGS: readonly (readonly [FieldKind, RegExp])[] = [
  [
    'road',
    /(?:大道|大街|公路|高速|快速路|立交桥?|大桥|隧道|路口|路(?!灯|面|口|过|边|段|上|人|途|况|由|线|政|费|基|障|网|桥|程|子)|街(?!道|办|坊|上|边|头)|巷(?!子|口)|(?<=\d)号线)(?:[东西南北中]段|[一二三四五六七八九十]+路)?/gu,
  ],
  [
    'estate',
    /(?:小区|花园|花苑|家园|嘉园|公寓|大厦|广场|华庭|华府|名城|名邸|新城|新村|新苑|豪庭|公馆|山庄|别墅|雅苑|佳苑|[\u4e00-\u9fa5]苑(?!里)|商贸城|城(?=小区|[一二三四五六]期)|公园|市场|工业园|产业园|科技园|地铁站|车站)(?:[一二三四五六\d]+期)?/gu,
  ],
  [
    'party',
    /(?:有限责任公司|有限公司|分公司|公司|集团|物业(?!管理?费|费|服务费|公司|办)|驾校|幼儿园|中学|小学|大学|学院|医院|酒店|宾馆|饭店|餐厅|KTV|健身房|健身中心|健身会所|超市|商场|银行|工厂|工地|搅拌站|加油站|培训机构|培训学校|培训中心|教育机构|居委会|村委会|业委会|派出所|城管局|教育局|公安局|街道办(?:事处)?|棋牌室|洗车店|美容院|洗浴中心|养殖场|加工厂|化工厂|砖厂|网吧|烧烤店)/gu,
  ],
];

/** A name never goes on to the left of one of these. */
const STOPS = /[^\p{L}\p{N}·—]|[的了在是我你您他她们这那把被请该到从至与及或对就也很都说让给叫找去跟问]/u;
/** What may stand before a name within its run, taken off as often as it comes. */
const BEFORE =
  /^(?:位于|坐落|关于|针对|反映|反应|投诉|举报|建议|咨询|希望|要求|请求|强烈|附近|旁边?|靠近|沿着?|往|进入|经过|途经|通往|连接|修建|开通|打通|由于|因为|目前|现在|最近|今年|去年|每天|晚上|购买|入住|居住|家住|住|有|个|条|段|一些?|两|几|某|本|属于?|归|如|且|现|各大|楼下|对面|门口|隔壁|周边|整个|所有|全体|以及|用|买|走|路过|但|而|并|又|没|不|上班|自来水公司)+/u;
/** What a word before a name is that is no part of it: verbs, prepositions, conjunctions, adverbs, pronouns … */
const NO_NAME = /^(?:v|vd|vi|p|c|d|r|u|uj|ul|y|ad|t|f)$/u;
/** Of one character only these: 普, 建 or 开 stand within names. */
const NO_NAME_ALONE = /^(?:p|c|r|u|uj|ul)$/u;
/** Whole names that are none: 附近小区, 公交线路, 十字路口. */
const COMMON =
  /^(?:(?:\p{L}|\p{N}){0,3}(?:公交线|公交|红绿灯|十字|丁字|三岔|过马|马|铁|道|公|小|大|网|电|短|维权之|生命|线|水泥|泥巴|柏油|沥青|断头|周边道|内部道|消防|施工|城际铁|乡村|村级|人行|主干?|支|辅|步行|商业)|老旧|整个|高档|附近|周边|开放式?|新建|新|老|旧|商品房|居民|住宅|拆迁|安置|安置房|中心|文化|体育|农贸|综合|人才|人民|房地产|房地产开发|开发|建设|小区|前期|后续|后期|现|原|新的?|相关|配套|小区配套|物业|物业管理|保险|物流|快递|自来水|供水|燃气|供电|电力|总|子|全资|工程|私立|公立|民办|公办|社区|本届|不同|同一|一个|两个|三个|几个|多个|各个|每个|其他|其它|当地|国家|地方|存管|开户|贷款|各大|商业)$/u;
/** An area alone makes a name of an office (…区教育局), not of these. */
const AREA_ONLY = /^(?:[\p{Script=Han}A-Za-z\d]{1,3}[市区县镇乡村])+$/u;
const OFFICE = /局|所$|医院|大学|街道办|委会|公园|站$|线$|集团/u;
/** The address before a name is a field of its own: 紫荆大道12号|明泰超市. */
const ON_ROAD = /^.*(?:大道|大街|路|街(?!道))(?:\d+号)?(?=.{2})/u;
/** In characters, without its ending. */
const LONGEST = 14;

/**
 * Roads, estates, times, phones, amounts and named firms or bodies of a text, in its order; of two that overlap the
 * longer. By rule, for names are too many and too new for a list: it reads a name back from its ending (…大道, …小区,
 * …有限公司) to where the words before it stop.
 */
export function findFields(text: string): Field[] {
  const found: Field[] = [
    ...spans(text, TIME, 'time'),
    ...spans(text, AMOUNT, 'amount'),
    ...numbersIn(text).flatMap(({ kind, start, end }) =>
      kind === 'phone' ? [{ kind: 'phone' as const, text: text.slice(start, end), start, end }] : [],
    ),
    ...ENDINGS.flatMap(([kind, ending]) => names(text, kind, ending)),
  ];
  const kept: Field[] = [];
  for (const field of found.sort((a, b) => b.text.length - a.text.length || a.start - b.start)) {
    if (!kept.some((other) => field.start < other.end && other.start < field.end)) kept.push(field);
  }
  return kept.sort((a, b) => a.start - b.start);
}

/** Is a date, a time of day or a span of time in it? */
export const hasTime = (text: string): boolean => text.search(TIME) >= 0;

function spans(text: string, pattern: RegExp, kind: FieldKind): Field[] {
  return [...text.matchAll(pattern)].map(({ 0: raw, index }) => {
    const words = raw.trim();
    const start = index + raw.length - raw.trimStart().length;
    return { kind, text: words, start, end: start + words.length };
  });
}

function names(text: string, kind: FieldKind, ending: RegExp): Field[] {
  const fields: Field[] = [];
  for (const { 0: suffix, index } of text.matchAll(ending)) {
    let from = index;
    const least = Math.max(0, index - LONGEST);
    while (from > least && !STOPS.test(text[from - 1] ?? '')) from--;
    const run = text.slice(from, index);
    const name = nameIn(kind === 'road' ? run : run.slice(ON_ROAD.exec(run)?.[0].length ?? 0));
    const start = index - name.length;
    if (name.length < (/^\p{Script=Han}苑/u.test(suffix) ? 1 : 2) || COMMON.test(name)) continue;
    if (AREA_ONLY.test(name) && !OFFICE.test(suffix)) continue;
    // 805路 is a bus.
    if (suffix.startsWith('路') && /\d$/u.test(name)) continue;
    fields.push({ kind, text: name + suffix, start, end: index + suffix.length });
  }
  return fields;
}

/** What of the words before an ending belongs to the name: all after the last verb or the like. */
function nameIn(run: string): string {
  let at = 0;
  let from = 0;
  for (const { word, tag } of jieba().tag(run)) {
    at += word.length;
    const ends = (word.length > 1 ? NO_NAME : NO_NAME_ALONE).test(tag);
    // At the very end a verbal noun (影响|小区) is no name either; before more words it is (建设|银行).
    if (at === run.length ? ends || tag === 'vn' : ends && run.length - at >= 2) from = at;
  }
  const rest = run.slice(from);
  return rest.slice(BEFORE.exec(rest)?.[0].length ?? 0);
}

/** A road and an estate this few characters apart are one address: 紫荆大道12号云栖花园. */
const APART = 6;

/** Where it is, in the text's own words: an estate with the road before it, else the first road or estate. */
export function addressIn(text: string, fields: readonly Field[]): string | null {
  const places = fields.filter(({ kind }) => kind === 'road' || kind === 'estate');
  const estate = places.find(({ kind }) => kind === 'estate');
  if (!estate) return places[0]?.text ?? null;
  const road = places.find(
    ({ kind, end }) => kind === 'road' && end <= estate.start && estate.start - end <= APART,
  );
  const between = road ? text.slice(road.end, estate.start) : '';
  return road && !/[。！？!?；;，,\n]/u.test(between) ? text.slice(road.start, estate.end) : estate.text;
}
