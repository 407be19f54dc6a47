/** An entry of one of the lists, or those of its fields that a change touched. */
export type Fields = Readonly<Record<string, unknown>>;
export type FieldChange = { readonly field: string; readonly before: unknown; readonly after: unknown };
/** One entry's part in a change. `before` null: it was added, and `after` is the whole of it. */
export type ChangeItem = {
  readonly key: string;
  readonly before: Fields | null;
  readonly after: Fields;
};

/** Values as JSON has them; the order of an object's fields says nothing. */
export const same = (one: unknown, other: unknown): boolean => canonical(one) === canonical(other);

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  const fields = Object.entries(value)
    .filter(([, each]) => each !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([name, each]) => `${JSON.stringify(name)}:${canonical(each)}`).join()}}`;
}

/** What differs, field by field. @param before null: there was none */
export function fieldChanges(before: Fields | null, after: Fields): FieldChange[] {
  return Object.keys(after).flatMap((field) => {
    const [was, is] = [before?.[field] ?? null, after[field] ?? null];
    return before !== null && same(was, is) ? [] : [{ field, before: was, after: is }];
  });
}

/** What the record keeps of an edit: the fields it changed; null when it changed none. */
export function itemOf(key: string, before: Fields | null, after: Fields): ChangeItem | null {
  if (before === null) return { key, before: null, after };
  const changes = fieldChanges(before, after);
  if (changes.length === 0) return null;
  return {
    key,
    before: Object.fromEntries(changes.map(({ field, before: was }) => [field, was])),
    after: Object.fromEntries(changes.map(({ field, after: is }) => [field, is])),
  };
}

/**
 * The entry as it would be without the change: its fields as they were, all later changes of other fields kept. What was
 * added is not taken away, for records name it, but made inactive.
 * @returns the fields that were changed again since, where it cannot be
 */
export function undone(
  { before, after }: Pick<ChangeItem, 'before' | 'after'>,
  current: Fields,
): { readonly entry: Fields } | { readonly conflicts: string[] } {
  if (before === null) return { entry: { ...current, active: false } };
  const conflicts = Object.keys(after).filter((field) => !same(current[field] ?? null, after[field] ?? null));
  return conflicts.length > 0 ? { conflicts } : { entry: { ...current, ...before } };
}

/** How a change reads in one word. */
export type What = 'added' | 'changed' | 'retired' | 'restored';
export function whatOf({ before, after }: Pick<ChangeItem, 'before' | 'after'>): What {
  if (before === null) return 'added';
  if (!('active' in after)) return 'changed';
  return after['active'] === true ? 'restored' : 'retired';
}
