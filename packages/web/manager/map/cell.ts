import type { MapShapes } from '@suban/domain/api-figures.ts';

export type Point = readonly [x: number, y: number];
type Feature = MapShapes['features'][number];
/** A subdistrict's cell on the page: `y` grows downwards. */
export type Cell = Feature['properties'] & { readonly corners: readonly Point[]; readonly centre: Point };
