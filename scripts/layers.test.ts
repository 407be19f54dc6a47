import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from './check.ts';

type Import = readonly [file: string, imports: string, rule: string];

const nothing = 'no rule';
/** One file each, which imports one thing; with the rule that it breaks, if it does. */
const imports: readonly Import[] = [
  ['packages/server/evaluate/a.ts', '../collect/close.ts', 'stages-are-strangers'],
  ['packages/server/evaluate/b.ts', '../people/units.ts', nothing],
  ['packages/domain/handle/a.ts', '../collect/events.ts', 'stages-are-strangers'],
  ['packages/domain/a.ts', 'node:fs', 'domain-is-pure'],
  ['packages/domain/b.ts', '../text/cut.ts', 'domain-is-pure'],
  ['packages/domain/c.ts', 'zod', nothing],
  ['packages/domain/c.test.ts', 'vitest', nothing],
  ['packages/text/a.ts', 'zod', 'text-is-pure'],
  ['packages/text/b.ts', '../domain/ids.ts', 'text-takes-only-types-of-domain'],
  ['packages/text/c.ts', '@node-rs/jieba', nothing],
  ['packages/demo-city/a.ts', '../server/people/units.ts', 'demo-city-knows-no-program'],
  ['packages/web/a.ts', '../server/people/units.ts', 'web-knows-only-domain'],
  ['packages/web/b.ts', '../domain/ids.ts', nothing],
  ['packages/server/people/pg.ts', 'pg', 'sql-in-stores'],
  ['packages/server/people/kysely.ts', 'kysely', 'sql-in-stores'],
  ['packages/server/people/store.ts', 'pg', nothing],
  ['packages/server/people/log-store.ts', 'kysely', nothing],
  ['packages/server/people/restore.ts', 'pg', 'sql-in-stores'],
  ['packages/server/people/fastify.ts', 'fastify', 'http-in-routes'],
  ['packages/server/people/helmet.ts', '@fastify/helmet', 'http-in-routes'],
  ['packages/server/people/sign-in-routes.ts', 'fastify', nothing],
  // A cycle is named once.
  ['packages/server/people/hen.ts', './egg.ts', nothing],
  ['packages/server/people/egg.ts', './hen.ts', 'no-cycles'],
  ['packages/server/people/lost.ts', './nowhere.ts', 'no-unresolvable'],
  ['packages/server/people/tests.ts', './units.test.ts', 'no-tests-in-the-program'],
];
const alone = [
  'packages/server/collect/close.ts',
  'packages/server/people/units.ts',
  'packages/server/people/units.test.ts',
  'packages/domain/collect/events.ts',
  'packages/domain/ids.ts',
  'packages/text/cut.ts',
  'packages/server/people/orphan.ts',
];

const folder = mkdtempSync(join(tmpdir(), 'suban-layers-'));
let violations: readonly { readonly from: string; readonly rule: { readonly name: string } }[] = [];

beforeAll(() => {
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  for (const [file, name] of imports) write(file, `import * as it from '${name}';\nexport const use = it;\n`);
  for (const file of alone) write(file, 'export const it = 1;\n');
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const args = ['--config', join(root, '.dependency-cruiser.mjs'), '--output-type', 'json', 'packages'];
  const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const output = execFileSync(process.execPath, [program, ...args], { cwd: folder, maxBuffer: 2 ** 26 });
  violations = (JSON.parse(output.toString()) as { summary: { violations: typeof violations } }).summary
    .violations;
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const broken = (file: string) => violations.filter(({ from }) => from === file).map(({ rule }) => rule.name);

test.each(imports)('%s importing %s breaks %s', (file, _name, rule) => {
  expect(broken(file)).toEqual(rule === nothing ? [] : [rule]);
});

test('a file that nobody imports and that imports nothing is an orphan', () => {
  expect(broken('packages/server/people/orphan.ts')).toEqual(['no-orphans']);
});
