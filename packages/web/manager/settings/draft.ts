import type { MatterName } from '@suban/domain/api.ts';
import type { SettingsPage } from '@suban/domain/api-settings.ts';
import { changesOf } from '@suban/domain/settings-changes.ts';
import type { AutomaticLine, LimitRow, Settings } from '@suban/domain/settings.ts';
import { createContext, useContext, useMemo, useState } from 'react';
import { withValue } from './shape.ts';

/** The settings being changed, from the latest version on, while the page goes between its parts. */
export type Draft = {
  readonly settings: Settings;
  /** Paths of fields that are empty. */
  readonly holes: ReadonlySet<string>;
  readonly changes: number;
  readonly matters: ReadonlyMap<string, MatterName>;
  /** @param value null while the field is empty */
  setNumber(path: readonly string[], value: number | null): void;
  /** Empty words are a hole, too: the city must say something. */
  setText(path: readonly string[], value: string): void;
  setYesOrNo(path: readonly string[], value: boolean): void;
  setHours(hours: Settings['officeHours']): void;
  setLimits(limits: readonly LimitRow[], named?: MatterName): void;
  setAutomatic(lines: readonly AutomaticLine[], named?: MatterName): void;
  replace(settings: Settings): void;
  discard(): void;
};

export function useNewDraft(page: Pick<SettingsPage, 'settings' | 'matters'> | undefined): Draft | null {
  const [changed, setChanged] = useState<Settings | null>(null);
  const [holes, setHoles] = useState<ReadonlySet<string>>(new Set());
  const [picked, setPicked] = useState<readonly MatterName[]>([]);
  return useMemo(() => {
    if (!page) return null;
    const settings = changed ?? page.settings;
    const change = (make: (old: Settings) => Settings) => setChanged((old) => make(old ?? page.settings));
    const hole = (key: string, there: boolean) =>
      setHoles((old) => (there ? new Set([...old, key]) : new Set([...old].filter((each) => each !== key))));
    const clear = (next: Settings | null) => {
      setChanged(next);
      setHoles(new Set());
    };
    return {
      settings,
      holes,
      changes: changesOf(page.settings, settings).length,
      matters: new Map([...page.matters, ...picked].map((matter) => [matter.code, matter])),
      setNumber(path, value) {
        hole(path.join('.'), value === null);
        if (value !== null) change((old) => withValue(old, path, value));
      },
      setText(path, value) {
        hole(path.join('.'), value.trim() === '');
        change((old) => withValue(old, path, value));
      },
      setYesOrNo: (path, value) => change((old) => withValue(old, path, value)),
      setHours: (officeHours) => change((old) => ({ ...old, officeHours })),
      setLimits(limits, named) {
        change((old) => ({ ...old, limits }));
        if (named) setPicked((old) => [...old, named]);
      },
      setAutomatic(automaticDispatch, named) {
        change((old) => ({ ...old, automaticDispatch }));
        if (named) setPicked((old) => [...old, named]);
      },
      replace: clear,
      discard: () => clear(null),
    };
  }, [page, changed, holes, picked]);
}

export const DraftContext = createContext<{ readonly page: SettingsPage; readonly draft: Draft } | null>(
  null,
);

/** @throws Error outside the settings' frame */
export function useDraft() {
  const found = useContext(DraftContext);
  if (!found) throw new Error('no settings are being changed here');
  return found;
}
