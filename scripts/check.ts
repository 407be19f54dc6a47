import { spawn } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, delimiter, dirname, join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '..');

/** What one check came to: `output` is what its tool printed. */
export type Outcome = { readonly name: string; readonly ok: boolean; readonly output: string };
type Step = { readonly name: string; readonly run: () => Promise<Omit<Outcome, 'name'>> };

const folders = ['packages', 'scripts', 'bench', 'journeys'];
const sources = sourceFiles(folders);

/** Runs every check, two at a time, printing each one's verdict as it ends and its output if it failed. */
export async function runChecks(): Promise<readonly Outcome[]> {
  const waiting = [...steps()];
  const outcomes: Outcome[] = [];
  const work = async (): Promise<void> => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const started = performance.now();
      const outcome = { name: step.name, ...(await step.run()) };
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      console.log(`${outcome.ok ? '✔' : '✘'} ${step.name} (${seconds} s)`);
      if (!outcome.ok) console.log(outcome.output.trimEnd().replaceAll(/^/gm, '    '));
      outcomes.push(outcome);
    }
  };
  await Promise.all([work(), work()]);
  return outcomes;
}

/** The dearest first, so that the two lanes end together. */
function steps(): readonly Step[] {
  const dump = 'packages/server/platform/schema-dump.ts';
  return [
    ...projects().map((folder) => typesOf(folder)),
    tool('lint', ['oxlint', '--type-aware', '--deny-warnings', '--format=unix']),
    ...(existsSync(join(root, dump))
      ? [tool('schema.sql is what the migrations make', ['node', dump, '--check'])]
      : []),
    tool('docs/rules.md is what the settings say', ['node', 'scripts/rules.ts', '--check']),
    layers(),
    tool('dead code and dependencies', ['knip', '--no-progress', '--no-config-hints']),
    tool('code that only tests call', [
      'knip',
      '--production',
      '--exports',
      '--files',
      '--no-progress',
      '--no-config-hints',
    ]),
    tool('format', ['biome', 'format', '--reporter=summary', '.']),
    { name: 'nothing is silenced', run: () => Promise.resolve(silenced()) },
  ];
}

/** Every folder with a tsconfig.json and something to check in it. */
function projects(): readonly string[] {
  const all = globSync('packages/*/tsconfig.json', { cwd: root }).map((file) =>
    file.replace('/tsconfig.json', ''),
  );
  return [...all.filter((folder) => sources.some((file) => file.startsWith(`${folder}/`))), '.'];
}

function typesOf(folder: string): Step {
  const name = folder === '.' ? 'house' : basename(folder);
  // What was learnt is kept, so that the next run looks only at what changed.
  const memory = ['--incremental', '--tsBuildInfoFile', `.suban/types/${name}.tsbuildinfo`];
  return tool(`types of ${name}`, ['tsc', '--project', folder, '--pretty', 'false', ...memory]);
}

/** dependency-cruiser passes when it understands nothing, so it must also have seen every file there is. */
function layers(): Step {
  const present = folders.filter((folder) => sources.some((file) => file.startsWith(`${folder}/`)));
  const least = Math.max(20, sources.length);
  const cruise = tool('layers', ['depcruise', '--output-type', 'err-long', ...present]);
  return {
    name: cruise.name,
    run: async () => {
      const { ok, output } = await cruise.run();
      const seen = Number(/(\d+) modules/.exec(output)?.[1] ?? 0);
      if (seen >= least) return { ok, output };
      return { ok: false, output: `${output}\nonly ${seen} modules cruised of at least ${least}` };
    },
  };
}

/** Comments and casts that switch a check off. */
function silenced(): Omit<Outcome, 'name'> {
  const silencer = /(oxlint|eslint)-(disable)|biome-(ignore)|@ts-(ignore|expect-error|nocheck)|\bas\s+any\b/;
  const places = sources.flatMap((file) =>
    readFileSync(join(root, file), 'utf8')
      .split('\n')
      .flatMap((line, index) => (silencer.test(line) ? [`${file}:${index + 1}: ${line.trim()}`] : [])),
  );
  return { ok: places.length === 0, output: places.join('\n') };
}

/** A check that is a program of node_modules/.bin: it passes when the program ends with 0. */
function tool(name: string, [program = '', ...args]: readonly string[]): Step {
  const path = [join(root, 'node_modules/.bin'), dirname(process.execPath), process.env.PATH].join(delimiter);
  const run = (): Promise<Omit<Outcome, 'name'>> =>
    new Promise((done) => {
      const child = spawn(program, args, {
        cwd: root,
        env: { ...process.env, PATH: path, NO_COLOR: '1' },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      const output: Buffer[] = [];
      child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
      child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
      child.on('error', (error) => done({ ok: false, output: error.message }));
      child.on('close', (code) => done({ ok: code === 0, output: Buffer.concat(output).toString() }));
    });
  return { name, run };
}

/** Paths, from the root, of the TypeScript in these folders. */
function sourceFiles(within: readonly string[]): readonly string[] {
  const pattern = `{${within.join(',')}}/**/*.{ts,tsx}`;
  return globSync(pattern, { cwd: root, exclude: ['**/node_modules/**', '**/dist/**'] });
}

if (import.meta.main) {
  const failed = (await runChecks()).filter((outcome) => !outcome.ok);
  console.log(
    failed.length === 0 ? 'All checks passed.' : `Failed: ${failed.map(({ name }) => name).join(', ')}`,
  );
  process.exitCode = failed.length === 0 ? 0 : 1;
}
