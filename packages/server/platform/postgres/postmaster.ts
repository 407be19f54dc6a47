import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readdirSync, realpathSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CHILD_ENVIRONMENT } from './binaries.ts';
import type { Cluster } from './cluster.ts';
import { canConnect } from './database.ts';
import { EmbeddedPostgresError } from './error.ts';
import { readOrEmpty, writeWhole } from './files.ts';
import { commandLine, isRunning, findProcesses, signal, until } from './processes.ts';
import { HERE, PORT, settingsText } from './settings.ts';
import { accepts } from './socket.ts';

/** A fast shutdown writes out at most shared_buffers; a slow disk needs seconds for that. */
const SHUTDOWN_PATIENCE = 30_000;

type Log = (line: string) => void;

/**
 * Sees to it that exactly one healthy postmaster runs on the cluster, and returns its process id.
 *
 * One that outlived its Suban server is adopted if it was started from these programs with these settings and answers;
 * else it is ended. Leftovers of a crash or a power cut are cleared.
 *
 * @throws EmbeddedPostgresError start-failed, stop-failed
 */
export async function runPostmaster(cluster: Cluster, log: Log): Promise<number> {
  const { folder } = cluster;
  const conf = settingsText(programIdentity(cluster), cluster.settings);
  const confFile = join(folder, 'suban.conf');
  const found = await findPostmaster(folder);
  if (found !== undefined) {
    const fits = readOrEmpty(confFile) === conf && (await becomesReady(folder, found, log));
    const healthy = fits && (await canConnect(cluster));
    if (healthy) {
      log(`PostgreSQL still runs from before (process ${found}); adopted`);
      return found;
    }
    log(`PostgreSQL still runs from before (process ${found}) but cannot be adopted; ending it`);
    await endPostmaster(found, fits ? 2_000 : SHUTDOWN_PATIENCE);
  }
  await clearLeftovers(folder);
  writeWhole(confFile, conf, cluster.account);
  return launch(cluster, log);
}

/**
 * Fast shutdown; harder when it does not end within `patience` ms.
 * @throws EmbeddedPostgresError stop-failed
 */
export async function endPostmaster(pid: number, patience = SHUTDOWN_PATIENCE): Promise<void> {
  const steps: ReadonlyArray<readonly [NodeJS.Signals, number]> = [
    ['SIGINT', patience],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ];
  for (const [name, wait] of steps) {
    if (isRunning(pid)) signal(pid, name);
    if (await until(() => !isRunning(pid), wait)) return;
  }
  throw new EmbeddedPostgresError(
    'stop-failed',
    `PostgreSQL (process ${pid}) does not end. End it as its own user or root (kill ${pid}), then start again.`,
  );
}

/**
 * The postmaster that runs on this cluster, if any. Its pid file may name a process long dead or, after a reboot,
 * a stranger with the same number; even another cluster's postmaster, so the name and then the socket decide.
 */
async function findPostmaster(folder: string): Promise<number | undefined> {
  const { pid } = readPidFile(folder);
  if (!(pid > 0)) return undefined;
  const command = commandLine(pid);
  if (!basename(command[0] ?? '').startsWith('postgres')) return undefined;
  // The socket finds one whose folder was moved while it ran.
  const ours = command.includes(nameArgument(folder)) || (await accepts(folder));
  return ours ? pid : undefined;
}

/** Called only when no postmaster runs on the cluster. */
async function clearLeftovers(folder: string): Promise<void> {
  // Server processes end by themselves soon after their postmaster, unless they are deep in a query. A postmaster
  // here is one whose starter was killed before it had written its pid file.
  const name = clusterName(folder);
  const orphans = () =>
    findProcesses(
      (command) => command[0]?.startsWith(`postgres: ${name}: `) || command.includes(nameArgument(folder)),
    );
  if (!(await until(() => orphans().length === 0, 1_000))) {
    for (const pid of orphans()) signal(pid, 'SIGKILL');
    if (!(await until(() => orphans().length === 0, 5_000))) await endPostmaster(orphans()[0] ?? 0);
  }
  const { pid } = readPidFile(folder);
  // PostgreSQL clears a file whose process is dead, and checks the shared memory it names; it takes a stranger with
  // the same number for itself, and stops at an empty file.
  if (!(pid > 0) || existsSync(`/proc/${pid}`)) rmSync(join(folder, 'postmaster.pid'), { force: true });
  for (const file of [`.s.PGSQL.${PORT}`, `.s.PGSQL.${PORT}.lock`])
    rmSync(join(folder, file), { force: true });
}

