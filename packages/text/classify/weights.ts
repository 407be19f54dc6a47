import type { Source } from './grams.ts';
import type { Model, View, WeightedBlock } from './model.ts';

/**
 * A model as it is kept in a file. Arrays are little-endian base64: keys four bytes each, rarity one (in steps of
 * RARITY_STEP), weights one signed byte each, in steps of their sum's `steps`. It holds hashes of grams of at most
 * three characters or a word, no sentence.
 */
export type StoredModel = {
  readonly labels: readonly string[];
  readonly empty: readonly string[];
  readonly mixer: readonly number[];
  readonly writtenScale: number;
  readonly views: readonly StoredView[];
};

type StoredView = {
  readonly bias: readonly number[];
  readonly layer: { readonly weights: readonly number[]; readonly bias: readonly number[] } | null;
  readonly blocks: readonly StoredBlock[];
};

type StoredBlock = Source & {
  readonly share: number;
  readonly keys: string;
  readonly rarity: string;
  readonly weights: string;
  readonly steps: readonly number[];
};

/** The finest rarity a file can tell; the trainer rounds to it too, so that what is loaded is what was trained. */
export const RARITY_STEP = 1 / 20;
const INT8_MAX = 127;
const KEY_BYTES = 4;

const text = (array: Uint8Array | Int8Array | Uint32Array): string =>
  btoa(
    Array.from(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), (byte) =>
      String.fromCharCode(byte),
    ).join(''),
  );

function bytes(base64: string): Uint8Array<ArrayBuffer> {
  const binary = atob(base64);
  const array = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i += 1) array[i] = binary.charCodeAt(i);
  return array;
}

/** @throws Error when the parts of the file do not fit together */
export function loadModel(stored: StoredModel): Model {
  const { labels, empty, mixer, writtenScale } = stored;
  const width = stored.views.length * labels.length + 1;
  if (mixer.length !== width * labels.length) throw new Error('the weights do not fit their labels');
  const views = stored.views.map((view) => loadView(view, labels.length));
  return { labels, empty: new Set(empty), mixer: Float64Array.from(mixer), views, writtenScale };
}

function loadView({ bias, layer, blocks }: StoredView, labels: number): View {
  if (
    bias.length !== (layer ? layer.weights.length / labels : labels) ||
    (layer?.bias.length ?? labels) !== labels
  )
    throw new Error('the weights do not fit their sums');
  return {
    bias: Float64Array.from(bias),
    layer: layer && { weights: Float64Array.from(layer.weights), bias: Float64Array.from(layer.bias) },
    blocks: blocks.map((block) => loadBlock(block, bias.length)),
  };
}

function loadBlock(stored: StoredBlock, sums: number): WeightedBlock {
  const { part, unit, longest, share, steps } = stored;
  const keys = new Uint32Array(bytes(stored.keys).buffer);
  const rarity = Float32Array.from(bytes(stored.rarity), (step) => step * RARITY_STEP);
  const quantised = new Int8Array(bytes(stored.weights).buffer);
  if (rarity.length !== keys.length || quantised.length !== keys.length * sums)
    throw new Error('the weights do not fit their grams');
  const weights = Float32Array.from(quantised, (step, k) => step * (steps[k % sums] ?? 0));
  return { part, unit, longest, share, keys, rarity, weights };
}

/** The inverse of {@link loadModel}, but for rounding. */
export function storeModel(model: Model): StoredModel {
  const rounded = (values: Iterable<number>): number[] =>
    Array.from(values, (value) => Number(value.toPrecision(6)));
  return {
    labels: model.labels,
    empty: [...model.empty],
    mixer: rounded(model.mixer),
    writtenScale: model.writtenScale,
    views: model.views.map(({ bias, layer, blocks }) => ({
      bias: rounded(bias),
      layer: layer && { weights: rounded(layer.weights), bias: rounded(layer.bias) },
      blocks: blocks.map((block) => storeBlock(block, bias.length)),
    })),
  };
}

function storeBlock(block: WeightedBlock, sums: number): StoredBlock {
  const { part, unit, longest, share, keys, rarity, weights } = block;
  const highest = new Float64Array(sums);
  for (const [k, weight] of weights.entries())
    highest[k % sums] = Math.max(highest[k % sums] ?? 0, Math.abs(weight));
  const steps = Array.from(highest, (most) => Number((most / INT8_MAX).toPrecision(6)));
  const quantised = Int8Array.from(weights, (weight, k) => {
    const step = steps[k % sums] ?? 0;
    return step > 0 ? Math.max(-INT8_MAX, Math.min(INT8_MAX, Math.round(weight / step))) : 0;
  });
  if (keys.byteLength !== keys.length * KEY_BYTES) throw new Error('keys must be 32-bit');
  return {
    part,
    unit,
    longest,
    share,
    keys: text(keys),
    rarity: text(Uint8Array.from(rarity, (value) => Math.round(value / RARITY_STEP))),
    weights: text(quantised),
    steps,
  };
}
