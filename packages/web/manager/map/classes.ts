/** How many shades a map has: more than five cannot be told apart in a legend. */
export const shades = 5;

/**
 * The lower ends of the classes above nothing, so that about as many different values fall into each: a few very busy
 * places leave the others their shades, and many equal ones do not swallow the busy. There may be fewer than the shades.
 */
export function breaksOf(values: readonly number[]): number[] {
  const sorted = [...new Set(values)].filter((value) => value > 0).sort((a, b) => a - b);
  const ends = Array.from(
    { length: shades - 1 },
    (_, index) => sorted[Math.floor((sorted.length * index) / (shades - 1))],
  );
  return [...new Set(ends.filter((end) => end !== undefined))];
}

/** 0 for nothing at all, else the class the value falls into. */
export const shadeOf = (value: number, breaks: readonly number[]): number =>
  breaks.filter((end) => value >= end).length;
