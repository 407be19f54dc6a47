import type { z } from 'zod';
import { type Settings, settingsSchema } from '../settings.ts';
import { type SettingGroup, settingGroups, type SettingUnit } from '../settings-fields.ts';

/** A rule that is a number: what it is about, and how much, in both languages. */
export type Line = {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly valueZh: string;
  readonly valueEn: string;
};

/** The parts of the rules, in the order of a case's life. */
export const groupWords: Readonly<Record<SettingGroup, { readonly zh: string; readonly en: string }>> = {
  hotline: { zh: '热线', en: 'Hotline' },
  recordings: { zh: '语音和视频', en: 'Voice and video' },
  dispatch: { zh: '分拨', en: 'Dispatch' },
  handle: { zh: '办理', en: 'Handling' },
  lights: { zh: '亮灯', en: 'Lights' },
  ladder: { zh: '催办与督办', en: 'The ladder' },
  evaluate: { zh: '评价与回访', en: 'Rating and call-back' },
  alerts: { zh: '预警研判', en: 'Early warning' },
  office: { zh: '办公时间', en: 'Office hours' },
};

type Meta = {
  readonly zh?: string;
  readonly en?: string;
  readonly unit?: SettingUnit;
  readonly group?: string;
};

const units: Readonly<Record<SettingUnit, (n: number) => readonly [zh: string, en: string]>> = {
  seconds: (n) => [`${n}秒`, `${n} seconds`],
  megabytes: (n) => [`${n} MB`, `${n} MB`],
  minutes: (n) => [`${n}分钟`, `${n} minutes`],
  hours: (n) => [`${n}小时（昼夜连续）`, `${n} hours, day and night`],
  'calendar-days': (n) => [`${n}天`, `${n} day${n === 1 ? '' : 's'}`],
  days: (n) => [`${n}个工作日`, `${n} working day${n === 1 ? '' : 's'}`],
  share: (n) => [`${Math.round(n * 1000) / 10}%`, `${Math.round(n * 1000) / 10} %`],
  appeals: (n) => [`${n}件`, `${n} request${n === 1 ? '' : 's'}`],
  stars: (n) => [`${n}星`, `${n} stars`],
};

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/**
 * Every number the city's rules run on, in the words its own schema carries: the page of rules and the settings form say
 * the same because they read the same.
 */
export function ruleLines(settings: Settings): Line[] {
  return Object.entries(settingsSchema.shape).flatMap(([key, schema]) =>
    linesOf(key, schema, settings[key as keyof Settings]),
  );
}

/** The same by the part of the rules each belongs to. */
export function ruleGroups(settings: Settings): { readonly id: SettingGroup; readonly lines: Line[] }[] {
  const all = ruleLines(settings);
  const groupOf = (line: Line): string | undefined => {
    const key = line.id.split('.')[0] as keyof Settings;
    return (settingsSchema.shape[key].meta() as Meta | undefined)?.group;
  };
  return settingGroups.map((id) => ({ id, lines: all.filter((each) => groupOf(each) === id) }));
}

function linesOf(id: string, schema: z.ZodType, value: unknown, above?: Meta): Line[] {
  const meta: Meta = { ...(schema.meta() as Meta | undefined) };
  if (id === 'limits' || id === 'automaticDispatch') return [];
  if (id === 'officeHours') return [officeLine(meta, value as Settings['officeHours'])];
  if (typeof value === 'number') return [line(id, meta, units[meta.unit ?? 'days'](value), above)];
  if (typeof value === 'boolean') return [line(id, meta, value ? ['是', 'yes'] : ['否', 'no'], above)];
  // What the city says in its own words it says in no other language.
  if (typeof value === 'string') return [line(id, meta, [value, value], above)];
  if (typeof value !== 'object' || value === null || !('shape' in schema)) return [];
  const shape = schema.shape as Readonly<Record<string, z.ZodType>>;
  return Object.entries(value as Readonly<Record<string, unknown>>).flatMap(([key, inner]) => {
    const part = shape[key];
    return part ? linesOf(`${id}.${key}`, part, inner, isWholeGroup(meta) ? undefined : meta) : [];
  });
}

/** Its title stands over the part already. */
const isWholeGroup = ({ group, zh }: Meta): boolean =>
  zh !== undefined && groupWords[group as SettingGroup]?.zh === zh;

function line(
  id: string,
  meta: Meta,
  [valueZh, valueEn]: readonly [zh: string, en: string],
  above: Meta | undefined,
): Line {
  const within = (outer: string | undefined, own: string | undefined) =>
    outer ? `${outer} · ${own ?? id}` : (own ?? id);
  return { id, zh: within(above?.zh, meta.zh), en: within(above?.en, meta.en), valueZh, valueEn };
}

function officeLine(meta: Meta, hours: Settings['officeHours']): Line {
  const value = hours.map(({ from, to }) => `${clock(from)}–${clock(to)}`).join(' ');
  return {
    id: 'officeHours',
    zh: meta.zh ?? 'officeHours',
    en: meta.en ?? 'officeHours',
    valueZh: value,
    valueEn: value,
  };
}
