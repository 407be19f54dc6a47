import type { AppealState } from '@suban/domain/appeal.ts';
import type { AppealEvent } from '@suban/domain/events.ts';
import { type AppealKey, appealId, cohortOf, formatNumber } from '@suban/domain/ids.ts';
import { dayOf } from '@suban/domain/calendar/calendar.ts';
import { type Alike, likeness } from '@suban/text/similar/filed.ts';
import { unpack } from '@suban/text/similar/packed.ts';
import type { Similar } from '../appeal/similar.ts';
import { findSimilarOfEach, type Own } from '../appeal/similar-of-each.ts';
import { type Match, packedOf, saveMatches } from '../appeal/similar-store.ts';
import type { Reference } from '../people/reference-store.ts';
import type { Tx } from '../platform/database.ts';
import { type Brief, briefsOf, type CompareJob } from './compare-store.ts';

/** An appeal just filed: how it began, and how it is compared. */
export type New = Own & { readonly filedAt: number; readonly event: AppealEvent };

/** As many as a dispatcher is shown. */
const mostMatches = 8;
/** So many are compared in one go: beyond it the reads get no cheaper, and others wait for this thread. */
const atOnce = 50;

/**
 * Compares new appeals with those before them. What else is alike is kept for the dispatcher; what a command must follow
 * (their citizen named it, or it was answered not long before) is given back as jobs. Done again it does nothing again.
 */
export async function compareFiled(
  tx: Tx,
  reference: Reference,
  list: readonly New[],
): Promise<CompareJob[]> {
  const jobs: CompareJob[] = [];
  for (let from = 0; from < list.length; from += atOnce)
    jobs.push(...(await compareSome(tx, reference, list.slice(from, from + atOnce))));
  return jobs;
}

async function compareSome(tx: Tx, reference: Reference, list: readonly New[]): Promise<CompareJob[]> {
  const found = await findSimilarOfEach(tx, list);
  const claims = await claimsOf(tx, list);
  const likely = found.map(({ similar }) => similar.slice(0, mostMatches));
  const briefs = await readBriefs(
    tx,
    likely.flat().map(({ key }) => key),
  );
  const matches: Match[] = [];
  const jobs: CompareJob[] = [];
  for (const [i, own] of list.entries()) {
    const earlier = (likely[i] ?? []).flatMap((similar): Earlier[] => {
      const brief = briefs.get(nameOf(similar.key));
      return brief && isBefore(brief, own) ? [{ similar, brief }] : [];
    });
    const claim = claims.get(nameOf(own.key));
    matches.push(...matchesOf(own.key, earlier, claim));
    jobs.push(...jobsFor(reference, own, earlier, claim));
  }
  await saveMatches(tx, matches);
  return jobs;
}

const nameOf = ({ cohort, id }: AppealKey): string => `${cohort}/${id}`;

type Earlier = { readonly similar: Similar; readonly brief: Brief };
type Claim = Alike & { readonly brief: Brief };

async function readBriefs(tx: Tx, keys: readonly AppealKey[]): Promise<ReadonlyMap<string, Brief>> {
  const distinct = [...new Map(keys.map((key) => [nameOf(key), key])).values()];
  return new Map((await briefsOf(tx, distinct)).map((brief) => [nameOf(brief.key), brief]));
}

/** Of two filed in one moment each is compared with one at most. */
const isBefore = (a: Brief, b: New): boolean =>
  a.filedAt < b.filedAt || (a.filedAt === b.filedAt && a.key.id < b.key.id);

export const claimIn = (event: AppealEvent | undefined): AppealKey | null => {
  const named = event?.type === 'filed' ? event.data.sameAs : undefined;
  return named ? { cohort: cohortOf(named.cohort), id: appealId(named.id) } : null;
};

/** By the name of who claims: what was named, or what that follows itself, and what both have in common. */
async function claimsOf(tx: Tx, list: readonly New[]): Promise<ReadonlyMap<string, Claim>> {
  const named = list.flatMap((own) => {
    const key = claimIn(own.event);
    return key ? [{ own, key }] : [];
  });
  if (named.length === 0) return new Map();
  const first = await readBriefs(
    tx,
    named.map(({ key }) => key),
  );
  const masters = await readBriefs(
    tx,
    [...first.values()].flatMap(({ master }) => master ?? []),
  );
  const claims = named.flatMap(({ own, key }) => {
    const brief = first.get(nameOf(key));
    const open = brief?.master ? masters.get(nameOf(brief.master)) : brief;
    return open ? [{ own, brief: open }] : [];
  });
  const packed = await packedOf(
    tx,
    claims.map(({ brief }) => brief.key),
  );
  const others = new Map(packed.map((row) => [`${row.cohort}/${row.id}`, unpack(row.packed)]));
  return new Map(
    claims.map(({ own, brief }) => {
      const other = others.get(nameOf(brief.key));
      // Nothing where the named one is not read yet or was erased.
      const alike: Alike = other ? likeness(own.filed, other) : { chance: 0, place: 'unknown' };
      return [nameOf(own.key), { ...alike, brief }];
    }),
  );
}

function matchesOf(of: AppealKey, earlier: readonly Earlier[], claim: Claim | undefined): Match[] {
  const named = claim ? [{ of, other: claim.brief.key, chance: claim.chance }] : [];
  const alike = earlier.map(({ similar }) => ({ of, other: similar.key, chance: similar.chance }));
  return [
    ...named,
    ...alike.filter(({ other }) => !named.some((one) => nameOf(one.other) === nameOf(other))),
  ];
}

function jobsFor(
  reference: Reference,
  { key, event }: New,
  earlier: readonly Earlier[],
  claim: Claim | undefined,
): CompareJob[] {
  if (event.type !== 'filed') return [];
  const { repeatFrom } = reference.settingsOf(event.data.rules).sameEvent;
  const numberOf = (brief: Brief) => formatNumber(dayOf(reference.calendar, brief.filedAt), brief.key.id);
  const repeated = lastAnswered(earlier, repeatFrom);
  return [
    ...(repeated ? [{ name: 'note-repeat', payload: { key, of: numberOf(repeated) } } as const] : []),
    // Only where both name the place: in doubt the dispatcher decides.
    ...(claim?.place === 'same'
      ? [
          {
            name: 'merge-claimed',
            payload: { key, into: numberOf(claim.brief), chance: claim.chance },
          } as const,
        ]
      : []),
  ];
}

const ended: readonly AppealState[] = ['answered-at-once', 'awaiting-rating', 'closed'];

/** The one answered last of those at a place both name, with the city's chance. Whether it was not long ago, the rule says. */
function lastAnswered(earlier: readonly Earlier[], repeatFrom: number): Brief | null {
  const [last] = earlier
    .filter(({ similar: { chance, place } }) => chance >= repeatFrom && place === 'same')
    .map(({ brief }) => brief)
    .filter(({ state }) => ended.includes(state))
    .sort((a, b) => b.answeredAt - a.answeredAt);
  return last ?? null;
}
