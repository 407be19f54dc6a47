import { COPY_OVERLAP, type LinkFeatures, linkFeatures } from '../events/linkage.ts';
import { compare, sharedStretch } from '../similar/compare.ts';
import { packCounts } from '../similar/learnt.ts';
import type { Signature } from '../similar/signature.ts';
import { countKeys, type EventCorpus, type Labelled, readStream } from './events-data.ts';
import { areaUnderCurve } from './logistic.ts';
import type { Trained } from './rows.ts';
import { dot, type Example, fitWeighted } from './weighted-logistic.ts';

const RIDGE = 1e-3;
const FOLDS = 4;
/** Wrong ones looked for per event's message and per round: those the weights so far hold most likely. */
const HARD_PAIRS = 10;
const HARD_LINKS = 6;
const ROUNDS = 4;
/** A wrong one counts less: there are many more of them, and they are chosen for being hard. */
const PAIR_AGAINST = 0.3;
const LINK_AGAINST = 0.5;

type Stream = ReturnType<typeof readStream>;

/**
 * Learns what tells that two appeals, or an appeal and an event, are one, and how rare the keys of texts are. Reports
 * the area under the curve of the hard pairs, each judged by weights learnt without its events. Takes about 10 s.
 */
export function trainEvents(corpus: EventCorpus): Trained {
  const counts = countKeys(corpus.texts);
  const stream = readStream(corpus, counts);
  const events = corpus.clusters.filter(({ kind }) => kind !== 'theme');
  const samples = events.map((event) => pairExamples(event, stream));
  const fit = (chosen: readonly Example[][]) => fitWeighted(chosen.flat(), RIDGE);
  const folds = Array.from({ length: FOLDS }, (_, fold) =>
    fit(samples.filter((__, at) => at % FOLDS !== fold)),
  );

  const eventOf = new Map(events.flatMap(({ ids }, at) => ids.map((id) => [id, at] as const)));
  const judged = { right: [] as number[], wrong: [] as number[] };
  for (const [index, { a, b, same }] of corpus.pairs.entries()) {
    const fold = (eventOf.get(a) ?? eventOf.get(b) ?? index) % FOLDS;
    (same ? judged.right : judged.wrong).push(dot([...pairRow(a, b, stream), 1], folds[fold] ?? []));
  }
  const [overlap, problem, stretch, apart, bias] = round(fit(samples));
  return {
    weights: {
      texts: counts.texts,
      pair: { overlap, problem, stretch, apart, bias },
      link: learnLinks(events, stream),
      counts: packCounts(counts.withKey),
    },
    report: {
      hardPairs: corpus.pairs.length,
      area: areaUnderCurve(judged.right, judged.wrong),
      folds: folds.map(round),
    },
  };
}

/** One decimal is what a few dozen events can tell. */
const round = (weights: readonly number[]): number[] => weights.map((weight) => Math.round(weight * 10) / 10);

function pairRow(a: string, b: string, { signatures, rarity }: Stream): number[] {
  const [one, other] = [signatures.get(a), signatures.get(b)];
  if (!one || !other) throw new RangeError(`a labelled pair has a message that is not there: ${a}, ${b}`);
  const { overlap, problem, apart } = compare(one, other, rarity);
  return [overlap, problem, sharedStretch(one, other, rarity), apart];
}

/** All pairs of an event's messages, together as much as it has messages; and with each the likeliest others. */
function pairExamples({ ids, borderline_ids }: Labelled, stream: Stream): Example[] {
  const apart = new Set([...ids, ...borderline_ids]);
  const together = ids.flatMap((a, at) => ids.slice(0, at).map((b) => pairRow(a, b, stream)));
  const weight = ids.length / together.length;
  const examples: Example[] = together.map((row) => ({ row, wanted: 1, weight }));
  for (const a of ids) {
    const others = stream.ids.filter((id) => !apart.has(id)).map((id) => pairRow(a, id, stream));
    for (const by of [0, 2]) {
      const hardest = others.toSorted((x, y) => (y[by] ?? 0) - (x[by] ?? 0)).slice(0, HARD_PAIRS);
      for (const row of hardest) examples.push({ row, wanted: 0, weight: PAIR_AGAINST });
    }
  }
  return examples;
}

/** A moment of an event: the features of the message that then came to it, and of all those that did not. */
type Moment = { readonly right: readonly number[]; readonly wrong: readonly (readonly number[])[] };

function learnLinks(events: readonly Labelled[], stream: Stream): object {
  const moments = events.flatMap((event) => momentsOf(event, stream));
  const chosen = moments.map(() => new Set<readonly number[]>());
  let weights = [1, 0, 0.5, 0, 0, -0.3, 0];
  for (let turn = 0; turn < ROUNDS; turn++) {
    const examples: Example[] = [];
    for (const [at, { right, wrong }] of moments.entries()) {
      const likely = wrong.toSorted((a, b) => dot(b, weights) - dot(a, weights)).slice(0, HARD_LINKS);
      for (const row of likely) chosen[at]?.add(row);
      examples.push({ row: right, wanted: 1, weight: 1 });
      for (const row of chosen[at] ?? []) examples.push({ row, wanted: 0, weight: LINK_AGAINST });
    }
    weights = fitWeighted(examples, RIDGE);
  }
  const [overlap, bestOverlap, problem, toldMore, toldLess, apart, bias] = round(weights);
  return { overlap, bestOverlap, problem, toldMore, toldLess, apart, bias };
}

const linkRow = (has: LinkFeatures): number[] => [
  has.overlap,
  has.bestOverlap,
  has.problem,
  has.toldMore,
  has.toldLess,
  has.apart,
];

/** Cheap first sight of what could be taken for the event: fewer are then compared with all its texts. */
const SEEN = 60;

function momentsOf({ ids, borderline_ids }: Labelled, { signatures, rarity }: Stream): Moment[] {
  const inside = new Set(ids);
  const border = new Set(borderline_ids);
  const rest = [...signatures].flatMap(([id, other]) => (inside.has(id) || border.has(id) ? [] : [other]));
  const texts: Signature[] = [];
  const likeFirst = new Map<Signature, number>();
  const moments: Moment[] = [];
  for (const [id, signature] of signatures) {
    if (!inside.has(id)) continue;
    if (texts.length > 0) {
      const likely = rest
        .toSorted((a, b) => (likeFirst.get(b) ?? 0) - (likeFirst.get(a) ?? 0))
        .slice(0, SEEN);
      moments.push({
        right: linkRow(linkFeatures(signature, texts, rarity)),
        wrong: likely.map((other) => linkRow(linkFeatures(other, texts, rarity))),
      });
    }
    if (texts.some((text) => compare(signature, text, rarity).overlap >= COPY_OVERLAP)) continue;
    texts.push(signature);
    for (const other of rest) {
      const { overlap, problem, toldMore, toldLess } = compare(signature, other, rarity);
      likeFirst.set(
        other,
        Math.max(likeFirst.get(other) ?? 0, overlap + 0.3 * problem + toldMore + toldLess),
      );
    }
  }
  return moments;
}
