import { demoCatalogue } from '@suban/demo-city/catalogue.ts';
import { type DemoUnit, demoUnits } from '@suban/demo-city/units.ts';
import { unitId } from '@suban/domain/ids.ts';
import type { Atlas } from '../people/reference-store.ts';

type PlacedUnit = Omit<DemoUnit, 'parent'> & {
  readonly id: number;
  readonly path: string;
  readonly parent: number | null;
};

/** Ids by order of the list, parents first, so that the path is known before the row is written. */
export function withPaths(units: readonly DemoUnit[]): PlacedUnit[] {
  const known = new Map<string, { id: number; path: string }>();
  return units.map((unit, i) => {
    const id = i + 1;
    const parent = unit.parent === null ? null : known.get(unit.parent);
    if (parent === undefined) throw new Error(`unit ${unit.code} comes before its parent`);
    const path = `${parent?.path ?? '/'}${id}/`;
    known.set(unit.code, { id, path });
    return { ...unit, id, path, parent: parent?.id ?? null };
  });
}

/** The demo city's units and duties without a database, for what reads texts on the command line. */
export function demoAtlas(): Atlas {
  const units = withPaths(demoUnits()).map((row) => ({ ...row, id: unitId(row.id) }));
  const matters = demoCatalogue().map(({ limits, ...matter }) => ({
    ...matter,
    finishDays: limits,
    earlier: [],
    local: matter.responsible !== null && matter.responsible.level !== 'city',
  }));
  return {
    units: new Map(units.map((unit) => [unit.id, unit])),
    matters: new Map(matters.map((matter) => [matter.code, matter])),
    cells: new Map(),
  };
}
