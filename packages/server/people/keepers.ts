import { randomUUID } from 'node:crypto';
import { accountFaults, type Keeper, mayKeep } from '@suban/domain/reference/account-rules.ts';
import type { EntryOf, ReferenceList } from '@suban/domain/reference/entries.ts';
import { type Change, editedKeys, type Fault } from '@suban/domain/reference/faults.ts';
import { functionsOf, matterFaults } from '@suban/domain/reference/matter-rules.ts';
import { unitFaults } from '@suban/domain/reference/unit-rules.ts';
import type { Settings } from '@suban/domain/settings.ts';
import type { Sql, Tx } from '../platform/database.ts';
import { staffChannel } from '../platform/noticed.ts';
import { accountsFor, tellStaffChanged, writeAccounts } from './accounts-store.ts';
import type { Kept } from './kept.ts';
import { allMatters, demandByFunction, openAmong, writeMatters } from './matters-store.ts';
import { allUnits, burdensOf, writeUnits } from './units-store.ts';

type Row<L extends ReferenceList> = {
  readonly key: string;
  readonly entry: EntryOf[L];
  readonly added: boolean;
};
/** A change as it was written down; `at` in ms. */
type Made = { readonly id: number; readonly at: number };
export type Touched = { readonly key: string; readonly open: number; readonly among: number };

/** What differs between the three lists: what a change must be looked at with, who may make it, and how it is written. */
export type ListKeeper<L extends ReferenceList> = {
  /** The whole list, or as much of it as the rules look at. */
  load(sql: Sql, keys: readonly string[]): Promise<Kept<EntryOf[L]>[]>;
  may(keeper: Keeper, change: Change<EntryOf[L]>): boolean;
  faults(sql: Sql, keeper: Keeper, change: Change<EntryOf[L]>, settings: Settings): Promise<Fault[]>;
  write(tx: Tx, change: Made, rows: readonly Row<L>[]): Promise<void>;
  /** What is under way where the change falls. */
  touches(sql: Sql, keys: readonly string[]): Promise<Touched[]>;
};

const keepsHouse = ({ roles }: Keeper): boolean => roles.includes('system-admin');
/** A matter's open cases are looked for among so many of its newest: older ones are hardly ever open. */
const newest = 1000;

export const keepers: { readonly [L in ReferenceList]: ListKeeper<L> } = {
  unit: {
    load: (sql) => allUnits(sql),
    may: keepsHouse,
    async faults(sql, _keeper, change) {
      const known = editedKeys(change).filter((key) => change.before.has(key));
      return unitFaults(change, await burdensOf(sql, known), await demandByFunction(sql));
    },
    async write(tx, { id }, rows) {
      await writeUnits(tx, id, rows);
      // A person is remembered with their unit.
      await tellStaffChanged(tx, staffChannel, []);
    },
    async touches(sql, keys) {
      const burdens = await burdensOf(sql, keys);
      return [...burdens].map(([key, { work }]) => ({ key, open: work, among: 0 }));
    },
  },
  account: {
    load: accountsFor,
    may: mayKeep,
    async faults(sql, keeper, change) {
      const units = (await allUnits(sql)).filter(({ entry }) => entry.active);
      return accountFaults(keeper, change, new Set(units.map(({ key }) => key)));
    },
    async write(tx, { id }, rows) {
      await writeAccounts(
        tx,
        id,
        rows.map((row) => ({ ...row, account: randomUUID() })),
      );
      await tellStaffChanged(
        tx,
        staffChannel,
        rows.map(({ key }) => key),
      );
    },
    touches: () => Promise.resolve([]),
  },
  matter: {
    load: (sql) => allMatters(sql),
    may: keepsHouse,
    async faults(sql, _keeper, change, settings) {
      const functions = functionsOf((await allUnits(sql)).map(({ entry }) => entry));
      const named = [...settings.limits, ...settings.automaticDispatch].flatMap(({ matter }) => matter ?? []);
      return matterFaults(change, { functions, inSettings: new Set(named) });
    },
    write: writeMatters,
    async touches(sql, keys) {
      return (await openAmong(sql, keys, newest)).map((row) => ({ ...row, among: newest }));
    },
  },
};
