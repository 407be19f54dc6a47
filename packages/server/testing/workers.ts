import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { TestCity } from './test-city.ts';

/** Worker processes on a city's database, all by one clock, that can be killed at any moment. */
export function startWorkers(city: TestCity, count: number) {
  let now = city.clock.now();
  const running: ChildProcess[] = [];

  async function start(): Promise<void> {
    const child = fork(join(import.meta.dirname, 'worker.ts'), {
      env: {
        ...process.env,
        SUBAN_TEST_URL: city.url,
        SUBAN_TEST_DATA: city.services.config.dataDir,
        SUBAN_TEST_NOW: String(now),
      },
    });
    running.push(child);
    const ended = once(child, 'exit').then(() => 'ended');
    if ((await Promise.race([once(child, 'message'), ended])) === 'ended' && running.includes(child))
      throw new Error('a worker ended before it was ready');
    // It may have become later while it started.
    if (child.connected) child.send({ now });
  }

  return {
    ready: Promise.all(Array.from({ length: count }, start)),
    /** It is this time now, for all of them. */
    tell(at: number): void {
      now = at;
      for (const child of running) if (child.connected) child.send({ now });
    },
    /** `kill -9`, as a power cut would: the eldest of them. */
    async kill(): Promise<void> {
      const child = running.shift();
      if (child) await end(child);
    },
    start,
    async stop(): Promise<void> {
      await Promise.all(running.splice(0).map(end));
    },
  };
}

async function end(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  if (child.exitCode === null && child.signalCode === null) {
    child.kill('SIGKILL');
    await ended;
  }
}
