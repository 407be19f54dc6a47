import { unitLevels } from '../units.ts';
import type { UnitEntry } from './entries.ts';
import { type Change, childrenOf, editedKeys, type Fault, type FaultCode, sameNames } from './faults.ts';

/** What stands in the way of closing a unit, or of making another of it. */
export type Burden = {
  /** Orders in hand, cases in its queue, help it owes; up to `countTo`. */
  readonly work: number;
  /** Active accounts. */
  readonly accounts: number;
  /** Some appeal's record names it: events keep its level and kind. */
  readonly named: boolean;
};
const none: Burden = { work: 0, accounts: 0, named: false };

/** Functions that active matters ask for at city level, by how many of them. */
export type Demand = ReadonlyMap<string, number>;

/** Why a change of units may not be. `burdens` are needed of units that exist and are edited. */
export function unitFaults(
  change: Change<UnitEntry>,
  burdens: ReadonlyMap<string, Burden>,
  demand: Demand = new Map(),
): Fault[] {
  const children = childrenOf(change.after);
  const names = sameNames(change.after);
  const faults = editedKeys(change).flatMap((key) => {
    const [before, after] = [change.before.get(key), change.after.get(key)];
    if (!after) return [];
    return [
      ...placeFaults(key, before, after, change),
      ...(before ? fixedFaults(key, before, after, burdens.get(key) ?? none) : []),
      ...(before?.active && !after.active
        ? closingFaults(key, children.get(key) ?? 0, burdens.get(key) ?? none)
        : []),
      ...ownFaults(key, after, names),
    ];
  });
  return [...faults, ...cityFaults(change), ...demandFaults(change, demand)];
}

const fault = (key: string, field: string, code: FaultCode, count?: number): Fault => ({
  key,
  field,
  code,
  ...(count === undefined ? {} : { count }),
});

/** Where it hangs: below an active unit, at its level or one further down; a government always one further down. */
function placeFaults(
  key: string,
  before: UnitEntry | undefined,
  after: UnitEntry,
  { after: all }: Change<UnitEntry>,
): Fault[] {
  if (before && before.parent !== after.parent) return [fault(key, 'parent', 'parent-fixed')];
  if (after.parent === null) return before ? [] : [fault(key, 'parent', 'parent-missing')];
  const parent = all.get(after.parent);
  if (!parent) return [fault(key, 'parent', 'parent-unknown')];
  if (after.active && !parent.active) return [fault(key, 'parent', 'parent-inactive')];
  const down = unitLevels.indexOf(after.level) - unitLevels.indexOf(parent.level);
  const fits = after.kind === 'government' ? down === 1 : down === 0 || down === 1;
  return fits ? [] : [fault(key, 'level', 'level-unfit')];
}

function fixedFaults(key: string, before: UnitEntry, after: UnitEntry, { named }: Burden): Fault[] {
  if (!named) return [];
  return [
    ...(before.level === after.level ? [] : [fault(key, 'level', 'level-fixed')]),
    ...(before.kind === after.kind ? [] : [fault(key, 'kind', 'kind-fixed')]),
  ];
}

/** What it has must be done or given on first. */
function closingFaults(key: string, children: number, { work, accounts }: Burden): Fault[] {
  return [
    ...(children > 0 ? [fault(key, 'active', 'has-children', children)] : []),
    ...(work > 0 ? [fault(key, 'active', 'has-work', work)] : []),
    ...(accounts > 0 ? [fault(key, 'active', 'has-accounts', accounts)] : []),
  ];
}

function ownFaults(key: string, unit: UnitEntry, names: ReadonlySet<string>): Fault[] {
  const works = unit.kind !== 'government';
  return [
    ...(works && unit.function === null ? [fault(key, 'function', 'function-missing')] : []),
    ...(names.has(key) ? [fault(key, 'name', 'name-taken')] : []),
    // 公开电话: who does the city's work can be rung.
    ...(unit.active && unit.firstLine && unit.phone === null ? [fault(key, 'phone', 'phone-missing')] : []),
  ];
}

/** One city with one dispatch centre of its own: every appeal's first queue. */
function cityFaults(change: Change<UnitEntry>): Fault[] {
  const edited = editedKeys(change);
  const roots = [...change.after].filter(([, { parent, active }]) => parent === null && active);
  const centres = [...change.after].filter(([, unit]) => isCityCentre(unit));
  return edited.flatMap((key) => {
    const [before, after] = [change.before.get(key), change.after.get(key)];
    const wasRoot = before?.parent === null && before.active && roots.length === 0;
    const wasCentre = before !== undefined && isCityCentre(before) && centres.length === 0;
    const second = after !== undefined && isCityCentre(after) && centres.length > 1;
    if (wasRoot || wasCentre) return [fault(key, after?.active === false ? 'active' : 'kind', 'city-needed')];
    return second ? [fault(key, 'kind', 'centre-twice')] : [];
  });
}

const isCityCentre = ({ kind, level, active }: UnitEntry): boolean =>
  active && kind === 'dispatch-centre' && level === 'city';

/** The last city unit of a function cannot go while matters ask for it. */
function demandFaults(change: Change<UnitEntry>, demand: Demand): Fault[] {
  const left = new Set([...change.after.values()].flatMap((unit) => cityFunction(unit) ?? []));
  return editedKeys(change).flatMap((key) => {
    const before = change.before.get(key);
    const lost = before && cityFunction(before);
    const matters = lost && !left.has(lost) ? (demand.get(lost) ?? 0) : 0;
    if (matters === 0) return [];
    const field = change.after.get(key)?.active === false ? 'active' : 'function';
    return [fault(key, field, 'has-matters', matters)];
  });
}

const cityFunction = (unit: UnitEntry): string | null =>
  unit.active && unit.level === 'city' ? unit.function : null;
