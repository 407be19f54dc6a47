#!/usr/bin/env node
// Plain JavaScript that Node 18 still reads: Suban needs Node 24, brings one from npm, and this finds it.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const NEEDED = 24;
/** Set for the process started below: it listens for the end of its starter, and never starts another. */
const STARTED = 'SUBAN_RESTARTED_ON_NEWER_NODE';

if (Number(process.versions.node.split('.')[0]) >= NEEDED) await run();
else restartOnNewerNode();

async function run() {
  const restarted = process.env[STARTED] !== undefined;
  delete process.env[STARTED];
  if (restarted && process.channel) {
    // The channel breaks however the starter ends, kill -9 included; then we end as if asked to.
    process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
    process.channel.unref();
  }
  const { main } = await import('../cli.ts');
  await main(process.argv.slice(2));
}

function restartOnNewerNode() {
  const node = process.env[STARTED] ? undefined : newerNode();
  if (node === undefined) return refuse();
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: Object.assign({}, process.env, { [STARTED]: '1' }),
  });
  process.on('SIGINT', () => child.kill('SIGINT'));
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  process.on('SIGHUP', () => child.kill('SIGHUP'));
  child.on('error', refuse);
  child.on('exit', (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : code));
}

/** The Node that npm installed for this machine, if any. */
function newerNode() {
  const name = `node-${process.platform}-${process.arch}`;
  try {
    return join(dirname(createRequire(import.meta.url).resolve(`${name}/package.json`)), 'bin/node');
  } catch {
    return undefined;
  }
}

function refuse() {
  console.error(
    `Suban needs Node.js ${NEEDED} or newer; this is ${process.version}, and npm installed none for this machine. ` +
      `Run "npm ci" again without --omit=optional, or install Node.js ${NEEDED} from https://nodejs.org.`,
  );
  process.exit(1);
}
