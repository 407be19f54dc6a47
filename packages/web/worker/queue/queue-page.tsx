import type { CaseRow, Queue } from '@suban/domain/api.ts';
import { Navigate, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useText } from '../../i18n/language.ts';
import { CaseTable } from '../../ui/staff/case-table.tsx';
import { ProblemAlert } from '../../ui/staff/problem.tsx';
import { useStaff } from '../../ui/staff/session.ts';
import { NotFound } from '../frame.tsx';
import { useQueue } from '../queries.ts';
import { deskWords } from '../words.ts';
import { KeysButton, useListKeys } from './keys.tsx';
import { Board } from './board.tsx';
import { SuggestionLine, UnsureLine } from './suggestion-line.tsx';
import { More } from './more.tsx';
import { useAccept } from './use-accept.ts';
import { LikelyLine } from '../similar/likely-line.tsx';
import { useLikelySame, useMerge } from '../similar/queries.ts';

/** `/desk`: the first queue this person works. */
export function FirstQueue() {
  const { staff } = useStaff();
  const text = useText(deskWords);
  const first = staff?.queues[0];
  if (first) return <Navigate to="/queues/$queue" params={{ queue: first }} replace />;
  if (staff?.mayJudge) return <Navigate to="/alerts" replace />;
  return (
    <Board>
      <p className="staff-soft">{text.noQueue}</p>
    </Board>
  );
}

export function QueuePage({ queue }: { queue: string }) {
  const { staff } = useStaff();
  const known = staff?.queues.find((name) => name === queue);
  return known ? (
    <Board>
      <QueueList key={known} queue={known} />
    </Board>
  ) : (
    <NotFound />
  );
}

function QueueList({ queue }: { queue: Queue }) {
  const text = useText(deskWords);
  const navigate = useNavigate();
  const list = useQueue(queue);
  const { items } = list;
  const [selected, setSelected] = useState<string>();
  const accept = useAccept();
  const mayAccept = queue === 'to-dispatch';
  const acceptOf = (row: CaseRow | undefined) => {
    if (mayAccept && row?.suggestion) accept.run(row);
  };
  const likely = useLikelySame(items, mayAccept);
  const merge = useMerge();
  const mergeOf = (row: CaseRow | undefined) => {
    const same = row && likely.get(row.number);
    if (same) merge.run(row.number, same.into);
  };
  const keys = useListKeys({
    items,
    selected,
    onSelect: setSelected,
    onAccept: acceptOf,
    onMerge: mergeOf,
    onEnd: () => list.hasNextPage && !list.isFetchingNextPage && void list.fetchNextPage(),
  });
  const hrefOf = (row: CaseRow) => `/desk/cases/${row.number}?from=${queue}`;
  const open = (row: CaseRow) =>
    void navigate({ to: '/cases/$number', params: { number: row.number }, search: { from: queue } });
  return (
    <section aria-labelledby="queue-title">
      <div className="desk-title">
        <h1 id="queue-title">{text.queue[queue]}</h1>
        <KeysButton keys={keys} />
      </div>
      <div className="staff-stack">
        <ProblemAlert
          error={accept.error ?? merge.error ?? list.error}
          retry={list.error ? () => void list.refetch() : undefined}
        />
        <CaseTable
          items={items}
          loading={list.isPending}
          hrefOf={hrefOf}
          onOpen={open}
          selected={selected}
          onSelect={(row) => setSelected(row.number)}
          empty={text.empty[queue]}
          extra={(row) =>
            mayAccept && (
              <>
                {row.suggestion ? (
                  <SuggestionLine
                    suggestion={row.suggestion}
                    busy={accept.busy === row.number}
                    onAccept={() => acceptOf(row)}
                  />
                ) : (
                  row.unsure && <UnsureLine />
                )}
                <LikelyLine
                  likely={likely.get(row.number)}
                  busy={merge.busy === row.number}
                  onMerge={() => mergeOf(row)}
                />
              </>
            )
          }
        />
        {items.length > 0 && <More list={list} />}
      </div>
    </section>
  );
}
