import { classifier } from '../packages/text/classify/classify.ts';
import { composedMessages } from './messages.ts';
import type { Options } from './options.ts';

const BATCH = 500;

/** Classifies composed messages on one core until the seconds are over; composing and loading are not counted. */
export async function classify({ seconds }: Options): Promise<object> {
  const began = performance.now();
  const sort = classifier();
  sort('', '');
  const loadMs = Math.round(performance.now() - began);
  const compose = composedMessages(7);
  let busy = 0;
  let messages = 0;
  let characters = 0;
  while (busy < seconds * 1000) {
    const batch = Array.from({ length: BATCH }, () => compose());
    const started = performance.now();
    for (const { title, body } of batch) sort(title, body);
    busy += performance.now() - started;
    messages += BATCH;
    for (const { title, body } of batch) characters += title.length + body.length;
    // So that a signal is heard.
    await new Promise((resume) => setImmediate(resume));
  }
  return {
    loadMs,
    messages,
    perSecond: Math.round((messages / busy) * 1000),
    charactersEach: Math.round(characters / messages),
  };
}
