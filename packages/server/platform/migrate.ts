import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runMigrations } from 'graphile-worker';
import type { Database } from './database.ts';

const folder = join(import.meta.dirname, '..', 'migrations');
/** Any fixed number: whoever holds it migrates, the others wait and find nothing to do. */
const lock = 7_301_001;

/** Brings the schema up to date: plain forward-only files, each in a transaction of its own, each once. */
export async function migrate(database: Database): Promise<string[]> {
  const files = (await readdir(folder)).filter((name) => /^\d{4}_.*\.sql$/.test(name)).sort();
  const done: string[] = [];
  for (const file of files) {
    const text = await readFile(join(folder, file), 'utf8');
    await database.owner.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock($1)', [lock]);
      await tx.query(
        'create table if not exists migration (name text primary key, at timestamptz not null default now())',
      );
      const [known] = await tx.query('select from migration where name = $1', [file]);
      if (known) return;
      await tx.query(text);
      await tx.query('insert into migration (name) values ($1)', [file]);
      done.push(file);
    });
  }
  await runMigrations({ pgPool: database.ownerPool });
  return done;
}
