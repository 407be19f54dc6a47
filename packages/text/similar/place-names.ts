import { findFields } from '../fields/find.ts';
import { soundsOf } from './phonetics.ts';
import { type AppealText, comparedText } from './signature.ts';

/** Places are named at the beginning, in characters; further on others are told of. */
const LEAD = 300;
/** Texts that name more are lists. */
const MOST = 12;

/** What stands before a name in an address: 深圳市福田区园岭街道|园中路. */
const AREAS = [/^.*(?:街道|社区|镇|乡)(?=.{2})/u, /^.*[市区县](?=.{2})/u];
/** What kind of place it is tells none from another of its kind: 望澜|花园 is not 安澜|花园. */
const KIND =
  /(?:大道|大街|公路|高速|快速路|立交桥?|大桥|隧道|路口|路|街|巷|号线|小区|花园|花苑|家园|嘉园|公寓|大厦|广场|华庭|华府|名城|名邸|新城|新村|新苑|豪庭|公馆|山庄|别墅|雅苑|佳苑|苑|城|公园|市场|工业园|产业园|科技园|地铁站|车站)(?:[东西南北中]段|[一二三四五六七八九十\d]+[期路])?$/u;
/** An office is where people are sent, not where it happens. */
const OFFICE = /(?:街道办|办事处|居委会|村委会|派出所|局)$/u;

/** A road, an estate or a body by name: as written, and by what its own part sounds like. */
type PlaceName = { readonly text: string; readonly keys: readonly number[] };

/** The roads, estates and bodies a text names where it says what it is about. */
function placeNames(text: AppealText): PlaceName[] {
  const lead = comparedText(text).slice(0, LEAD);
  const names = new Map<string, PlaceName>();
  for (const { kind, text: name } of findFields(lead)) {
    if (kind !== 'road' && kind !== 'estate' && kind !== 'party') continue;
    const own = ownPart(name);
    const keys = [...new Set(soundsOf(own).map(({ key }) => key))];
    if (keys.length > 0) names.set(own, { text: name, keys });
  }
  return [...names.values()].slice(0, MOST);
}

function ownPart(name: string): string {
  if (OFFICE.test(name)) return '';
  const plain = AREAS.reduce((rest, area) => rest.replace(area, ''), name);
  const own = plain.replace(KIND, '');
  return own.length >= 2 ? own : plain;
}

/** The keys of each name; all that is kept of them. */
export const placeKeys = (text: AppealText): (readonly number[])[] =>
  placeNames(text).map(({ keys }) => keys);

/** This share of the shorter name's sounds makes it the same name. */
const SAME_NAME = 0.6;

const isSameName = (a: readonly number[], b: readonly number[]): boolean =>
  a.filter((key) => b.includes(key)).length >= SAME_NAME * Math.min(a.length, b.length);

/** Of the names the first text has, those that the second has too, as the first writes them. */
export function sharedPlaces(a: AppealText, b: AppealText): string[] {
  const others = placeKeys(b);
  return placeNames(a)
    .filter(({ keys }) => others.some((other) => isSameName(keys, other)))
    .map(({ text }) => text);
}

/** Whether two texts name a place in common, only others, or one of them none at all. */
export function namedPlaces(
  a: readonly (readonly number[])[],
  b: readonly (readonly number[])[],
): 'same' | 'apart' | 'unknown' {
  if (a.length === 0 || b.length === 0) return 'unknown';
  return a.some((one) => b.some((other) => isSameName(one, other))) ? 'same' : 'apart';
}
