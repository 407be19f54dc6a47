/** The names of a text's places: `title`, `body`, `reason` … */
export type Texts = Readonly<Record<string, string>>;

export type Fact<Type extends string, Data, T extends Texts = Record<never, string>> = {
  readonly type: Type;
  readonly data: Readonly<Data>;
  readonly texts?: T | undefined;
};
