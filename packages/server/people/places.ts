import { buildPlaceFinder, type PlaceFinder } from '@suban/text/place.ts';
import type { Atlas, Rings, Unit } from './reference-store.ts';

export type Places = {
  /** The area a text or a point lies in: the point decides, else the most particular place named. */
  areaOf(
    text: string,
    point?: { readonly lat?: number | undefined; readonly long?: number | undefined },
  ): Unit | null;
};

const built = new WeakMap<Atlas, Places>();

/** Built once for each version of the city. */
export function places(reference: Atlas): Places {
  const known = built.get(reference);
  if (known) return known;
  const made = build(reference);
  built.set(reference, made);
  return made;
}

const isArea = (unit: Unit) => unit.kind === 'government' && unit.level !== 'city' && unit.level !== 'grid';

function build(reference: Atlas): Places {
  const areas = [...reference.units.values()].filter(isArea);
  const parentCode = (unit: Unit) =>
    unit.parent === null ? null : (reference.units.get(unit.parent)?.code ?? null);
  const find: PlaceFinder = buildPlaceFinder(
    areas.map((unit) => ({ code: unit.code, name: unit.name, parent: parentCode(unit) })),
  );
  const byCode = new Map(areas.map((unit) => [unit.code, unit]));
  return {
    areaOf(text, point) {
      const { lat, long } = point ?? {};
      if (lat !== undefined && long !== undefined) {
        for (const [unit, rings] of reference.cells) {
          if (contains(rings, long, lat)) return reference.units.get(unit) ?? null;
        }
      }
      const found = find(text);
      const unit = found ? byCode.get(found.code) : undefined;
      // Figures and the map go by subdistrict: a community counts as the subdistrict above it.
      return unit ? upTo(reference, unit) : null;
    },
  };
}

function upTo(reference: Atlas, unit: Unit): Unit {
  if (unit.level !== 'community' || unit.parent === null) return unit;
  return reference.units.get(unit.parent) ?? unit;
}

/** Even–odd rule over all rings: holes come out as outside. */
function contains(rings: Rings, x: number, y: number): boolean {
  let inside = false;
  for (const ring of rings) {
    ring.forEach(([x1, y1], i) => {
      const [x2, y2] = ring[(i + 1) % ring.length] ?? [x1, y1];
      if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
    });
  }
  return inside;
}
