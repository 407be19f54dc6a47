import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';

const NODE_PACKAGE = `node-${process.platform}-${process.arch}`;

/** Stands for cli.ts: does as its argument asks, and says who runs it once a signal would find it ready. */
const CLI = `
export async function main(argv: string[]): Promise<void> {
  if (argv[0] === 'stay') {
    setInterval(() => {}, 1000);
    process.on('SIGTERM', () => { console.log('told to end'); process.exit(7); });
  }
  console.log(JSON.stringify({ argv, node: process.versions.node, pid: process.pid }));
  if (argv[0] === 'echo') process.stdin.pipe(process.stdout);
  if (argv[0] === 'exit') process.exit(Number(argv[1]));
}`;

/** Makes the Node of today take itself for an old one. */
const OLD_NODE = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '18.20.0' } });`;

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'suban-bin-'));
  for (const place of ['with', 'without']) {
    mkdirSync(join(folder, place, 'bin'), { recursive: true });
    copyFileSync(join(import.meta.dirname, 'suban.mjs'), join(folder, place, 'bin/suban.mjs'));
    writeFileSync(join(folder, place, 'cli.ts'), CLI);
  }
  writeFileSync(join(folder, 'old.cjs'), OLD_NODE);
  const installed = dirname(createRequire(import.meta.url).resolve(`${NODE_PACKAGE}/package.json`));
  mkdirSync(join(folder, 'with/node_modules'));
  symlinkSync(installed, join(folder, 'with/node_modules', NODE_PACKAGE));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function suban(node: 'old' | 'new', place: string, ...args: string[]) {
  const pretend = node === 'old' ? ['--require', join(folder, 'old.cjs')] : [];
  return spawn(process.execPath, [...pretend, join(folder, place, 'bin/suban.mjs'), ...args]);
}

async function ended(child: ChildProcess): Promise<number | null> {
  await once(child, 'close');
  return child.exitCode;
}

/** The first line the stand-in prints: who runs it. */
async function introduction(child: ReturnType<typeof suban>): Promise<{ pid: number; node: string }> {
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return JSON.parse(line.toString()) as { pid: number; node: string };
}

test.each(['old', 'new'] as const)(
  'on an %s Node it runs with its arguments, input and exit code',
  async (node) => {
    const failing = suban(node, 'with', 'exit', '3');
    const said = text(failing.stdout);
    expect(await ended(failing)).toBe(3);
    expect(JSON.parse(await said)).toMatchObject({ argv: ['exit', '3'], node: process.versions.node });

    const echo = suban(node, 'with', 'echo');
    const output = text(echo.stdout);
    echo.stdin.end('速办\n');
    expect(await ended(echo)).toBe(0);
    expect(await output).toMatch(/\n速办\n$/);
  },
);

test.each(['old', 'new'] as const)(
  'on an %s Node a signal reaches it, and its exit code comes back',
  async (node) => {
    const child = suban(node, 'with', 'stay');
    const { pid } = await introduction(child);
    expect(pid === child.pid).toBe(node === 'new');
    const rest = text(child.stdout);
    child.kill('SIGTERM');
    expect(await ended(child)).toBe(7);
    expect(await rest).toContain('told to end');
  },
);

test('when its starter is killed, it ends as if asked to', async () => {
  const starter = suban('old', 'with', 'stay');
  await introduction(starter);
  // Its output closes only when the process started on the newer Node is gone too.
  const rest = text(starter.stdout);
  starter.kill('SIGKILL');
  expect(await rest).toContain('told to end');
});

test('without a Node that fits it says what to do', async () => {
  const child = suban('old', 'without', 'exit', '0');
  const complaint = text(child.stderr);
  expect(await ended(child)).toBe(1);
  expect(await complaint).toMatch(/Node\.js 24 or newer.*npm ci.*nodejs\.org/);
});
