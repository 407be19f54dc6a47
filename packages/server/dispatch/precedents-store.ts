import type { AppealKey } from '@suban/domain/ids.ts';
import type { Tx } from '../platform/database.ts';

export type NewPrecedent = {
  readonly key: AppealKey;
  readonly seq: number;
  readonly at: number;
  readonly matter: string;
  readonly unit: number;
  readonly how: 'arbitrated' | 'kept';
};

export async function addPrecedents(tx: Tx, list: readonly NewPrecedent[]): Promise<void> {
  if (list.length === 0) return;
  await tx.query(
    `insert into precedent (cohort, appeal, seq, at, matter, unit, how)
     select * from unnest($1::int4[], $2::int8[], $3::int4[], $4::timestamptz[], $5::text[], $6::int8[], $7::text[])
     on conflict do nothing`,
    [
      list.map(({ key }) => key.cohort),
      list.map(({ key }) => key.id),
      list.map(({ seq }) => seq),
      list.map(({ at }) => new Date(at)),
      list.map(({ matter }) => matter),
      list.map(({ unit }) => unit),
      list.map(({ how }) => how),
    ],
    'precedents-add',
  );
}

/** Of the latest decisions about a matter as many are looked at. */
const latest = 20;

/** How often each unit was found responsible in the latest decisions about these matters. */
export function countPrecedents(
  tx: Tx,
  matters: readonly string[],
): Promise<{ matter: string; unit: number; n: number }[]> {
  return tx.query(
    `select m.matter, p.unit, count(*) as n from unnest($1::text[]) as m(matter)
     cross join lateral (select unit from precedent where matter = m.matter order by at desc limit ${latest}) p
     group by m.matter, p.unit`,
    [matters],
    'precedents-count',
  );
}
