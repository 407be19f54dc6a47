import type { CaseRow, UnitRow } from '@suban/domain/api.ts';
import { App } from 'antd';
import { useState } from 'react';
import { useText } from '../../i18n/language.ts';
import type { Plan } from './outbox.ts';
import { accepting, dispatching, simply } from './plans.ts';
import { useOutbox } from './use-outbox.tsx';
import { batchWords } from './words.ts';

export type BatchAction = 'accept' | 'dispatch' | 'acknowledge' | 'urge';
export type BatchActions = ReturnType<typeof useBatch>;

/** @param onTaken the rows are on their way: nothing is chosen any more, and the next row is stood on */
export function useBatch(onTaken: (rows: readonly CaseRow[]) => void) {
  const text = useText(batchWords);
  const { message } = App.useApp();
  const { outbox } = useOutbox();
  const [asking, setAsking] = useState<readonly CaseRow[]>([]);
  const take = (plans: readonly Plan[]) => {
    if (outbox.add(plans) === 0) void message.info(text.cannot);
    else onTaken(plans.map(({ row }) => row));
  };
  const plansOf: Record<BatchAction, (rows: readonly CaseRow[]) => Plan[] | CaseRow[]> = {
    accept: accepting,
    dispatch: (rows) => rows.filter(({ abilities }) => abilities.includes('dispatch')),
    acknowledge: (rows) => simply(rows, 'acknowledge'),
    urge: (rows) => simply(rows, 'urge'),
  };
  const act: Record<BatchAction, (rows: readonly CaseRow[]) => void> = {
    accept: (rows) => take(accepting(rows)),
    dispatch: (rows) => {
      const able = rows.filter(({ abilities }) => abilities.includes('dispatch'));
      if (able.length === 0) void message.info(text.cannot);
      else setAsking(able);
    },
    acknowledge: (rows) => take(simply(rows, 'acknowledge')),
    urge: (rows) => take(simply(rows, 'urge')),
  };
  return {
    act,
    offered: (rows: readonly CaseRow[]) =>
      (Object.keys(act) as BatchAction[])
        .map((name) => ({ name, count: plansOf[name](rows).length, run: () => act[name](rows) }))
        .filter(({ count }) => count > 0),
    asking,
    stopAsking: () => setAsking([]),
    dispatchTo: (unit: UnitRow, matter: string | undefined) => {
      const rows = asking;
      setAsking([]);
      take(dispatching(rows, unit, matter));
    },
  };
}
