import type { UnitLevel } from '../units.ts';
import type { MatterEntry, UnitEntry } from './entries.ts';
import { type Change, childrenOf, editedKeys, type Fault, type FaultCode, sameNames } from './faults.ts';

/** What the city has: which functions at which level (`housing@district`), and the codes its settings name. */
export type Offers = { readonly functions: ReadonlySet<string>; readonly inSettings: ReadonlySet<string> };

/** Of active units; an area's government does what no department of it does. */
export function functionsOf(
  units: Iterable<Pick<UnitEntry, 'function' | 'level' | 'kind' | 'active'>>,
): Set<string> {
  const all = new Set<string>();
  for (const { function: work, level, kind, active } of units) {
    if (!active) continue;
    if (work !== null) all.add(`${work}@${level}`);
    if (kind === 'government') all.add(`government@${level}`);
  }
  return all;
}

/** Appeals are classified to this level; the two above are headings. */
const answered = 3;

/** Why a change of the duty catalogue may not be. @param change the whole catalogue before and after */
export function matterFaults(change: Change<MatterEntry>, offers: Offers): Fault[] {
  const children = childrenOf(change.after);
  const names = sameNames(change.after);
  return editedKeys(change).flatMap((key) => {
    const [before, after] = [change.before.get(key), change.after.get(key)];
    if (!after) return [];
    return [
      ...placeFaults(key, before, after, change.after),
      ...(after.active ? dutyFaults(key, after, offers.functions) : []),
      ...(names.has(key) ? [fault(key, 'name', 'name-taken')] : []),
      ...(before?.active && !after.active ? closingFaults(key, children.get(key) ?? 0, offers) : []),
    ];
  });
}

const fault = (key: string, field: string, code: FaultCode, count?: number): Fault => ({
  key,
  field,
  code,
  ...(count === undefined ? {} : { count }),
});

function placeFaults(
  key: string,
  before: MatterEntry | undefined,
  { parent, level, active }: MatterEntry,
  all: ReadonlyMap<string, MatterEntry>,
): Fault[] {
  if (before && before.level !== level) return [fault(key, 'level', 'level-fixed')];
  if (parent === null) return level === 1 ? [] : [fault(key, 'parent', 'parent-missing')];
  const above = all.get(parent);
  if (!above) return [fault(key, 'parent', 'parent-unknown')];
  if (above.level !== level - 1) return [fault(key, 'parent', 'level-unfit')];
  return active && !above.active ? [fault(key, 'parent', 'parent-inactive')] : [];
}

const grassroots: readonly UnitLevel[] = ['subdistrict', 'community', 'grid'];

/** A matter names who is responsible, and somebody of the city does such work there. */
function dutyFaults(key: string, matter: MatterEntry, functions: ReadonlySet<string>): Fault[] {
  const { level, responsible, backstop, mayPushDown } = matter;
  if (level !== answered) return responsible || backstop ? [fault(key, 'responsible', 'heading-duty')] : [];
  if (!responsible) return [fault(key, 'responsible', 'responsible-missing')];
  const known = (duty: NonNullable<typeof responsible>) => functions.has(`${duty.function}@${duty.level}`);
  return [
    ...(known(responsible) ? [] : [fault(key, 'responsible', 'function-unknown')]),
    ...(backstop && !known(backstop) ? [fault(key, 'backstop', 'function-unknown')] : []),
    // 北京条例 17: what is on no grassroots list is no subdistrict's duty.
    ...(grassroots.includes(responsible.level) && !mayPushDown
      ? [fault(key, 'mayPushDown', 'push-down')]
      : []),
  ];
}

function closingFaults(key: string, children: number, { inSettings }: Offers): Fault[] {
  return [
    ...(children > 0 ? [fault(key, 'active', 'has-children', children)] : []),
    ...(inSettings.has(key) ? [fault(key, 'active', 'in-settings')] : []),
  ];
}
