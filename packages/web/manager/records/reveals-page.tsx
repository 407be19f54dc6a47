import { nameIn, useLanguage, useText } from '../../i18n/language.ts';
import { dateTime } from '../../ui/time.ts';
import { type Reveal, revealsQuery } from '../kit/queries.ts';
import { ListPage } from './list-page.tsx';
import { recordWords } from './words.ts';

/** Who looked at whose name or number, and what for. An auditor reads no appeal, so the number is no link. */
export function RevealsPage() {
  const lang = useLanguage();
  const t = useText(recordWords);
  return (
    <ListPage<Reveal>
      title={t.reveals}
      lead={t.revealsLead}
      empty={t.noReveals}
      query={revealsQuery}
      rowKey={({ at, number, byName, field }) => [at, number, byName, field].join(' ')}
      columns={[
        { key: 'at', title: t.column.at, cell: ({ at }) => <time dateTime={at}>{dateTime(lang, at)}</time> },
        { key: 'by', title: t.column.by, cell: ({ byName }) => byName },
        { key: 'unit', title: t.column.unit, cell: ({ unit }) => nameIn(lang, unit) },
        { key: 'number', title: t.column.number, cell: ({ number }) => number },
        { key: 'field', title: t.column.field, cell: ({ field }) => t.field[field] ?? field },
        { key: 'purpose', title: t.column.purpose, cell: ({ purpose }) => purpose },
      ]}
    />
  );
}
