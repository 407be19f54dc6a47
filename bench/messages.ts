import { demoCatalogue } from '../packages/demo-city/catalogue.ts';
import { composeAppeal } from '../packages/demo-city/grammar.ts';
import { pick, seeded } from '../packages/demo-city/rng.ts';
import { demoUnits } from '../packages/demo-city/units.ts';

type Composed = { readonly title: string; readonly body: string; readonly area: string };

/** One appeal after another as the demo city's people write them, each composed anew; `area` is the district's code. */
export function composedMessages(seed: number): () => Composed {
  const rng = seeded(seed);
  const matters = demoCatalogue().filter(({ level }) => level === 3);
  const subdistricts = demoUnits().filter(
    ({ kind, level }) => kind === 'government' && level === 'subdistrict',
  );
  return () => {
    const subdistrict = pick(rng, subdistricts);
    const { title, body, address } = composeAppeal(rng, { matter: pick(rng, matters), subdistrict });
    return { title, body: `${address}。${body}`, area: subdistrict.parent ?? '' };
  };
}

/** The value below which this share of the values lies; 0 for none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
