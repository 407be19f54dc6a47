import { pack, rarityTable } from '../reply/model.ts';
import { plain, prepare, type Prepared, prepareQuestion, withoutCopied } from '../reply/prepare.ts';
import { features, hashOf, rarest, relevance, type RelevanceModel } from '../reply/relevance.ts';
import { areaUnderCurve, fitLogistic } from './logistic.ts';
import { type Pair, readPairs } from './reply-data.ts';
import type { ReadList, Trained } from './rows.ts';

/** An area under the curve, with the 95 % interval of a bootstrap over questions. */
type Auc = { readonly auc: number; readonly low: number; readonly high: number };
type ReplyFigures = {
  readonly pairs: number;
  readonly groups: number;
  readonly figures: Readonly<Record<string, Auc>>;
};

const FOLDS = 5;
/** Wrong replies tried for each question kept aside. */
const TRIED = 5;
const BOOTSTRAPS = 500;

/**
 * Trains the judge of whether a reply belongs to a question on `replies.jsonl`, and reports what it reaches on pairs kept aside (five folds by near-duplicate group, and the
 * latest quarter). The weights written are of all pairs.
 */
export function trainReply(read: ReadList): Trained {
  const pairs = readPairs(read);
  const all = pairs.map((_, i) => i);
  const figures = { ...byFolds(pairs, all), ...byTime(pairs, all) };
  const report: ReplyFigures = {
    pairs: pairs.length,
    groups: new Set(pairs.map(({ group }) => group)).size,
    figures,
  };
  return { weights: pack(rounded(fit(pairs, all))), report };
}

const rounded = ({ rarity, ...rest }: RelevanceModel): RelevanceModel => {
  const short = (values: readonly number[]) => values.map((value) => Number(value.toFixed(4)));
  return { rarity, mean: short(rest.mean), spread: short(rest.spread), weights: short(rest.weights) };
};

/** A sequence of numbers in 0 … 1, the same each time. */
function dice(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
}

function fit(pairs: readonly Pair[], among: readonly number[]): RelevanceModel {
  const chosen = among.flatMap((i) => pairs[i] ?? []);
  const texts = chosen.flatMap(({ question, reply }) => [
    prepare(`${question.title}\n${question.body}`),
    prepare(reply),
  ]);
  const found = new Map<number, number>();
  for (const { two, three } of texts) {
    for (const gram of [...two.keys(), ...three.keys()]) {
      const hash = hashOf(gram);
      found.set(hash, (found.get(hash) ?? 0) + 1);
    }
  }
  const rarity = rarityTable(found, texts.length, rarest);
  const rows: number[][] = [];
  const wanted: (0 | 1)[] = [];
  const others = wrongReplies(pairs, among, dice(1));
  for (const i of among) {
    const pair = pairs[i];
    if (!pair) continue;
    const question = prepareQuestion(pair.question);
    for (const j of [i, ...others.topic(i, 2), ...others.near(i, 1)]) {
      rows.push(features(question, prepare(pairs[j]?.reply ?? ''), rarity));
      wanted.push(i === j ? 1 : 0);
    }
  }
  return { rarity, ...fitLogistic(rows, wanted) };
}

/** Replies to other questions, never of the same group: of the same topic, or of the questions most alike. */
function wrongReplies(pairs: readonly Pair[], among: readonly number[], next: () => number) {
  const inside = new Set(among);
  const pick = (from: number[], count: number) => {
    const taken: number[] = [];
    while (taken.length < count && from.length > 0)
      taken.push(...from.splice(Math.floor(next() * from.length), 1));
    return taken;
  };
  return {
    topic: (i: number, count: number) =>
      pick(
        among.filter((j) => pairs[j]?.topic === pairs[i]?.topic && pairs[j]?.group !== pairs[i]?.group),
        count,
      ),
    near: (i: number, count: number) =>
      pick(
        (pairs[i]?.near ?? []).filter((j) => inside.has(j)),
        count,
      ),
  };
}

type Scores = { readonly right: number; readonly wrong: readonly number[] };
type Blank = (reply: string, question: string) => string;

