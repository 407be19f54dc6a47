import { seedHolidays, type SeedHoliday } from '@suban/demo-city/holidays.ts';
import { crewAccounts, type DemoAccount, demoAccounts } from '@suban/demo-city/accounts.ts';
import { demoCatalogue } from '@suban/demo-city/catalogue.ts';
import { schematicMap } from '@suban/demo-city/map.ts';
import { type DemoUnit, demoUnits } from '@suban/demo-city/units.ts';
import type { Auth } from '../people/auth.ts';
import { saveYear } from '../people/calendar-store.ts';
import { bumpReference } from '../people/reference-store.ts';
import { sha256 } from '../platform/crypto.ts';
import type { Database, Tx } from '../platform/database.ts';
import { addPartnerKey } from './open311/store.ts';
import { withPaths } from './demo-atlas.ts';
import { addMap, addMatters, addUnits, hasUnits } from './seed-store.ts';

/** The password of every demo account; a real city has none of these accounts. */
export const demoPassword = 'suban-demo';
/** The keys of the demo city's partners; docs/api.md tells them. */
const demoPartners = [
  { key: 'suban-demo-open311', name: 'Open311 demo' },
  { key: 'suban-demo-exchange', name: 'Exchange demo' },
] as const;
export const { key: demoExchangeKey, name: demoExchange } = demoPartners[1];

/**
 * Writes the demo city once: units, catalogue, calendar, map and accounts.
 * @returns false when the city is there already
 */
export async function seedCity(database: Database, auth: Pick<Auth, 'createStaff'>): Promise<boolean> {
  const units = demoUnits();
  const fresh = await database.owner.transaction(async (tx) => {
    if (await hasUnits(tx)) return false;
    await writeCity(tx, units);
    return true;
  });
  for (const { key, name } of demoPartners) await addPartnerKey(database.owner, sha256(key), name);
  // Outside: an account that exists already stays as it is, so this can be done again after a kill.
  await auth.createStaff(await newAccounts(database, await accounts(database, units)));
  return fresh;
}

async function writeCity(tx: Tx, units: readonly DemoUnit[]): Promise<void> {
  const ids = await addUnits(tx, withPaths(units));
  await addMatters(
    tx,
    demoCatalogue().map((m) => ({ ...m, finishDays: m.limits })),
  );
  for (const [year, days] of byYear(seedHolidays()))
    await saveYear(tx, { year, days, madeAt: Date.now(), by: null });
  await addMap(
    tx,
    schematicMap().features.flatMap(({ properties, geometry }) => {
      const unit = ids.get(properties.unit);
      return unit === undefined ? [] : [{ unit, rings: geometry.coordinates }];
    }),
  );
  await bumpReference(tx);
}

function byYear(days: readonly SeedHoliday[]): Map<number, SeedHoliday[]> {
  return Map.groupBy(days, ({ day }) => Number(day.slice(0, 4)));
}

/** Those not there yet: what administrators have changed since stays as they left it. */
async function newAccounts<A extends { readonly account: string }>(database: Database, all: readonly A[]) {
  const there = new Set(
    (await database.owner.query<{ account: string }>('select account from staff')).map(
      ({ account }) => account,
    ),
  );
  return all.filter(({ account }) => !there.has(account));
}

/** The named demo accounts, and a receiver, a handler and a leader for every unit that can be given work. */
async function accounts(database: Database, units: readonly DemoUnit[]) {
  const ids = new Map(
    (await database.owner.query<{ id: number; code: string }>('select id, code from unit')).map(
      ({ id, code }) => [code, id],
    ),
  );
  const worked = units.filter(
    (unit) =>
      unit.kind !== 'dispatch-centre' &&
      unit.kind !== 'supervision' &&
      unit.level !== 'grid' &&
      unit.level !== 'community',
  );
  const everyone = new Map<string, DemoAccount>();
  for (const account of [...demoAccounts(), ...worked.flatMap((unit) => crewAccounts(unit.code))])
    everyone.set(account.username, account);
  return [...everyone.values()].flatMap((account) => {
    const unit = ids.get(account.unit);
    if (unit === undefined) return [];
    return [
      {
        account: `demo-${account.username}`,
        username: account.username,
        name: account.nameZh,
        nameEn: account.nameEn,
        unit,
        roles: account.roles,
        password: demoPassword,
      },
    ];
  });
}
