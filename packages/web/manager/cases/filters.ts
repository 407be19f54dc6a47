/** What `/api/command/cases` can be narrowed by, in the order the reader sees it. */
export const filterNames = [
  'state',
  'light',
  'clock',
  'measure',
  'excluded',
  'suggested',
  'from',
  'to',
  'unit',
  'below',
  'area',
  'matter',
  'channel',
  'kind',
  'filed',
] as const;
export type FilterName = (typeof filterNames)[number];
/** The words of the address bar and of the API alike: both speak the domain's codes and ids as text. */
export type CaseFilters = Partial<Record<FilterName, string>>;

/** What an address says, without what no filter knows. An unknown value is left to the server to refuse. */
export function readFilters(search: Readonly<Record<string, unknown>>): CaseFilters {
  const filters: CaseFilters = {};
  for (const name of filterNames) {
    const value = search[name];
    if (typeof value === 'string' && value !== '') filters[name] = value;
  }
  return filters;
}

/** What means nothing without another, or contradicts it: a period is of a measure, and a light is of now. */
const goesWith: Partial<Readonly<Record<FilterName, readonly FilterName[]>>> = {
  light: ['clock'],
  measure: ['from', 'to', 'excluded'],
  suggested: ['from', 'to'],
  from: ['to'],
  unit: ['below'],
  area: ['below'],
};
const contradicts: Partial<Readonly<Record<FilterName, readonly FilterName[]>>> = {
  light: ['measure', 'suggested', 'from', 'to'],
  measure: ['suggested'],
};

/** The filters with one set to another value, or taken away by null. */
export function withFilter(filters: CaseFilters, name: FilterName, value: string | null): CaseFilters {
  const gone = [name, ...((value === null ? goesWith : contradicts)[name] ?? [])];
  const rest = Object.fromEntries(
    Object.entries(filters).filter(([each]) => !gone.some((other) => other === each)),
  );
  return value === null ? rest : { ...rest, [name]: value };
}
