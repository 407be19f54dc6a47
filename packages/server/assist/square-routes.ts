import { sections, squarePage as squareShape } from '@suban/domain/api-square.ts';
import { z } from 'zod';
import { readCursor, writeCursor } from '../appeal/read-cases.ts';
import { end } from '../appeal/rows-store.ts';
import type { App } from '../platform/http.ts';
import type { Services } from '../platform/services.ts';
import { squareItem } from './square.ts';
import { squarePage, squareRows } from './square-store.ts';

const query = z.object({
  /** A district or a subdistrict. */
  area: z.coerce.number().int().positive().optional(),
  section: z.string().max(20).optional(),
  cursor: z.string().max(200).optional(),
});

/** 公开广场, for anybody. */
export function squareRoutes(app: App, services: Services): void {
  app.get(
    '/api/square',
    { schema: { querystring: query, response: { 200: squareShape } } },
    async (request) => {
      const reference = services.reference();
      const { area, section = null, cursor } = request.query;
      const unit = area === undefined ? undefined : reference.units.get(area);
      // A place that is none has nothing to show.
      if (area !== undefined && !unit) return { items: [], next: null };
      const filter = {
        district: unit?.level === 'district' ? unit.id : null,
        area: unit && unit.level !== 'district' ? unit.id : null,
        section,
      };
      const rows = await services.database.scoped('all', (tx) =>
        squareRows(tx, filter, readCursor(cursor, end)),
      );
      const page = rows.slice(0, squarePage);
      const last = page.at(-1);
      return {
        items: page.flatMap((row) => squareItem(reference, row) ?? []),
        next: rows.length > squarePage && last ? writeCursor([last.sort, last.cohort, last.id]) : null,
      };
    },
  );

  app.get('/api/square/sections', { schema: { response: { 200: sections } } }, () => ({
    items: [...services.reference().matters.values()]
      .filter(({ level }) => level === 1)
      .map(({ code, name, nameEn }) => ({ code, name, nameEn })),
  }));
}
