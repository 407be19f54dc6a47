import sharp from 'sharp';
import { between, chance, type Rng } from '@suban/demo-city/rng.ts';

/** Drawn, not photographed: nobody's face, plate or copyright is in them. */
type Scene = 'street' | 'lamp' | 'bin' | 'road' | 'water' | 'tree';
export type Picture = { readonly scene: Scene; readonly when: 'before' | 'after'; readonly look: number };

/** The drawing's own measure, and the pixels it is made into: enough to see what it shows, quick to make by the hundred. */
const width = 480;
const height = 360;
const pixels = 'width="360" height="270"';
/** Different enough that a list of pictures does not look stamped. */
const looks = 3;

/** What the citizen saw. */
export const given = (rng: Rng, matter: string): Picture => ({
  scene: sceneFor(matter),
  when: 'before',
  look: between(rng, 0, looks - 1),
});

/** What the unit found and left: the same place twice, or only how it was left. */
export function pair(rng: Rng, matter: string): Picture[] {
  const before = given(rng, matter);
  const after: Picture = { ...before, when: 'after' };
  return chance(rng, 0.6) ? [before, after] : [after];
}

/** By the groups of the duty catalogue; what has no thing of its own happens in a street. */
const sceneOfGroup: Readonly<Record<string, Scene>> = {
  '0101': 'bin',
  '0102': 'bin',
  '0103': 'tree',
  '0104': 'lamp',
  '0504': 'road',
  '0602': 'road',
  '1604': 'road',
  '1501': 'water',
  '1502': 'water',
  '2003': 'water',
};
const sceneFor = (matter: string): Scene => sceneOfGroup[matter.slice(0, 4)] ?? 'street';

const drawn = new Map<string, Promise<Buffer>>();

/** The picture's bytes as a camera would send them: JPEG. Each is drawn once. */
export function draw({ scene, when, look }: Picture): Promise<Buffer> {
  const key = `${scene}-${when}-${look}`;
  const known =
    drawn.get(key) ??
    sharp(Buffer.from(svg(scene, when === 'after', look)))
      .jpeg({ quality: 80 })
      .toBuffer();
  drawn.set(key, known);
  return known;
}

const rect = (x: number, y: number, w: number, h: number, fill: string) =>
  `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${fill}"/>`;
const oval = (x: number, y: number, rx: number, ry: number, fill: string) =>
  `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="${fill}"/>`;

const skies = ['#bcd7ea', '#d8dde0', '#f0dcc0'] as const;
const walls = ['#c9b79c', '#a9b8a4', '#b7a7b5', '#9fb0c2'] as const;

/** Houses, pavement and road, seen from across the street. */
function backdrop(look: number): string {
  const houses = Array.from({ length: 5 }, (_, i) => {
    const tall = 90 + ((i * 37 + look * 53) % 90);
    const house = rect(
      i * 100 - look * 10,
      220 - tall,
      92,
      tall,
      walls[(i + look) % walls.length] ?? walls[0],
    );
    const windows = Array.from({ length: 6 }, (_w, n) =>
      rect(i * 100 - look * 10 + 12 + (n % 3) * 26, 232 - tall + Math.floor(n / 3) * 32, 14, 18, '#eef3f5'),
    );
    return house + windows.join('');
  });
  return (
    rect(0, 0, width, 220, skies[look] ?? skies[0]) +
    houses.join('') +
    rect(0, 220, width, 40, '#cfcac2') +
    rect(0, 260, width, 100, '#6d7175') +
    Array.from({ length: 6 }, (_, i) => rect(i * 90 + 10, 306, 48, 6, '#e9e6da')).join('')
  );
}

const bags = (look: number) =>
  Array.from({ length: 7 }, (_, i) =>
    oval(
      190 + i * 26 + look * 8,
      244 - (i % 3) * 12,
      17,
      14,
      ['#3d4347', '#59636b', '#7d6a4f'][i % 3] ?? '#3d4347',
    ),
  ).join('');

/** [what is wrong, what it is when it has been put right] */
const things: Readonly<Record<Scene, (look: number) => readonly [string, string]>> = {
  street: (look) => [
    rect(120, 200, 70, 40, '#a0522d') + rect(215, 206, 90, 34, '#8a6d3b') + bags(look),
    rect(90, 236, 300, 4, '#7f9f6a'),
  ],
  lamp: (look) => {
    const post = rect(236 + look * 30, 90, 8, 160, '#4b5055') + rect(236 + look * 30, 90, 60, 6, '#4b5055');
    const shade = rect(0, 0, width, height, 'rgba(12,18,40,0.6)');
    return [
      shade + post + oval(296 + look * 30, 98, 14, 7, '#33373b'),
      shade +
        oval(296 + look * 30, 150, 90, 80, 'rgba(255,226,140,0.45)') +
        post +
        oval(296 + look * 30, 98, 14, 7, '#ffe9a8'),
    ];
  },
  bin: (look) => {
    const bin = rect(160, 176, 46, 70, '#2e7d4f') + rect(154, 170, 58, 8, '#25663f');
    return [bin + bags(look), bin + rect(222, 176, 46, 70, '#2f6690') + rect(216, 170, 58, 8, '#27557a')];
  },
  road: (look) => [
    oval(200 + look * 40, 318, 70, 20, '#2b2d2f') +
      oval(190 + look * 40, 314, 44, 11, '#47423a') +
      rect(330, 262, 12, 34, '#e07b2c'),
    rect(130 + look * 40, 296, 140, 42, '#54585c'),
  ],
  water: (look) => [
    `<path d="M0 250 Q 80 ${236 - look * 6} 160 250 T 320 250 T 480 250 V 360 H 0 Z" fill="#8d9a86" opacity="0.92"/>${rect(300, 214, 90, 34, '#b03a3a')}${oval(322, 250, 12, 12, '#222')}`,
    rect(210, 330, 60, 10, '#3a3d40') +
      rect(300, 236, 90, 34, '#b03a3a') +
      oval(322, 272, 12, 12, '#222') +
      oval(370, 272, 12, 12, '#222'),
  ],
  tree: (look) => [
    `<g transform="rotate(${68 + look * 5} 150 250)">${rect(144, 120, 12, 130, '#6b4b32')}${oval(150, 105, 60, 50, '#4c7a45')}</g>`,
    rect(140, 216, 22, 34, '#6b4b32') +
      oval(330, 110, 58, 48, '#4c7a45') +
      rect(324, 140, 12, 110, '#6b4b32'),
  ],
};

function svg(scene: Scene, after: boolean, look: number): string {
  const [wrong, right] = things[scene](look);
  return `<svg xmlns="http://www.w3.org/2000/svg" ${pixels} viewBox="0 0 ${width} ${height}">${backdrop(look)}${after ? right : wrong}</svg>`;
}
