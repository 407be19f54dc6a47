/** An entry of a list as it is kept. `changed`: the id of its last change, 0 where there was none. */
export type Kept<Entry> = { readonly key: string; readonly changed: number; readonly entry: Entry };
