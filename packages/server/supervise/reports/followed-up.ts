import { sightOf } from '@suban/domain/access.ts';
import type { Staff } from '@suban/domain/actors.ts';
import type { Report } from '@suban/domain/api-reports.ts';
import { parseNumber } from '@suban/domain/ids.ts';
import type { ReportPeriod } from '@suban/domain/indicators/periods.ts';
import { iso, unitName } from '../../appeal/names.ts';
import { readRows, scopeOf } from '../../appeal/read-cases.ts';
import { end } from '../../appeal/rows-store.ts';
import { countedKeys } from '../../figures/counted-store.ts';
import type { Services } from '../../platform/services.ts';
import { followUpsOpened } from './report-store.ts';

/** What was followed up in a period, the latest first: a page of them, the rest is a click away. */
export function followedUp(
  services: Services,
  reader: Staff,
  { from, to }: ReportPeriod,
): Promise<Report['followUps']> {
  const reference = services.reference();
  return services.database.scoped(scopeOf(reader), async (tx) => {
    const scoped = sightOf(reader) !== 'all';
    const { keys, next } = await countedKeys(tx, 'followed-up', { from, to }, [], end, scoped);
    const opened = await followUpsOpened(tx, keys, from, to);
    const rows = await readRows(services, tx, reader, opened);
    const items = rows.flatMap(({ number, title, state }) => {
      const key = parseNumber(number);
      const one = opened.find(({ cohort, id }) => cohort === key?.cohort && id === key.id);
      if (!one) return [];
      const unit = one.unit === null ? null : unitName(reference, one.unit);
      return [
        { number, title, unit, openedAt: iso(one.at), cause: one.cause, circular: one.circular, state },
      ];
    });
    return { items, more: next !== null };
  });
}
