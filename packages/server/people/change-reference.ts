import type { ChangePreview } from '@suban/domain/api-reference.ts';
import type { Keeper } from '@suban/domain/reference/account-rules.ts';
import { type ChangeItem, itemOf, same, undone, whatOf } from '@suban/domain/reference/changes.ts';
import { type EntryOf, entrySchemas, type ReferenceList } from '@suban/domain/reference/entries.ts';
import { countTo, type Fault } from '@suban/domain/reference/faults.ts';
import type { Sql, Tx } from '../platform/database.ts';
import { Problem } from '../platform/problem.ts';
import type { Services } from '../platform/services.ts';
import { issuedBy, openFor } from './activation.ts';
import { itemRow } from './change-views.ts';
import type { Kept } from './kept.ts';
import { keepers } from './keepers.ts';
import {
  addChange,
  changeOf,
  findChange,
  itemsOf,
  itemsSince,
  lockReference,
} from './reference-change-store.ts';
import { bumpReference } from './reference-store.ts';
import { latestVersion } from './settings-store.ts';
import { settingsOfVersion } from './save-settings.ts';

export type Edit<L extends ReferenceList> = {
  readonly key: string;
  /** The entry's last change when it was read; null: there was no such entry. */
  readonly base: number | null;
  readonly entry: EntryOf[L];
};
type Plan<L extends ReferenceList> = {
  readonly list: L;
  readonly items: readonly ChangeItem[];
  /** The entries changed, as they will be. */
  readonly rows: readonly { readonly key: string; readonly entry: EntryOf[L]; readonly added: boolean }[];
  readonly entries: ReadonlyMap<string, EntryOf[L]>;
};

/** Who reads a longer list would miss its end. */
const mostShown = 200;
const mostTouched = 20;
const mostFaults = 100;

/**
 * What edits would change, by the list's rules.
 * @throws Problem `changed-meanwhile` with the fields, `change-refused` with a code for each field, `change-same`,
 * `not-allowed`, `not-found`
 */
async function plan<L extends ReferenceList>(
  sql: Sql,
  services: Pick<Services, 'clock'>,
  keeper: Keeper,
  list: L,
  edits: readonly Edit<L>[],
): Promise<Plan<L>> {
  const own = keepers[list];
  const kept = new Map(
    (
      await own.load(
        sql,
        edits.map(({ key }) => key),
      )
    ).map((each) => [each.key, each]),
  );
  refuse(twiceNamed(edits));
  await checkBases(sql, list, edits, kept);
  const before = new Map([...kept].map(([key, { entry }]) => [key, entry]));
  const changed = edits.filter(({ key, entry }) => !same(before.get(key), entry));
  if (changed.length === 0) throw new Problem('change-same');
  const after = new Map([...before, ...changed.map(({ key, entry }) => [key, entry] as const)]);
  const change = { before, after };
  if (!own.may(keeper, change)) throw new Problem('not-allowed');
  const settings = await settingsOfVersion(sql, (await latestVersion(sql)).version);
  refuse(await own.faults(sql, keeper, change, settings));
  const rows = changed.map(({ key, entry }) => ({ key, entry, added: !before.has(key) }));
  const items = rows.flatMap(({ key, entry }) => itemOf(key, before.get(key) ?? null, entry) ?? []);
  return { list, items, rows, entries: after };
}

function refuse(faults: readonly Fault[]): void {
  if (faults.length === 0) return;
  throw new Problem(
    'change-refused',
    faults.slice(0, mostFaults).map(({ key, field, code, count }) => ({
      path: `${key}/${field}`,
      message: count === undefined ? code : `${code} ${count}${count >= countTo ? '+' : ''}`,
    })),
  );
}

const twiceNamed = (edits: readonly { readonly key: string }[]): Fault[] =>
  [...Map.groupBy(edits, ({ key }) => key)].flatMap(([key, all]) =>
    all.length > 1 ? [{ key, field: 'key', code: 'twice' as const }] : [],
  );

/** Who has not seen an entry's latest change overwrites nothing, and is told what was changed and by whom. */
async function checkBases(
  sql: Sql,
  list: ReferenceList,
  edits: readonly { readonly key: string; readonly base: number | null }[],
  kept: ReadonlyMap<string, Kept<unknown>>,
): Promise<void> {
  const stale = edits.filter(({ key, base }) => base !== (kept.get(key)?.changed ?? null));
  refuse(
    stale.flatMap(({ key, base }) =>
      base === null ? [{ key, field: 'key', code: 'key-taken' as const }] : [],
    ),
  );
  if (stale.some(({ key }) => !kept.has(key))) throw new Problem('not-found');
  const changes = await Promise.all(
    stale.slice(0, mostFaults).map(async ({ key, base }) => {
      const items = await itemsSince(sql, list, key, base ?? 0);
      return items.flatMap(({ after, name }) =>
        Object.keys(after).map((field) => ({ path: `${key}/${field}`, message: name })),
      );
    }),
  );
  if (stale.length > 0) throw new Problem('changed-meanwhile', changes.flat().slice(0, mostFaults));
}

