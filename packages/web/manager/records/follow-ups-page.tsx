import type { Circulars } from '@suban/domain/api-records.ts';
import { nameIn, useLanguage, useText } from '../../i18n/language.ts';
import { terms } from '../../i18n/terms.ts';
import { dateTime } from '../../ui/time.ts';
import { PlaceLink } from '../kit/navigation.tsx';
import { followUpsQuery } from '../kit/queries.ts';
import { useTicks } from '../kit/ticks.ts';
import { ListPage } from './list-page.tsx';
import { recordWords } from './words.ts';

/** 督办 and 通报. */
export function FollowUpsPage() {
  const lang = useLanguage();
  const t = useText(recordWords);
  const term = useText(terms);
  useTicks(['follow-ups']);
  return (
    <ListPage<Circulars['items'][number]>
      title={t.followUps}
      lead={t.followUpsLead}
      empty={t.noFollowUps}
      query={followUpsQuery}
      rowKey={({ number, openedAt }) => `${number} ${openedAt}`}
      columns={[
        {
          key: 'title',
          title: t.column.title,
          cell: (row) => (
            <>
              <PlaceLink place={{ to: '/cases/$number', params: { number: row.number } }}>
                {row.title}
              </PlaceLink>
              <small className="m-soft m-under">{row.number}</small>
            </>
          ),
        },
        { key: 'unit', title: t.column.unit, cell: ({ unit }) => (unit ? nameIn(lang, unit) : t.noUnit) },
        {
          key: 'cause',
          title: t.column.cause,
          cell: ({ cause, circular }) => (
            <span className="m-tags">
              <span className="m-tag">{t.cause[cause] ?? cause}</span>
              {circular && <span className="m-tag is-red">{t.circular}</span>}
            </span>
          ),
        },
        { key: 'state', title: t.column.state, cell: ({ state }) => term.state[state] },
        {
          key: 'openedAt',
          title: t.column.openedAt,
          cell: ({ openedAt }) => <time dateTime={openedAt}>{dateTime(lang, openedAt)}</time>,
        },
      ]}
    />
  );
}
