/** Which rows are chosen, by number, and the row a range begins at. */
export type Choice = { readonly numbers: ReadonlySet<string>; readonly from: string | null };
export const nothing: Choice = { numbers: new Set(), from: null };

/** One row more or less; the next range begins here. */
export function toggled({ numbers }: Choice, number: string): Choice {
  const next = new Set(numbers);
  if (!next.delete(number)) next.add(number);
  return { numbers: next, from: number };
}

/** All from where the range begins, else from `at`, to `to`, in the order of the list. */
export function extended(
  { numbers, from }: Choice,
  list: readonly string[],
  at: string | undefined,
  to: string,
): Choice {
  const start = from !== null && list.includes(from) ? from : (at ?? to);
  const [low, high] = [list.indexOf(start), list.indexOf(to)].toSorted((a, b) => a - b);
  if (low === undefined || high === undefined || low < 0) return toggled({ numbers, from }, to);
  return { numbers: new Set([...numbers, ...list.slice(low, high + 1)]), from: start };
}
