import {
  type AutomaticLine,
  defaultSettings,
  type LimitRow,
  type Settings,
  settingsSchema,
} from './settings.ts';
import { limitKey } from './settings-fields.ts';

/** One difference between two versions. Of the table of limits: the line, with null where it is not there. */
export type SettingsChange = {
  /**
   * As in `finishDays.complaint`; a line of the table is `limits` and has its own `line`, a matter dispatched automatically
   * is `automaticDispatch.010101`, with its least confidence or null where it is off.
   */
  readonly path: string;
  readonly line?: LimitRow;
  readonly before: SettingValue;
  readonly after: SettingValue;
};
type SettingValue = number | string | boolean | null;

type Tree = { readonly [key: string]: unknown };
const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Settings as they were stored, made whole: what an older version does not have yet is the default, what a newer release
 * no longer has is dropped.
 * @throws ZodError when a stored value is outside today's bounds
 */
export function completeSettings(stored: unknown): Settings {
  return settingsSchema.parse(fill(defaultSettings, stored));
}

function fill(standard: Tree, stored: unknown): Tree {
  const given = isTree(stored) ? stored : {};
  return Object.fromEntries(
    Object.entries(standard).map(([key, value]) => [
      key,
      isTree(value) ? fill(value, given[key]) : (given[key] ?? value),
    ]),
  );
}

const automaticPath = 'automaticDispatch.';
/** The matter whose automatic dispatch a path is about; null for any other setting. */
export const automaticIn = (path: string): string | null =>
  path.startsWith(automaticPath) ? path.slice(automaticPath.length) : null;

/** What differs from one version to another, in the order of the settings. */
export function changesOf(before: Settings, after: Settings): SettingsChange[] {
  const [old, fresh] = [leaves(before), leaves(after)];
  const plain = [...fresh].flatMap(([path, value]) =>
    old.get(path) === value ? [] : [{ path, before: old.get(path) ?? null, after: value }],
  );
  return [
    ...plain,
    ...changedAutomatic(before.automaticDispatch, after.automaticDispatch),
    ...changedLines(before.limits, after.limits),
  ];
}

/** Every single value by its path; the table of limits and the matters dispatched automatically aside. */
function leaves(settings: Settings): Map<string, number | string | boolean> {
  const all = new Map<string, number | string | boolean>();
  const walk = (tree: Tree, prefix: string): void => {
    for (const [key, value] of Object.entries(tree)) {
      const path = `${prefix}${key}`;
      if (isTree(value)) walk(value, `${path}.`);
      else if (typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean')
        all.set(path, value);
    }
  };
  const { limits: _table, automaticDispatch: _list, officeHours, ...plain } = settings;
  walk(plain, '');
  all.set('officeHours', officeHours.map(({ from, to }) => `${timeOf(from)}–${timeOf(to)}`).join(' '));
  return all;
}

const twoDigits = (n: number): string => String(n).padStart(2, '0');
/** Minutes after midnight as `09:30`. */
const timeOf = (minutes: number): string =>
  `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;

const limitText = (line: LimitRow | undefined): string | null =>
  line ? `${line.amount} ${line.clock}` : null;

function changedAutomatic(
  before: readonly AutomaticLine[],
  after: readonly AutomaticLine[],
): SettingsChange[] {
  const leastOf = (lines: readonly AutomaticLine[], code: string) =>
    lines.find(({ matter }) => matter === code)?.confidence ?? null;
  return [...new Set([...before, ...after].map(({ matter }) => matter))].flatMap((code) => {
    const [was, is] = [leastOf(before, code), leastOf(after, code)];
    return was === is ? [] : [{ path: `${automaticPath}${code}`, before: was, after: is }];
  });
}

function changedLines(before: readonly LimitRow[], after: readonly LimitRow[]): SettingsChange[] {
  const [old, fresh] = [before, after].map((rows) => new Map(rows.map((row) => [limitKey(row), row])));
  return [...new Map([...(old ?? []), ...(fresh ?? [])])].flatMap(([key, line]) => {
    const [was, is] = [limitText(old?.get(key)), limitText(fresh?.get(key))];
    return was === is ? [] : [{ path: 'limits', line, before: was, after: is }];
  });
}
