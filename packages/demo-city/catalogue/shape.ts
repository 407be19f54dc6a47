import type { CityFunction, DistrictFunction } from '../units/departments.ts';

/** What an appeal asks for (诉求类型): 咨询, 求助, 投诉, 举报, 建议, 表扬. */
export type Kind = 'consultation' | 'help' | 'complaint' | 'tip-off' | 'suggestion' | 'praise';

/** Who is responsible, who stands behind them, and in what time; what a matter of level 3 carries. */
export type Duty = {
  responsible: { function: string; level: 'city' | 'district' | 'subdistrict' };
  backstop: { function: string; level: 'district' | 'subdistrict' };
  mayPushDown: boolean;
};

/** Clock hours in which danger must be met, and those in which a public utility must be back. */
export const danger = { urgentHours: 2 };
export const outage = { urgentHours: 24 };

/** `limits` are working days where the matter differs from its kind's default. */
export type Exceptions = Partial<Duty> & { urgentHours?: number; limits?: Partial<Record<Kind, number>> };

/** [name, English, keywords separated by spaces, what differs from the group]. */
export type Row = readonly [name: string, nameEn: string, keywords: string, exceptions?: Exceptions];
export type Group = { name: string; nameEn: string; duty: Duty; rows: readonly Row[] };
export type Category = { name: string; nameEn: string; groups: readonly Group[] };

/** Level 2 of the catalogue; `duty` holds for each row that doesn't say otherwise. */
export function group(name: string, nameEn: string, duty: Duty, rows: readonly Row[]): Group {
  return { name, nameEn, duty, rows };
}

/** The subdistrict's own duty, its area's government behind it. */
export function street(): Duty {
  return {
    responsible: { function: 'government', level: 'subdistrict' },
    backstop: { function: 'government', level: 'district' },
    mayPushDown: true,
  };
}

/** A department of the area that may give the work to the subdistrict, which acts first when nobody takes it. */
export function shared(work: DistrictFunction): Duty {
  return {
    responsible: { function: work, level: 'district' },
    backstop: { function: 'government', level: 'subdistrict' },
    mayPushDown: true,
  };
}

/** A department of the area alone: outside any subdistrict's duty list. */
export function district(work: DistrictFunction): Duty {
  return {
    responsible: { function: work, level: 'district' },
    backstop: { function: 'government', level: 'district' },
    mayPushDown: false,
  };
}

/** A city department or public enterprise; a department of the area, or its government, acts first in doubt. */
export function city(work: CityFunction, backstop: DistrictFunction | 'government' = 'government'): Duty {
  return {
    responsible: { function: work, level: 'city' },
    backstop: { function: backstop, level: 'district' },
    mayPushDown: false,
  };
}
