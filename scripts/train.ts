import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { trainers } from '../packages/text/train/trainers.ts';
import { root } from './check.ts';

/** Where the messages are that weights are learnt from, when no argument says so. */
const VARIABLE = 'SUBAN_TRAINING_DATA';

/** A JSON Lines file, or a JSON array, as a list; any other JSON as a list of one; null when it isn't there. @throws Error for one that isn't JSON */
function readList(folder: string, file: string): readonly unknown[] | null {
  const path = join(folder, file);
  if (!existsSync(path)) return null;
  const text = readFileSync(path, 'utf8');
  if (file.endsWith('.json')) {
    const whole: unknown = JSON.parse(text);
    return Array.isArray(whole) ? (whole as unknown[]) : [whole];
  }
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): unknown => JSON.parse(line));
}

function train(folder: string, names: readonly string[]): void {
  const weights = join(root, 'packages/text/weights');
  mkdirSync(weights, { recursive: true });
  for (const name of names.length > 0 ? names : Object.keys(trainers)) {
    const trainer = trainers[name];
    if (!trainer)
      throw new Error(`nothing called ${name} is trained; there are ${Object.keys(trainers).join(', ')}`);
    const started = performance.now();
    const trained = trainer((file) => readList(folder, file));
    const seconds = Math.round((performance.now() - started) / 1000);
    writeFileSync(join(weights, `${name}.json`), `${JSON.stringify(trained.weights)}\n`);
    console.log(JSON.stringify({ trained: name, seconds, ...trained.report }, null, 2));
  }
}

const [folder = process.env[VARIABLE], ...names] = process.argv.slice(2);
if (folder === undefined || !existsSync(folder)) {
  console.error(`Which folder holds the messages? npm run train -- FOLDER [NAME …], or ${VARIABLE}.`);
  process.exitCode = 1;
} else {
  train(folder, names);
}
