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
