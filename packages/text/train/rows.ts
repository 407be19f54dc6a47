/** What a training command reads of the data folder: the entries of a JSON Lines file or a JSON array, or null when it isn't there. */
export type ReadList = (file: string) => readonly unknown[] | null;

/** A weights file and what the validation found; both become JSON. */
export type Trained = { readonly weights: object; readonly report: object };

/** A message whose label is known, title and body apart where they could be told apart. */
export type LabelledRow = { readonly text: string; readonly label: string };
export type RawMessage = { readonly title: string; readonly body: string };

/**
 * `labelled`: cut into words and freed of empty ones, as the public data set has it; `raw`: as people wrote them;
 * `topics`: paths of a topic catalogue, whose first level may be a label.
 */
export type Corpus = {
  readonly labelled: readonly LabelledRow[];
  readonly raw: readonly RawMessage[];
  readonly topics: readonly (readonly string[])[];
};

type Fields = { readonly [field: string]: unknown };

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

/** A field of a row. @throws Error that names the field when it isn't a text */
export function textField(row: unknown, field: string): string {
  const value = fieldsOf(row)[field];
  if (typeof value !== 'string') throw new Error(`a row has no text called ${field}`);
  return value;
}

export const labelledRow = (row: unknown): LabelledRow => ({
  text: textField(row, 'text'),
  label: textField(row, 'label'),
});

export const rawMessage = (row: unknown): RawMessage => ({
  title: textField(row, 'title'),
  body: textField(row, 'body'),
});
