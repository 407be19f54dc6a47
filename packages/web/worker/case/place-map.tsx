import type { CaseView } from '@suban/domain/api.ts';
import type { MapShapes } from '@suban/domain/api-figures.ts';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { nameIn, useLanguage, useText } from '../../i18n/language.ts';
import { get } from '../../ui/api.ts';
import { caseWords } from './words.ts';

type Shape = MapShapes['features'][number];
type Point = readonly [long: number, lat: number];
type Box = { x: number; y: number; width: number; height: number };

/** Degrees onto the paper: at this city's latitude a degree of longitude is shorter than one of latitude. */
const squeeze = Math.cos((22.6 * Math.PI) / 180);
const size = 1000;
const onPaper = ([long, lat]: Point): Point => [long * squeeze * size, -lat * size];
const path = (shape: Shape) =>
  shape.geometry.coordinates
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

/** Is the shape the case's area, or within it (a district's subdistricts)? */
const inArea = (shape: Shape, area: number | undefined) =>
  area !== undefined && (shape.properties.unit === area || shape.properties.district === area);

/** A small schematic map: the district around, the area marked, the point pinned. Nothing where no place is known. */
export function PlaceMap({ view }: { view: CaseView }) {
  const lang = useLanguage();
  const text = useText(caseWords);
  const known = view.area !== null || view.lat !== null;
  const map = useQuery({
    queryKey: ['map'],
    queryFn: () => get<MapShapes>('/api/map'),
    staleTime: Infinity,
    enabled: known,
  });
  const drawn = useMemo(() => map.data && draw(map.data, view), [map.data, view]);
  if (!known || !drawn) return null;
  const { box, around, pin } = drawn;
  const label = text.mapLegend(view.area ? nameIn(lang, view.area) : (view.address ?? ''));
  return (
    <figure className="desk-map">
      <svg viewBox={`${box.x} ${box.y} ${box.width} ${box.height}`} role="img" aria-label={label}>
        {around.map((shape) => (
          <path
            key={shape.properties.unit}
            d={path(shape)}
            className={inArea(shape, view.area?.id) ? 'is-area' : ''}
            vectorEffect="non-scaling-stroke"
          >
            <title>{nameIn(lang, shape.properties)}</title>
          </path>
        ))}
        {pin && (
          <circle
            cx={pin[0]}
            cy={pin[1]}
            r={Math.max(box.width, box.height) * 0.025}
            vectorEffect="non-scaling-stroke"
          />
        )}
      </svg>
      <figcaption className="staff-soft">{label}</figcaption>
    </figure>
  );
}

function draw(map: MapShapes, view: CaseView): { box: Box; around: Shape[]; pin: Point | null } {
  const pin = view.lat !== null && view.long !== null ? onPaper([view.long, view.lat]) : null;
  const district = map.features.find((shape) => inArea(shape, view.area?.id))?.properties.district;
  const around =
    district === undefined
      ? map.features
      : map.features.filter((shape) => shape.properties.district === district);
  const corners = around.flatMap((shape) => shape.geometry.coordinates.flat().map(onPaper));
  return { box: boxOf(pin ? [...corners, pin] : corners), around, pin };
}
