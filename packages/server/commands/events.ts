import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { alertRules } from '@suban/domain/govern/alert-words.ts';
import { defaultSettings } from '@suban/domain/settings.ts';
import { z } from 'zod';
import { type DetectedEvent, startDetector } from '@suban/text/events/detector.ts';

const messageLine = z.object({
  id: z.string().min(1),
  time: z.string().refine((time) => !Number.isNaN(Date.parse(time)), 'no date and time'),
  title: z.string(),
  body: z.string(),
});

/**
 * Reads messages, one JSON object a line and in time order, and writes the events that were alerted, one a line. A line
 * that cannot be read is told on stderr with its number and a stable code (`bad-json`, `bad-line`), left out, and makes
 * the exit code 1. Events that have grown old are written on the way, so that a stream may be as long as it likes.
 *
 * @param file null reads stdin
 * @param all writes also gatherings of two and more that were not alerted; their `alertAt` is null
 */
export async function events(file: string | null, all: boolean): Promise<void> {
  const detector = startDetector();
  const rules = alertRules(defaultSettings);
  const rises: DetectedEvent[] = [];
  const write = async (event: DetectedEvent): Promise<void> => {
    if (event.alertAt === null && !(all && event.ids.length > 1)) return;
    const drained = process.stdout.write(`${JSON.stringify(asLine(event))}\n`);
    if (!drained) await new Promise((resume) => process.stdout.once('drain', resume));
  };
  let number = 0;
  for await (const line of createInterface({
    input: file === null ? process.stdin : createReadStream(file),
  })) {
    number += 1;
    if (line.trim() === '') continue;
    const read = readLine(line);
    if ('code' in read) {
      console.error(`suban events: line ${number}: ${read.code}: ${read.reason}`);
      process.exitCode = 1;
      continue;
    }
    const { alerts, closed } = detector.take(read.message, rules);
    rises.push(...alerts.filter(({ cause }) => cause === 'rise'));
    for (const { describe } of closed) await write(describe());
  }
  for (const event of [...detector.events(), ...rises]) await write(event);
}

type Line =
  | { readonly message: z.infer<typeof messageLine> }
  | { readonly code: 'bad-json' | 'bad-line'; readonly reason: string };

function readLine(line: string): Line {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return { code: 'bad-json', reason: error instanceof Error ? error.message : String(error) };
  }
  const { data, error } = messageLine.safeParse(value);
  if (data) return { message: data };
  const [issue] = error.issues;
  return { code: 'bad-line', reason: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}` };
}

const asLine = ({ name, place, ids, first, alertAt, score, cause, evidence }: DetectedEvent) => ({
  name,
  place,
  ids,
  first,
  alertAt,
  score,
  cause,
  ...(evidence === null ? {} : { evidence }),
});
