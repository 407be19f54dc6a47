import type { Staff } from '@suban/domain/actors.ts';
import type { LikelySame, SimilarCases, SimilarRelation } from '@suban/domain/api-similar.ts';
import type { Appeal } from '@suban/domain/appeal.ts';
import { decide } from '@suban/domain/decide.ts';
import { type AppealKey, appealId, cohortOf } from '@suban/domain/ids.ts';
import { likeness, type Filed } from '@suban/text/similar/filed.ts';
import { unpack } from '@suban/text/similar/packed.ts';
import { sharedPlaces } from '@suban/text/similar/place-names.ts';
import { redact } from '@suban/text/redact.ts';
import { sameEvent } from '@suban/text/similar/same-event.ts';
import { readFiled } from '../appeal/history-store.ts';
import { iso } from '../appeal/names.ts';
import { keyOf, scopeOf } from '../appeal/read-cases.ts';
import { contextOf, numberOf } from '../appeal/run-command.ts';
import { type FiledText, filedTexts } from '../appeal/search-store.ts';
import { comparable, findSimilar } from '../appeal/similar.ts';
import { indexedOf, type MatchRow, matchesOf } from '../appeal/similar-store.ts';
import { type Loaded, loadAppeal } from '../appeal/store.ts';
import { rowView } from '../appeal/row-view.ts';
import type { Tx } from '../platform/database.ts';
import { Problem } from '../platform/problem.ts';
import type { Services } from '../platform/services.ts';
import { claimIn } from './compare-filed.ts';

type Services_ = Pick<Services, 'database' | 'reference' | 'clock'>;

const most = 8;
const same = (a: AppealKey, b: AppealKey): boolean => a.id === b.id && a.cohort === b.cohort;
const nameOf = ({ cohort, id }: { readonly cohort: number; readonly id: number }): string =>
  `${cohort}/${id}`;

/**
 * What may be the same event as this case, of what this person may see: what it is tied to and what its citizen named come
 * first, then the likeliest. @throws Problem `not-found`
 */
export async function similarTo(
  services: Services_,
  staff: Staff,
  number: string,
): Promise<SimilarCases['items']> {
  const key = keyOf(number);
  const reference = services.reference();
  return services.database.scoped(scopeOf(staff), async (tx) => {
    const loaded = await loadAppeal(tx, reference, key);
    if (!loaded) throw new Problem('not-found');
    const own = await indexedOf(tx, key);
    const filed = own && unpack(own.packed);
    if (!filed) return [];
    const { appeal } = loaded;
    const claimed = claimIn((await readFiled(tx, key))?.event);
    const others = await othersOf(tx, filed, appeal, claimed);
    const texts = await textsOf(tx, [key, ...others.map((other) => other.key)]);
    const items: SimilarCases['items'] = [];
    for (const { key: otherKey, chance } of others) {
      const other = await loadAppeal(tx, reference, otherKey);
      const told = { own: texts.get(nameOf(key)), other: texts.get(nameOf(otherKey)) };
      const isClaimed = claimed !== null && same(claimed, otherKey);
      if (other) items.push(view(services, staff, { appeal, other, chance, told, isClaimed }));
    }
    return items;
  });
}

type Other = { readonly key: AppealKey; readonly chance: number };

/** The likeliest, and before them the master and what the citizen named, however little alike. */
async function othersOf(
  tx: Tx,
  filed: Filed,
  { key, beside }: Appeal,
  claimed: AppealKey | null,
): Promise<Other[]> {
  const first: Other[] = [];
  for (const tied of [beside.master?.key, claimed]) {
    if (!tied || same(tied, key) || first.some((other) => same(other.key, tied))) continue;
    const packed = await indexedOf(tx, tied);
    const other = packed && unpack(packed.packed);
    first.push({ key: tied, chance: other ? likeness(filed, other).chance : 0 });
  }
  const alike = await findSimilar(tx, filed, key);
  return [...first, ...alike.filter((each) => !first.some((other) => same(other.key, each.key)))].slice(
    0,
    most,
  );
}

async function textsOf(tx: Tx, keys: readonly AppealKey[]): Promise<ReadonlyMap<string, FiledText>> {
  const texts = await filedTexts(tx, keys);
  return new Map(texts.map((text) => [`${text.cohort}/${text.appeal}`, text]));
}

type Pair = {
  readonly appeal: Appeal;
  readonly other: Loaded;
  readonly chance: number;
  readonly told: { readonly own: FiledText | undefined; readonly other: FiledText | undefined };
  readonly isClaimed: boolean;
};

