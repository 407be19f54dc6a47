import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { EmbeddedPostgresError, reasonOf } from './error.ts';

/** A process just killed keeps its locks until the kernel has cleared it away; in ms. */
const PATIENCE = 1_000;

/** SQLite's result code for a file another process holds. */
const SQLITE_BUSY = 5;

/**
 * Takes the data folder for this process; returns what gives it back. The folder is made if missing.
 *
 * A pid file can't do it: its process may be long dead and its number reused. The kernel's file locks end with their
 * process whatever kills it, and hold between containers that share a volume; Node reaches them only through SQLite.
 * The lock is lost if this process opens and closes `postgres.lock` otherwise, so nothing here ever reads it.
 *
 * @throws EmbeddedPostgresError data-folder-taken, data-folder-not-writable
 */
export function lockFolder(dataDir: string): () => void {
  const ownerFile = join(dataDir, 'postgres.owner');
  let database: DatabaseSync | undefined;
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    database = new DatabaseSync(join(dataDir, 'postgres.lock'), { timeout: PATIENCE });
    // In memory, or a journal file would be left behind by every process killed.
    database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
    rmSync(ownerFile, { force: true }); // another user's, after a crash
    writeFileSync(ownerFile, `${process.pid}\n`);
  } catch (error) {
    database?.close();
    throw isBusy(error) ? taken(dataDir, ownerFile) : notWritable(dataDir, error);
  }
  const held = database;
  return () => {
    rmSync(ownerFile, { force: true });
    held.close();
  };
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY;
}

function taken(dataDir: string, ownerFile: string): EmbeddedPostgresError {
  let holder = '';
  try {
    holder = ` (process ${readFileSync(ownerFile, 'utf8').trim()})`;
  } catch {
    // The holder has only just taken it; who it is matters less than that it is.
  }
  return new EmbeddedPostgresError(
    'data-folder-taken',
    `Another Suban server${holder} is using the data folder ${dataDir}. ` +
      'Stop it first, or set SUBAN_DATA to another folder.',
  );
}

function notWritable(dataDir: string, error: unknown): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'data-folder-not-writable',
    `Cannot write to the data folder ${dataDir}: ${reasonOf(error)}. ` +
      'Make it writable for this user, or set SUBAN_DATA to another folder.',
  );
}
