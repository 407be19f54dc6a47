import { areas } from './units/areas.ts';
import { between, type Rng } from './rng.ts';

/** Longitude and latitude in degrees. */
export type Position = [lon: number, lat: number];

/** The part of GeoJSON (RFC 7946) the schematic map uses. */
export type CellFeature = {
  type: 'Feature';
  properties: { unit: string; district: string; name: string; nameEn: string };
  geometry: { type: 'Polygon'; coordinates: Position[][] };
};
export type SchematicMap = { type: 'FeatureCollection'; features: CellFeature[] };

/**
 * The city as a tile map, north at the top: one hexagon for each subdistrict, every other row half a cell to the
 * east. Drawn by hand from where the places roughly lie; it copies nobody's boundaries. The cooperation zone lies
 * 60 km further east and is drawn nearer, apart from the rest.
 */
const picture = `
/ .       BA-YL   GM-GOM  GM-XH   .       .       .       .       .       .       .       .       .       .       SS-CS
  .       BA-SG   GM-MT   GM-GM   .       .       .       .       .       .       .       .       .       .       SS-EB   SS-HM
/ BA-SJ   BA-XQ   GM-YT   GM-FH   LHA-FC  LHA-GL  .       .       LG-LG   LG-PD   PS-LT   PS-KZ   .       .       SS-XM
  BA-FH   BA-FY   BA-SY   LHA-DL  LHA-LH  LHA-GH  LG-PH   LG-HG   LG-LC   LG-BL   PS-PS   PS-SJ
/ BA-HC   BA-XX   NS-XL   NS-TY   LHA-MZ  LG-BT   LG-JH   LG-NW   LG-YS   PS-BL   PS-ML   DP-KC
  .       BA-XA   NS-NT   NS-YH   NS-SH   FT-ML   LG-BJ   LH-QSH  LH-DX   YT-STJ  YT-YT   YT-MS   DP-DP
/ .       NS-NS   NS-ZS   FT-XMH  FT-LH   FT-HF   FT-YL   LH-SG   LH-CZ   LH-DH   YT-HS   .       DP-NA
  .       .       NS-SK   .       FT-ST   FT-FT   FT-HQB  LH-GY   LH-DM   LH-HB   LH-LT
/ .       .       .       .       FT-FB   FT-NY   .       LH-NH
`;

/** North-west cell's centre, half a cell's width, and a third of the distance between rows, in degrees. */
const west = 113.79;
const north = 22.8;
const halfWidth = 0.026;
/** Cells look regular in Web Mercator, where a degree of latitude is 1 / cos(22.6°) of one of longitude. */
const third = (halfWidth / Math.sqrt(3)) * Math.cos((22.6 * Math.PI) / 180);

/** Corners of a pointed-top hexagon in half widths and thirds, anticlockwise as RFC 7946 wants outer rings. */
const corners = [
  [0, 2],
  [-1, 1],
  [-1, -1],
  [0, -2],
  [1, -1],
  [1, 1],
  [0, 2],
] as const;

/** Lattice coordinates are whole numbers, so neighbours share corners to the last digit. */
type Cell = { unit: string; x: number; y: number };

function readPicture(): Cell[] {
  return picture
    .trim()
    .split('\n')
    .flatMap((line, row) => {
      const shifted = line.startsWith('/');
      const marks = line.replace('/', ' ').trim().split(/\s+/);
      return marks.flatMap((mark, column): Cell[] =>
        mark === '.' ? [] : [{ unit: `SZ-${mark}`, x: 2 * column + (shifted ? 1 : 0), y: -3 * row }],
      );
    });
}

const cells: ReadonlyMap<string, Cell> = new Map(readPicture().map((cell) => [cell.unit, cell]));

const rounded = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;
const place = (x: number, y: number): Position => [rounded(west + x * halfWidth), rounded(north + y * third)];

function cellOf(subdistrictCode: string): Cell {
  const cell = cells.get(subdistrictCode);
  if (cell === undefined) throw new RangeError(`no cell on the map for ${subdistrictCode}`);
  return cell;
}

const ringOf = ({ x, y }: Cell): Position[] => corners.map(([dx, dy]) => place(x + dx, y + dy));

/** One hexagon for each of the 78 subdistricts; neighbours share edges and nothing overlaps. */
export function schematicMap(): SchematicMap {
  const features = areas.flatMap((area) =>
    area.subdistricts.map(({ code, name, nameEn }): CellFeature => {
      const ring = ringOf(cellOf(code));
      return {
        type: 'Feature',
        properties: { unit: code, district: area.code, name, nameEn },
        geometry: { type: 'Polygon', coordinates: [ring] },
      };
    }),
  );
  return { type: 'FeatureCollection', features };
}

/** A place well inside a subdistrict's cell (within its inner rectangle), for appeals made up for it. */
export function pointIn(rng: Rng, subdistrictCode: string): Position {
  const { x, y } = cellOf(subdistrictCode);
  return place(x + between(rng, -900, 900) / 1000, y + between(rng, -950, 950) / 1000);
}
