import { type NumberKind, numbersIn, redact } from '../redact.ts';

/** Something personal in a text, with its offsets (UTF-16). */
export type Personal = {
  readonly kind: NumberKind | 'name' | 'home';
  readonly start: number;
  readonly end: number;
};

/** Who writes, by how names are introduced. */
const INTRODUCED =
  '(?:联系人|姓名|署名|户主|申请人|投诉人|举报人|反映人|求助人|[我人]叫|名叫)(?:姓名)?(?:[是为叫])?[^\\S\\n]{0,2}[:：]?[^\\S\\n]{0,2}';
const SURNAMES =
  '(?:欧阳|司马|上官|诸葛|东方|夏侯|令狐|皇甫|尉迟|公孙|慕容|[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻苏潘葛范彭郎鲁韦马苗方俞任袁柳史唐费廉岑薛雷贺倪汤滕殷罗毕郝安常乐于傅皮齐康伍余顾孟黄穆萧尹姚邵汪毛戴宋庞熊纪舒屈项祝董梁杜阮蓝闵席季贾路江童颜郭梅盛林钟徐邱骆高夏蔡田樊胡凌霍虞万柯卢莫房解应丁邓洪包左石崔龚程陆温曲段侯宁甘祖武刘景龙叶黎白蒲池谭阳向古易廖聂曾关岳肖涂代付])';
/** What follows a name rather than belongs to it. */
const GIVEN = '(?![是住在的于来家因和与及已有我今现男女某先])\\p{Script=Han}';
const NAME = new RegExp(`(?<=${INTRODUCED})${SURNAMES}${GIVEN}(?:${GIVEN})?`, 'gu');

const N = '[A-Za-z]?[\\d一二三四五六七八九十]{1,4}';
const BUILDING = `${N}(?:栋|幢|座|号楼|#)`;
const UNIT = `${N}单元`;
const ROOM = `[A-Za-z]?\\d{2,4}(?:号?室|号房|房(?![间屋产价子地贷改源租型东]))`;
const GAP = '[-—,，\\s]?';
/** A home is told by its room, or its unit; a building alone is many homes. */
const HOME = new RegExp(
  [
    `(?:${BUILDING}${GAP})?(?:${UNIT}${GAP})?(?:\\d{1,2}[楼层]${GAP})?${ROOM}`,
    `(?:${BUILDING}${GAP})?${UNIT}(?:${GAP}\\d{3,4}(?!\\d))?`,
    `${BUILDING}${GAP}\\d{3,4}(?![\\d年个户元名号多])`,
    '(?<![\\d-])\\d{1,3}-\\d{1,3}-\\d{3,4}(?![\\d-])',
    // A house number is a home where the text says that somebody lives there.
    '(?<=(?:家住|我住|住在|住址|家庭地址)[^，。\\n]{0,24})\\d{1,4}号(?!线|楼|院|路)',
  ].join('|'),
  'gu',
);

/** Personal numbers, introduced names and homes, in the order of the text; none inside another. */
export function personalIn(text: string): Personal[] {
  const found: Personal[] = [
    ...numbersIn(text),
    ...matches(text, NAME, 'name'),
    ...matches(text, HOME, 'home'),
  ];
  let until = 0;
  return found
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter(({ start, end }) => {
      if (start < until) return false;
      until = end;
      return true;
    });
}

function matches(text: string, pattern: RegExp, kind: 'name' | 'home'): Personal[] {
  return [...text.matchAll(pattern)].map(({ 0: words, index }) => ({
    kind,
    start: index,
    end: index + words.length,
  }));
}

/**
 * A text as it may be published: personal numbers masked as `redact` does, of a name all but the first character, of a
 * home all digits (3栋2单元501室 → *栋*单元***室). The length stays; doing it twice changes nothing.
 */
export function maskPersonal(text: string): string {
  let masked = '';
  let at = 0;
  for (const { kind, start, end } of personalIn(text)) {
    if (kind !== 'name' && kind !== 'home') continue;
    const words = text.slice(start, end);
    masked += text.slice(at, start);
    masked +=
      kind === 'name' ? words.slice(0, 1) + '*'.repeat(words.length - 1) : words.replace(IN_HOME, '*');
    at = end;
  }
  return redact(masked + text.slice(at));
}

const IN_HOME = /[\dA-Za-z一二三四五六七八九十]/gu;
