import { describe, expect, test } from 'vitest';
import type { AppealEvent } from '../events.ts';
import { cityTime } from '../testing/city.ts';
import { counts, type Met } from './counting.ts';

const due = cityTime('2026-03-02 11:00');
const before = due - 1;
const after = due + 1;
/** Filed at nine, waiting for its first dispatch. */
const waiting: Met = {
  dispatchDue: due,
  firstDispatchedAt: null,
  offeredAt: null,
  ackDue: null,
  contactDue: null,
  contactedAt: null,
  finishDue: null,
  sendBacks: 0,
};
const dispatched: Met = { ...waiting, firstDispatchedAt: before };
const counted = (event: AppealEvent, at: number, met: Met) =>
  counts(event, at, met).map(({ measure, at: when, n }) => [measure, when, n]);

const answered: AppealEvent = { type: 'answered-at-once', data: {}, texts: { answer: '可在网上办理。' } };
const referred: AppealEvent = {
  type: 'referred',
  data: { reason: 'legal-route' },
  texts: { reason: '请依法提起诉讼。' },
};
const withdrawn: AppealEvent = { type: 'withdrawn', data: {} };
const classified = (dispatchDue: number): AppealEvent => ({
  type: 'classified',
  data: { matter: '010101', kind: 'help', urgency: 'urgent', dispatchDue },
});
const reopened: AppealEvent = { type: 'reopened', data: { dispatchDue: after } };

describe('the limit of the first dispatch', () => {
  test.each([
    ['answered at once', answered, [['answered', before, 1]]],
    ['referred', referred, [['answered', before, 1]]],
    ['withdrawn', withdrawn, []],
  ] as const)('%s before it comes: it is taken away again', (_, event, others) => {
    expect(counted(event, before, waiting)).toEqual([...others, ['dispatch-due', due, -1]]);
  });

  test.each([
    ['answered at once', answered],
    ['referred', referred],
    ['withdrawn', withdrawn],
  ] as const)('%s after it came: a breach stays a breach', (_, event) => {
    expect(counted(event, after, waiting).map(([measure]) => measure)).not.toContain('dispatch-due');
  });

  test.each([
    ['withdrawn', withdrawn],
    ['answered at once', answered],
    ['classified anew', classified(after)],
  ] as const)('%s after the first dispatch: it has been counted', (_, event) => {
    expect(counted(event, before, dispatched).map(([measure]) => measure)).not.toContain('dispatch-due');
  });

  test('moves with a change of urgency, unless it has come', () => {
    expect(counted(classified(due - 90 * 60_000), before, waiting)).toEqual([
      ['dispatch-due', due, -1],
      ['dispatch-due', due - 90 * 60_000, 1],
    ]);
    expect(counted(classified(due - 90 * 60_000), after, waiting)).toEqual([]);
  });

  test('comes anew with a reopening, where nobody has had it yet', () => {
    expect(counted(reopened, before, waiting)).toEqual([['dispatch-due', after, 1]]);
    expect(counted(reopened, before, dispatched)).toEqual([]);
  });
});