/**
 * Starts the postmaster as its own session, so that it survives us and a Ctrl-C in our terminal.
 *
 * It is given its folder as the working folder, entered while still root, and names it /proc/self/cwd: so it needs no
 * right on the folders above, and a clone in a closed home (mode 700) works with its data in place. (Tried with
 * PostgreSQL 18; before 16 the folders above must be open.)
 */
async function launch(cluster: Cluster, log: Log): Promise<number> {
  const { folder } = cluster;
  // Made anew, as another user's may stand there from an earlier start.
  rmSync(startLogFile(cluster), { force: true });
  const startLog = openSync(startLogFile(cluster), 'wx', 0o600);
  const child = spawn(join(cluster.binaries.folder, 'postgres'), ['-D', HERE, '-c', nameArgument(folder)], {
    cwd: folder,
    detached: true,
    env: CHILD_ENVIRONMENT,
    stdio: ['ignore', startLog, startLog],
    ...cluster.account,
  });
  closeSync(startLog);
  let problem = '';
  child.once('error', (error) => {
    problem = error.message;
  });
  child.unref();
  const { pid } = child;
  if (pid !== undefined && (await becomesReady(folder, pid, log))) return pid;
  await sleep(0); // spawn reports its error in the next turn
  throw new EmbeddedPostgresError(
    'start-failed',
    `PostgreSQL did not start in ${folder}. ${problem || lastWords(cluster)}\n` +
      `If it names operator.conf, correct that file; else see ${join(folder, 'log')}.`,
  );
}

/** Waits for as long as the postmaster lives: recovery after a crash takes its time. */
async function becomesReady(folder: string, pid: number, log: Log): Promise<boolean> {
  let told = performance.now();
  while (isRunning(pid)) {
    const state = readPidFile(folder);
    if (state.pid === pid && state.status === 'ready') return true;
    if (state.pid === pid && state.status === 'stopping') return false;
    if (performance.now() - told > 10_000) {
      log('PostgreSQL is still recovering from an unclean end');
      told = performance.now();
    }
    await sleep(10);
  }
  return false;
}

/** First line: the process; eighth: its status. */
function readPidFile(folder: string): { pid: number; status: string } {
  const lines = readOrEmpty(join(folder, 'postmaster.pid')).split('\n');
  return { pid: Number(lines[0]), status: lines[7]?.trim() ?? '' };
}

/** In the command line and process titles of this cluster, and no other's. */
function clusterName(folder: string): string {
  return `suban-${createHash('sha256').update(realpathSync(folder)).digest('hex').slice(0, 12)}`;
}

function nameArgument(folder: string): string {
  return `cluster_name=${clusterName(folder)}`;
}

function programIdentity(cluster: Cluster): string {
  const program = join(cluster.binaries.folder, 'postgres');
  const { ino, ctimeMs } = statSync(program);
  return `${program}, file ${ino} of ${new Date(ctimeMs).toISOString()}`;
}

function startLogFile(cluster: Cluster): string {
  return join(cluster.dataDir, 'postgres-start.log');
}

function lastWords(cluster: Cluster): string {
  const logs = join(cluster.folder, 'log');
  const newest = (existsSync(logs) ? readdirSync(logs) : [])
    .map((name) => join(logs, name))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)[0];
  const ofStart = readOrEmpty(startLogFile(cluster)).trim();
  const ofLog = newest === undefined ? '' : readOrEmpty(newest).trim();
  return [...ofStart.split('\n').slice(-5), ...ofLog.split('\n').slice(-5)].join('\n').trim();
}
