import type { Account, ChangeLog, MatterList, UnitList, UnitOne } from '@suban/domain/api-reference.ts';
import type { ReferenceList } from '@suban/domain/reference/entries.ts';
import { functionsOf } from '@suban/domain/reference/matter-rules.ts';
import type { StaffRole } from '@suban/domain/roles.ts';
import { unitLevels } from '@suban/domain/units.ts';
import { iso, matterName, unitName } from '../appeal/names.ts';
import { pageSize } from '../appeal/rows-store.ts';
import { Problem } from '../platform/problem.ts';
import type { Services } from '../platform/services.ts';
import { findAccount, searchAccounts, type Listed, listAccountNames } from './accounts-store.ts';
import { itemRow } from './change-views.ts';
import { mattersBelow, mattersByCode } from './matters-store.ts';
import { itemsOf, listChanges, listChangesOf } from './reference-change-store.ts';
import { everyUnit, type Reference, trailOf, type Unit } from './reference-store.ts';
import { burdensOf, leadersOf, unitsBelow, unitsByCode } from './units-store.ts';

/** A search is narrowed by typing on. */
const mostFound = 50;
/** Of a change of a whole catalogue the rest is counted. */
const itemsShown = 20;

const matches = (q: string, ...fields: readonly string[]) =>
  fields.some((field) => field.toLowerCase().includes(q.trim().toLowerCase()));

const trailsOf = (reference: Reference, unit: Unit | undefined) => ({
  trail: unit ? trailOf(reference, unit) : '',
  trailEn: unit ? trailOf(reference, unit, true) : '',
});

/** Units below one, or those a search finds, closed ones too. Found in memory, read from the table: what is shown is the latest. */
export async function pageOfUnits(
  services: Services,
  { q, parent }: { readonly q: string; readonly parent?: string | undefined },
): Promise<UnitList> {
  const sql = services.database.owner;
  const reference = services.reference();
  const byCode = new Map(everyUnit(reference).map((unit) => [unit.code, unit]));
  const row = <R extends { key: string }>(kept: R) => {
    const unit = byCode.get(kept.key);
    return { ...kept, id: unit?.id ?? 0, ...trailsOf(reference, unit) };
  };
  if (q.trim() === '') return { items: (await unitsBelow(sql, parent ?? null)).map(row), more: false };
  const found = everyUnit(reference).filter(({ name, nameEn, code }) => matches(q, name, nameEn, code));
  const codes = found.slice(0, mostFound).map(({ code }) => code);
  const rows = await unitsByCode(sql, codes);
  return { items: rows.map((kept) => row({ ...kept, below: 0 })), more: found.length > mostFound };
}

/** @throws Problem `not-found` */
export async function readUnit(services: Services, key: string): Promise<UnitOne> {
  const sql = services.database.owner;
  const [[kept], burdens, leaders] = await Promise.all([
    unitsByCode(sql, [key]),
    burdensOf(sql, [key]),
    leadersOf(sql, key),
  ]);
  const burden = burdens.get(key);
  if (!kept || !burden) throw new Problem('not-found');
  const reference = services.reference();
  const unit = everyUnit(reference).find(({ code }) => code === key);
  const { accounts, work } = burden;
  return { ...kept, id: unit?.id ?? 0, ...trailsOf(reference, unit), below: 0, leaders, accounts, work };
}

/** Entries of the catalogue below one, one alone, or those a search finds; closed ones too. */
export async function pageOfMatters(
  services: Services,
  {
    q,
    parent,
    key,
  }: { readonly q: string; readonly parent?: string | undefined; readonly key?: string | undefined },
): Promise<MatterList> {
  const sql = services.database.owner;
  const reference = services.reference();
  const { units, matters, former } = reference;
  const found =
    q.trim() === ''
      ? []
      : [...matters.values(), ...former.matters.values()].filter((matter) =>
          matches(q, matter.name, matter.nameEn, matter.code, ...matter.keywords),
        );
  const codes = found.slice(0, mostFound).map(({ code }) => code);
  const rows =
    key !== undefined
      ? await mattersByCode(sql, [key])
      : q.trim() === ''
        ? await mattersBelow(sql, parent ?? null)
        : await mattersByCode(sql, codes);
  return {
    items: rows.map((kept) => {
      const { trail = '', trailEn = '' } = matterName(reference, kept.key) ?? {};
      return { ...kept, trail, trailEn };
    }),
    more: found.length > mostFound,
    functions: functionsIn([...units.values()]),
  };
}

