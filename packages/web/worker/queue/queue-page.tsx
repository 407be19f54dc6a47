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
import { BatchBar } from '../batch/batch-bar.tsx';
import { DispatchTo } from '../batch/dispatch-to.tsx';
import { DeedLine, useUndo } from '../batch/tray.tsx';
import { useBatch } from '../batch/use-batch.ts';
import { useChosen } from '../batch/use-chosen.ts';
import { useOutbox } from '../batch/use-outbox.tsx';
import { batchWords } from '../batch/words.ts';
import { FilterBar } from '../filter/filter-bar.tsx';
import type { Filters } from '../filter/filters.ts';
import { filterWords } from '../filter/words.ts';
import { focusRow, KeysButton, useListKeys } from './keys.tsx';
import { Board } from './board.tsx';
import { SuggestionLine, UnsureLine } from './suggestion-line.tsx';
import { More } from './more.tsx';
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

export function QueuePage({ queue, filters }: { queue: string; filters: Filters }) {
  const { staff } = useStaff();
  const known = staff?.queues.find((name) => name === queue);
  return known ? (
    <Board>
      <QueueList key={known} queue={known} filters={filters} />
    </Board>
  ) : (
    <NotFound />
  );
}

function QueueList({ queue, filters }: { queue: Queue; filters: Filters }) {
  const text = useText(deskWords);
  const words = useText(batchWords);
  const navigate = useNavigate();
  const list = useQueue(queue, filters);
  const narrowed = Object.keys(filters).length > 0;
  const { none } = useText(filterWords);
  const { items } = list;
  const merging = useMerging(items, queue === 'to-dispatch');
  const work = useWork(list, merging.run);
  const { chosen, batch, keys, selected } = work;
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
          error={merging.error ?? list.error}
          retry={list.error ? () => void list.refetch() : undefined}
        />
        <FilterBar
          filters={filters}
          onChange={(next) =>
            void navigate({ to: '/queues/$queue', params: { queue }, search: next, replace: true })
          }
          named={list.data?.pages[0]?.named}
          place={queue}
        />
        <BatchBar chosen={chosen} actions={batch} />
        <CaseTable
          items={items}
          loading={list.isPending || (items.length === 0 && list.hasNextPage)}
          hrefOf={(row) => `/desk/cases/${row.number}?from=${queue}`}
          onOpen={open}
          selected={selected}
          onSelect={(row) => work.select(row.number)}
          empty={narrowed ? none : text.empty[queue]}
          choice={{ ...chosen, label: words.choose }}
          extra={(row) => (
            <>
              <RowExtra row={row} onAccept={() => batch.act.accept([row])} />
              <LikelyLine
                likely={merging.likely.get(row.number)}
                busy={merging.busy === row.number}
                onMerge={() => merging.run(row)}
              />
            </>
          )}
        />
        {(items.length > 0 || list.hasNextPage) && <More list={list} />}
      </div>
      <DispatchTo
        rows={batch.asking}
        onClose={batch.stopAsking}
        onClosed={() => selected && focusRow(selected)}
        onChosen={batch.dispatchTo}
      />
    </section>
  );
}

/** What stands under a row: what is about to be done to it, else what is suggested. */
function RowExtra({ row, onAccept }: { row: CaseRow; onAccept: () => void }) {
  const { deeds } = useOutbox();
  if (deeds.some(({ number }) => number === row.number)) return <DeedLine number={row.number} />;
  if (!row.abilities.includes('dispatch')) return null;
  if (row.unsure) return <UnsureLine />;
  if (!row.suggestion) return null;
  return <SuggestionLine suggestion={row.suggestion} onAccept={onAccept} />;
}

/** What each waiting case could be merged into, and doing so with one key. */
function useMerging(items: readonly CaseRow[], wanted: boolean) {
  const likely = useLikelySame(items, wanted);
  const merge = useMerge();
  const run = (row: CaseRow | undefined) => {
    const same = row && likely.get(row.number);
    if (same) merge.run(row.number, same.into);
  };
  return { likely, run, busy: merge.busy, error: merge.error };
}

/** The row stood on, those chosen, and what the keys do to them. */
function useWork(list: ReturnType<typeof useQueue>, onMerge: (row: CaseRow | undefined) => void) {
  const { items } = list;
  const [selected, select] = useState<string>();
  const chosen = useChosen(items);
  const { outbox } = useOutbox();
  const undo = useUndo();
  const taken = () => {
    chosen.none();
    const busy = new Set(outbox.deeds().map(({ number }) => number));
    const at = Math.max(
      0,
      items.findIndex(({ number }) => number === selected),
    );
    const free = (row: CaseRow) => !busy.has(row.number);
    const next = items.slice(at).find(free) ?? items.slice(0, at).findLast(free);
    if (!next) return;
    select(next.number);
    focusRow(next.number);
  };
  const batch = useBatch(taken);
  const keys = useListKeys({
    items,
    selected,
    onSelect: select,
    chosen,
    act: batch.act,
    onMerge,
    onUndo: undo,
    onEnd: () => list.hasNextPage && !list.isFetchingNextPage && void list.fetchNextPage(),
  });
  return { selected, select, chosen, batch, keys };
}
