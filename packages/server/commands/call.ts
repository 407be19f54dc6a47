import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { callTaken } from '@suban/domain/api-calls.ts';
import type { CallEventName } from '@suban/domain/collect/calls.ts';
import type { z } from 'zod';
import { demoExchangeKey } from '../connect/seed-city.ts';

export type CallOptions = {
  readonly phone: string;
  readonly operator: string;
  readonly line: string;
  readonly url: string;
  /** Seconds. */
  readonly rings: number;
  readonly talks: number;
  readonly giveUp: boolean;
};

/**
 * Plays a telephone exchange against a running server: one call, told over HTTP as a real exchange tells it. The key is
 * `SUBAN_EXCHANGE_KEY`, else the demo city's. Ctrl-C hangs up.
 * @throws Error with the server's own code when it refuses
 */
export async function call(options: CallOptions): Promise<void> {
  const { phone, operator, line, rings, talks, giveUp } = options;
  const callId = randomUUID();
  const hangUp = new AbortController();
  process.once('SIGINT', () => hangUp.abort());
  const tell = (event: CallEventName) => told(options.url, { callId, event, phone, line, operator });
  const until = (seconds: number) =>
    wait(seconds * 1000, undefined, { signal: hangUp.signal }).catch(() => undefined);
  const { operatorKnown } = await tell('offered');
  console.log(
    operatorKnown === false
      ? `it rings, but ${operator} is no operator: no page shows it`
      : `it rings at ${operator}'s desk`,
  );
  await until(rings);
  if (giveUp || hangUp.signal.aborted) {
    await tell('abandoned');
    console.log('given up');
    return;
  }
  await tell('answered');
  console.log(`answered after ${rings} s; Ctrl-C hangs up`);
  await until(talks);
  await tell('ended');
  console.log('ended');
}

async function told(
  url: string,
  news: { event: CallEventName; callId: string; phone: string; line: string; operator: string },
): Promise<z.infer<typeof callTaken>> {
  const answer = await fetch(new URL('/api/connect/calls', url), {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${process.env['SUBAN_EXCHANGE_KEY'] ?? demoExchangeKey}`,
    },
    body: JSON.stringify({ ...news, at: new Date().toISOString() }),
  });
  const body = (await answer.json()) as z.infer<typeof callTaken> & { code?: string; messageEn?: string };
  if (!answer.ok)
    throw Object.assign(new Error(body.messageEn ?? answer.statusText), { code: body.code ?? answer.status });
  return body;
}
