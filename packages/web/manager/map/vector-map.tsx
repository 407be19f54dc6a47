import type { MapFigures, MapShapes } from '@suban/domain/api-figures.ts';
import { Button } from 'antd';
import { type MapLibreMap, type MapLayerMouseEvent, Marker } from 'maplibre-gl';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { nameIn, useLanguage, useText } from '../../i18n/language.ts';
import { PlaceLink, useGo } from '../kit/navigation.tsx';
import { count } from '../kit/numbers.ts';
import { breaksOf, shadeOf } from './classes.ts';
import { filtersOf, type Measure } from './filters.ts';
import { boundsOf, centreOf, districtsOf, type Place } from './layers.ts';
import { Legend } from './legend.tsx';
import { districtOf, shortIn } from './names.ts';
import { flight, padding, type Tiles, useMap, useShades } from './use-map.ts';
import { mapWords } from './words.ts';

type Props = {
  readonly shapes: MapShapes;
  readonly figures: MapFigures;
  readonly measure: Measure;
  readonly tiles: Tiles | null;
};

/**
 * The city to zoom into: from the city to a district, to a subdistrict, to its cases. What can be clicked on the map is a
 * button or a link above it as well, in the order of the Tab key.
 */
export function VectorMap({ shapes, figures, measure, tiles }: Props) {
  const t = useText(mapWords);
  const host = useRef<HTMLDivElement>(null);
  const map = useMap(host, shapes, tiles, t.vector);
  const [district, choose] = useState<number | null>(null);
  const numbers = useMemo(
    () => new Map(figures.cells.map((cell) => [cell.unit, cell[measure]])),
    [figures, measure],
  );
  const breaks = useMemo(() => breaksOf([...numbers.values()]), [numbers]);
  const shade = useCallback((unit: number) => shadeOf(numbers.get(unit) ?? 0, breaks), [numbers, breaks]);
  useShades(map, host, shapes, shade);
  useView(map, shapes, district);
  useClicks(map, district, choose, measure, figures);
  return (
    <figure className={`m-map m-vector is-${measure}`}>
      <p className="m-vector-way">
        <Button size="small" disabled={district === null} onClick={() => choose(null)}>
          {t.wholeCity}
        </Button>
        <span className="m-soft" role="status">
          <Where shapes={shapes} district={district} />
        </span>
      </p>
      <div ref={host} className="m-vector-frame" />
      {map && (
        <Labels
          map={map}
          shapes={shapes}
          figures={figures}
          measure={measure}
          district={district}
          choose={choose}
        />
      )}
      <Legend breaks={breaks} title={t.measure[measure]} />
    </figure>
  );
}

function Where({ shapes, district }: { readonly shapes: MapShapes; readonly district: number | null }) {
  const lang = useLanguage();
  const t = useText(mapWords);
  const found = shapes.features.find(({ properties }) => properties.district === district);
  return found ? t.inDistrict(nameIn(lang, districtOf(found.properties))) : t.chooseDistrict;
}

/** Looks at the district that was chosen, or at the whole city. */
function useView(map: MapLibreMap | null, shapes: MapShapes, district: number | null): void {
  useEffect(() => {
    if (!map) return;
    const shown = shapes.features.filter(
      ({ properties }) => district === null || properties.district === district,
    );
    const [[west, south], [east, north]] = boundsOf(shown);
    map.fitBounds([west, south, east, north], { padding, duration: flight() });
  }, [map, shapes, district]);
}

/** A click on a cell goes one step down: into its district, or to its cases. */
function useClicks(
  map: MapLibreMap | null,
  district: number | null,
  choose: (district: number) => void,
  measure: Measure,
  { period }: MapFigures,
): void {
  const go = useGo();
  useEffect(() => {
    if (!map) return;
    const click = ({ features, originalEvent }: MapLayerMouseEvent) => {
      // A label above the map has a way of its own; what lies under it may be another district's.
      if (originalEvent.target !== map.getCanvas()) return;
      const cell = features?.[0]?.properties;
      if (typeof cell?.['unit'] !== 'number' || typeof cell['district'] !== 'number') return;
      if (cell['district'] !== district) choose(cell['district']);
      else go({ to: '/cases', search: filtersOf({ unit: cell['unit'] }, measure, period) });
    };
    const point = () => {
      map.getCanvas().style.cursor = 'pointer';
    };
    const rest = () => {
      map.getCanvas().style.cursor = '';
    };
    const heard = [
      map.on('click', 'cells', click),
      map.on('mouseenter', 'cells', point),
      map.on('mouseleave', 'cells', rest),
    ];
    return () => heard.forEach((each) => each.unsubscribe());
  }, [map, district, choose, measure, period, go]);
}

type LabelsProps = Omit<Props, 'tiles'> & {
  readonly map: MapLibreMap;
  readonly district: number | null;
  readonly choose: (district: number) => void;
};

/** The districts' names and numbers; of the one that was chosen, its subdistricts'. */
function Labels({ map, shapes, figures, measure, district, choose }: LabelsProps) {
  const lang = useLanguage();
  const t = useText(mapWords);
  const numbers = new Map(figures.cells.map((cell) => [cell.unit, cell[measure]]));
  const of = (unit: number) => numbers.get(unit) ?? 0;
  if (district === null)
    return districtsOf(shapes).map(({ id, features, ...named }) => {
      const n = features.reduce((sum, { properties }) => sum + of(properties.unit), 0);
      return (
        <At key={id} map={map} place={centreOf(features)}>
          <button
            type="button"
            className="m-vector-label"
            aria-label={t.openDistrict(nameIn(lang, named), t.measure[measure], count(lang, n))}
            onClick={() => choose(id)}
          >
            {shortIn(lang, named)} <strong>{count(lang, n)}</strong>
          </button>
        </At>
      );
    });
  return shapes.features
    .filter(({ properties }) => properties.district === district)
    .map((feature) => {
      const { unit } = feature.properties;
      return (
        <At key={unit} map={map} place={centreOf([feature])}>
          <PlaceLink
            className="m-vector-label"
            place={{ to: '/cases', search: filtersOf({ unit }, measure, figures.period) }}
            label={t.openCell(nameIn(lang, feature.properties), t.measure[measure], count(lang, of(unit)))}
          >
            {shortIn(lang, feature.properties)} <strong>{count(lang, of(unit))}</strong>
          </PlaceLink>
        </At>
      );
    });
}

type AtProps = { readonly map: MapLibreMap; readonly place: Place; readonly children: ReactNode };

/** Something of the page at a place on the map. */
function At({ map, place, children }: AtProps) {
  const element = useMemo(() => document.createElement('div'), []);
  const [long, lat] = place;
  useEffect(() => {
    const marker = new Marker({ element }).setLngLat([long, lat]).addTo(map);
    // The one to be pressed is within it: a marker in itself is nothing to press.
    element.removeAttribute('role');
    element.removeAttribute('aria-label');
    element.removeAttribute('tabindex');
    return () => {
      marker.remove();
    };
  }, [map, element, long, lat]);
  return createPortal(children, element);
}
