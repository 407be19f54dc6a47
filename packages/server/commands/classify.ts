import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { classifier } from '@suban/text/classify/classify.ts';
import { buildUnitFinder } from './classify-unit.ts';

/** Everything else a line carries is handed on as it came. */
const messageLine = z.looseObject({
  title: z.string().nullish(),
  body: z.string().nullish(),
});

/** Lines are written together, so that a pipe is not asked once a line. In characters. */
const BATCH = 1 << 16;

/**
 * Reads messages, one JSON object a line, and writes each with `label`, `confidence`, `alternatives`, `reason` and,
 * where the duty catalogue tells it, `unit`, in the order they came. A line that cannot be read is told on stderr with
 * its number and a stable code (`bad-json`, `bad-line`), left out, and makes the exit code 1. Memory stays constant.
 *
 * @param file null reads stdin
 * @param abstain below this confidence `label` is null
 */
export async function classify(file: string | null, abstain: number): Promise<void> {
  const sort = classifier();
  const unitOf = buildUnitFinder();
  let waiting = '';
  const flush = async (): Promise<void> => {
    const drained = process.stdout.write(waiting);
    waiting = '';
    if (!drained) await new Promise((resume) => process.stdout.once('drain', resume));
  };
  const input = file === null ? process.stdin : createReadStream(file);
  let number = 0;
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    number += 1;
    if (line.trim() === '') continue;
    const read = readLine(line);
    if ('code' in read) {
      console.error(`suban classify: line ${number}: ${read.code}: ${read.reason}`);
      process.exitCode = 1;
      continue;
    }
    const title = read.message.title ?? '';
    const body = read.message.body ?? '';
    const { label, confidence, alternatives, reason } = sort(title, body);
    const unit = unitOf(title, body);
    const answer = {
      label: confidence < abstain ? null : label,
      confidence: rounded(confidence),
      alternatives: alternatives.map((other) => ({ ...other, confidence: rounded(other.confidence) })),
      ...(unit === null ? {} : { unit }),
      reason,
    };
    waiting += `${JSON.stringify({ ...read.message, ...answer })}\n`;
    if (waiting.length >= BATCH) await flush();
  }
  if (waiting !== '') await flush();
}

const rounded = (confidence: number): number => Number(confidence.toFixed(4));

type Line =
  | { readonly message: z.infer<typeof messageLine> }
  | { readonly code: 'bad-json' | 'bad-line'; readonly reason: string };

function readLine(line: string): Line {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { code: 'bad-json', reason: 'not a JSON object' };
  }
  const { data, error } = messageLine.safeParse(value);
  if (data) return { message: data };
  const [issue] = error.issues;
  return { code: 'bad-line', reason: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}` };
}
