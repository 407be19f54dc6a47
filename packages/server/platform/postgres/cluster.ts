import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, closeSync, existsSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Account, databaseAccount } from './account.ts';
import { type Binaries, CHILD_ENVIRONMENT, findBinaries } from './binaries.ts';
import { EmbeddedPostgresError } from './error.ts';
import { readOrEmpty, syncFolder, writeWhole } from './files.ts';
import { HERE, type Settings } from './settings.ts';

/** One database cluster on disk, and what is needed to run it. */
export type Cluster = {
  /** The cluster folder (PGDATA). */
  readonly folder: string;
  readonly dataDir: string;
  readonly account: Account;
  readonly binaries: Binaries;
  /** Of the superuser `suban`. */
  readonly password: string;
  readonly settings: Settings;
};

/** How initdb is told the language; the first this system has. Only the first two know Chinese characters as letters. */
const LOCALES = [['--locale=C.UTF-8'], ['--locale=C', '--lc-ctype=en_US.UTF-8'], ['--locale=C']];

const INCLUDES = `
# Suban's settings, rewritten on each start; then yours, which win and are left alone.
include 'suban.conf'
include_if_exists 'operator.conf'
`;

const OPERATOR_CONF = '# Your own PostgreSQL settings. They win over suban.conf and are never overwritten.\n';

/** Where the cluster (PGDATA) of a data folder is. */
export function clusterFolder(dataDir: string): string {
  return join(dataDir, 'postgres');
}

/** Opens the cluster of a data folder, making it if there is none. */
export function openCluster(dataDir: string, settings: Settings, binDir?: string): Cluster {
  const folder = clusterFolder(dataDir);
  const account = databaseAccount(folder);
  const binaries = findBinaries(account, dataDir, binDir);
  const isNew = !existsSync(folder);
  const password = isNew ? newPassword(dataDir, account) : storedPassword(dataDir);
  const cluster = { folder, dataDir, account, binaries, password, settings };
  if (isNew) create(cluster);
  checkVersion(cluster);
  return cluster;
}

/** The superuser's password. @throws EmbeddedPostgresError password-missing */
export function storedPassword(dataDir: string): string {
  const password = readOrEmpty(passwordFile(dataDir)).trim();
  if (password !== '') return password;
  throw new EmbeddedPostgresError(
    'password-missing',
    `The database in ${dataDir} is there, but its password file ${passwordFile(dataDir)} is missing or unreadable. ` +
      'Put it back from a backup, or start as the user who owns it.',
  );
}

export function passwordFile(dataDir: string): string {
  return join(dataDir, 'postgres.password');
}

function newPassword(dataDir: string, account: Account): string {
  // Owned by the database user: initdb reads it, and root can anyway.
  writeWhole(passwordFile(dataDir), `${randomBytes(24).toString('hex')}\n`, account);
  return storedPassword(dataDir);
}

/** Makes the cluster beside its place and renames it there, so that a crash leaves no half-made one. */
function create(cluster: Cluster): void {
  const { folder, account } = cluster;
  const fresh = `${folder}.new`;
  // Retried, as the initdb of a server killed meanwhile may still write there.
  rmSync(fresh, { recursive: true, force: true, maxRetries: 20 });
  mkdirSync(fresh, { mode: 0o700 });
  if (account !== undefined) chownSync(fresh, account.uid, account.gid);
  initialise(cluster, fresh);
  const conf = join(fresh, 'postgresql.conf');
  writeWhole(conf, readOrEmpty(conf) + INCLUDES, account);
  writeWhole(join(fresh, 'operator.conf'), OPERATOR_CONF, account);
  renameSync(fresh, folder);
  syncFolder(cluster.dataDir);
}

function initialise(cluster: Cluster, fresh: string): void {
  let output = '';
  for (const locale of LOCALES) {
    const run = runInitdb(cluster, fresh, locale);
    if (run.status === 0) return;
    output = run.error?.message ?? run.stderr.trim();
    if (!output.includes('locale')) break;
  }
  throw new EmbeddedPostgresError(
    'initdb-failed',
    `PostgreSQL could not make a database in ${cluster.folder}: ${output}. ` +
      'Check that the disk has room, and that the user may write there and has a name in /etc/passwd; then start again.',
  );
}

function runInitdb(cluster: Cluster, fresh: string, locale: readonly string[]) {
  // Passed open, as the database user may be unable to reach the file by its path.
  const password = openSync(passwordFile(cluster.dataDir), 'r');
  try {
    return spawnSync(
      join(cluster.binaries.folder, 'initdb'),
      [
        `--pgdata=${HERE}`,
        '--username=suban',
        '--pwfile=/proc/self/fd/3',
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        ...locale,
        '--data-checksums',
        ...(cluster.settings['fsync'] === 'off' ? ['--no-sync'] : []),
      ],
      {
        cwd: fresh,
        encoding: 'utf8',
        env: CHILD_ENVIRONMENT,
        stdio: ['ignore', 'pipe', 'pipe', password],
        ...cluster.account,
      },
    );
  } finally {
    closeSync(password);
  }
}

function checkVersion({ folder, binaries }: Cluster): void {
  const written = readOrEmpty(join(folder, 'PG_VERSION')).trim();
  if (written === String(binaries.major)) return;
  throw new EmbeddedPostgresError(
    'data-folder-version',
    `The database in ${folder} was written by PostgreSQL ${written || '(unknown)'}, this is ${binaries.major}. ` +
      'Start the Suban release that wrote it and run `suban export`, or restore a backup into a new SUBAN_DATA.',
  );
}
