import type { Staff } from '@suban/domain/actors.ts';
import { sightOf } from '@suban/domain/access.ts';
import type { CaseRow, CaseView } from '@suban/domain/api.ts';
import { blindTo } from '@suban/domain/permissions.ts';
import { type AppealKey, appealId, cohortOf, parseNumber } from '@suban/domain/ids.ts';
import type { Scope, Tx } from '../platform/database.ts';
import { Problem } from '../platform/problem.ts';
import type { Services } from '../platform/services.ts';
import { readFollowers } from './followers-store.ts';
import { readHistory, readPerson, readSuggestions, staffNames } from './history-store.ts';
import { askedOf, type Cursor, end, optionsOf, start, titlesOf } from './rows-store.ts';
import type { KeyPage } from './walk-store.ts';
import { precedentsOf } from './precedents-store.ts';
import { loadAppeal, loadAppeals } from './store.ts';
import { rowView } from './row-view.ts';
import { caseView } from './views.ts';

/** Access by relation, in this one place: what a member of staff may see. @throws Problem `not-allowed` */
export function scopeOf(staff: Staff): Scope {
  const sight = sightOf(staff);
  if (sight === 'none') throw new Problem('not-allowed');
  if (sight === 'unit') return `unit:${staff.unit.id}`;
  const blind = blindTo(staff.unit);
  return blind.length === 0 ? 'all' : `all-but:${blind.join(',')}`;
}

/** @throws Problem `not-found` */
export function keyOf(number: string): AppealKey {
  const key = parseNumber(number);
  if (!key) throw new Problem('not-found');
  return key;
}

/** Lines of a list, in the order of their keys; what row-level security hides is left out. */
export async function readRows(
  services: Pick<Services, 'reference' | 'clock'>,
  tx: Tx,
  staff: Staff,
  rows: readonly { cohort: number; id: number }[],
): Promise<CaseRow[]> {
  const reference = services.reference();
  const now = services.clock();
  const keys = rows.map(({ cohort, id }) => ({ cohort: cohortOf(cohort), id: appealId(id) }));
  const titles = byKey(await titlesOf(tx, keys));
  const list = await loadAppeals(tx, reference, keys);
  const waiting = list.flatMap(({ appeal }) => (appeal.state === 'received' ? [appeal.key] : []));
  const options = byKey(waiting.length === 0 ? [] : await optionsOf(tx, waiting));
  const asking = list.flatMap(({ appeal }) => (appeal.order?.beside.asked ? [appeal.key] : []));
  const asked = byKey(asking.length === 0 ? [] : await askedOf(tx, asking));
  return list.map((loaded) => {
    const name = nameOf(loaded.appeal.key);
    const extra = {
      title: titles.get(name)?.title ?? null,
      options: options.get(name)?.options ?? [],
      askedAt: asked.get(name)?.at ?? null,
    };
    return rowView(reference, staff, loaded, extra, now);
  });
}

const nameOf = ({ cohort, id }: { cohort: number; id: number }) => `${cohort}/${id}`;
const byKey = <Row extends { cohort: number; id: number }>(rows: readonly Row[]): Map<string, Row> =>
  new Map(rows.map((row) => [nameOf(row), row]));

/** A page of rows and where the next begins. */
export async function readPage(
  services: Pick<Services, 'reference' | 'clock'>,
  tx: Tx,
  staff: Staff,
  { keys, next }: KeyPage,
): Promise<{ items: CaseRow[]; next: string | null }> {
  return { items: await readRows(services, tx, staff, keys), next: next && writeCursor(next) };
}

export const writeCursor = (cursor: Cursor): string => Buffer.from(cursor.join(':')).toString('base64url');

/** @throws Problem `bad-input` when it is no cursor of ours */
export function readCursor(text: string | undefined, first: Cursor): Cursor {
  if (text === undefined) return first;
  const parts = Buffer.from(text, 'base64url').toString().split(':').map(Number);
  const [sort, cohort, id] = parts;
  if (
    parts.length !== 3 ||
    sort === undefined ||
    cohort === undefined ||
    id === undefined ||
    !isPlace([sort, cohort, id])
  ) {
    throw new Problem('bad-input', [{ path: 'cursor', message: 'unknown cursor' }]);
  }
  return [sort, cohort, id];
}

/** Between the beginning and the end of every list: beyond them lies what the database's types cannot hold. */
const isPlace = (cursor: Cursor): boolean =>
  cursor.every((part, i) => Number.isSafeInteger(part) && part >= (start[i] ?? 0) && part <= (end[i] ?? 0));

/** @throws Problem `not-found`: none, or not this person's to see */
export async function readCase(services: Services, staff: Staff, number: string): Promise<CaseView> {
  const key = keyOf(number);
  const reference = services.reference();
  return services.database.scoped(scopeOf(staff), async (tx) => {
    const loaded = await loadAppeal(tx, reference, key);
    if (!loaded) throw new Problem('not-found');
    const history = await readHistory(tx, key);
    const accounts = [...new Set(history.flatMap((told) => (told.account === null ? [] : [told.account])))];
    const names = await staffNames(tx, accounts);
    const options = await readSuggestions(tx, key);
    // Before it is classified, what was decided about the matter it seems to be.
    const matter = loaded.appeal.matter ?? options[0]?.matter;
    const found = {
      loaded,
      history,
      names,
      options,
      person: await readPerson(tx, key),
      precedents: matter ? await precedentsOf(tx, matter, key) : [],
      followers: loaded.appeal.beside.followers > 0 ? await readFollowers(tx, key) : [],
    };
    return caseView(reference, services.crypto, staff, found, services.clock());
  });
}
