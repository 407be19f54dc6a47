import type { CaseRow } from '@suban/domain/api.ts';
import { Button } from 'antd';
import { useText } from '../../../i18n/language.ts';
import { CaseTable } from '../case-table.tsx';
import { ProblemAlert } from '../problem.tsx';
import { useEventCases } from './queries.ts';
import { eventWords } from './words.ts';

type Props = {
  readonly event: number;
  readonly hrefOf: (row: CaseRow) => string;
  readonly onOpen: (row: CaseRow) => void;
};

/** The very cases of an event, those that the reader may see, newest first. */
export function EventCases({ event, hrefOf, onOpen }: Props) {
  const t = useText(eventWords);
  const list = useEventCases(event);
  return (
    <section aria-labelledby="event-cases-title" className="staff-event-cases">
      <h2 id="event-cases-title">{t.cases}</h2>
      <ProblemAlert error={list.error} retry={() => void list.refetch()} />
      <CaseTable
        items={list.items}
        loading={list.isPending}
        hrefOf={hrefOf}
        onOpen={onOpen}
        empty={t.noCases}
      />
      {list.hasNextPage && (
        <p>
          <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t.more}
          </Button>
        </p>
      )}
    </section>
  );
}
