import { describe, expect, test } from 'vitest';
import { day } from '../calendar/calendar.ts';
import { defaultSettings } from '../settings.ts';
import { system, units } from '../testing/city.ts';
import { attempt, command, filed, type History, walks } from '../testing/histories.ts';

const numberOf2 = '260302-00000002-0';
const soonDays = 7;
const repeatDays = 30;

/** What was closed, and an appeal filed so long after its answer, in ms. */
function after(gap: number, earlier: History = walks.closed(filed({ id: 2 }))): History {
  const answered = earlier.appeal.beside.answeredAt ?? earlier.appeal.beside.since;
  return { ...filed({ at: answered + gap }), master: earlier.appeal };
}
const noted = (history: History) => attempt(history, system, command('note-repeat', { of: numberOf2 }));
const isNoted = (history: History) => {
  const events = noted(history);
  return Array.isArray(events) && events.length > 0;
};

describe('what comes again after it was answered', () => {
  test('is noted with how many days it has been, soon or later', () => {
    const again = after(3 * day + 1);
    const { key, filedAt } = walks.closed(filed({ id: 2 })).appeal;
    const data = { cohort: key.cohort, of: key.id, ofFiledAt: filedAt, filedAt: again.appeal.filedAt };
    expect(noted(again)).toEqual([{ type: 'repeat-noted', data: { ...data, days: 3, soon: true } }]);
    const late = after(12 * day);
    expect(noted(late)).toEqual([
      { type: 'repeat-noted', data: { ...data, filedAt: late.appeal.filedAt, days: 12, soon: false } },
    ]);
  });

  test.each([
    ['in the same moment', 0, false],
    ['a moment later', 1, true],
    ['a moment before the shorter span ends', soonDays * day - 1, true],
    ['a moment before the longer span ends', repeatDays * day - 1, true],
    ['when the longer span has ended', repeatDays * day, false],
    ['before it was answered', -1, false],
  ])('%s', (_, gap, yes) => expect(isNoted(after(gap))).toBe(yes));

  test('within the span of its own version of the rules', () => {
    const sameEvent = { ...defaultSettings.sameEvent, repeatDays: 90 };
    const late = after(60 * day);
    expect(isNoted(late)).toBe(false);
    expect(isNoted({ ...late, settings: { ...defaultSettings, sameEvent } })).toBe(true);
  });

  test.each(['received', 'dispatched:working', 'referred', 'withdrawn', 'merged'] as const)(
    'not where nothing was answered: %s',
    (where) => expect(isNoted(after(day, walks[where](filed({ id: 3 }))))).toBe(false),
  );

  test.each(['answered-at-once', 'awaiting-rating', 'closed'] as const)('where it was: %s', (where) =>
    expect(isNoted(after(day, walks[where](filed({ id: 2 }))))).toBe(true),
  );

  test('never where one of the two is confidential or about a unit', () => {
    const earlier = walks.closed(filed({ id: 2 }));
    for (const kept of [{ confidential: true }, { accused: units.street }]) {
      const hidden = { ...earlier, appeal: { ...earlier.appeal, ...kept } };
      expect(isNoted(after(day, hidden))).toBe(false);
      const again = after(day, earlier);
      expect(isNoted({ ...again, appeal: { ...again.appeal, ...kept } })).toBe(false);
    }
  });

  test('where there is no such appeal nothing is noted', () =>
    expect(noted({ ...filed(), master: null })).toEqual([]));

  test('stands on what was answered too', () => {
    const earlier = walks.closed();
    const later = filed({ id: 2, at: (earlier.appeal.beside.answeredAt ?? 0) + 2 * day }).appeal;
    const given = command('note-recurred', { by: numberOf2 });
    expect(attempt({ ...earlier, master: later }, system, given)).toEqual([
      {
        type: 'recurred',
        data: { cohort: later.key.cohort, by: later.key.id, byFiledAt: later.filedAt, days: 2 },
      },
    ]);
  });
});
