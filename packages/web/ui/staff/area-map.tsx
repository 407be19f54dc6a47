import type { MapShapes } from '@suban/domain/api-figures.ts';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { nameIn, useLanguage } from '../../i18n/language.ts';
import { get } from '../api.ts';

type Shape = MapShapes['features'][number];
type Point = readonly [long: number, lat: number];
type Box = { x: number; y: number; width: number; height: number };
export type Spot = { readonly lat: number; readonly long: number };

/** Degrees onto the paper: at this city's latitude a degree of longitude is shorter than one of latitude. */
const squeeze = Math.cos((22.6 * Math.PI) / 180);
const size = 1000;
const onPaper = ([long, lat]: Point): Point => [long * squeeze * size, -lat * size];
const path = (shape: Shape) =>
  shape.geometry.coordinates
    .flat()
    .map(
      (ring) =>
        `M${ring
          .map((point) =>
            onPaper(point)
              .map((n) => n.toFixed(1))
              .join(),
          )
          .join('L')}Z`,
    )
    .join('');

/** The smallest box around the points, with a margin. */
function boxOf(points: readonly Point[]): Box {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const [width, height] = [Math.max(...xs) - left || 40, Math.max(...ys) - top || 40];
  const margin = Math.max(width, height) * 0.08;
  return { x: left - margin, y: top - margin, width: width + 2 * margin, height: height + 2 * margin };
}

/** Is the shape the area, or within it (a district's subdistricts)? */
const inArea = (shape: Shape, area: number | null) =>
  area !== null && (shape.properties.unit === area || shape.properties.district === area);

type Props = { readonly area: number | null; readonly spots: readonly Spot[]; readonly label: string };

/** A small schematic map: the district around, the area marked, each spot pinned. Nothing where no place is known. */
export function AreaMap({ area, spots, label }: Props) {
  const lang = useLanguage();
  const known = area !== null || spots.length > 0;
  const map = useQuery({
    queryKey: ['map'],
    queryFn: () => get<MapShapes>('/api/map'),
    staleTime: Infinity,
    enabled: known,
  });
  const drawn = useMemo(() => map.data && draw(map.data, area, spots), [map.data, area, spots]);
  if (!known || !drawn) return null;
  const { box, around, pins } = drawn;
  return (
    <figure className="staff-map">
      <svg viewBox={`${box.x} ${box.y} ${box.width} ${box.height}`} role="img" aria-label={label}>
        {around.map((shape) => (
          <path
            key={shape.properties.unit}
            d={path(shape)}
            className={inArea(shape, area) ? 'is-area' : ''}
            vectorEffect="non-scaling-stroke"
          >
            <title>{nameIn(lang, shape.properties)}</title>
          </path>
        ))}
        {pins.map(([x, y]) => (
          <circle
            key={`${x} ${y}`}
            cx={x}
            cy={y}
            r={Math.max(box.width, box.height) * (pins.length > 1 ? 0.018 : 0.025)}
            vectorEffect="non-scaling-stroke"
          />
        ))}
      </svg>
      <figcaption className="staff-soft">{label}</figcaption>
    </figure>
  );
}

/** Does the point lie in the box around the shapes? */
function isIn(shapes: readonly Shape[], [x, y]: Point): boolean {
  const box = boxOf(shapes.flatMap((shape) => shape.geometry.coordinates.flat(2).map(onPaper)));
  return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
}

function draw(map: MapShapes, area: number | null, spots: readonly Spot[]) {
  const pins = spots.map(({ long, lat }) => onPaper([long, lat]));
  const district = map.features.find((shape) => inArea(shape, area))?.properties.district;
  const own = map.features.filter((shape) => shape.properties.district === district);
  // The whole city where the district is not known, or does not hold all of it.
  const around = district === undefined || pins.some((pin) => !isIn(own, pin)) ? map.features : own;
  const corners = around.flatMap((shape) => shape.geometry.coordinates.flat(2).map(onPaper));
  return { box: boxOf([...corners, ...pins]), around, pins };
}
