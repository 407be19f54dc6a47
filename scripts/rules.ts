import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { rulesMarkdown } from '../packages/domain/rules/markdown.ts';
import { defaultSettings } from '../packages/domain/settings.ts';

/** Writes docs/rules.md from the settings a city begins with; with `--check` it only says whether it is as they are. */
const file = join(resolve(import.meta.dirname, '..'), 'docs/rules.md');
const text = `# The rules a city begins with

What \`packages/domain/settings.ts\` and \`packages/domain/rules\` say, written by \`node scripts/node.mjs scripts/rules.ts\`. A city's own
rules in force, with its catalogue and its earlier versions, stand on its page \`/rules\`; where they come from is in
[rulebook.md](rulebook.md). Every automatic step on a case names its rule and the version it followed.

${rulesMarkdown(defaultSettings)}`;

if (process.argv.includes('--check')) {
  if (readFileSync(file, 'utf8') !== text) {
    console.error('docs/rules.md is not what the settings say: run node scripts/node.mjs scripts/rules.ts');
    process.exitCode = 1;
  }
} else writeFileSync(file, text);
