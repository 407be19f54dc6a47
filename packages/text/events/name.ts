import { jieba } from '../jieba.ts';
import { normalise } from '../normalise.ts';
import { compare } from '../similar/compare.ts';
import type { Rarity } from '../similar/rarity.ts';
import { placeOf, problemNames, PROBLEM_WORD, type Signature } from '../similar/signature.ts';

/** A text of an event and its title as written, or null where no event may be called by it. */
export type Told = { readonly title: string | null; readonly text: Signature };
type Titled = Told & { readonly title: string };
/** `place` is null where the titles have no name in common. */
export type EventName = { readonly name: string; readonly place: string | null };

/** Of the event's texts, at least this share must have what is taken for its name. */
const COMMON = 0.6;

/**
 * What an event is called: the name its texts share, as one of the titles spells it, and the problem most spoken of.
 * Without a common name it is called by its most typical title; where none may be told, by the problem alone.
 */
export function nameEvent(told: readonly Told[], rarity: Rarity): EventName {
  const problem = mainProblem(told);
  const titled = told.filter((one): one is Titled => one.title !== null);
  const typical = mostTypical(titled, rarity);
  if (!typical) return { name: problem ?? '', place: null };
  const place = titled.length > 1 ? commonName(typical, titled, rarity) : firstName(typical, rarity);
  if (place === null) return { name: typical.title.trim(), place };
  return { name: problem === null ? place : `${place}：${problem}`, place };
}

function mostTypical(told: readonly Titled[], rarity: Rarity): Titled | null {
  if (told.length === 0) return null;
  const likeness = (one: Titled) =>
    told.reduce(
      (sum, other) => sum + (other === one ? 0 : compare(one.text, other.text, rarity).toldMore),
      0,
    );
  const rated = told.map((one) => ({ one, likeness: likeness(one) }));
  return rated.reduce((best, next) => (next.likeness > best.likeness ? next : best)).one;
}

/** The weightiest stretch of the title whose keys most of the texts have. */
function commonName(typical: Titled, told: readonly Titled[], rarity: Rarity): string | null {
  const least = Math.max(2, told.length * COMMON);
  const texts = told.map(({ text }) => new Set(text.keys));
  return weightiest(typical, rarity, (key) => texts.filter((keys) => keys.has(key)).length >= least);
}

/** The weightiest stretch of rare keys, where there is nothing to compare the title with. */
const firstName = (typical: Titled, rarity: Rarity): string | null =>
  weightiest(typical, rarity, (key) => rarity.isRare(key));

/** Said of anything: a stretch with one of these is talk, no name. */
const TALK = /[的了把被没不怎么你我他她们说请问是有在吗呢]/u;

function weightiest(
  { title, text }: Titled,
  rarity: Rarity,
  isName: (key: number) => boolean,
): string | null {
  const runs: { weight: number; from: number; to: number }[] = [];
  const entries = Array.from(text.keys, (key, index) => ({ key, spot: text.spots[index] ?? 0 }))
    .filter(({ key, spot }) => spot < PROBLEM_WORD && placeOf(spot) + 1 < text.titleEnd && isName(key))
    .sort((a, b) => a.spot - b.spot);
  for (const { key, spot } of entries) {
    const last = runs.at(-1);
    const weight = rarity.weight(key);
    if (last && spot <= last.to) Object.assign(last, { weight: last.weight + weight, to: spot + 1 });
    else runs.push({ weight, from: spot, to: spot + 1 });
  }
  const words = normalise(title);
  for (const { from, to } of runs.sort((a, b) => b.weight - a.weight)) {
    const name = wholeWords(words, from, to + 1);
    if (name !== '' && !TALK.test(name)) return name;
  }
  return null;
}

/** The stretch with the words it begins and ends in: “动力健” of 动力健身房 is no name. */
function wholeWords(text: string, from: number, to: number): string {
  let at = 0;
  let [start, end] = [from, to];
  for (const word of jieba().cut(text)) {
    const next = at + word.length;
    if (at < from && from < next) start = at;
    if (at < to && to < next) end = next;
    at = next;
  }
  return text.slice(start, end).trim();
}

function mainProblem(told: readonly Told[]): string | null {
  const sums = new Map<number, number>();
  for (const { text } of told) {
    text.problems.forEach((problem, index) =>
      sums.set(problem, (sums.get(problem) ?? 0) + (text.shares[index] ?? 0)),
    );
  }
  const [best] = [...sums].sort((a, b) => b[1] - a[1]);
  return best ? (problemNames[best[0]] ?? null) : null;
}
