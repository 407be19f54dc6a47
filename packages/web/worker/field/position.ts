import { useSyncExternalStore } from 'react';

export type Point = { readonly lat: number; readonly long: number };

const earth = 6_371_000;
const rad = (degrees: number) => (degrees * Math.PI) / 180;

/** Metres between two points, as the crow flies. */
export function metresBetween(a: Point, b: Point): number {
  const [dLat, dLong] = [rad(b.lat - a.lat), rad(b.long - a.long)];
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(rad(a.lat)) * Math.cos(rad(b.lat)) * Math.sin(dLong / 2) ** 2;
  return 2 * earth * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** “350 m”, “1.2 km”: in steps that a phone's position is good for. */
export function metresText(metres: number): string {
  if (metres < 1000) return `${Math.max(10, Math.round(metres / 10) * 10)} m`;
  return `${(metres / 1000).toFixed(metres < 10_000 ? 1 : 0)} km`;
}

/** What opens the phone's own navigation; null where nothing says where to. */
export function wayTo(
  { lat, long, address }: { lat: number | null; long: number | null; address: string | null },
  apple = /iPhone|iPad/.test(navigator.userAgent),
): string | null {
  const point = lat !== null && long !== null ? `${lat},${long}` : null;
  const words = address === null ? null : encodeURIComponent(address);
  if (point === null && words === null) return null;
  // iOS knows no geo:.
  if (apple) return point ? `maps:?daddr=${point}` : `maps:?daddr=${words}`;
  return point ? `geo:${point}?q=${point}${words ? `(${words})` : ''}` : `geo:0,0?q=${words}`;
}

/** The phone's position, shared by all who ask while any of them is on the page. */
let here: Point | null = null;
let watch: number | null = null;
const listeners = new Set<() => void>();
const tell = (point: Point | null) => {
  here = point;
  for (const listener of listeners) listener();
};

function follow(listener: () => void): () => void {
  listeners.add(listener);
  watch ??= navigator.geolocation.watchPosition(
    ({ coords }) => tell({ lat: coords.latitude, long: coords.longitude }),
    () => tell(null),
    { enableHighAccuracy: true, maximumAge: 15_000 },
  );
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0 || watch === null) return;
    navigator.geolocation.clearWatch(watch);
    watch = null;
  };
}

/** Where the phone is, if its owner shares that; the browser asks them the first time. */
export const useHere = (): Point | null => useSyncExternalStore(follow, () => here);
