import type { MatterName } from '@suban/domain/api.ts';
import type { SettingsChangeRow } from '@suban/domain/api-settings.ts';
import { automaticIn } from '@suban/domain/settings-changes.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { Table } from '../kit/table.tsx';
import { automaticWords } from './automatic-words.ts';
import { useLineWords } from './line-words.ts';
import { pathLabel, type Shape, unitAt, withUnit } from './shape.ts';
import { settingsWords } from './words.ts';

type Props = {
  readonly caption: string;
  readonly schema: Shape;
  readonly changes: readonly SettingsChangeRow[];
  readonly matters: ReadonlyMap<string, MatterName>;
};

/** What differs, in words: setting, before, after. */
export function ChangesList({ caption, schema, changes, matters }: Props) {
  const lang = useLanguage();
  const t = useText(settingsWords);
  const words = useLineWords(matters);
  const automatic = useText(automaticWords);
  const value = ({ path, line }: SettingsChangeRow, shown: number | string | boolean | null): string => {
    if (automaticIn(path) !== null)
      return shown === null ? automatic.off : `${Math.round(Number(shown) * 1000) / 10}%`;
    if (shown === null) return t.none;
    if (!line) return withUnit(t, unitAt(schema, path), shown);
    const [amount = '', clock] = String(shown).split(' ');
    return words.limit(clock === 'elapsed' ? 'elapsed' : 'working', Number(amount));
  };
  const name = ({ path, line }: SettingsChangeRow): string => {
    const matter = automaticIn(path);
    if (matter !== null) return automatic.of(words.matter(matter));
    return line ? t.lineOf(words.about(line)) : pathLabel(lang, schema, path);
  };
  return (
    <Table
      caption={caption}
      rows={changes}
      rowKey={(change) => `${change.path} ${change.line ? words.about(change.line) : ''}`}
      columns={[
        { key: 'what', title: t.what, cell: name },
        { key: 'before', title: t.before, cell: (change) => value(change, change.before) },
        { key: 'after', title: t.after, cell: (change) => <strong>{value(change, change.after)}</strong> },
      ]}
    />
  );
}
