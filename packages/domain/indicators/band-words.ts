import type { UnitKind, UnitLevel } from '../units.ts';
import { both } from '../words.ts';
import { type Size, sizeFrom, sizes } from './bands.ts';

type Words = {
  /** What units of a level and a kind are called together. */
  readonly group: (level: UnitLevel, kind: UnitKind) => string;
  readonly size: (size: Size) => string;
};

const levels = both<Readonly<Record<UnitLevel, string>>>(
  { city: '市级', district: '区级', subdistrict: '街道', community: '社区', grid: '网格' },
  {
    city: 'City',
    district: 'District',
    subdistrict: 'Subdistrict',
    community: 'Community',
    grid: 'Grid',
  },
);
const kinds = both<Readonly<Record<UnitKind, string>>>(
  {
    government: '政府',
    department: '部门',
    'dispatch-centre': '分拨中心',
    supervision: '督查',
    enterprise: '公共服务企业',
    partner: '合作单位',
  },
  {
    government: 'governments',
    department: 'departments',
    'dispatch-centre': 'dispatch centres',
    supervision: 'supervision',
    enterprise: 'utilities',
    partner: 'partners',
  },
);

/** Where the next larger size begins; the largest has no end. */
const endOf = (size: Size): number | null => {
  const next = sizes[sizes.indexOf(size) + 1];
  return next === undefined ? null : sizeFrom[next];
};

/** The bands units are compared in, in words: who they are, and how much they receive. */
export const bandWords = both<Words>(
  {
    group: (level, kind) => (level === 'subdistrict' ? '街道' : `${levels.zh[level]}${kinds.zh[kind]}`),
    size: (size) => {
      const [from, end] = [sizeFrom[size], endOf(size)];
      if (end === null) return `30 天收件 ${from} 及以上`;
      return from === 0 ? `30 天收件少于 ${end}` : `30 天收件 ${from}–${end - 1}`;
    },
  },
  {
    group: (level, kind) =>
      level === 'subdistrict' ? 'Subdistricts' : `${levels.en[level]} ${kinds.en[kind]}`,
    size: (size) => {
      const [from, end] = [sizeFrom[size], endOf(size)];
      if (end === null) return `${from} or more received in 30 days`;
      return from === 0 ? `fewer than ${end} received in 30 days` : `${from}–${end - 1} received in 30 days`;
    },
  },
);
