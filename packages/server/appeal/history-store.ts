import type { ShownFile } from '@suban/domain/api-files.ts';
import type { AppealKey } from '@suban/domain/ids.ts';
import type { Sql } from '../platform/database.ts';
import { type Opened, open } from './canonical.ts';

/** An appeal's events in order, each with the words and files that are still kept. */
export type Told = Opened & {
  readonly texts: Readonly<Record<string, string>>;
  readonly files: ReadonlyMap<string, FileFacts>;
};

/** What is known of a file beside its bytes. `takenAt`, `lat` and `long`: as the phone said. `erased`: only this is left. */
export type FileFacts = {
  readonly kind: ShownFile['kind'];
  readonly seconds: number | null;
  readonly takenAt: number | null;
  readonly lat: number | null;
  readonly long: number | null;
  readonly erased: boolean;
};

export async function readHistory(sql: Sql, key: AppealKey): Promise<Told[]> {
  const [events, texts, files] = await Promise.all([
    readEvents(sql, key),
    sql.query<{ seq: number; slot: string; body: string | null }>(
      'select seq, slot, body from appeal_text where cohort = $1 and appeal = $2',
      [key.cohort, key.id],
      'history-texts',
    ),
    readFiles(sql, key),
  ]);
  return events.map((event) => {
    const own = texts.filter((text) => text.seq === event.seq && text.body !== null);
    return {
      ...event,
      texts: Object.fromEntries(own.map(({ slot, body: words }) => [slot, words ?? ''])),
      files,
    };
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

async function readFiles(sql: Sql, key: AppealKey): Promise<Map<string, FileFacts>> {
  const rows = await sql.query<FileFacts & { id: string }>(
    `select id, kind, seconds, taken_at as "takenAt", lat, long, erased_at is not null as erased
     from photo where cohort = $1 and appeal = $2`,
    [key.cohort, key.id],
    'history-files',
  );
  return new Map(rows.map(({ id, ...facts }) => [id, facts]));
}

/** A file of this appeal, to be sent: what it is and how long; null where it has none such, or not any more. */
export async function ownFile(
  sql: Sql,
  key: AppealKey,
  id: string,
): Promise<{ id: string; type: string; bytes: number } | null> {
  const [row] = await sql.query<{ id: string; type: string; bytes: number }>(
    'select id, type, bytes from photo where id = $3 and cohort = $1 and appeal = $2 and erased_at is null',
    [key.cohort, key.id, id],
    'file-owned',
  );
  return row ?? null;
}

/** A file before it is anybody's: those given with a filing or a supplement are the citizen's, before and after the unit's. */
export type NewFile = Omit<FileFacts, 'erased'> & {
  readonly id: string;
  readonly type: string;
  readonly sha256: Buffer;
  readonly bytes: number;
  readonly width: number | null;
  readonly height: number | null;
  /** In ms. */
  readonly uploadedAt: number;
};

export async function addFile(sql: Sql, file: NewFile): Promise<void> {
  const { id, sha256, bytes, width, height, kind, type, seconds, takenAt, lat, long, uploadedAt } = file;
  await sql.query(
    `insert into photo (id, sha256, bytes, width, height, kind, type, seconds, taken_at, lat, long, uploaded_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      id,
      sha256,
      bytes,
      width,
      height,
      kind,
      type,
      seconds,
      takenAt && new Date(takenAt),
      lat,
      long,
      new Date(uploadedAt),
    ],
    'file-add',
  );
}
