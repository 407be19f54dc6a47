import { buildMatcher } from '../automaton.ts';
import { normalise } from '../normalise.ts';
import { BOILERPLATE } from './boilerplate.ts';
import { soundsOf } from './phonetics.ts';
import { PROBLEMS } from './problems.ts';
import type { Rarity } from './rarity.ts';

/** An appeal as it is compared. `area`: what tells its place apart from others for certain, such as a district's code. */
export type AppealText = { readonly title: string; readonly body: string; readonly area?: string | null };

/** All that is kept of an appeal to compare it with others; about 1 KB. */
export type Signature = {
  /** Its keys, ascending. */
  readonly keys: Uint32Array;
  /** Where each key first stands, in characters from the start; `PROBLEM_WORD` more where it is inside a problem's word. */
  readonly spots: Uint16Array;
  /** Where the title ends, in the same count, and what its keys weighed at the time. */
  readonly titleEnd: number;
  readonly titleWeight: number;
  /** The root of the sum of the keys' weights at the time. */
  readonly length: number;
  /** A unit vector over the problems: their numbers, ascending, and how much it speaks of each. */
  readonly problems: Uint8Array;
  readonly shares: Float32Array;
  /** Districts named in the title, or the area given. */
  readonly areas: readonly string[];
};

/** Beyond these characters long texts repeat themselves, quote answers and tell of other things. */
const MOST_TEXT = 1000;

/** Added to a spot: the key is a piece of a word such as 麻将馆, which is rare yet names no place. */
export const PROBLEM_WORD = 0x8000;

/** Where a key stands, whatever it is in. */
export const placeOf = (spot: number): number => spot & (PROBLEM_WORD - 1);

const MASKED = /https?:\/\/[\w./-]*|[a-z]\d{0,2}[市区县]/gu;
const CODED_AREA = /[A-Z]\d{1,2}[市区县]/gu;

/** The names of the problems a text can speak of, by number. */
export const problemNames: readonly string[] = Object.keys(PROBLEMS);

const problemsOfWord = new Map<string, number[]>();
for (const [index, [name, words]] of Object.entries(PROBLEMS).entries()) {
  for (const word of new Set([name, ...words.split(' ')])) {
    problemsOfWord.set(word, [...(problemsOfWord.get(word) ?? []), index]);
  }
}
const phrases = [...new Set([...problemsOfWord.keys(), ...BOILERPLATE])];
const fillers = new Set(BOILERPLATE);
const matchPhrases = buildMatcher(phrases);

/** The text that is compared: title, full stop, body, as far as it counts; offsets of a signature are in it. */
export function comparedText({ title, body }: AppealText): string {
  return `${normalise(title)}。${normalise(body)}`.slice(0, MOST_TEXT).toLowerCase();
}

/** @param rarity what is rare at the moment; it is asked, not told */
export function signatureOf(appeal: AppealText, rarity: Rarity): Signature {
  const text = comparedText(appeal).replace(MASKED, (masked) => ' '.repeat(masked.length));
  const { plain, spoken, isProblem } = readPhrases(text);
  const spotOf = new Map<number, number>();
  for (const { key, at } of soundsOf(plain)) {
    const spot = isProblem(at) && isProblem(at + 1) ? at + PROBLEM_WORD : at;
    // Where it stands in a name outdoes where it stands in a word.
    if ((spotOf.get(key) ?? PROBLEM_WORD) >= PROBLEM_WORD && !(spotOf.has(key) && spot >= PROBLEM_WORD))
      spotOf.set(key, spot);
  }
  const keys = Uint32Array.from(spotOf.keys()).sort();
  const spots = Uint16Array.from(keys, (key) => spotOf.get(key) ?? 0);
  const titleEnd = normalise(appeal.title).length;
  let sum = 0;
  let titleWeight = 0;
  keys.forEach((key, index) => {
    const weight = rarity.weight(key);
    sum += weight;
    if (placeOf(spots[index] ?? 0) < titleEnd) titleWeight += weight;
  });
  return {
    keys,
    spots,
    titleEnd,
    titleWeight,
    length: Math.sqrt(sum),
    ...unitVector(spoken),
    areas: appeal.area ? [appeal.area] : [...new Set(appeal.title.match(CODED_AREA))],
  };
}

/** The text with petition phrases blanked, and which problems it speaks of how much, a word again counting less. */
function readPhrases(text: string) {
  const counts = new Map<string, number>();
  const kind = new Uint8Array(text.length);
  for (const { word, start, end } of matchPhrases(text)) {
    const phrase = phrases[word] ?? '';
    const isProblem = problemsOfWord.has(phrase);
    if (isProblem) counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
    for (let at = start; at < end; at++)
      kind[at] = (kind[at] ?? 0) | (isProblem ? 1 : 0) | (fillers.has(phrase) ? 2 : 0);
  }
  let plain = '';
  for (let at = 0; at < text.length; at++) plain += (kind[at] ?? 0) & 2 ? ' ' : text[at];
  const spoken = new Map<number, number>();
  for (const [word, count] of counts) {
    const problems = problemsOfWord.get(word) ?? [];
    for (const problem of problems) {
      spoken.set(problem, (spoken.get(problem) ?? 0) + (1 + Math.log(count)) / problems.length);
    }
  }
  return { plain, spoken, isProblem: (at: number) => ((kind[at] ?? 0) & 1) === 1 };
}

/** The root tempers what one text says ten times over. */
function unitVector(spoken: ReadonlyMap<number, number>): Pick<Signature, 'problems' | 'shares'> {
  const problems = Uint8Array.from(spoken.keys()).sort();
  const total = [...spoken.values()].reduce((sum, count) => sum + count, 0);
  return {
    problems,
    shares: Float32Array.from(problems, (problem) => Math.sqrt((spoken.get(problem) ?? 0) / total)),
  };
}
