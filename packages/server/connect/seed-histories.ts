import { crewAccounts, crewOf } from '@suban/demo-city/accounts.ts';
import { seeded, seedOf } from '@suban/demo-city/rng.ts';
import { filedAtOf, findRequest } from '../appeal/store.ts';
import { listAccounts, saveStaff, type StaffMember } from '../people/staff-store.ts';
import { whileHolding } from '../platform/lock.ts';
import { pastLock } from '../appeal/past-lock.ts';
import type { Reference } from '../people/reference-store.ts';
import { burstCount, planBurst } from './histories/bursts.ts';
import { type DemoCity, demoCityOf } from './histories/demo-city.ts';
import { type Added, enact, type Services_, stepId } from './histories/enact.ts';
import { judgePast } from './histories/judge-past.ts';
import { planLife } from './histories/life.ts';
import { planShow, showCount } from './histories/showcase.ts';
import { yearUpTo } from './histories/times.ts';

export type HistoryOptions = {
  readonly appeals: number;
  /** How far back they go. */
  readonly months?: number;
  /** Another seed, another year. */
  readonly seed?: number;
  /** Told after each appeal how many are complete. */
  readonly onProgress?: (done: number) => void;
};

/** Histories told side by side; more would only queue for the database's connections. */
const atOnce = 6;

/**
 * Fills the demo city with appeals and all that happened to them over the last months: through the same use cases people
 * use, each step at its own time and by the proper person. Doing it again, also after a kill, adds only what is missing;
 * the year stays the one that ended when it was first begun. An appeal somebody else has acted on is left as they made it.
 * @returns what was added
 * @throws Error when a step is refused that should not be; what was done until then stays
 */
export function seedHistories(services: Services_, options: HistoryOptions): Promise<Added> {
  return whileHolding(services.database, pastLock, () => tellAll(services, options));
}

async function tellAll(services: Services_, options: HistoryOptions): Promise<Added> {
  const { appeals, months = 12, seed = 1 } = options;
  const city = await peopleOf(services);
  const random = (index: number) => seeded(seedOf(`${seed}/${index}`));
  const count = { filed: 0, commands: 0 };
  const add = ({ filed, commands }: Added) => {
    count.filed += filed;
    count.commands += commands;
  };
  if (appeals < 1) return count;
  // The first appeal is filed at the year's end and so keeps it. Two may begin at once: then one of them has filed it.
  let end = await beginning(services, seed);
  if (end === null) {
    const now = services.clock();
    add(await enact(services, planShow(city, random(0), 0, now), { seed, index: 0, until: now }));
    end = (await beginning(services, seed)) ?? now;
  }
  const until = end;
  const year = yearUpTo(city.reference.calendar, until, months);
  await side(
    atOnce,
    appeals,
    async (index) => {
      const plan =
        index < showCount
          ? planShow(city, random(index), index, until)
          : index < showCount + burstCount
            ? planBurst(city, random(index), index - showCount, until)
            : planLife(city, random(index), year);
      add(await enact(services, plan, { seed, index, until }));
    },
    options.onProgress,
  );
  await judgePast(services, city, until);
  return count;
}

/** The demo city with everybody in it, as histories and simulations need it. */
export async function peopleOf(services: Pick<Services_, 'database' | 'reference'>): Promise<DemoCity> {
  const reference = services.reference();
  return demoCityOf(reference, await everyone(services, reference));
}

async function beginning({ database }: Services_, seed: number): Promise<number | null> {
  const first = await findRequest(database, stepId(seed, 0, 0));
  return first && filedAtOf(database, first.key);
}

/** Does `work` for 0 … `of`−1, so many at once; after a failure nothing new is begun and what was begun is let end. */
async function side(
  most: number,
  of: number,
  work: (index: number) => Promise<void>,
  onDone?: (done: number) => void,
): Promise<void> {
  let [next, done] = [0, 0];
  const lane = async () => {
    while (next < of) {
      const index = next;
      next += 1;
      try {
        await work(index);
      } catch (error) {
        next = of;
        throw error;
      }
      done += 1;
      onDone?.(done);
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: most }, lane));
  const failure = ends.find((end) => end.status === 'rejected');
  if (failure) throw failure.reason;
}

const pageSize = 1_000;

/** All accounts there are, and one more in each community, who does what a street gives down. Nobody can sign in as them. */
async function everyone(
  { database }: Pick<Services_, 'database'>,
  reference: Reference,
): Promise<StaffMember[]> {
  const all = await accounts(database.owner);
  const known = new Set(all.map(({ username }) => username));
  const communities = [...reference.units.values()].filter(({ level }) => level === 'community');
  const missing = communities
    .filter(({ code }) => !known.has(crewOf(code).handler))
    .flatMap((unit) =>
      crewAccounts(unit.code)
        .filter(({ roles }) => roles.includes('handler'))
        .map(({ username, nameZh, nameEn, roles }) => ({
          account: `demo-${username}`,
          username,
          name: nameZh,
          nameEn,
          roles,
          unit: unit.id,
          passwordHash: null,
        })),
    );
  if (missing.length > 0) await saveStaff(database.owner, missing);
  return [...all, ...missing];
}

async function accounts(sql: Parameters<typeof listAccounts>[0]): Promise<StaffMember[]> {
  const all: StaffMember[] = [];
  for (
    let page = await listAccounts(sql, null, pageSize);
    page.length > 0;
    page = await listAccounts(sql, page.at(-1)?.username ?? '', pageSize)
  )
    all.push(...page);
  return all;
}
