import { buildMatcher, type Hit } from './automaton.ts';
import { jieba, wordFrequencies } from './jieba.ts';
import { normalise } from './normalise.ts';

/** A node of the area tree (市 → 区 → 街道 → 社区); `parent` is a code, null at the top. */
export type Area = {
  readonly code: string;
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly parent: string | null;
};

/** The area's code, and the words of the (normalised) text that name it. */
export type Place = { readonly code: string; readonly words: string };
export type PlaceFinder = (text: string) => Place | null;

/** What people leave out: 民治 for 民治街道. */
const SUFFIX = /(?:街道办事处|街道|社区|新区|[市区县镇乡])$/u;

/** After a short name these make it a road or a line, which may lie anywhere: 宝安南路, 龙岗大道. */
const ROAD = /^[东西南北中一二三四五六七八九十]?(?:大道|大街|路|街(?!道)|巷|道(?!路)|高速|快速|立交|线)/u;

/** A dictionary word this frequent that is no place name is taken for the word: 光明, 和平, 建设 (桃源 is the border). */
const EVERYDAY_COUNT = 300;

/** Entered as place names in the dictionary, yet every housing estate has them: 东门, 新城, 北区. */
const ANYWHERE = /^[东西南北中新老][门区城村站]$/u;

type Tree = ReadonlyMap<string, Area>;
type Spelling = { readonly areas: string[]; readonly short: boolean };
type Named = Hit & Spelling;

/**
 * Makes a finder of the most specific area a text names: the deepest of the tree; among equals the first named.
 * Areas are known by name, alias, and name without its suffix where that is two characters or more, no everyday
 * word and one area's alone (of an area and its own parts, which often share it, the largest is meant). A name that
 * several areas bear in full counts only where the text also names what one of them belongs to.
 * The longest name wins where names overlap.
 */
export function buildPlaceFinder(areas: readonly Area[]): PlaceFinder {
  const tree = new Map(areas.map((area) => [area.code, area]));
  const spellings = collectSpellings(areas, tree);
  const bearers = [...spellings.values()];
  const match = buildMatcher([...spellings.keys()]);

  const depths = new Map(areas.map(({ code }) => [code, above(code, tree).length]));

  return (text) => {
    const clean = normalise(text);
    const named = longestApart(match(clean), clean.length).flatMap((hit): Named[] => {
      const spelling = bearers[hit.word];
      return spelling ? [{ ...hit, ...spelling }] : [];
    });
    const stands = ({ short, ...hit }: Named) => standsAlone(clean, hit, short);
    const placeOf = (code: string, { start, end }: Named) => ({ code, words: clean.slice(start, end) });
    const depth = (code: string | undefined) => depths.get(code ?? '') ?? -1;
    // Where every name is one area's alone the deepest that stands is meant: whether it does is dear to find out.
    if (named.every(({ areas: [, another] }) => another === undefined)) {
      const first = named
        .toSorted((a, b) => depth(b.areas[0]) - depth(a.areas[0]) || a.start - b.start)
        .find(stands);
      return first ? placeOf(first.areas[0] ?? '', first) : null;
    }
    const spoken = named.filter(stands);
    const certain = new Set(spoken.flatMap(({ areas: codes }) => (codes.length === 1 ? codes : [])));
    let found: { readonly code: string; readonly hit: Named } | null = null;
    for (const hit of spoken) {
      const code = meant(hit.areas, certain, tree);
      if (code !== undefined && (!found || depth(code) > depth(found.code))) found = { code, hit };
    }
    return found && placeOf(found.code, found.hit);
  };
}

/** Of the areas that bear one name, the one with most of its ancestors named; none when that leaves a choice. */
function meant(codes: readonly string[], named: ReadonlySet<string>, tree: Tree): string | undefined {
  if (codes.length === 1) return codes[0];
  const ranked = codes
    .map((code) => ({ code, rank: above(code, tree).filter((area) => named.has(area)).length }))
    .sort((a, b) => b.rank - a.rank);
  const [first, second] = ranked;
  return first && first.rank > (second?.rank ?? 0) ? first.code : undefined;
}

/** Codes of the areas above, nearest first. A loop in the data ends the walk. */
function above(code: string, tree: Tree): string[] {
  const codes: string[] = [];
  for (let at = tree.get(code)?.parent; at && tree.has(at) && !codes.includes(at); at = tree.get(at)?.parent)
    codes.push(at);
  return codes;
}

/** Every spelling under which an area is known. A full name or alias outdoes the same word as a short name. */
function collectSpellings(areas: readonly Area[], tree: Tree): Map<string, Spelling> {
  const spellings = new Map<string, Spelling>();
  const short = byWord(areas, ({ name }) => [name.replace(SUFFIX, '')]);
  const dictionary = wordFrequencies(new Set(short.keys()));
  const everyday = (word: string): boolean => {
    const { count, tag } = dictionary.get(word) ?? { count: 0, tag: '' };
    return ANYWHERE.test(word) || (tag !== 'ns' && count >= EVERYDAY_COUNT);
  };
  for (const [word, codes] of short) {
    const largest = codes.find((code) =>
      codes.every((other) => other === code || above(other, tree).includes(code)),
    );
    if (word.length > 1 && largest !== undefined && !everyday(word)) {
      spellings.set(word, { areas: [largest], short: true });
    }
  }
  for (const [word, codes] of byWord(areas, ({ name, aliases = [] }) => [name, ...aliases])) {
    spellings.set(word, { areas: codes, short: false });
  }
  return spellings;
}

/** word → codes of the areas it stands for, each once. */
function byWord(areas: readonly Area[], wordsOf: (area: Area) => string[]): Map<string, string[]> {
  const codes = new Map<string, string[]>();
  for (const area of areas) {
    for (const word of new Set(wordsOf(area).map(normalise))) {
      if (word !== '') codes.set(word, [...(codes.get(word) ?? []), area.code]);
    }
  }
  return codes;
}

/** The longest hits, each where no longer (or earlier, as long) one stands; in the order of the text. */
function longestApart(hits: readonly Hit[], length: number): Hit[] {
  const taken = new Uint8Array(length);
  return hits
    .toSorted((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)
    .filter(({ start, end }) => {
      // What stands here already is as long or longer, so it would cover one of the ends.
      if (taken[start] || taken[end - 1]) return false;
      taken.fill(1, start, end);
      return true;
    })
    .sort((a, b) => a.start - b.start);
}

/**
 * Whether the name is one here, and not made of pieces of other words (河南|山区, 人民|治理). A short name must also
 * end with a word, and not begin a road's name.
 */
function standsAlone(text: string, { start, end }: Hit, short: boolean): boolean {
  if (short && ROAD.test(text.slice(end, end + 5))) return false;
  // The neighbourhood is enough, and keeps a long text cheap. Without the guessing model: it glues names to verbs.
  const from = Math.max(0, start - 12);
  const edges = new Set([from]);
  let at = from;
  for (const word of jieba().cut(text.slice(from, end + 12), false)) edges.add((at += word.length));
  return edges.has(start) && (!short || edges.has(end));
}
