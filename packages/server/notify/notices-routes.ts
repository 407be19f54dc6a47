import { notices, noticesRead, type Notices } from '@suban/domain/api-records.ts';
import { appealId, cohortOf } from '@suban/domain/ids.ts';
import { z } from 'zod';
import { iso, unitName } from '../appeal/names.ts';
import { readCursor, scopeOf, writeCursor } from '../appeal/read-cases.ts';
import { end, pageSize } from '../appeal/rows-store.ts';
import { numberOf } from '../appeal/run-command.ts';
import type { Who } from '../people/who.ts';
import type { Sql } from '../platform/database.ts';
import type { App } from '../platform/http.ts';
import type { Services } from '../platform/services.ts';
import { feedOf } from './feed.ts';
import { countUnread, type Feed, listNotices, markRead, type NoticeRow, readTo } from './notices-store.ts';

/** Beyond this many the page says “99+”. */
const mostCounted = 100;

/** 消息: what a person's unit is told of, newest first. */
export function noticeRoutes(app: App, services: Services, who: Who): void {
  app.get(
    '/api/desk/notices',
    {
      schema: {
        querystring: z.object({ cursor: z.string().max(200).optional() }),
        response: { 200: notices },
      },
    },
    async (request): Promise<Notices> => {
      const { actor } = await who.staff(request);
      const [, , before] = readCursor(request.query.cursor, end);
      const feed = feedOf(actor);
      return services.database.scoped(scopeOf(actor), async (tx) => {
        const rows = await listNotices(tx, feed, before, pageSize + 1);
        const read = await readTo(tx, actor.account);
        const page = rows.slice(0, pageSize);
        const last = page.at(-1);
        return {
          items: page.flatMap((row) => view(services, row, read)),
          unread: await unreadIn(tx, feed, read),
          next: rows.length > pageSize && last ? writeCursor([0, 0, last.id]) : null,
        };
      });
    },
  );

  app.post(
    '/api/desk/notices/read',
    {
      schema: {
        body: z.strictObject({ upTo: z.int().min(0) }),
        response: { 200: noticesRead },
      },
    },
    async (request) => {
      const { actor } = await who.staff(request);
      await markRead(services.database, actor.account, request.body.upTo);
      const read = await readTo(services.database, actor.account);
      return { unread: await unreadIn(services.database, feedOf(actor), read) };
    },
  );
}

async function unreadIn(sql: Sql, feed: Feed, read: number): Promise<Notices['unread']> {
  const count = await countUnread(sql, feed, read, mostCounted);
  return { count: Math.min(count, mostCounted - 1), more: count >= mostCounted };
}

/** None where the appeal, or the alert, is not to be seen any more. */
function view({ reference }: Services, row: NoticeRow, read: number): Notices['items'] {
  if (row.alert === null ? row.filed_at === null : row.event === null) return [];
  const key = { cohort: cohortOf(row.cohort), id: appealId(row.appeal) };
  return [
    {
      id: row.id,
      at: iso(row.at),
      what: row.what,
      detail: row.detail,
      number: row.filed_at === null ? null : numberOf(reference(), { key, filedAt: row.filed_at }),
      alert: row.alert,
      title: row.event ?? row.title ?? '',
      unit: unitName(reference(), row.about ?? row.unit),
      read: row.id <= read,
    },
  ];
}
