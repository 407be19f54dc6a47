import type { Report } from '@suban/domain/api-reports.ts';
import { measureWords } from '@suban/domain/indicators/measure-words.ts';
import type { Measure } from '@suban/domain/indicators/measures.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { count, hoursOf } from '../kit/numbers.ts';
import { Table } from '../kit/table.tsx';
import { figureWords } from '../kit/words.ts';
import { comparedColumns, type ComparedRow } from './compared.tsx';
import { reportWords } from './words.ts';

/** What a reader asks first, in the order of a request's life. */
const headline: readonly Measure[] = [
  'filed',
  'dispatched',
  'answered',
  'closed',
  'sent-back',
  'reworked',
  'urged',
  'rated',
  'followed-up',
];

/** The period's counts beside those before, and how long units held what they had. */
export function Overview({ report }: { readonly report: Report }) {
  const lang = useLanguage();
  const t = useText(reportWords);
  const words = useText(measureWords);
  const { officeHours } = useText(figureWords);
  const rows = headline.map(
    (measure): ComparedRow => ({
      key: measure,
      name: words[measure],
      compared: report.totals[measure],
      filters: { measure },
    }),
  );
  const mean = (held: Report['held']['now'] | null) =>
    held === null || held.times === 0 ? t.noData : officeHours(hoursOf(lang, held.minutes / held.times));
  const { kind } = report.period;
  return (
    <>
      <Table
        caption={t.overview}
        rows={rows}
        rowKey={({ key }) => key}
        columns={comparedColumns(lang, t, t.column.item, report)}
      />
      <dl className="m-report-held">
        <dt>
          {t.held}
          <small className="m-soft m-under">{t.heldHint}</small>
        </dt>
        <dd>
          <strong>{mean(report.held.now)}</strong>{' '}
          <span className="m-soft">
            {t.was(t.before[kind], mean(report.held.before))} ·{' '}
            {t.was(t.yearAgo[kind], mean(report.held.yearAgo))} · {words['let-go']}{' '}
            {count(lang, report.held.now.times)}
          </span>
        </dd>
      </dl>
    </>
  );
}
