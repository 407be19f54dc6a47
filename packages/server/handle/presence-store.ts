import type { Doing } from '@suban/domain/api-desk.ts';
import type { AppealKey } from '@suban/domain/ids.ts';
import type { Tx } from '../platform/database.ts';

type Here = { readonly account: string; readonly key: AppealKey; readonly now: number };

/** Says that this person has the case open until then; what else they had open and left is forgotten. */
export async function arrive(
  tx: Tx,
  { account, key, now }: Here,
  doing: Doing,
  until: number,
): Promise<void> {
  await tx.query(
    'delete from presence where account = $1 and until < $2',
    [account, new Date(now)],
    'presence-forget',
  );
  await tx.query(
    `insert into presence (account, cohort, appeal, doing, until) values ($1, $2, $3, $4, $5)
     on conflict (account, cohort, appeal) do update set doing = excluded.doing, until = excluded.until`,
    [account, key.cohort, key.id, doing, new Date(until)],
    'presence-arrive',
  );
}

export async function leave(tx: Tx, { account, key }: Here): Promise<void> {
  await tx.query(
    'delete from presence where account = $1 and cohort = $2 and appeal = $3',
    [account, key.cohort, key.id],
    'presence-leave',
  );
}

export type Other = { name: string; name_en: string; unit: number; doing: Doing };

/** More than a page can name are not looked up. */
const mostNamed = 8;

export function othersHere(tx: Tx, { account, key, now }: Here): Promise<Other[]> {
  return tx.query<Other>(
    `select s.name, s.name_en, s.unit, p.doing from presence p join staff s on s.account = p.account
     where p.cohort = $1 and p.appeal = $2 and p.account <> $3 and p.until > $4
     order by p.account limit ${mostNamed}`,
    [key.cohort, key.id, account, new Date(now)],
    'presence-others',
  );
}
