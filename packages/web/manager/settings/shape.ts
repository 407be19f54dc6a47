import { type SettingGroup, settingGroups, type SettingUnit } from '@suban/domain/settings-fields.ts';
import type { Language } from '../../i18n/language.ts';
import type { settingsWords } from './words.ts';

/** A part of the settings' JSON Schema, as the form reads it. */
export type Shape = {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly unit?: SettingUnit;
  readonly group?: SettingGroup;
  readonly zh?: string;
  readonly en?: string;
};
export type Entry = { readonly key: string; readonly shape: Shape };

/** The settings of each group, in the order of a case's life. */
export function groupsOf(schema: Shape): { group: SettingGroup; entries: Entry[] }[] {
  const all = Object.entries(schema.properties ?? {}).map(([key, shape]) => ({ key, shape }));
  return settingGroups.map((group) => ({ group, entries: all.filter(({ shape }) => shape.group === group) }));
}

export const labelIn = (lang: Language, { zh = '', en = '' }: Shape): string => (lang === 'zh' ? zh : en);

/** What a path is called: `办理时限 · 投诉`. */
export function pathLabel(lang: Language, schema: Shape, path: string): string {
  const names: string[] = [];
  let shape: Shape | undefined = schema;
  for (const part of path.split('.')) {
    shape = shape?.properties?.[part];
    if (shape) names.push(labelIn(lang, shape));
  }
  return names.join(' · ') || path;
}

/** The unit of the value at a path; null where it has none. */
export function unitAt(schema: Shape, path: string): SettingUnit | null {
  let shape: Shape | undefined = schema;
  for (const part of path.split('.')) shape = shape?.properties?.[part];
  return shape?.unit ?? null;
}

/** A share is shown in per cent, all else as it is. */
export const shownNumber = (unit: SettingUnit | null, value: number): number =>
  unit === 'share' ? Math.round(value * 1000) / 10 : value;

export function withUnit(
  text: (typeof settingsWords)['zh'],
  unit: SettingUnit | null,
  value: number | string | boolean,
): string {
  if (typeof value === 'boolean') return value ? text.yes : text.no;
  if (typeof value === 'string' || unit === null) return String(value);
  const shown = shownNumber(unit, value);
  if (unit === 'share') return `${shown}%`;
  return `${shown} ${(shown === 1 ? text.single : text.unit)[unit]}`;
}

type Tree = { readonly [key: string]: unknown };
const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null;

function valueAt(settings: object, path: readonly string[]): unknown {
  let at: unknown = settings;
  for (const part of path) at = isTree(at) ? at[part] : undefined;
  return at;
}

/** The number at a path of settings. */
export function numberAt(settings: object, path: readonly string[]): number | null {
  const at = valueAt(settings, path);
  return typeof at === 'number' ? at : null;
}

/** The words at a path of settings. */
export function textAt(settings: object, path: readonly string[]): string {
  const at = valueAt(settings, path);
  return typeof at === 'string' ? at : '';
}

/** The yes or no at a path of settings. */
export const isAt = (settings: object, path: readonly string[]): boolean => valueAt(settings, path) === true;

/** The same settings with another value at a path. */
export function withValue<T extends object>(
  settings: T,
  path: readonly string[],
  value: number | string | boolean,
): T {
  const [key, ...rest] = path;
  if (key === undefined) return settings;
  const inner: unknown = Object.entries(settings).find(([name]) => name === key)?.[1];
  return { ...settings, [key]: isTree(inner) ? withValue(inner, rest, value) : value };
}
