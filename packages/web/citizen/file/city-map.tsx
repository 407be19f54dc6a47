import type { MapShapes } from '@suban/domain/api-figures.ts';
import { useMemo } from 'react';
import { useLanguage } from '../../i18n/language.ts';

type Feature = MapShapes['features'][number];
type Point = readonly [number, number];
type Props = {
  shapes: MapShapes;
  chosen: number | null;
  label: string;
  onChoose: (cell: Feature['properties']) => void;
};

/** The drawing's width in its own units; the height follows from the city's shape. */
const width = 1000;

/** Neighbouring districts get different tints. */
const tints = 3;

const ring = (feature: Feature): readonly Point[] => feature.geometry.coordinates[0]?.[0] ?? [];

/** Longitude and latitude to the drawing's units: flat, with the east–west squeeze of the city's own latitude. */
function projection(features: readonly Feature[]) {
  const points = features.flatMap(ring);
  const [west, east] = [Math.min(...points.map(([x]) => x)), Math.max(...points.map(([x]) => x))];
  const [south, north] = [Math.min(...points.map(([, y]) => y)), Math.max(...points.map(([, y]) => y))];
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = width / ((east - west) * squeeze);
  const place = ([x, y]: Point): Point => [(x - west) * squeeze * scale, (north - y) * scale];
  return { place, height: (north - south) * scale };
}

/** “福田区” is “福田” on a map, “Futian District” “Futian”. */
const short = (district: string): string =>
  district.replace(/(特别合作区|新区|区|县| Special Cooperation Zone| New District| District| County)$/, '');

const middle = (points: readonly Point[]): Point => [
  points.reduce((sum, [x]) => sum + x, 0) / points.length,
  points.reduce((sum, [, y]) => sum + y, 0) / points.length,
];

function draw(shapes: MapShapes) {
  const { place, height } = projection(shapes.features);
  const order = [...new Set(shapes.features.map(({ properties }) => properties.district))];
  const cells = shapes.features.map((feature) => {
    const points = ring(feature).map(place);
    const path = `M${points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`;
    return {
      cell: feature.properties,
      path,
      points,
      tint: order.indexOf(feature.properties.district) % tints,
    };
  });
  const districts = order.flatMap((district) => {
    const own = cells.filter(({ cell }) => cell.district === district);
    const first = own[0];
    return first ? [{ cell: first.cell, at: middle(own.flatMap(({ points }) => points)) }] : [];
  });
  return { cells, districts, height };
}

/**
 * The schematic map for the hand and the eye. Everything on it can be chosen from the lists above it, so keyboard and
 * screen reader pass it by.
 */
export function CityMap({ shapes, chosen, label, onChoose }: Props) {
  const lang = useLanguage();
  const { cells, districts, height } = useMemo(() => draw(shapes), [shapes]);
  return (
    <figure className="map">
      <svg viewBox={`-4 -4 ${width + 8} ${height + 8}`} aria-hidden="true" focusable="false">
        {cells.map(({ cell, path, tint }) => (
          <path
            key={cell.unit}
            d={path}
            className={`cell cell-${tint}`}
            data-chosen={cell.unit === chosen || undefined}
            onPointerUp={() => onChoose(cell)}
          >
            <title>
              {lang === 'zh' ? `${cell.districtName} ${cell.name}` : `${cell.nameEn}, ${cell.districtNameEn}`}
            </title>
          </path>
        ))}
        {districts.map(({ cell, at: [x, y] }) => (
          <text key={cell.district} x={x} y={y}>
            {short(lang === 'zh' ? cell.districtName : cell.districtNameEn)}
          </text>
        ))}
      </svg>
      <figcaption>{label}</figcaption>
    </figure>
  );
}
