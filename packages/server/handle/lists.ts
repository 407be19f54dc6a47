import { sightOf } from '@suban/domain/access.ts';
import type { Staff } from '@suban/domain/actors.ts';
import type { Queue } from '@suban/domain/api.ts';
import type { DeskFilter, DeskPage } from '@suban/domain/api-desk.ts';
import { parseNumber } from '@suban/domain/ids.ts';
import { queryTokens } from '@suban/text/tokens.ts';
import { readCursor, readPage, readRows, scopeOf, writeCursor } from '../appeal/read-cases.ts';
import { type KeyRow, pageSize, queueKeys, type QueueOf, start } from '../appeal/rows-store.ts';
import { searchKeys } from '../appeal/search-store.ts';
import { wholePage } from '../appeal/walk-store.ts';
import type { Tx } from '../platform/database.ts';
import type { Services } from '../platform/services.ts';
import { fittingKeys } from './filters-store.ts';
import { namedIn, narrowedBy } from './narrow.ts';

/** How many cases of a queue a filter looks through a request: what it costs is the same in every city. */
const window = { city: 40, unit: 9 };
/** How many of those found by words. */
const searchWindow = { city: 34, unit: 10 };

/** One's own unit's, or the centre's whose work one does. */
export const queueOf = (services: Services, actor: Staff, queue: Queue): QueueOf => ({
  unit: queue === 'about-centre' ? services.reference().centre.id : actor.unit.id,
  seesAll: sightOf(actor) === 'all',
  partlyBlind: scopeOf(actor).startsWith('all-but:'),
});

/** A page of a queue, the most urgent first. */
export async function readQueue(
  services: Services,
  actor: Staff,
  queue: Queue,
  { cursor, ...filter }: DeskFilter & { cursor?: string | undefined },
): Promise<DeskPage> {
  const from = readCursor(cursor, start);
  const narrowed = narrowedBy(services.reference(), filter);
  const of = queueOf(services, actor, queue);
  const most = window[of.seesAll ? 'city' : 'unit'];
  return services.database.scoped(scopeOf(actor), async (tx) => {
    if (!narrowed) {
      const keys = wholePage(await queueKeys(tx, queue, of, from));
      return { ...(await readPage(services, tx, actor, keys)), named: {} };
    }
    const keys = await queueKeys(tx, queue, of, from, most);
    const fitting = await fittingKeys(tx, keys, narrowed);
    const page = fitting.slice(0, pageSize);
    const last = fitting.length > pageSize ? page.at(-1) : keys.length < most ? undefined : keys.at(-1);
    return {
      items: await readRows(services, tx, actor, page),
      next: last ? writeCursor([last.sort, last.cohort, last.id]) : null,
      named: namedIn(services.reference(), filter),
    };
  });
}

/**
 * By number, or by words: the newest of those one may see, at most `searchLimit`.
 * @param cursor how many of those found were looked at before
 */
export async function search(
  services: Services,
  actor: Staff,
  { q, cursor = 0, ...filter }: DeskFilter & { q: string; cursor?: number | undefined },
): Promise<DeskPage> {
  const narrowed = narrowedBy(services.reference(), filter);
  const most = narrowed ? searchWindow[sightOf(actor) === 'all' ? 'city' : 'unit'] : pageSize;
  return services.database.scoped(scopeOf(actor), async (tx) => {
    const keys = await found(tx, actor, q);
    const looked = keys.slice(cursor, cursor + most);
    const fitting = narrowed ? await fittingKeys(tx, looked, narrowed) : looked;
    const page = fitting.slice(0, pageSize);
    const last = fitting.length > pageSize ? page.at(-1) : looked.at(-1);
    const next = last ? keys.indexOf(last) + 1 : keys.length;
    return {
      items: await readRows(services, tx, actor, page),
      next: next < keys.length ? String(next) : null,
      named: namedIn(services.reference(), filter),
    };
  });
}

async function found(tx: Tx, actor: Staff, q: string): Promise<Pick<KeyRow, 'cohort' | 'id'>[]> {
  const key = parseNumber(q);
  if (key) return [key];
  const words = queryTokens(q);
  return words.length === 0 ? [] : searchKeys(tx, words, sightOf(actor) === 'all' ? null : actor.unit.id);
}
