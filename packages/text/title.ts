import { charCount, normalise } from './normalise.ts';
import { redact } from './redact.ts';

/** Longest title, in characters: one line on a phone. */
const MAX_CHARS = 30;

/** A shorter clause is joined by the next: "民治大道北段" alone is a place without its problem. */
const ENOUGH_CHARS = 10;

/** Where a clause ends; not at the marks inside 10:30 or 3,000. */
const CLAUSE_END = /[。!?;~\n]+|\.{2,}|(?<!\d)[,:]|[,:](?!\d)/u;

/** What may stand before the matter itself, taken off as often as it comes. */
const OPENING =
  /^(?:尊敬的|敬爱的|各位|[\p{Script=Han}\w]{0,8}(?:领导|书记|市长|区长|局长|主任|部门)们?(?=您|你|好|$)|您们?好|你们?好|(?:大家|早上|上午|中午|下午|晚上)好|请问一?下?|麻烦|在此|特此|现在?(?=向|就|来|要|反映)|向您?们?(?=反映|投诉|举报)|(?:我们?|本人|业主)?[想要来需]*(?:实名)?(?:反映|反应|咨询|投诉|举报|建议|求助|请教|问)(?:一下|下|以下|一?个)?(?:的?(?:问题|情况))?|(?:关于|对于|由于|因为|就|位于|在)(?=[\p{L}\p{N}]{3})|[\s、“”"'-])/u;

/** Clauses that only introduce, date, ask or thank. */
const UNINFORMATIVE = [
  /^(?:我们?|本人)(?:就?是|叫|姓|家?住)/u,
  /^(?:希望|感谢|谢谢|多谢|恳请|恳求|请求?(?!问)|望|盼|拜托|辛苦|打扰|此致|敬礼|联系|电话|手机|姓名|地址|诉求|详情|背景|(?:事情|具体|情况|经过|问题|事由|原因|如下|是|这样|的|以下)+$)/u,
  /^(?:[从自在到至于约大概]|[今去前明昨]年|[昨今前明][天晚早日]|近[日期来]|最近|每[天晚日]|早上|上午|中午|下午|晚上|凌晨|半夜|深夜|现在|目前|[\d一二三四五六七八九十两几]+[年月日号点时分半天周多个]*|以来|开始|起|左右|之前|[-:.\s])+$/u,
];

/** The writer's address as they introduce themselves: 我是…的业主, 我家住在…. */
const HOME =
  /^(?:我们?|本人)(?:就?是|家?住在?)(?:来自)?([\p{L}\p{N}\s#-]{3,16}?)(?:的?(?:一[名个位])?(?:业主|居民|住户|村民|租户|商户|家长|学生|员工|职工)|$)/u;

/** A home is told only where it reads like a place, not a trade ("我是普通的…"). */
const PLACE = /[市区县镇乡村路街道巷苑园城湾府]|小区|社区|公寓|大厦|宿舍|学校|[中小]学|广场/u;

/**
 * A title for an appeal that came without one, of at most 30 characters: the first clauses that say something, past
 * greetings, introductions, dates and requests, with the place of the introduction ("我是…小区的业主") before them.
 * Personal numbers are masked. The beginning of the text when no clause says anything; '' for an empty text.
 */
export function suggestTitle(body: string): string {
  const text = redact(normalise(body));
  const clauses = text.split(CLAUSE_END).map(strip);
  const home = clauses.map((clause) => HOME.exec(clause)?.[1] ?? '').find((place) => PLACE.test(place)) ?? '';
  const telling = clauses.filter(
    (clause) => charCount(clause) > 1 && !UNINFORMATIVE.some((pattern) => pattern.test(clause)),
  );
  const [first] = telling;
  if (first === undefined) return clip(text.replaceAll('\n', ' '));

  const placed = withHome(home, first);
  let title = charCount(placed) <= MAX_CHARS ? placed : first;
  for (const clause of telling.slice(1)) {
    if (charCount(title) >= ENOUGH_CHARS || charCount(title) + 1 + charCount(clause) > MAX_CHARS) break;
    title += `，${clause}`;
  }
  return clip(title);
}

/** 锦绣小区 + 小区电梯坏了 → 锦绣小区电梯坏了. */
function withHome(home: string, title: string): string {
  if (title.includes(home)) return title;
  const repeated = /^(?:我们?)?(?:小区|社区|学校|村|楼下|家)?(?:里|内)?/u.exec(title)?.[0] ?? '';
  const kind = repeated.replace(/^我们?/u, '').replace(/[里内]$/u, '');
  return (
    home + (kind !== '' && home.endsWith(kind) ? title.slice(repeated.length) : title.replace(/^我们?/u, ''))
  );
}

function strip(clause: string): string {
  let rest = clause.trim();
  for (let before = ''; before !== rest; ) {
    before = rest;
    rest = rest.replace(OPENING, '');
  }
  return rest.replace(/[呢啊呀吧、\s.]+$/u, '');
}

function clip(text: string): string {
  return charCount(text) <= MAX_CHARS ? text : `${[...text].slice(0, MAX_CHARS - 1).join('')}…`;
}
