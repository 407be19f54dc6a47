import type { AppealState, Channel } from '@suban/domain/appeal.ts';
import type { AppealKey } from '@suban/domain/ids.ts';
import type { Sql } from '../platform/database.ts';

/** A case page names so many followers; the rest are a number. */
const most = 50;

export type Follower = {
  cohort: number;
  id: number;
  filed_at: number;
  channel: Channel;
  state: AppealState;
  since: number;
  rated: boolean;
};

/** Those who follow an appeal, in the order of their keys, as far as the transaction may see them. */
export function readFollowers(sql: Sql, { cohort, id }: AppealKey): Promise<Follower[]> {
  return sql.query<Follower>(
    `select a.cohort, a.id, a.filed_at, a.channel, a.state, m.at as since,
       exists (select from appeal_event e where e.cohort = a.cohort and e.appeal = a.id and e.seq > m.seq and e.type = 'evaluated') as rated
     from (select cohort, id, filed_at, channel, state from appeal where master_cohort = $1 and master = $2
           order by cohort, id limit ${most}) a
     cross join lateral (
       select e.at, e.seq from appeal_event e where e.cohort = a.cohort and e.appeal = a.id and e.type = 'merged'
       order by e.seq desc limit 1) m
     order by a.cohort, a.id`,
    [cohort, id],
    'followers-named',
  );
}
