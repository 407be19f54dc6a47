import type { Compared, Report } from '@suban/domain/api-reports.ts';
import type { Language } from '../../i18n/language.ts';
import type { CaseFilters } from '../cases/filters.ts';
import { CountLink } from '../kit/case-link.tsx';
import type { Column } from '../kit/table.tsx';
import type { reportWords } from './words.ts';

type Words = (typeof reportWords)['zh'];
export type ComparedRow = {
  readonly key: string;
  readonly name: string;
  readonly compared: Compared;
  /** What the cases are narrowed to, beside the period. */
  readonly filters: CaseFilters;
};
type Span = { readonly from: string; readonly to: string };

const spanOf = ({ from, to }: Span): CaseFilters => ({ from, to });

/** “+3”: how much more than before. */
export const changeIn = (lang: Language, { now, before }: Pick<Compared, 'now' | 'before'>): string =>
  before === null
    ? '—'
    : new Intl.NumberFormat(lang === 'zh' ? 'zh-CN' : 'en-GB', { signDisplay: 'exceptZero' }).format(
        now - before,
      );

/** A number beside those before it, each a way to its own cases. */
export function comparedColumns(
  lang: Language,
  t: Words,
  title: string,
  { period, before, yearAgo }: Pick<Report, 'period' | 'before' | 'yearAgo'>,
): Column<ComparedRow>[] {
  const amount = (key: keyof Compared, name: string, span: Span): Column<ComparedRow> => ({
    key,
    title: name,
    numeric: true,
    cell: ({ compared, filters }) => {
      const n = compared[key];
      if (n === null) return <span className="m-soft">{t.noData}</span>;
      return <CountLink n={n} filters={{ ...filters, ...spanOf(span) }} alarming={false} />;
    },
  });
  return [
    { key: 'name', title, cell: ({ name }) => name },
    amount('now', t.now, period),
    amount('before', t.before[period.kind], before),
    {
      key: 'change',
      title: t.change,
      numeric: true,
      cell: ({ compared }) => changeIn(lang, compared),
    },
    amount('yearAgo', t.yearAgo[period.kind], yearAgo),
  ];
}
