import { expect, test } from 'vitest';
import { asFiled } from './earlier-limits.ts';

const matter = {
  code: '010101',
  finishDays: { help: 3 },
  urgentHours: null,
  earlier: [
    { until: 100, finishDays: {}, urgentHours: 24 },
    { until: 200, finishDays: { help: 5 }, urgentHours: 2 },
  ],
};
test.each([
  [99, {}, 24],
  [100, { help: 5 }, 2],
  [199, { help: 5 }, 2],
  [200, { help: 3 }, null],
])('filed at %i', (filedAt, finishDays, urgentHours) =>
  expect(asFiled(matter, filedAt)).toEqual({ ...matter, finishDays, urgentHours }),
);
