/**
 * How the product of the two shares (the matter's chance, the unit's share) becomes the chance that the unit is right:
 * log-odds, stretched and moved. Fitted on composed messages (docs/text.md): several matters often are one unit's, so that
 * a low product is right oftener than it says, and its long reach says too much above.
 */
const MOVE = 0.8;
const STRETCH = 0.45;
/** Nothing that is read from words is certain. */
export const MOST_SURE = 0.99;
const LEAST_SURE = 0.01;

/** The chance that a suggestion is right before the city knows better. @param product 0 to 1 */
export function calibrated(product: number): number {
  const bounded = Math.min(1 - 1e-6, Math.max(1e-6, product));
  const odds = MOVE + STRETCH * Math.log(bounded / (1 - bounded));
  return within(1 / (1 + Math.exp(-odds)));
}

const within = (share: number): number => Math.min(MOST_SURE, Math.max(LEAST_SURE, share));

/** Where a band of calibrated confidence ends; most suggestions lie near the top, so that it is told apart there. */
const ends = [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 1];
export const bands = ends.length;

/** The band a calibrated confidence lies in, from 0. */
export function bandIn(confidence: number): number {
  const band = ends.findIndex((end) => confidence < end);
  return band < 0 ? bands - 1 : band;
}

/** What became of a city's own suggestions of a band. */
export type Band = { readonly band: number; readonly judged: number; readonly hits: number };

/** What was fitted counts as much as so many decisions of a band: some dozens, then the city's own record outweighs it. */
const COUNTS = 20;

/**
 * The city's own calibration: in each band what was right there, drawn towards what was fitted where few were judged; never
 * falling as confidence rises, and in a straight line between the bands.
 * @returns from a calibrated confidence to the one that is shown
 */
export function cityCalibration(record: readonly Band[]): (confidence: number) => number {
  const judged = record.filter((band) => band.judged > 0);
  if (judged.length === 0) return within;
  const points = rising(
    ends.map((end, band) => {
      const from = band === 0 ? 0 : (ends[band - 1] ?? 0);
      const at = within((from + end) / 2);
      const own = judged.find((each) => each.band === band);
      const weight = COUNTS + (own?.judged ?? 0);
      return { at, weight, shown: (COUNTS * at + (own?.hits ?? 0)) / weight };
    }),
  );
  return (confidence) => within(between(points, confidence));
}

type Point = { readonly at: number; readonly weight: number; readonly shown: number };

/** Neighbours that fall are taken together, as often as it takes (pool adjacent violators). */
function rising(points: readonly Point[]): Point[] {
  const pools: { points: Point[]; weight: number; sum: number }[] = [];
  for (const point of points) {
    let pool = { points: [point], weight: point.weight, sum: point.weight * point.shown };
    for (
      let last = pools.at(-1);
      last && last.sum / last.weight > pool.sum / pool.weight;
      last = pools.at(-1)
    ) {
      pools.pop();
      pool = {
        points: [...last.points, ...pool.points],
        weight: last.weight + pool.weight,
        sum: last.sum + pool.sum,
      };
    }
    pools.push(pool);
  }
  return pools.flatMap((pool) => pool.points.map((point) => ({ ...point, shown: pool.sum / pool.weight })));
}

function between(points: readonly Point[], at: number): number {
  const next = points.findIndex((point) => at < point.at);
  const [below, above] = next < 0 ? [points.at(-1), undefined] : [points[next - 1], points[next]];
  const from = below ?? { at: 0, shown: 0 };
  const to = above ?? { at: 1, shown: 1 };
  return from.shown + ((to.shown - from.shown) * (at - from.at)) / (to.at - from.at);
}
