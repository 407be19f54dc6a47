import { buildMatcher } from '../automaton.ts';
import { jieba } from '../jieba.ts';
import { normalise } from '../normalise.ts';

/** A matter (事项) of the duty catalogue, as far as text can point to it. `path`: the names of its levels 1 and 2. */
export type SuggestMatter = {
  readonly code: string;
  readonly name: string;
  readonly keywords: readonly string[];
  readonly path: readonly string[];
};

/** What of a text points to one matter: how strongly, and by which words (normalised, lower-cased), each with its share. */
export type Pointed = { score: number; readonly shares: { readonly word: string; readonly share: number }[] };

// How much a word says, by where the catalogue has it. Keywords are chosen for the purpose; words cut from names
// and paths are shared by neighbours.
const KEYWORD = 1;
const NAME_WORD = 0.5;
const PATH_WORD = 0.25;

/** A title names the problem, a body also its surroundings. */
const TITLE_FACTOR = 2;

/** In characters. The longer a body, the more words of other matters it has in passing: each then says less. */
const PLAIN_LENGTH = 60;

/** Words of names that say nothing about the subject. */
const EMPTY_WORDS = new Set([
  '其他',
  '其它',
  '问题',
  '情况',
  '管理',
  '服务',
  '有关',
  '相关',
  '方面',
  '事项',
  '类',
]);

type Evidence = { readonly matter: number; readonly weight: number };

/** By index of the matter; those that nothing points to are left out. */
export type WordScores = ReadonlyMap<number, Pointed>;

/**
 * Makes a reader of the catalogue's own words (some 0.3 s for the first, which loads the dictionary; 20 ms later). A
 * matter's score is the sum over its words in the text of rarity among the matters (0..1) × log2(characters) × (keyword 1,
 * word of the name ½, of the path ¼) × (title 2, body 1, less in a long one); each word counts once, one-character words never.
 */
export function buildWordScorer(
  matters: readonly SuggestMatter[],
): (title: string, body: string) => WordScores {
  const evidence = gatherEvidence(matters);
  const words = [...evidence.keys()];
  const pointers = [...evidence.values()];
  const match = buildMatcher(words);

  return (title, body) => {
    const factors = new Map<number, number>(); // word → how much its place counts
    const said = prepare(body);
    const bodyFactor = Math.min(1, Math.sqrt(PLAIN_LENGTH / said.length));
    for (const { word } of match(said)) factors.set(word, bodyFactor);
    for (const { word } of match(prepare(title))) factors.set(word, TITLE_FACTOR);

    const scores = new Map<number, Pointed>();
    for (const [index, factor] of factors) {
      for (const { matter, weight } of pointers[index] ?? []) {
        const share = weight * factor;
        const entry = scores.get(matter) ?? { score: 0, shares: [] };
        entry.score += share;
        entry.shares.push({ word: words[index] ?? '', share });
        scores.set(matter, entry);
      }
    }
    return scores;
  };
}

/** word → the matters it points to, each with its weight. */
function gatherEvidence(matters: readonly SuggestMatter[]): Map<string, Evidence[]> {
  const evidence = new Map<string, Evidence[]>();
  for (const [matter, { name, keywords, path }] of matters.entries()) {
    const weights = new Map<string, number>();
    // The strongest claim on a word comes last and stays.
    for (const part of path) for (const word of subjectWords(part)) weights.set(word, PATH_WORD);
    for (const word of subjectWords(name)) weights.set(word, NAME_WORD);
    for (const word of [name, ...keywords].map(prepare)) weights.set(word, KEYWORD);
    for (const [word, weight] of weights) {
      if (word.length < 2) continue;
      const pointers = evidence.get(word);
      if (pointers) pointers.push({ matter, weight });
      else evidence.set(word, [{ matter, weight }]);
    }
  }
  for (const [word, pointers] of evidence) {
    const rarity = Math.log((1 + matters.length) / pointers.length) / Math.log(1 + matters.length);
    const factor = rarity * Math.log2(word.length);
    evidence.set(
      word,
      pointers.map(({ matter, weight }) => ({ matter, weight: weight * factor })),
    );
  }
  return evidence;
}

function subjectWords(name: string): string[] {
  return jieba()
    .cut(prepare(name))
    .filter((word) => word.length > 1 && !EMPTY_WORDS.has(word));
}

function prepare(text: string): string {
  return normalise(text).toLowerCase();
}
