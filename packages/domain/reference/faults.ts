/** Why a change may not be: stable codes; once published, a code keeps its meaning. The screens have their words. */
export const faultCodes = [
  'key-invalid',
  'key-taken',
  'twice',
  'parent-missing',
  'parent-unknown',
  'parent-fixed',
  'parent-inactive',
  'level-unfit',
  'level-fixed',
  'kind-fixed',
  'function-missing',
  'function-unknown',
  'name-taken',
  'phone-missing',
  'centre-twice',
  'city-needed',
  'has-children',
  'has-work',
  'has-accounts',
  'has-matters',
  'unit-unknown',
  'own-roles',
  'own-account',
  'roles-apart',
  'last-system-admin',
  'last-security-admin',
  'responsible-missing',
  'heading-duty',
  'push-down',
  'in-settings',
] as const;
export type FaultCode = (typeof faultCodes)[number];

/** `count`: how many stand in the way, where that is the reason; at `countTo` they are that many or more. */
export type Fault = {
  readonly key: string;
  readonly field: string;
  readonly code: FaultCode;
  readonly count?: number;
};
/** Nobody counts further than this. */
export const countTo = 1000;

/** The entries before and after a change, each list whole or as much of it as its rules look at. */
export type Change<Entry> = {
  readonly before: ReadonlyMap<string, Entry>;
  readonly after: ReadonlyMap<string, Entry>;
};

/** The keys of what the change adds or alters. */
export const editedKeys = <Entry>({ before, after }: Change<Entry>): string[] =>
  [...after].filter(([key, entry]) => before.get(key) !== entry).map(([key]) => key);

/** How many active entries hang below each. */
export function childrenOf(
  all: ReadonlyMap<string, { readonly parent: string | null; readonly active: boolean }>,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { parent, active } of all.values())
    if (active && parent !== null) counts.set(parent, (counts.get(parent) ?? 0) + 1);
  return counts;
}

/** Active entries that stand under the same heading with the same name. */
export function sameNames(
  all: ReadonlyMap<
    string,
    { readonly parent: string | null; readonly name: string; readonly active: boolean }
  >,
): ReadonlySet<string> {
  const seen = new Map<string, string>();
  const twice = new Set<string>();
  for (const [key, { parent, name, active }] of all) {
    if (!active) continue;
    const place = `${parent ?? ''}/${name}`;
    const other = seen.get(place);
    if (other !== undefined) twice.add(other).add(key);
    seen.set(place, key);
  }
  return twice;
}
