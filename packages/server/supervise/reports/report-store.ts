import type { Sql, Tx } from '../../platform/database.ts';

/** When the city's figures begin, ms; null when there are none. One step along the figures' own index. */
export async function firstHour(sql: Sql): Promise<number | null> {
  const [row] = await sql.query<{ hour: number | null }>(
    `select min(hour) as hour from figure where measure = 'filed' and dimension = 'city'`,
    [],
    'figures-first',
  );
  return row?.hour ?? null;
}

export type OpenedFollowUp = {
  cohort: number;
  id: number;
  at: number;
  cause: string;
  unit: number | null;
  circular: boolean;
};

/** Of some appeals, the last follow-up opened in a period [from, to), ms, and whether the city was told of it. */
export function followUpsOpened(
  tx: Tx,
  keys: readonly { readonly cohort: number; readonly id: number }[],
  from: number,
  to: number,
): Promise<OpenedFollowUp[]> {
  return tx.query<OpenedFollowUp>(
    `select k.cohort, k.id, e.at, e.data ->> 'cause' as cause, (e.data ->> 'unit')::int8 as unit,
       exists (select from appeal_event c where c.cohort = k.cohort and c.appeal = k.id and c.type = 'circular-issued') as circular
     from unnest($1::int4[], $2::int8[]) with ordinality as k(cohort, id, place)
     cross join lateral (
       select o.at, convert_from(o.body, 'UTF8')::jsonb -> 'data' as data from appeal_event o
       where o.cohort = k.cohort and o.appeal = k.id and o.type = 'follow-up-opened' and o.at >= $3 and o.at < $4
       order by o.seq desc limit 1) e
     order by k.place`,
    [keys.map(({ cohort }) => cohort), keys.map(({ id }) => id), new Date(from), new Date(to)],
    'follow-ups-opened',
  );
}
