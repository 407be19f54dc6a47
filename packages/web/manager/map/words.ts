import { dictionary } from '../../i18n/language.ts';

export const mapWords = dictionary(
  {
    title: '全市地图',
    schematic: '示意图：每个六边形是一个街道，按区归在一起，不代表真实边界。',
    colourBy: '颜色表示',
    measure: { open: '当前在办', red: '超期', filed30: '近 30 天受理' },
    map: '按街道的诉求地图；用方向键移动，回车查看诉求',
    none: '没有',
    range: (from: string, to: string | null) => (to === null ? `${from} 及以上` : `${from}–${to}`),
    cellSays: (name: string, district: string, open: string, red: string, filed30: string) =>
      `${district}${name}：在办 ${open}，超期 ${red}，近 30 天受理 ${filed30}`,
    table: '各街道数字',
    area: '街道',
    district: '区',
    noShapes: '还没有地图',
  },
  {
    title: 'Map of the city',
    schematic: 'A schematic map: each hexagon is a subdistrict, grouped by district; not the true borders.',
    colourBy: 'Colour shows',
    measure: { open: 'Open now', red: 'Overdue', filed30: 'Filed in 30 days' },
    map: 'Map of requests by subdistrict; arrow keys move, Enter shows the requests',
    none: 'none',
    range: (from, to) => (to === null ? `${from} and more` : `${from}–${to}`),
    cellSays: (name, district, open, red, filed30) =>
      `${name}, ${district}: ${open} open, ${red} overdue, ${filed30} filed in 30 days`,
    table: 'Subdistricts in numbers',
    area: 'Subdistrict',
    district: 'District',
    noShapes: 'There is no map yet',
  },
);
