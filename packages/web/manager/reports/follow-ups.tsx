import type { Report } from '@suban/domain/api-reports.ts';
import { nameIn, useLanguage, useText } from '../../i18n/language.ts';
import { date } from '../../ui/time.ts';
import { CaseLink } from '../kit/case-link.tsx';
import { Card } from '../kit/card.tsx';
import { PlaceLink } from '../kit/navigation.tsx';
import { Table } from '../kit/table.tsx';
import { recordWords } from '../records/words.ts';
import { reportWords } from './words.ts';

/** What was followed up in the period, as far as the reader may see it. */
export function FollowUps({ report }: { readonly report: Report }) {
  const lang = useLanguage();
  const t = useText(reportWords);
  const { column, cause: causes, circular: told, noUnit } = useText(recordWords);
  const { items, more } = report.followUps;
  const { from, to } = report.period;
  return (
    <Card title={t.followUps} hint={t.followUpsHint}>
      {items.length === 0 ? (
        <p className="m-empty">{t.noFollowUps}</p>
      ) : (
        <Table
          caption={t.followUps}
          rows={items}
          rowKey={({ number }) => number}
          asCards
          columns={[
            {
              key: 'title',
              title: column.title,
              cell: ({ number, title }) => (
                <>
                  <PlaceLink place={{ to: '/cases/$number', params: { number } }}>{title}</PlaceLink>
                  <small className="m-soft m-under">{number}</small>
                </>
              ),
            },
            { key: 'unit', title: column.unit, cell: ({ unit }) => (unit ? nameIn(lang, unit) : noUnit) },
            {
              key: 'cause',
              title: column.cause,
              cell: ({ cause, circular }) => `${causes[cause] ?? cause}${circular ? ` · ${told}` : ''}`,
            },
            { key: 'openedAt', title: column.openedAt, cell: ({ openedAt }) => date(lang, openedAt) },
          ]}
        />
      )}
      {more && (
        <p className="m-more">
          <CaseLink filters={{ measure: 'followed-up', from, to }}>{t.moreFollowUps}</CaseLink>
        </p>
      )}
    </Card>
  );
}