async function previewOf<L extends ReferenceList>(
  sql: Sql,
  { list, items, rows, entries }: Plan<L>,
): Promise<ChangePreview> {
  const counts = { added: 0, changed: 0, retired: 0, restored: 0 };
  for (const item of items) counts[whatOf(item)] += 1;
  const old = rows.filter(({ added }) => !added).slice(0, mostTouched);
  const touched = await keepers[list].touches(
    sql,
    old.map(({ key }) => key),
  );
  const named = (key: string) => {
    const { name = key, nameEn = key } = entries.get(key) ?? {};
    return { name, nameEn };
  };
  return {
    list,
    counts,
    items: items.slice(0, mostShown).map((item) => itemRow(item, named(item.key))),
    touches: touched
      .filter(({ open }) => open > 0)
      .map(({ key, open, among }) => ({ key, ...named(key), open, among })),
  };
}

/** What edits would change; nothing is written. @throws Problem as publishing does */
export async function previewChange<L extends ReferenceList>(
  services: Services,
  keeper: Keeper,
  list: L,
  edits: readonly Edit<L>[],
): Promise<ChangePreview> {
  const sql = services.database.owner;
  return previewOf(sql, await plan(sql, services, keeper, list, edits));
}

export type Publishing = { readonly requestId: string; readonly why: string };
type By = Keeper & { readonly account: string };

/**
 * Makes a change, all of it or nothing, and writes it down; every process has it within seconds.
 * @throws Problem as `plan` does; `request-id-reused`
 */
export async function publishChange<L extends ReferenceList>(
  services: Services,
  by: By,
  list: L,
  { edits, ...asked }: Publishing & { readonly edits: readonly Edit<L>[] },
) {
  return publish(services, by, list, asked, null, () => Promise.resolve(edits));
}

/** Takes a change back by a new one. @throws Problem as publishing does; `undo-conflict` with the fields changed since */
export async function undoChange(services: Services, by: By, id: number, asked: Publishing) {
  const found = await findChange(services.database.owner, id);
  if (!found) throw new Problem('not-found');
  return publish(services, by, found.list, asked, id, (tx) => editsToUndo(tx, found.list, id, found.items));
}

/** What taking a change back would change. @throws Problem as taking it back does */
export async function previewUndo(services: Services, keeper: Keeper, id: number): Promise<ChangePreview> {
  const sql = services.database.owner;
  const found = await findChange(sql, id);
  if (!found) throw new Problem('not-found');
  return previewChange(services, keeper, found.list, await editsToUndo(sql, found.list, id, found.items));
}

async function publish<L extends ReferenceList>(
  services: Services,
  by: By,
  list: L,
  { requestId: request, why }: Publishing,
  undoes: number | null,
  editsIn: (tx: Tx) => Promise<readonly Edit<L>[]>,
) {
  const at = services.clock();
  const done = await services.database.owner.transaction(async (tx) => {
    await lockReference(tx);
    const made = await changeOf(tx, request);
    if (made) {
      if (made.account !== by.account || made.list !== list) throw new Problem('request-id-reused');
      const added = (await itemsOf(tx, [made.id], mostAdded)).filter(({ before }) => before === null);
      return { change: made.id, added: list === 'account' ? added.map(({ key }) => key) : [] };
    }
    const { items, rows } = await plan(tx, services, by, list, await editsIn(tx));
    const change = await addChange(tx, { list, at, account: by.account, why, request, undoes, items });
    await keepers[list].write(tx, { id: change, at }, rows);
    await bumpReference(tx);
    const added = rows.flatMap(({ key, added: isNew }) => (isNew && list === 'account' ? [key] : []));
    await openFor(services, tx, request, added);
    return { change, added };
  });
  const { change, added } = done;
  services.live.staffChanged();
  await services.renewReference();
  return { change, activations: await issuedBy(services, request, added) };
}
/** No request adds more accounts. */
const mostAdded = 500;

/** The entries of a change as they would be without it. @throws Problem `undo-conflict` */
async function editsToUndo<L extends ReferenceList>(
  sql: Sql,
  list: L,
  id: number,
  count: number,
): Promise<Edit<L>[]> {
  const items = await itemsOf(sql, [id], count);
  const kept = new Map(
    (
      await keepers[list].load(
        sql,
        items.map(({ key }) => key),
      )
    ).map((row) => [row.key, row]),
  );
  const conflicts: { path: string; message: string }[] = [];
  const edits = items.flatMap((item): Edit<L>[] => {
    const row = kept.get(item.key);
    const result = row ? undone(item, row.entry) : { conflicts: ['key'] };
    if ('conflicts' in result) {
      conflicts.push(
        ...result.conflicts.map((field) => ({ path: `${item.key}/${field}`, message: 'changed-since' })),
      );
      return [];
    }
    // The shape is the list's own; an older release's may lack a field of today.
    const entry = entrySchemas[list].safeParse(result.entry);
    if (entry.success && row) return [{ key: item.key, base: row.changed, entry: entry.data as EntryOf[L] }];
    conflicts.push({ path: `${item.key}/key`, message: 'changed-since' });
    return [];
  });
  if (conflicts.length > 0) throw new Problem('undo-conflict', conflicts.slice(0, mostFaults));
  return edits;
}
