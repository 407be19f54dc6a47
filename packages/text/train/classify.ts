import { type Document, documentOf, wordsOf } from '../classify/document.ts';
import { buildScorer, type Model, probabilitiesOf, type View } from '../classify/model.ts';
import { storeModel } from '../classify/weights.ts';
import { emptyWords } from './empty-words.ts';
import { foldsOf, nearDuplicateGroups } from './groups.ts';
import { type Answer, measure, type Measures } from './measure.ts';
import { trainMixer } from './mixer.ts';
import type { Corpus, Trained } from './rows.ts';
import { sameMessages } from './same-messages.ts';
import { trainView, type ViewPlan } from './views.ts';

/** The views, chosen by cross-validation; docs/text.md has the figures. */
const PLANS: readonly ViewPlan[] = [
  {
    blocks: [
      { part: 'whole', unit: 'character', longest: 3, share: 1 },
      { part: 'title', unit: 'character', longest: 3, share: 0.5 },
    ],
    least: 7,
    cost: 3,
    bayes: false,
  },
  {
    blocks: [
      { part: 'whole', unit: 'character', longest: 2, share: 1 },
      { part: 'title', unit: 'character', longest: 2, share: 0.5 },
    ],
    least: 5,
    cost: 1,
    bayes: true,
  },
  {
    blocks: [
      { part: 'whole', unit: 'word', longest: 1, share: 1 },
      { part: 'title', unit: 'word', longest: 1, share: 0.5 },
    ],
    least: 4,
    networks: 3,
  },
  {
    blocks: [
      { part: 'opening', unit: 'character', longest: 2, share: 1 },
      { part: 'title', unit: 'character', longest: 2, share: 0.7 },
    ],
    least: 5,
    cost: 0.7,
    bayes: false,
  },
];

const FOLDS = 5;

type Example = { readonly document: Document; readonly label: number };

/** A held-out message in one of the forms it may come in. */
type HeldOut = {
  readonly form: 'segmented' | 'joined' | 'raw';
  readonly fold: number;
  readonly written: boolean;
  readonly scores: Float64Array;
  readonly label: number;
};

/**
 * Trains the classifier and measures it on messages kept aside, five times over, near-duplicates never on both sides:
 * the rows as they are, the same without the blanks between words, and the raw originals of those rows that have one.
 */
export function trainClassifier(corpus: Corpus, plans: readonly ViewPlan[] = PLANS): Trained {
  const labels = [...new Set(corpus.labelled.map(({ label }) => label))].sort();
  const empty = emptyWords(corpus);
  const read = (title: string, body: string) => documentOf(title, body, empty);
  const rows = corpus.labelled.map(({ text, label }) => ({
    document: read('', text),
    label: labels.indexOf(label),
  }));
  const topics = corpus.topics.flatMap(([first = '', ...path]): Example[] =>
    labels.includes(first) && path.length > 0
      ? [{ document: read(path.at(-1) ?? '', path.slice(0, -1).join(' ')), label: labels.indexOf(first) }]
      : [],
  );
  const views = (examples: readonly Example[]): View[] =>
    plans.map((plan) => trainView(plan, asExamples([...examples, ...topics]), labels.length));

  const folds = foldsOf(nearDuplicateGroups(rows.map(({ document }) => document)), FOLDS);
  const originals = sameMessages(
    rows.map(({ document }) => document),
    corpus.raw.map(({ title, body }) => read(title, body)),
  );
  const heldOut: HeldOut[] = [];
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const { score } = buildScorer(views(rows.filter((_, index) => folds[index] !== fold)), labels.length);
    for (const [index, { document, label }] of rows.entries()) {
      if (folds[index] !== fold) continue;
      const add = (form: HeldOut['form'], message: Document) =>
        heldOut.push({ form, fold, written: message.written, scores: score(message).slice(), label });
      add('segmented', document);
      add('joined', joined(document));
      for (const original of originals.get(index) ?? []) add('raw', original);
    }
  }
  const mixer = mixerOf(heldOut, labels.length);
  const model: Model = {
    labels,
    empty,
    views: views(rows),
    mixer,
    writtenScale: scaleOf(heldOut, mixer, labels.length),
  };
  return { weights: storeModel(model), report: { labels, ...validation(heldOut, labels.length) } };
}

const asExamples = (examples: readonly Example[]) => ({
  documents: examples.map(({ document }) => document),
  labels: Uint8Array.from(examples, ({ label }) => label),
});

/** The words run together and cut anew, as if nobody had cut them before. */
function joined({ title, body, written }: Document): Document {
  return { written, title: wordsOf(title.join('')), body: wordsOf(body.join('')) };
}

function mixerOf(heldOut: readonly HeldOut[], count: number): Float64Array {
  const own = heldOut.filter(({ form }) => form === 'segmented');
  const scored = {
    scores: own.map(({ scores }) => scores),
    labels: Uint8Array.from(own, ({ label }) => label),
  };
  return trainMixer(scored, count);
}

/** What the logits of raw messages are best multiplied by, to a hundredth: the likelihood of their labels is highest. */
function scaleOf(heldOut: readonly HeldOut[], mixer: Float64Array, count: number): number {
  const raw = heldOut.filter(({ form }) => form === 'raw');
  const likelihood = (scale: number): number =>
    raw.reduce((sum, { scores, label }) => {
      const chance = probabilitiesOf(mixer, scores, count, scale)[label] ?? 0;
      return sum + Math.log(Math.max(chance, Number.MIN_VALUE));
    }, 0);
  let best = 1;
  for (let step = 50; step < 100; step += 1) if (likelihood(step / 100) > likelihood(best)) best = step / 100;
  return best;
}

/** Each fold is judged with a mixer that was fitted on the other folds. */
function validation(heldOut: readonly HeldOut[], count: number): Record<HeldOut['form'], Measures> {
  const answers: Record<HeldOut['form'], Answer[]> = { segmented: [], joined: [], raw: [] };
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const mixer = mixerOf(
      heldOut.filter((one) => one.fold !== fold),
      count,
    );
    const scale = scaleOf(
      heldOut.filter((one) => one.fold !== fold),
      mixer,
      count,
    );
    for (const { form, written, scores, label } of heldOut.filter((one) => one.fold === fold)) {
      const probabilities = probabilitiesOf(mixer, scores, count, written ? scale : 1);
      answers[form].push({ probabilities, label });
    }
  }
  return {
    segmented: measure(answers.segmented, count),
    joined: measure(answers.joined, count),
    raw: measure(answers.raw, count),
  };
}
