import { civilAffairs, education, health, insurance } from './catalogue/care.ts';
import { housing, property } from './catalogue/homes.ts';
import { culture, government, utilities } from './catalogue/services.ts';
import type { Category, Group, Kind, Row } from './catalogue/shape.ts';
import { emergency, planning, publicSecurity, water } from './catalogue/safety.ts';
import { environment, urbanManagement } from './catalogue/streets.ts';
import { consumers, finance, market } from './catalogue/trade.ts';
import { traffic, transport } from './catalogue/traffic.ts';
import { business, labour } from './catalogue/work.ts';

export type { Kind } from './catalogue/shape.ts';

/**
 * An entry of the duty catalogue (职责清单). Only level 3 says who is responsible.
 * `function: 'government'` means the government of that level itself: the area's, or the subdistrict's.
 * `urgentHours` are clock hours for the urgent; `limits` are working days where the matter differs from its
 * kind's default; `mayPushDown` says whether it stands on a subdistrict's duty list.
 */
export type DemoMatter = {
  code: string;
  parent: string | null;
  level: 1 | 2 | 3;
  name: string;
  nameEn: string;
  keywords: string[];
  responsible: { function: string; level: 'city' | 'district' | 'subdistrict' } | null;
  backstop: { function: string; level: 'district' | 'subdistrict' } | null;
  urgentHours: number | null;
  limits: Partial<Record<Kind, number>>;
  mayPushDown: boolean;
  /** 结案标准: what an answer needs before the case can be closed. */
  evidence: ('contact' | 'photo-after')[];
};

/** Codes are made of positions, so new entries go to the end of their list. */
const categories: readonly Category[] = [
  urbanManagement,
  housing,
  property,
  environment,
  transport,
  traffic,
  publicSecurity,
  emergency,
  education,
  health,
  insurance,
  market,
  consumers,
  labour,
  water,
  planning,
  culture,
  civilAffairs,
  government,
  utilities,
  finance,
  business,
];

const twoDigits = (index: number): string => String(index + 1).padStart(2, '0');

function heading(code: string, parent: string | null, level: 1 | 2, entry: Category | Group): DemoMatter {
  const { name, nameEn } = entry;
  const nobody = { responsible: null, backstop: null, urgentHours: null, limits: {}, mayPushDown: false };
  const evidence: DemoMatter['evidence'] = [];
  return { code, parent, level, name, nameEn, keywords: [], ...nobody, evidence };
}

/** Work that can be seen when it is done: parks, lamps, roads and pavements. It is closed with a picture of it. */
const shown: readonly string[] = ['0103', '0104', '0504', '0602'];

function matterOf(code: string, parent: string, group: Group, row: Row): DemoMatter {
  const [name, nameEn, keywords, exceptions = {}] = row;
  const own = { urgentHours: null, limits: {}, ...group.duty, ...exceptions };
  const evidence: DemoMatter['evidence'] = shown.includes(parent) ? ['contact', 'photo-after'] : [];
  return { code, parent, level: 3, name, nameEn, keywords: keywords.split(' '), ...own, evidence };
}

function groupMatters(code: string, parent: string, group: Group): DemoMatter[] {
  const rows = group.rows.map((row, index) => matterOf(`${code}${twoDigits(index)}`, code, group, row));
  return [heading(code, parent, 2, group), ...rows];
}

/** The whole catalogue, parents before children; codes of two, four and six digits. The same on every call. */
export function demoCatalogue(): DemoMatter[] {
  return categories.flatMap((category, first) => {
    const code = twoDigits(first);
    const groups = category.groups.flatMap((group, second) =>
      groupMatters(`${code}${twoDigits(second)}`, code, group),
    );
    return [heading(code, null, 1, category), ...groups];
  });
}
