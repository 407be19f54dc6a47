import { describe, expect, test } from 'vitest';
import { evolve } from './evolve.ts';
import { citizen } from './testing/city.ts';
import { command, filed, step, walks } from './testing/histories.ts';

describe('an impossible history is refused', () => {
  const { appeal, recorded, now } = filed();
  const event = (type: 'acknowledged' | 'answer-approved') => ({ type, data: { order: 1 } }) as const;
  const next = (type: 'acknowledged' | 'answer-approved') =>
    ({ key: appeal.key, seq: 2, at: now, by: 'staff', event: event(type) }) as const;

  test('an event before filing', () => {
    expect(() => evolve(null, next('acknowledged'))).toThrow(/begins with 'filed'/);
  });
  test('an order’s event with no order', () => {
    expect(() => evolve(appeal, next('acknowledged'))).toThrow(/no order in hand in state received/);
    expect(() => evolve(appeal, next('answer-approved'))).toThrow(/belongs to an order/);
    expect(recorded).toHaveLength(1);
  });
});

test('an appeal that is opened again keeps nothing of its closing', () => {
  const again = step(walks.closed(), citizen, command('contest', { text: '路灯又不亮了。' }));
  expect(again.appeal).toMatchObject({ state: 'received', beside: { contested: 1, answeredAt: null } });
  expect('solved' in again.appeal).toBe(false);
});
