import { day } from '@suban/domain/calendar/calendar.ts';
import { describe, expect, test } from 'vitest';
import { runWorkers } from '../../city.ts';
import { verify } from '../../appeal/verify.ts';
import { createTestCity } from '../../testing/test-city.ts';
import { peopleOf } from '../seed-histories.ts';
import { auditSteps } from './audit.ts';
import { simulate, stride } from './simulate.ts';
import { settleCity } from './settle.ts';

const slow = 240_000;

describe('a city on a virtual clock', () => {
  test(
    'ends with the record equal to its events, nothing stuck, each automatic step taken once and in time',
    async () => {
      let now = Date.parse('2025-12-01T00:00:00+08:00');
      const city = await createTestCity({ at: () => now });
      const workers = await runWorkers(city.services, city.url, { sweep: false });
      try {
        const { services } = city;
        const people = await peopleOf(services);
        const result = await simulate(services, people, {
          appeals: 60,
          seed: 7,
          months: 1,
          clock: {
            now: () => now,
            set: (at) => {
              now = at;
            },
          },
          settle: () => settleCity(services),
        });
        expect(result.filed).toBe(60);
        expect(await verify(services)).toMatchObject({ appeals: 60, faults: [] });
        const audit = await auditSteps(services, 2 * stride, now);
        expect(audit).toMatchObject({ stuck: [], missed: [], twice: [] });
        expect(Object.keys(audit.steps).length).toBeGreaterThan(6);
        expect(now).toBeGreaterThan(Date.parse('2026-01-01T00:00:00+08:00') - 5 * day);
      } finally {
        await workers.stop();
        await city.close();
      }
    },
    slow,
  );
});
