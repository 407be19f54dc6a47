import { demoCatalogue, type DemoMatter } from '../packages/demo-city/catalogue.ts';
import { composeAppeal } from '../packages/demo-city/grammar.ts';
import { chance, pick, type Rng, seeded } from '../packages/demo-city/rng.ts';
import { demoUnits } from '../packages/demo-city/units.ts';
import { rateOf } from '../packages/domain/indicators/rates.ts';
import { defaultSettings } from '../packages/domain/settings.ts';
import { demoAtlas } from '../packages/server/connect/demo-atlas.ts';
import type { Atlas } from '../packages/server/people/reference-store.ts';
import { places } from '../packages/server/people/places.ts';
import { responsibleUnit, suggestDispatch } from '../packages/server/people/suggest.ts';
import { wordsToLearn } from '../packages/text/suggest/features.ts';
import { untaught } from '../packages/server/people/learnt.ts';
import { buildLearntIndex, learn, type LearntIndex, unlearnt } from '../packages/text/suggest/learnt.ts';
import type { Options } from './options.ts';

/** How many decisions are learnt from before the test. */
const lessons = [0, 500, 4_000] as const;
/** Part of the catalogue's own keywords that the suggester is not told: citizens do not know the catalogue. */
const hidden = [0.5, 0.8] as const;
const tested = 600;
/** How often a text also names another matter in passing, and how often twice. */
const inPassing = 0.6;

type Message = { readonly title: string; readonly body: string; readonly matter: DemoMatter };

/**
 * How often the suggested matter and unit are the ones a composed message was made of, with part of the catalogue's words
 * kept from the suggester and other matters' words strewn in, after so many decisions. Nothing tested was learnt from.
 */
export async function suggest({ seconds }: Options): Promise<object> {
  const atlases = hidden.map((share) => ({ share, atlas: withoutWords(demoAtlas(), share) }));
  const results: object[] = [];
  const all: Bin[][] = [];
  for (const n of lessons) {
    const learnt = learntFrom(n);
    for (const { share, atlas } of atlases) {
      const { bins, ...judged } = judge(atlas, learnt);
      results.push({ lessons: n, hidden: share, ...judged, ece: percent(ece(bins)) });
      all.push(bins);
    }
    await new Promise((resume) => setImmediate(resume));
  }
  const bins = added(all);
  return {
    results,
    calibration: { ece: percent(ece(bins)), saidAndRight: table(bins) },
    perSecond: speed(seconds),
  };
}

/** Some matters come up twenty times as often as others. */
function messages(seed: number): () => Message {
  const rng = seeded(seed);
  const matters = demoCatalogue().filter(({ level }) => level === 3);
  const often = seeded(99);
  const weights = matters.map(() => Math.exp(3 * (often() - 0.5)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const subdistricts = demoUnits().filter(
    ({ kind, level }) => kind === 'government' && level === 'subdistrict',
  );
  const draw = (): DemoMatter => {
    let left = rng() * total;
    const at = weights.findIndex((weight) => (left -= weight) <= 0);
    return matters[at] ?? pick(rng, matters);
  };
  return () => {
    const matter = draw();
    const { title, body, address } = composeAppeal(rng, { matter, subdistrict: pick(rng, subdistricts) });
    return { title, body: `${address}。${body}${asides(rng, matters)}`, matter };
  };
}

function asides(rng: Rng, matters: readonly DemoMatter[]): string {
  let said = '';
  for (let i = 0; i < 2; i += 1)
    if (chance(rng, inPassing)) said += `另外${pick(rng, pick(rng, matters).keywords)}。`;
  return said;
}

function withoutWords(atlas: Atlas, share: number): Atlas {
  const rng = seeded(3);
  const matters = [...atlas.matters].map(
    ([code, matter]) =>
      [code, { ...matter, keywords: matter.keywords.filter(() => !chance(rng, share)) }] as const,
  );
  return { ...atlas, matters: new Map(matters) };
}

function learntFrom(n: number): LearntIndex {
  const next = messages(7);
  const known = new Map<string, ReturnType<typeof learn>>();
  for (let i = 0; i < n; i += 1) {
    const { title, body, matter } = next();
    known.set(matter.code, learn(known.get(matter.code) ?? unlearnt, wordsToLearn(title, body), 1));
  }
  const index = buildLearntIndex();
  for (const [matter, learnt] of known) index.set(matter, learnt);
  return index;
}

function judge(atlas: Atlas, words: LearntIndex) {
  const next = messages(900);
  const counts = { matter: 0, matterOfThree: 0, unit: 0, unitOfThree: 0, shown: 0, shownRight: 0 };
  const bins = Array.from({ length: 10 }, () => ({ n: 0, said: 0, right: 0 }));
  for (let i = 0; i < tested; i += 1) {
    const { title, body, matter } = next();
    const area = places(atlas).areaOf(`${title}\n${body}`);
    const options = suggestDispatch(atlas, untaught(words), title, body, area?.id ?? null);
    const truth = atlas.matters.get(matter.code);
    const unit = truth ? responsibleUnit(atlas, truth, area)?.id : undefined;
    const [first] = options;
    const right = first?.unit === unit;
    counts.matter += first?.matter === matter.code ? 1 : 0;
    counts.matterOfThree += options.some((option) => option.matter === matter.code) ? 1 : 0;
    counts.unit += right ? 1 : 0;
    counts.unitOfThree += options.some((option) => option.unit === unit) ? 1 : 0;
    const confidence = first?.confidence ?? 0;
    const bin = bins[Math.min(9, Math.floor(confidence * 10))];
    if (bin) {
      bin.n += 1;
      bin.said += confidence;
      bin.right += right ? 1 : 0;
    }
    if (confidence < defaultSettings.suggestAtLeast) continue;
    counts.shown += 1;
    counts.shownRight += right ? 1 : 0;
  }
  const { value, low, high } = rateOf(counts.shownRight, counts.shown);
  return { tested, ...counts, unitRightOfShown: [value, low, high], bins };
}

type Bin = { readonly n: number; readonly said: number; readonly right: number };

/** Expected calibration error: how far what tenths of confidence say lies from how often they were right, on average. */
const ece = (bins: readonly Bin[]): number =>
  bins.reduce((sum, { said, right }) => sum + Math.abs(said - right), 0) /
  bins.reduce((sum, { n }) => sum + n, 0);

const added = (lists: readonly (readonly Bin[])[]): Bin[] =>
  Array.from({ length: 10 }, (_, i) =>
    lists.reduce(
      (sum, list) => ({
        n: sum.n + (list[i]?.n ?? 0),
        said: sum.said + (list[i]?.said ?? 0),
        right: sum.right + (list[i]?.right ?? 0),
      }),
      { n: 0, said: 0, right: 0 },
    ),
  );

const percent = (n: number) => Math.round(n * 1000) / 1000;
const table = (bins: readonly Bin[]) =>
  bins.filter(({ n }) => n > 0).map(({ n, said, right }) => [n, percent(said / n), percent(right / n)]);

function speed(seconds: number): number {
  const atlas = demoAtlas();
  const words = learntFrom(500);
  const next = messages(5);
  const batch = Array.from({ length: 500 }, next);
  let done = 0;
  const started = performance.now();
  while (performance.now() - started < seconds * 1000)
    for (const { title, body } of batch.slice(0, 50)) {
      suggestDispatch(atlas, untaught(words), title, body, null);
      done += 1;
    }
  return Math.round((done / (performance.now() - started)) * 1000);
}
