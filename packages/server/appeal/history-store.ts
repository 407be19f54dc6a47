import type { AppealKey } from '@suban/domain/ids.ts';
import type { Sql } from '../platform/database.ts';
import { type Opened, open } from './canonical.ts';

/** An appeal's events in order, each with the words that are still kept. */
export type Told = Opened & { readonly texts: Readonly<Record<string, string>> };

export async function readHistory(sql: Sql, key: AppealKey): Promise<Told[]> {
  const [events, texts] = await Promise.all([
    readEvents(sql, key),
    sql.query<{ seq: number; slot: string; body: string | null }>(
      'select seq, slot, body from appeal_text where cohort = $1 and appeal = $2',
      [key.cohort, key.id],
      'history-texts',
    ),
  ]);
  return events.map((event) => {
    const own = texts.filter((text) => text.seq === event.seq && text.body !== null);
    return { ...event, texts: Object.fromEntries(own.map(({ slot, body: words }) => [slot, words ?? ''])) };
  });
}

/** An appeal's events in order, with none of the words. */
export async function readEvents(sql: Sql, key: AppealKey): Promise<Opened[]> {
  const rows = await sql.query<{ body: Buffer }>(
    'select body from appeal_event where cohort = $1 and appeal = $2 order by seq',
    [key.cohort, key.id],
    'history-events',
  );
  return rows.map(({ body }) => open(body));
}

/** How an appeal began; null where there is none, or none to be seen. */
export async function readFiled(sql: Sql, { cohort, id }: AppealKey): Promise<Opened | null> {
  const [row] = await sql.query<{ body: Buffer }>(
    'select body from appeal_event where cohort = $1 and appeal = $2 and seq = 1',
    [cohort, id],
    'history-filed',
  );
  return row ? open(row.body) : null;
}

export async function readPerson(
  sql: Sql,
  key: AppealKey,
): Promise<{ name: Buffer | null; phone: Buffer | null }> {
  const [row] = await sql.query<{ name: Buffer | null; phone: Buffer | null }>(
    'select name, phone from person where cohort = $1 and appeal = $2',
    [key.cohort, key.id],
    'person-read',
  );
  return row ?? { name: null, phone: null };
}

/** Names of the staff who acted, for staff to read. */
export async function staffNames(
  sql: Sql,
  accounts: readonly string[],
): Promise<Map<string, { name: string; name_en: string }>> {
  const rows = await sql.query<{ account: string; name: string; name_en: string }>(
    'select account, name, name_en from staff where account = any($1)',
    [accounts],
    'staff-names',
  );
  return new Map(rows.map((row) => [row.account, row]));
}

/** As it was kept; what was kept before decisions were counted has none. */
export type Option = {
  unit: number;
  matter: string;
  confidence: number;
  words: readonly string[];
  went?: number;
  precedents?: number;
};
export async function readSuggestions(sql: Sql, key: AppealKey): Promise<Option[]> {
  const [row] = await sql.query<{ options: Option[] }>(
    'select options from suggestion where cohort = $1 and appeal = $2',
    [key.cohort, key.id],
    'suggestion-read',
  );
  return row?.options ?? [];
}

/** Does this photo belong to this appeal? */
export async function ownsPhoto(sql: Sql, key: AppealKey, id: string): Promise<boolean> {
  const rows = await sql.query(
    'select from photo where id = $3 and cohort = $1 and appeal = $2',
    [key.cohort, key.id, id],
    'photo-owned',
  );
  return rows.length === 1;
}

/** Photo ids given with filing or supplements are the citizen's; before/after are the unit's. */
export async function addPhoto(
  sql: Sql,
  photo: { id: string; sha256: Buffer; bytes: number; width: number; height: number },
): Promise<void> {
  await sql.query(
    'insert into photo (id, sha256, bytes, width, height) values ($1, $2, $3, $4, $5)',
    [photo.id, photo.sha256, photo.bytes, photo.width, photo.height],
    'photo-add',
  );
}
