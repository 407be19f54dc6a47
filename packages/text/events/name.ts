import { normalise } from '../normalise.ts';
import { compare } from '../similar/compare.ts';
import type { Rarity } from '../similar/rarity.ts';
import { placeOf, problemNames, PROBLEM_WORD, type Signature } from '../similar/signature.ts';

/** A text of an event and its title as written. */
export type Told = { readonly title: string; readonly text: Signature };
/** `place` is null where the titles have no name in common. */
export type EventName = { readonly name: string; readonly place: string | null };

/** Of the event's texts, at least this share must have what is taken for its name. */
const COMMON = 0.6;

/**
 * What an event is called: the name its texts share, as one of the titles spells it, and the problem most spoken of.
 * Without a common name it is called by its most typical title.
 */
export function nameEvent(told: readonly Told[], rarity: Rarity): EventName {
  const typical = mostTypical(told, rarity);
  const place = told.length > 1 ? commonName(typical, told, rarity) : firstName(typical, rarity);
  const problem = mainProblem(told);
  if (place === null) return { name: typical.title.trim(), place };
  return { name: problem === null ? place : `${place}：${problem}`, place };
}

function mostTypical(told: readonly Told[], rarity: Rarity): Told {
  const [first] = told;
  if (!first) throw new RangeError('an event without a text');
  const likeness = (one: Told) =>
    told.reduce(
      (sum, other) => sum + (other === one ? 0 : compare(one.text, other.text, rarity).toldMore),
      0,
    );
  const rated = told.map((one) => ({ one, likeness: likeness(one) }));
  return rated.reduce((best, next) => (next.likeness > best.likeness ? next : best)).one;
}

/** The weightiest stretch of the title whose keys most of the texts have. */
function commonName(typical: Told, told: readonly Told[], rarity: Rarity): string | null {
  const least = Math.max(2, told.length * COMMON);
  const texts = told.map(({ text }) => new Set(text.keys));
  return weightiest(typical, rarity, (key) => texts.filter((keys) => keys.has(key)).length >= least);
}

/** The weightiest stretch of rare keys, where there is nothing to compare the title with. */
const firstName = (typical: Told, rarity: Rarity): string | null =>
  weightiest(typical, rarity, (key) => rarity.isRare(key));

function weightiest({ title, text }: Told, rarity: Rarity, isName: (key: number) => boolean): string | null {
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
  const best = runs.reduce((a, b) => (b.weight > a.weight ? b : a), { weight: 0, from: 0, to: 0 });
  return best.weight > 0
    ? normalise(title)
        .slice(best.from, best.to + 1)
        .trim()
    : null;
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
