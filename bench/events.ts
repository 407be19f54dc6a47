import { alertRules } from '../packages/domain/govern/alert-words.ts';
import { defaultSettings } from '../packages/domain/settings.ts';
import { startDetector } from '../packages/text/events/detector.ts';
import { composedMessages } from './messages.ts';
import type { Options } from './options.ts';

/** A year of a city of seventeen million. */
const YEAR = 37_000_000;
const YEAR_MS = 365 * 86_400_000;
const KEEP_EVENTS = 20_000;
const BATCH = 500;
const MEGABYTE = 2 ** 20;

/**
 * Feeds the detector with a year's stream at the pace of 37 million a year, on one core, as fast as it takes them, until
 * the seconds are over. Composing is not counted. The later half tells more: the fuller its tables, the slower it is.
 */
export async function events({ seconds }: Options): Promise<object> {
  const compose = composedMessages(37);
  const detector = startDetector({ keepEvents: KEEP_EVENTS });
  const rules = alertRules(defaultSettings);
  const rates: number[] = [];
  const heap: number[] = [];
  let taken = 0;
  let busy = 0;
  let closed = 0;
  let alerts = 0;
  while (busy < seconds * 1000) {
    const batch = Array.from({ length: BATCH }, (_, index) => {
      const time = new Date(Date.UTC(2026, 0, 1) + ((taken + index) / YEAR) * YEAR_MS).toISOString();
      return { id: String(taken + index), time, ...compose() };
    });
    const started = performance.now();
    for (const message of batch) {
      const result = detector.take(message, rules);
      closed += result.closed.length;
      alerts += result.alerts.length;
    }
    const took = performance.now() - started;
    busy += took;
    taken += BATCH;
    rates.push((BATCH / took) * 1000);
    heap.push(memory());
    // So that a signal is heard.
    await new Promise((resume) => setImmediate(resume));
  }
  const half = rates.slice(Math.floor(rates.length / 2));
  const perSecond = Math.round((taken / busy) * 1000);
  return {
    messages: taken,
    perSecond,
    perSecondLaterHalf: Math.round(half.reduce((sum, rate) => sum + rate, 0) / half.length),
    hoursForAYear: Math.round((YEAR / perSecond / 3600) * 10) / 10,
    eventsKept: KEEP_EVENTS,
    eventsClosed: closed,
    alerts,
    megabytesHalfway: heap[Math.floor(heap.length / 2)] ?? 0,
    megabytesAtTheEnd: heap.at(-1) ?? 0,
  };
}

function memory(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return Math.round((heapUsed + arrayBuffers) / MEGABYTE);
}
