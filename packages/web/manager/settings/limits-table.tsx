import { type LimitRow } from '@suban/domain/settings.ts';
import { limitKey } from '@suban/domain/settings-fields.ts';
import { Button } from 'antd';
import { useState } from 'react';
import { useText } from '../../i18n/language.ts';
import { type Column, Table } from '../kit/table.tsx';
import { useDraft } from './draft.ts';
import { LineDialog } from './line-dialog.tsx';
import { useLineWords } from './line-words.ts';
import { settingsWords } from './words.ts';

/** Limits by matter, urgency, kind and level of the unit, where they differ from the rest. */
export function LimitsTable() {
  const t = useText(settingsWords);
  const { draft } = useDraft();
  const words = useLineWords(draft.matters);
  const [editing, setEditing] = useState<LimitRow | 'new' | null>(null);
  const lines = draft.settings.limits;
  const columns: Column<LimitRow>[] = [
    { key: 'matter', title: t.column.matter, cell: ({ matter }) => words.matter(matter) },
    { key: 'urgency', title: t.column.urgency, cell: words.urgency },
    { key: 'kind', title: t.column.kind, cell: words.kind },
    { key: 'level', title: t.column.level, cell: words.level },
    { key: 'limit', title: t.column.limit, cell: ({ clock, amount }) => words.limit(clock, amount) },
    {
      key: 'actions',
      title: t.column.actions,
      cell: (line) => (
        <span className="set-line-actions">
          <Button
            size="small"
            aria-label={`${t.edit}: ${words.about(line)}`}
            onClick={() => setEditing(line)}
          >
            {t.edit}
          </Button>
          <Button
            size="small"
            aria-label={`${t.remove}: ${words.about(line)}`}
            onClick={() => draft.setLimits(lines.filter((each) => each !== line))}
          >
            {t.remove}
          </Button>
        </span>
      ),
    },
  ];
  return (
    <>
      {lines.length === 0 ? (
        <p className="m-empty">{t.noLines}</p>
      ) : (
        <Table caption={t.table} columns={columns} rows={lines} rowKey={limitKey} asCards />
      )}
      <Button onClick={() => setEditing('new')}>{t.addLine}</Button>
      {editing && <LineDialog line={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </>
  );
}