function view(
  services: Services_,
  staff: Staff,
  { appeal, other, chance, told, isClaimed }: Pair,
): SimilarCases['items'][number] {
  const row = rowView(
    services.reference(),
    staff,
    other,
    { title: told.other?.title ?? null, options: [], askedAt: null },
    services.clock(),
  );
  return {
    ...row,
    body: told.other?.body ?? '',
    address: told.other?.address ?? null,
    followers: other.appeal.beside.followers,
    chance,
    ...reasonsOf(told),
    relation: relationOf(appeal, other.appeal),
    claimed: isClaimed,
    mayMerge: mayMerge(services, staff, appeal, other.appeal),
  };
}

function reasonsOf({ own, other }: Pair['told']) {
  if (!own || !other) return { words: [], places: [], problems: [] };
  const [a, b] = [own, other].map(({ title, body, address }) => comparable(title, body, address));
  if (!a || !b) return { words: [], places: [], problems: [] };
  const { words, problems } = sameEvent(a, b).reasons;
  return { words: [...words], places: sharedPlaces(a, b), problems: [...problems] };
}

function relationOf(appeal: Appeal, other: Appeal): SimilarRelation {
  const [master, others] = [appeal.beside.master?.key, other.beside.master?.key];
  if (master && same(master, other.key)) return 'master';
  if (others && same(others, appeal.key)) return 'follows';
  if (master && others && same(master, others)) return 'beside';
  if (other.state === 'merged') return 'elsewhere';
  return other.state === 'received' || other.state === 'dispatched' ? 'open' : 'ended';
}

const noRequest = '00000000-0000-0000-0000-000000000000';

/** Asked of the rules themselves: where this says yes, pressing the key succeeds unless something changes meanwhile. */
function mayMerge({ reference, clock }: Services_, staff: Staff, appeal: Appeal, master: Appeal): boolean {
  const into = numberOf(reference(), master);
  const command = { type: 'merge', request: { requestId: noRequest, into } } as const;
  return Array.isArray(
    decide(appeal, command, contextOf(reference(), appeal, command, staff, clock(), master)),
  );
}

/** Of each of these cases the likeliest earlier one that this person may merge it into now, as it was found when it was filed. */
export async function likelySameOf(
  services: Services_,
  staff: Staff,
  keys: readonly AppealKey[],
): Promise<LikelySame['items']> {
  const reference = services.reference();
  return services.database.scoped(scopeOf(staff), async (tx) => {
    const found = Map.groupBy(await matchesOf(tx, keys), nameOf);
    const pairs: { appeal: Appeal; master: Appeal; chance: number; claimed: boolean }[] = [];
    for (const [name, matches] of found) {
      const own = keys.find((key) => nameOf(key) === name);
      const appeal = own && (await loadAppeal(tx, reference, own))?.appeal;
      if (!appeal) continue;
      const claimed = claimIn((await readFiled(tx, appeal.key))?.event);
      const best = await bestMaster(services, tx, staff, appeal, claimedFirst(matches, claimed));
      if (best) pairs.push({ appeal, ...best, claimed: claimed !== null && same(claimed, best.master.key) });
    }
    const texts = await textsOf(
      tx,
      pairs.map(({ master }) => master.key),
    );
    return pairs.map(({ appeal, master, chance, claimed }) => ({
      number: numberOf(reference, appeal),
      into: numberOf(reference, master),
      title: redact(texts.get(nameOf(master.key))?.title ?? ''),
      filedAt: iso(master.filedAt),
      chance,
      claimed,
    }));
  });
}

/** What the citizen named is asked about first, however likely the others are. */
const claimedFirst = (matches: readonly MatchRow[], claimed: AppealKey | null): MatchRow[] =>
  matches.toSorted((a, b) => Number(isOf(b, claimed)) - Number(isOf(a, claimed)));
const isOf = (match: MatchRow, key: AppealKey | null): boolean =>
  match.other_cohort === key?.cohort && match.other === key.id;

async function bestMaster(
  services: Services_,
  tx: Tx,
  staff: Staff,
  appeal: Appeal,
  matches: readonly MatchRow[],
): Promise<{ readonly master: Appeal; readonly chance: number } | null> {
  for (const { other_cohort: cohort, other: id, chance } of matches) {
    const key: AppealKey = { cohort: cohortOf(cohort), id: appealId(id) };
    const master = (await loadAppeal(tx, services.reference(), key))?.appeal;
    if (master && mayMerge(services, staff, appeal, master)) return { master, chance };
  }
  return null;
}