function functionsIn(units: readonly Reference['centre'][]): MatterList['functions'] {
  const all = [...functionsOf(units.map((unit) => ({ ...unit, active: true })))].map((each) =>
    each.split('@'),
  );
  const highest = new Map<string, { name: string; nameEn: string }>();
  const ranked = units.toSorted((a, b) => unitLevels.indexOf(a.level) - unitLevels.indexOf(b.level));
  for (const { function: work, name, nameEn } of ranked)
    if (work !== null && !highest.has(work)) highest.set(work, { name, nameEn });
  const byName = Map.groupBy(all, ([name = '']) => name);
  return [...byName]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, list]) => ({
      name,
      levels: unitLevels.filter((level) => list.some(([, at]) => at === level)),
      unit: highest.get(name) ?? null,
    }));
}

type AccountQuery = {
  readonly q: string;
  readonly unit?: string | undefined;
  readonly role?: StaffRole | undefined;
  readonly cursor?: string | undefined;
  readonly key?: string | undefined;
};

/** Accounts page by page in the order of their user names, or one alone. */
export async function pageOfAccounts(services: Services, query: AccountQuery) {
  const sql = services.database.owner;
  const reference = services.reference();
  const { q, unit: code, role = null, cursor, key } = query;
  const row = (listed: Listed): Account => {
    const { name, nameEn, roles, active, unit } = listed.entry;
    return {
      username: listed.key,
      name,
      nameEn,
      unit: unitName(reference, listed.unit),
      roles: [...roles],
      active,
      changed: listed.changed,
      unitCode: unit,
      activated: listed.activated,
      until: listed.until === null || listed.until <= services.clock() ? null : iso(listed.until),
    };
  };
  if (key !== undefined) {
    const found = await findAccount(sql, key);
    return { items: found ? [row(found)] : [], next: null };
  }
  const unit = code === undefined ? null : (everyUnit(reference).find((each) => each.code === code)?.id ?? 0);
  // PostgreSQL's text holds no NUL: nothing begins with it, or comes after it.
  if ([q, cursor ?? ''].some((text) => text.includes('\0'))) return { items: [], next: null };
  const rows = await searchAccounts(sql, { q: q.trim(), unit, role, after: cursor ?? '' }, pageSize + 1);
  const page = rows.slice(0, pageSize);
  return { items: page.map(row), next: rows.length > pageSize ? (page.at(-1)?.key ?? null) : null };
}

type Reading = { readonly lists: readonly ReferenceList[]; readonly mine: (list: ReferenceList) => boolean };
type ChangeQuery = {
  readonly list?: ReferenceList | undefined;
  readonly key?: string | undefined;
  readonly before?: number | undefined;
};

/** Who changed what, newest first. @throws Problem `not-allowed` for a list that is not the reader's */
export async function pageOfChanges(
  services: Services,
  { lists, mine }: Reading,
  { list, key, before = Number.MAX_SAFE_INTEGER }: ChangeQuery,
): Promise<ChangeLog> {
  const sql = services.database.owner;
  if (list !== undefined && !lists.includes(list)) throw new Problem('not-allowed');
  const rows =
    list !== undefined && key !== undefined
      ? await listChangesOf(sql, list, key, before, pageSize + 1)
      : await listChanges(sql, list === undefined ? lists : [list], before, pageSize + 1);
  const page = rows.slice(0, pageSize);
  const items = Map.groupBy(
    await itemsOf(
      sql,
      page.map(({ id }) => id),
      itemsShown,
    ),
    ({ change }) => change,
  );
  const named = await namesOf(services, page, items);
  return {
    items: page.map(({ id, list: of, at, name, nameEn, why, undoes, undoneBy, items: count }) => ({
      id,
      list: of,
      at: iso(at),
      by: { name, nameEn },
      why,
      undoes,
      undoneBy,
      count,
      items: (items.get(id) ?? []).map((item) => itemRow(item, named(of, item.key))),
      mayUndo: mine(of),
    })),
    next: rows.length > pageSize ? (page.at(-1)?.id ?? null) : null,
  };
}

/** What the entries of some changes are called now. */
async function namesOf(
  services: Services,
  changes: readonly { readonly id: number; readonly list: ReferenceList }[],
  items: ReadonlyMap<number, readonly { readonly key: string }[]>,
) {
  const reference = services.reference();
  const usernames = changes.flatMap(({ id, list }) =>
    list === 'account' ? (items.get(id) ?? []).map(({ key }) => key) : [],
  );
  const people = new Map(
    (await listAccountNames(services.database.owner, usernames)).map((row) => [row.key, row]),
  );
  const units = new Map(everyUnit(reference).map((unit) => [unit.code, unit]));
  const { matters, former } = reference;
  return (list: ReferenceList, key: string): { name: string; nameEn: string } => {
    const found =
      list === 'account'
        ? people.get(key)
        : list === 'unit'
          ? units.get(key)
          : (matters.get(key) ?? former.matters.get(key));
    return { name: found?.name ?? key, nameEn: found?.nameEn ?? key };
  };
}
