import { exclusions } from '@suban/domain/api-exclusions.ts';
import { appealId, cohortOf } from '@suban/domain/ids.ts';
import { z } from 'zod';
import { iso, matterName, unitName } from '../appeal/names.ts';
import { numberOf } from '../appeal/run-command.ts';
import { listExclusions } from '../figures/exclusions-store.ts';
import type { App } from '../platform/http.ts';
import { Problem } from '../platform/problem.ts';
import type { Services } from '../platform/services.ts';

const pageSize = 30;
type After = readonly [number, number, number, number];
const newest: After = [8_640_000_000_000_000 - 1, 999_999, Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER];

/** Anyone may read what is left out of the units' indicators, the newest first (RULEBOOK §8). */
export function exclusionRoutes(app: App, services: Pick<Services, 'database' | 'reference'>): void {
  const querystring = z.object({ cursor: z.string().max(200).optional() });
  app.get(
    '/api/exclusions',
    { schema: { querystring, response: { 200: exclusions } } },
    async ({ query }) => {
      const after = query.cursor === undefined ? newest : readCursor(query.cursor);
      // What is published holds nothing of anybody; row-level security is asked only which of it is confidential.
      const rows = await services.database.scoped('all', (tx) => listExclusions(tx, after, pageSize + 1));
      const reference = services.reference();
      const shown = rows.slice(0, pageSize);
      const last = rows.length > pageSize ? shown.at(-1) : undefined;
      return {
        items: shown.map((row) => {
          const key = { cohort: cohortOf(row.cohort), id: appealId(row.appeal) };
          return {
            number: row.confidential ? null : numberOf(reference, { key, filedAt: row.filed_at }),
            matter: row.confidential ? null : matterName(reference, row.matter),
            unit: unitName(reference, row.unit),
            reason: row.reason,
            grantedAt: iso(row.granted_at),
          };
        }),
        next: last ? [last.granted_at, last.cohort, last.appeal, last.unit].join('.') : null,
      };
    },
  );
}

const unknownCursor = () => new Problem('bad-input', [{ path: 'cursor', message: 'unknown cursor' }]);

/** @throws Problem `bad-input` when it is none */
function readCursor(text: string): After {
  const parts = text.split('.').map(Number);
  const [at, cohort, id, unit] = parts;
  const fits = parts.length === 4 && parts.every((part) => Number.isSafeInteger(part) && part >= 0);
  if (!fits || at === undefined || cohort === undefined || id === undefined || unit === undefined)
    throw unknownCursor();
  if (at > newest[0] || cohort > newest[1]) throw unknownCursor();
  return [at, cohort, id, unit];
}
