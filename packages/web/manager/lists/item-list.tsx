import type { ChangeItemRow } from '@suban/domain/api-reference.ts';
import type { ReferenceList } from '@suban/domain/reference/entries.ts';
import { nameIn, useLanguage, useText } from '../../i18n/language.ts';
import { Table } from '../kit/table.tsx';
import { useFieldWords } from './field-words.ts';
import { listWords } from './words.ts';

type Props = {
  readonly list: ReferenceList;
  readonly items: readonly ChangeItemRow[];
  /** How many there are in all. */
  readonly count: number;
};
const tone = { added: ' is-green', changed: '', retired: ' is-red', restored: ' is-green' } as const;

/** What differs, entry by entry: field, before, after. */
export function ItemList({ list, items, count }: Props) {
  const lang = useLanguage();
  const t = useText(listWords);
  return (
    <>
      <ul className="lst-items">
        {items.map((item) => (
          <li key={item.key}>
            <p>
              <span className={`m-tag${tone[item.what]}`}>{t.what[item.what]}</span>{' '}
              <strong>{nameIn(lang, item)}</strong> <code>{item.key}</code>
            </p>
            <FieldsTable list={list} item={item} caption={`${nameIn(lang, item)} ${t.what[item.what]}`} />
          </li>
        ))}
      </ul>
      {count > items.length && <p className="m-soft">{t.more(count - items.length)}</p>}
    </>
  );
}

type FieldsProps = {
  readonly list: ReferenceList;
  readonly item: Pick<ChangeItemRow, 'what' | 'fields'>;
  readonly caption: string;
};

/** The fields of one entry; of one added, only what it has. */
export function FieldsTable({ list, item: { what, fields }, caption }: FieldsProps) {
  const t = useText(listWords);
  const { label, text } = useFieldWords(list);
  const added = what === 'added';
  const rows = added ? fields.filter(({ field, after }) => text(field, after) !== t.none) : fields;
  const after = {
    key: 'after',
    title: t.after,
    cell: (row: (typeof fields)[number]) => <strong>{text(row.field, row.after)}</strong>,
  };
  return (
    <Table
      caption={caption}
      rows={rows}
      rowKey={({ field }) => field}
      columns={[
        { key: 'what', title: t.whatField, cell: ({ field }) => label(field) },
        ...(added
          ? []
          : [
              {
                key: 'before',
                title: t.before,
                cell: (row: (typeof fields)[number]) => text(row.field, row.before),
              },
            ]),
        after,
      ]}
    />
  );
}
