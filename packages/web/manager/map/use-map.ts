import type { MapShapes } from '@suban/domain/api-figures.ts';
import { type GeoJSONSource, MapLibreMap, NavigationControl, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import 'maplibre-gl/dist/maplibre-gl.css';
import { type RefObject, useEffect, useState } from 'react';
import { useDark } from '../../ui/staff/theme.tsx';
import { borders, boundsOf, districtsOf, shadedCells } from './layers.ts';

// A file of our own server: a worker made of words is what the content policy forbids.
setWorkerUrl(workerUrl);

/** Where a city's own tiles come from, and whom to thank. */
export type Tiles = { readonly url: string; readonly credit: string };
export type Padding = number;

type Words = {
  readonly map: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly twoFingers: string;
};
/** Room around what is looked at, in CSS pixels. */
export const padding: Padding = 36;

const still = () => matchMedia('(prefers-reduced-motion: reduce)').matches;
/** How long a flight to a district takes, in ms. */
export const flight = () => (still() ? 0 : 700);

function styleOf(tiles: Tiles | null) {
  return {
    version: 8 as const,
    sources: tiles
      ? { tiles: { type: 'raster' as const, tiles: [tiles.url], tileSize: 256, attribution: tiles.credit } }
      : {},
    layers: tiles ? [{ id: 'tiles', type: 'raster' as const, source: 'tiles' }] : [],
  };
}

function addLayers(map: MapLibreMap, shapes: MapShapes): void {
  map.addSource('cells', { type: 'geojson', data: shadedCells(shapes, () => 0) });
  map.addSource('districts', { type: 'geojson', data: borders(districtsOf(shapes)) });
  map.addLayer({
    id: 'cells',
    type: 'fill',
    source: 'cells',
    paint: { 'fill-opacity': ['get', 'opacity'], 'fill-antialias': false },
  });
  map.addLayer({ id: 'edges', type: 'line', source: 'cells', paint: { 'line-width': 1 } });
  map.addLayer({ id: 'borders', type: 'line', source: 'districts', paint: { 'line-width': 2.5 } });
}

/** A MapLibre map of the city's shapes in an element; null until it can be drawn on. */
export function useMap(
  host: RefObject<HTMLDivElement | null>,
  shapes: MapShapes,
  tiles: Tiles | null,
  words: Words,
): MapLibreMap | null {
  const [map, setMap] = useState<MapLibreMap | null>(null);
  const { map: title, zoomIn, zoomOut, twoFingers } = words;
  useEffect(() => {
    if (!host.current) return;
    const [[west, south], [east, north]] = boundsOf(shapes.features);
    const made = new MapLibreMap({
      container: host.current,
      style: styleOf(tiles),
      bounds: [west, south, east, north],
      fitBoundsOptions: { padding },
      attributionControl: tiles ? { compact: false } : false,
      // A page that is scrolled past must not zoom the map.
      cooperativeGestures: true,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      renderWorldCopies: false,
      locale: {
        'Map.Title': title,
        'NavigationControl.ZoomIn': zoomIn,
        'NavigationControl.ZoomOut': zoomOut,
        'CooperativeGesturesHandler.WindowsHelpText': twoFingers,
        'CooperativeGesturesHandler.MacHelpText': twoFingers,
        'CooperativeGesturesHandler.MobileHelpText': twoFingers,
      },
    });
    made.addControl(new NavigationControl({ showCompass: false }), 'top-right');
    made.once('load', () => {
      addLayers(made, shapes);
      setMap(made);
    });
    return () => {
      setMap(null);
      made.remove();
    };
  }, [host, shapes, tiles, title, zoomIn, zoomOut, twoFingers]);
  return map;
}

/** Keeps the cells in the colours of their numbers and of the page, light or dark. */
export function useShades(
  map: MapLibreMap | null,
  host: RefObject<HTMLDivElement | null>,
  shapes: MapShapes,
  shadeOf: (unit: number) => number,
): void {
  const dark = useDark();
  useEffect(() => {
    if (!map || !host.current) return;
    const style = getComputedStyle(host.current);
    const ink = (token: string) => style.getPropertyValue(`--${token}`).trim();
    const tone = host.current.closest('.is-red') ? ink('red') : ink('brand');
    // The map may have left the page before its worker is done.
    map
      .getSource<GeoJSONSource>('cells')
      ?.setData(shadedCells(shapes, shadeOf))
      .catch(() => undefined);
    map.setPaintProperty('cells', 'fill-color', tone);
    map.setPaintProperty('edges', 'line-color', ink('line'));
    map.setPaintProperty('borders', 'line-color', ink('text-soft'));
  }, [map, host, shapes, shadeOf, dark]);
}
