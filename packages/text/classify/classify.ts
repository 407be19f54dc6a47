import { createRequire } from 'node:module';
import { type Document, documentOf } from './document.ts';
import { buildScorer, type Model, probabilitiesOf, type Scorer } from './model.ts';
import { buildExplainer } from './reason.ts';
import { loadModel, type StoredModel } from './weights.ts';

/** Probabilities are calibrated: of the answers given with .8, about 80 % are right. */
export type Classification = {
  readonly label: string;
  readonly confidence: number;
  /** The next likely labels, best first, none below {@link LEAST_ALTERNATIVE}. */
  readonly alternatives: readonly { readonly label: string; readonly confidence: number }[];
  /** Words of this very text that spoke most for the label, strongest first; empty when none did. */
  readonly reason: readonly string[];
};

/** Sorts a message into one of the model's labels; either text may be empty. */
export type Classify = (title: string, body: string) => Classification;

const LEAST_ALTERNATIVE = 0.01;
const MOST_ALTERNATIVES = 3;

/** Makes a classifier of a model (about 0.1 s for the committed one). */
export function buildClassifier(model: Model): Classify {
  const scorer = buildScorer(model.views, model.labels.length);
  const explain = buildExplainer(model, scorer);
  return (title, body) => {
    const document = documentOf(title, body, model.empty);
    const ranked = [...chances(model, scorer, document)]
      .map((confidence, index) => ({ index, label: model.labels[index] ?? '', confidence }))
      .sort((a, b) => b.confidence - a.confidence || a.index - b.index);
    const [best, ...others] = ranked;
    return {
      label: best?.label ?? '',
      confidence: best?.confidence ?? 0,
      alternatives: others
        .filter(({ confidence }) => confidence >= LEAST_ALTERNATIVE)
        .slice(0, MOST_ALTERNATIVES)
        .map(({ label, confidence }) => ({ label, confidence })),
      reason: explain(document, best?.index ?? 0),
    };
  };
}

const chances = ({ mixer, labels, writtenScale }: Model, { score }: Scorer, document: Document) =>
  probabilitiesOf(mixer, score(document), labels.length, document.written ? writtenScale : 1);

// Loaded when first asked for, as the dictionary is: most processes never classify.
const require = createRequire(import.meta.url);
let loaded: Classify | undefined;
let model: Model | undefined;
let topics: Topics | undefined;

function committed(): Model {
  model ??= loadModel(require('../weights/classify.json') as StoredModel);
  return model;
}

/** The classifier with the committed weights (`npm run train` makes them). @throws Error when they are damaged */
export function classifier(): Classify {
  loaded ??= buildClassifier(committed());
  return loaded;
}

/** How likely each of the model's labels is, always in the same order. */
export type Topics = {
  readonly of: (document: Document) => Float64Array;
  /** The words that say nothing about a subject; documents are read without them. */
  readonly empty: ReadonlySet<string>;
};

/** The same weights without the reasons, for who needs all probabilities of many texts. @throws Error when they are damaged */
export function topicReader(): Topics {
  if (topics) return topics;
  const own = committed();
  const scorer = buildScorer(own.views, own.labels.length);
  topics = { of: (document) => chances(own, scorer, document), empty: own.empty };
  return topics;
}
