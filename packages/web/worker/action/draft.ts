/** What is being typed, kept for the life of the browser's tab. Photos keep their id; their preview dies with the page. */
const keyOf = (number: string, command: string) => `suban.draft.${number}.${command}`;

export function writeDraft(number: string, command: string, values: object | null): void {
  try {
    if (values) sessionStorage.setItem(keyOf(number, command), JSON.stringify(values, withoutPreview));
    else sessionStorage.removeItem(keyOf(number, command));
  } catch {
    // Storage full or forbidden: the form works without a second copy.
  }
}

export function readDraft<V extends object>(number: string, command: string): Partial<V> {
  try {
    return JSON.parse(sessionStorage.getItem(keyOf(number, command)) ?? '{}') as Partial<V>;
  } catch {
    return {};
  }
}

/** A preview's address is good on this page only, and an upload under way ends with it. */
function withoutPreview(key: string, value: unknown): unknown {
  if (key === 'url') return null;
  return Array.isArray(value)
    ? (value as unknown[]).filter(
        (item) => !(typeof item === 'object' && item !== null && 'id' in item && item.id === null),
      )
    : value;
}
