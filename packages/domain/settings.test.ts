import { expect, test } from 'vitest';
import { day, hour } from './calendar/calendar.ts';
import { defaultSettings } from './settings.ts';
import { citizen, staff, units } from './testing/city.ts';
import { at, attempt, command, filed, step, steps, walks } from './testing/histories.ts';

const text = '请核实处理。';
const minute = 60_000;
const sendBack = command('send-back', { legalBasis: text, text, suggestedUnit: units.urban.id });
const accepted = (decision: ReturnType<typeof attempt>) => Array.isArray(decision);

test('a changed setting is followed: the rules hold no limit of their own', () => {
  const settings = {
    ...defaultSettings,
    dispatchMinutes: { urgent: 5, ordinary: 10 },
    sendBackDays: 2,
    urgeEveryHours: 1,
    unhappyStars: 4,
  };
  const history = filed({ settings });
  expect(history.appeal.dispatchDue).toBe(history.now + 10 * minute);
  expect(accepted(attempt(steps.dispatch(history), staff('receiver', units.street), sendBack, 2 * day))).toBe(
    true,
  );
  expect(
    accepted(attempt(step(history, citizen, command('urge', {})), citizen, command('urge', {}), hour)),
  ).toBe(true);
  const fair = command('evaluate', { solved: true, stars: { speed: 4, effect: 4, service: 4, feedback: 4 } });
  expect(at(step(walks['awaiting-rating'](history), citizen, fair))).toBe('dispatched:offered');
});
