/** What kind of number is masked. */
export type NumberKind = 'email' | 'id' | 'card' | 'phone' | 'plate';
type Rule = { readonly kind: NumberKind; readonly pattern: RegExp; readonly mask: (found: string) => string };

/**
 * What is masked, in this order: longer numbers first, for a mask leaves nothing a later rule would take up.
 * An appeal number (6-8-1 digits) fits none of them. Every mask keeps the length.
 */
const RULES: readonly Rule[] = [
  // The part of an e-mail address before the @.
  {
    kind: 'email',
    pattern: /(?<![\w.+-])[\w.+-]{1,64}(?=@[\w-]{1,63}(?:\.[\w-]{1,63})+)/gu,
    mask: (s) => stars(s, Math.min(1, s.length - 1), 0),
  },
  // ID card: region, birth date, order and check digit; people group them so.
  { kind: 'id', pattern: /(?<!\d)\d{6}[- ]?\d{8}[- ]?\d{3}[\dXx](?!\d)/gu, mask: (s) => stars(s, 4, 2) },
  // Bank card in one run; or in groups of four, then only from 3 on, where cards begin: "2021 2022 2023 2024" are years.
  {
    kind: 'card',
    pattern: /(?<!\d)(?:\d{16,19}|[3-9]\d{3}(?:[- ]\d{4}){3}(?:[- ]?\d{1,3})?)(?!\d)/gu,
    mask: (s) => stars(s, 0, 4),
  },
  // Mobile, with or without +86. Eleven digits of 元 are an amount (but 元旦 is a day).
  {
    kind: 'phone',
    pattern: /(?<=(?<!\d)(?:(?:00)?86[- ]?)?)1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)(?!(?:\.\d\d?)?元(?!旦))/gu,
    mask: (s) => stars(s, 3, 4),
  },
  // Landline after an area code, or where the text says that a telephone follows. The area code stays.
  {
    kind: 'phone',
    pattern:
      /(?<=(?<!\d)(?:0|\+86[- ]?)(?:10|2\d|[3-9]\d\d)[-) ]{0,2}|(?:电话|座机|固话)[^\d\n费]{0,4})[2-8]\d{2,3}[- ]?\d{4}(?!\d)/gu,
    mask: (s) => stars(s, 0, 2),
  },
  // Number plate, also of new-energy, learner, police, trailer and cross-border cars.
  {
    kind: 'plate',
    pattern:
      /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][·•. -]?(?=[A-Z]*\d)(?:[A-Z\d]{5,6}|[A-Z\d]{4}(?=[港澳学警挂领使试]))(?![A-Z\d])/giu,
    mask: (s) => stars(s, 2, 2),
  },
];

/**
 * The text with personal numbers masked by `*`: mobile 138****5678, landline 0755-******10, ID card, bank card,
 * e-mail, number plate 粤B·***45. Written in full-width characters they are masked as well. Numbers that are nobody's
 * (appeal numbers, years, amounts, roads, hotlines) stay. Same length as before; doing it twice changes nothing.
 */
export function redact(text: string): string {
  // Only the stars are carried over.
  const shadow = shadowOf(text);
  const masked = RULES.reduce((s, { pattern, mask }) => s.replace(pattern, mask), shadow);
  if (masked === shadow) return text;
  let result = '';
  for (let index = 0; index < text.length; index++) result += masked[index] === '*' ? '*' : text[index];
  return result;
}

/** A half-width shadow of the same length, which the rules read. */
function shadowOf(text: string): string {
  return text
    .replace(/[！-～]/gu, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replaceAll('\u3000', ' ');
}

/** The personal numbers of a text, in its order, with their offsets (UTF-16). */
export function numbersIn(text: string): { kind: NumberKind; start: number; end: number }[] {
  const found: { kind: NumberKind; start: number; end: number }[] = [];
  let rest = shadowOf(text);
  for (const { kind, pattern, mask } of RULES) {
    for (const { 0: words, index } of rest.matchAll(pattern))
      found.push({ kind, start: index, end: index + words.length });
    rest = rest.replace(pattern, mask);
  }
  return found.sort((a, b) => a.start - b.start);
}

/** 王小明 → 王**: the first character and a star for each other, three at most; a lone character gets one too. */
export function maskName(name: string): string {
  const [first = '', ...rest] = name.trim();
  return first && first + '*'.repeat(Math.min(Math.max(rest.length, 1), 3));
}

/** 13812345678 → 138****5678; landlines as `redact` does; of any other number only the last two digits stay. */
export function maskPhone(phone: string): string {
  const masked = redact(phone);
  return masked === phone ? stars(phone, 0, 2) : masked;
}

/** Stars all letters and digits but the first `head` and the last `tail`; separators stay. */
function stars(found: string, head: number, tail: number): string {
  const sign = /[\p{L}\p{N}_]/gu;
  const last = (found.match(sign)?.length ?? 0) - tail;
  let index = 0;
  return found.replace(sign, (c) => (index++ < head || index > last ? c : '*'));
}