/** What is taken from the reply before it is judged. */
const variants: Readonly<Record<string, Blank>> = {
  'as written': (reply) => reply,
  'copied runs of 6 blanked': (reply, question) => withoutCopied(reply, question, 6),
  'places blanked': (reply) => reply.replace(PLACES, ' '),
};
/** Letters that stand for cities and districts in this data, and a name before what kind of place it is. */
const PLACES =
  /[a-z]\d{0,2}(?=[市区县])|[\p{Script=Han}]{2,4}(?=小区|社区|街道|大道|[路镇乡村站桥]|中学|小学|学校|广场|花园|公园|医院)/gu;

function judge(
  pairs: readonly Pair[],
  model: RelevanceModel,
  i: number,
  wrong: readonly number[],
  blank: Blank,
): Scores {
  const pair = pairs[i];
  if (!pair) return { right: 0, wrong: [] };
  const question = prepareQuestion(pair.question);
  const score = (j: number) =>
    relevance(question, blanked(pairs[j]?.reply ?? '', question.whole, blank), model);
  return { right: score(i), wrong: wrong.map(score) };
}

const blanked = (reply: string, question: Prepared, blank: Blank) =>
  prepare(blank(plain(reply), question.text));

function byFolds(pairs: readonly Pair[], all: readonly number[]): Record<string, Auc> {
  const judged = new Map<string, Scores[]>();
  const foldOf = (i: number) => Math.imul(pairs[i]?.group ?? 0, 2654435761) >>> 0;
  for (let fold = 0; fold < FOLDS; fold++) {
    const aside = all.filter((i) => foldOf(i) % FOLDS === fold);
    const model = fit(
      pairs,
      all.filter((i) => foldOf(i) % FOLDS !== fold),
    );
    collect(pairs, model, aside, 'folds', judged);
  }
  return Object.fromEntries([...judged].map(([name, scores]) => [name, withInterval(scores)]));
}

function byTime(pairs: readonly Pair[], all: readonly number[]): Record<string, Auc> {
  const inOrder = all.toSorted((a, b) => ((pairs[a]?.asked ?? '') < (pairs[b]?.asked ?? '') ? -1 : 1));
  const latest = inOrder.slice(Math.floor(all.length * 0.75));
  const groups = new Set(latest.map((i) => pairs[i]?.group));
  const earlier = all.filter((i) => !groups.has(pairs[i]?.group ?? -1));
  const judged = new Map<string, Scores[]>();
  collect(pairs, fit(pairs, earlier), latest, 'latest quarter', judged);
  return Object.fromEntries([...judged].map(([name, scores]) => [name, withInterval(scores)]));
}

/** Scores the pairs kept aside, in every variant, against wrong replies of both kinds among them. */
function collect(
  pairs: readonly Pair[],
  model: RelevanceModel,
  aside: readonly number[],
  split: string,
  into: Map<string, Scores[]>,
): void {
  const others = wrongReplies(pairs, aside, dice(2));
  for (const i of aside) {
    const wrong = { 'same topic': others.topic(i, TRIED), 'most alike': others.near(i, TRIED) };
    for (const [against, replies] of Object.entries(wrong)) {
      for (const [variant, blank] of Object.entries(variants)) {
        const name = `${split}, ${against}, ${variant}`;
        into.set(name, [...(into.get(name) ?? []), judge(pairs, model, i, replies, blank)]);
      }
    }
  }
}

function withInterval(scores: readonly Scores[]): Auc {
  const area = (of: readonly Scores[]) =>
    areaUnderCurve(
      of.map(({ right }) => right),
      of.flatMap(({ wrong }) => wrong),
    );
  const next = dice(3);
  const again = Array.from({ length: BOOTSTRAPS }, () =>
    area(scores.flatMap(() => scores[Math.floor(next() * scores.length)] ?? [])),
  ).sort((a, b) => a - b);
  const at = (share: number) => Number((again[Math.floor(share * BOOTSTRAPS)] ?? 0).toFixed(3));
  return { auc: Number(area(scores).toFixed(3)), low: at(0.025), high: at(0.975) };
}
