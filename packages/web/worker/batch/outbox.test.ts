import type { CaseRow } from '@suban/domain/api.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ApiError } from '../../ui/api.ts';
import { createOutbox, type Deed, type Plan, undoFor } from './outbox.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const plan = (number: string): Plan => ({
  row: { number, title: `件 ${number}` } as CaseRow,
  command: 'acknowledge',
  body: {},
  unit: null,
});
const refusal = (status: number) => new ApiError(status, { code: 'no', message: '不行', messageEn: 'no' });

/** An outbox over a server that answers as told, in turn, and remembers what it was sent. */
function box(answers: readonly (Error | null)[] = []) {
  const sent: Deed[] = [];
  const told: string[] = [];
  const left = [...answers];
  const outbox = createOutbox(
    (deed) => {
      sent.push(deed);
      const answer = left.shift() ?? null;
      return answer ? Promise.reject(answer) : Promise.resolve();
    },
    ({ number }) => told.push(number),
  );
  const states = () => outbox.deeds().map(({ number, state }) => `${number} ${state}`);
  return { outbox, sent, told, states };
}

test('nothing is sent before its time is over; then each goes out by itself, in order', async () => {
  const { outbox, sent, told, states } = box();
  expect(outbox.add([plan('1'), plan('2'), plan('3')])).toBe(3);
  await vi.advanceTimersByTimeAsync(undoFor - 1);
  expect(sent).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(told).toEqual(['1', '2', '3']);
  expect(new Set(sent.map(({ id }) => id)).size).toBe(3);
  expect(states()).toEqual(['1 done', '2 done', '3 done']);
  outbox.clear();
  expect(outbox.deeds()).toEqual([]);
});

test('what is taken back is never sent: the last batch, and no other', async () => {
  const { outbox, told } = box();
  outbox.add([plan('1')]);
  outbox.add([plan('2'), plan('3')]);
  outbox.undo();
  await vi.advanceTimersByTimeAsync(undoFor);
  expect(told).toEqual(['1']);
  outbox.undo();
  expect(outbox.deeds()).toHaveLength(1);
});

test('a case on its way is not taken twice; one that failed may be tried anew', async () => {
  const { outbox, states } = box([refusal(409)]);
  outbox.add([plan('1')]);
  expect(outbox.add([plan('1')])).toBe(0);
  await vi.advanceTimersByTimeAsync(undoFor);
  expect(states()).toEqual(['1 failed']);
  expect(outbox.add([plan('1')])).toBe(1);
  expect(states()).toEqual(['1 waiting']);
});

test('a refusal does not keep the others, and is not asked again', async () => {
  const { outbox, sent, states } = box([null, refusal(409), null]);
  outbox.add([plan('1'), plan('2'), plan('3')]);
  await vi.advanceTimersByTimeAsync(undoFor);
  expect(states()).toEqual(['1 done', '2 failed', '3 done']);
  outbox.retry();
  await vi.advanceTimersByTimeAsync(undoFor);
  expect(sent).toHaveLength(3);
});

test('what did not reach the server is sent again under the same id', async () => {
  const { outbox, sent, states } = box([refusal(0), refusal(503), refusal(0), null]);
  outbox.add([plan('1')]);
  await vi.advanceTimersByTimeAsync(undoFor + 10_000);
  expect(states()).toEqual(['1 failed']);
  outbox.retry();
  await vi.advanceTimersByTimeAsync(1);
  expect(states()).toEqual(['1 done']);
  expect(sent).toHaveLength(4);
  expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
});

test('a page that goes sends no more', async () => {
  const { outbox, sent } = box();
  outbox.add([plan('1')]);
  outbox.stop();
  await vi.advanceTimersByTimeAsync(undoFor * 2);
  expect(sent).toEqual([]);
});
