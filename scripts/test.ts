import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from './browser.ts';
import { root, runChecks } from './check.ts';

/** How many tests passed and failed; each check counts as one. */
type Tally = { readonly passed: number; readonly failed: number };

/** The part of vitest's JSON report that is counted. */
type Report = {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
};

/** Everything, or with paths only the tests in them. */
async function main(paths: readonly string[]): Promise<Tally> {
  const isJourney = (path: string) => /(^|\/)journeys(\/|$)/.test(path);
  if (paths.length > 0) {
    return sum([
      await vitest(
        ['unit', 'server'],
        paths.filter((path) => !isJourney(path)),
      ),
      await journeys(paths.filter(isJourney)),
    ]);
  }
  const outcomes = await runChecks();
  const passed = outcomes.filter(({ ok }) => ok).length;
  return sum([
    { passed, failed: outcomes.length - passed },
    await vitest(['unit', 'server'], ['packages', 'scripts', 'bench']),
    await journeys(['journeys']),
  ]);
}

/** The browser is found, or fetched, before the first journey, so that its lack is said once and plainly. */
async function journeys(paths: readonly string[]): Promise<Tally> {
  if (paths.length === 0) return { passed: 0, failed: 0 };
  try {
    process.env.SUBAN_BROWSER = await findBrowser();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1 };
  }
  return await vitest(['journeys'], paths);
}

async function vitest(projects: readonly string[], paths: readonly string[]): Promise<Tally> {
  if (paths.length === 0) return { passed: 0, failed: 0 };
  const folder = await mkdtemp(join(tmpdir(), 'suban-test-'));
  const file = join(folder, 'report.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const program = join(root, 'node_modules/vitest/vitest.mjs');
  const args = [program, 'run', ...reporters, ...projects.flatMap((name) => ['--project', name]), ...paths];
  try {
    const code = await exitCode(args);
    const tally = count(JSON.parse(await readFile(file, 'utf8').catch(() => '{}')) as Partial<Report>);
    // An error outside any test, or no test at all, shows in the exit code alone.
    return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function exitCode(args: readonly string[]): Promise<number> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', fail);
    child.on('close', (code) => done(code ?? 1));
  });
}

function count({ numPassedTests = 0, numFailedTests = 0, testResults = [] }: Partial<Report>): Tally {
  // A file that doesn't load has failed without naming one test.
  const broken = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  return { passed: numPassedTests, failed: numFailedTests + broken.length };
}

function sum(tallies: readonly Tally[]): Tally {
  const add = (key: keyof Tally) => tallies.reduce((total, tally) => total + tally[key], 0);
  return { passed: add('passed'), failed: add('failed') };
}

const { passed, failed } = await main(process.argv.slice(2));
process.exitCode = failed === 0 ? 0 : 1;
console.log(`${passed} passed, ${failed} failed`);
