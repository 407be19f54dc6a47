import type { Appeal, AppealState } from '@suban/domain/appeal.ts';
import type { AppealEvent } from '@suban/domain/events.ts';
import type { Command } from '@suban/domain/commands.ts';
import { type AppealKey, appealId, cohortOf } from '@suban/domain/ids.ts';
import type { Settings } from '@suban/domain/settings.ts';
import { type Alike, type Filed, likeness } from '@suban/text/similar/filed.ts';
import { unpack } from '@suban/text/similar/packed.ts';
import { z } from 'zod';
import { asSystem } from '../appeal/as-system.ts';
import { readFiled } from '../appeal/history-store.ts';
import { numberOf } from '../appeal/run-command.ts';
import { findSimilar, type Similar } from '../appeal/similar.ts';
import { indexedOf, saveMatches } from '../appeal/similar-store.ts';
import { type Loaded, loadAppeal } from '../appeal/store.ts';
import { derivedUuid } from '../connect/derived-id.ts';
import type { Reference } from '../people/reference-store.ts';
import type { Tx } from '../platform/database.ts';
import { type Job, job } from '../platform/queue.ts';
import type { Services } from '../platform/services.ts';

type Services_ = Pick<Services, 'database' | 'reference' | 'clock'>;

const keyField = z
  .object({ cohort: z.int(), id: z.int() })
  .transform(({ cohort, id }): AppealKey => ({ cohort: cohortOf(cohort), id: appealId(id) }));

/** As many as a dispatcher is shown. */
const mostMatches = 8;

export const compareJobs = (services: Services_): Job[] => [
  job('compare-filed', z.object({ keys: z.array(keyField) }), async ({ keys }) => {
    for (const key of keys) await compare(services, key);
  }),
  job('note-recurred', z.object({ earlier: keyField, later: keyField }), (both) =>
    noteRecurred(services, both),
  ),
];

/**
 * Compares a new appeal with those before it. What its citizen named is followed, where the texts bear it out; what was
 * answered not long before is noted; what else is alike is kept for the dispatcher. Done again it does nothing again.
 */
async function compare(services: Services_, key: AppealKey): Promise<void> {
  const found = await services.database.scoped('all', (tx) => readCompared(tx, services, key));
  if (!found) return;
  const { earlier, settings, claim } = found;
  const alike = earlier.map(({ similar }) => ({ other: similar.key, chance: similar.chance }));
  const named = claim && { other: claim.key, chance: claim.chance };
  await saveMatches(services.database.background, key, [
    ...alike.filter(({ other }) => nameOf(other) !== (named && nameOf(named.other))),
    ...(named ? [named] : []),
  ]);
  const repeated = lastAnswered(earlier, settings);
  if (repeated) await give(services, key, 'note-repeat', { of: numberOf(services.reference(), repeated) });
  // Only where both name the place: in doubt the dispatcher decides.
  if (claim?.place === 'same') {
    const into = numberOf(services.reference(), claim);
    await give(services, key, 'merge-claimed', { into, chance: claim.chance });
  }
}

/** What was named, or what that follows itself. */
async function openMaster(tx: Tx, reference: Reference, key: AppealKey): Promise<Loaded | null> {
  const found = await loadAppeal(tx, reference, key);
  const { state, beside } = found?.appeal ?? {};
  return state === 'merged' && beside?.master ? loadAppeal(tx, reference, beside.master.key) : found;
}

const nameOf = ({ cohort, id }: AppealKey): string => `${cohort}/${id}`;

type Earlier = { readonly similar: Similar; readonly loaded: Loaded };

async function readCompared(tx: Tx, services: Services_, key: AppealKey) {
  const reference = services.reference();
  const own = await indexedOf(tx, key);
  const filed = own && unpack(own.packed);
  const loaded = await loadAppeal(tx, reference, key);
  if (!filed || !loaded) return null;
  const { appeal } = loaded;
  const earlier: Earlier[] = [];
  for (const similar of (await findSimilar(tx, filed, key)).slice(0, mostMatches)) {
    const other = await loadAppeal(tx, reference, similar.key);
    if (other && isBefore(other.appeal, appeal)) earlier.push({ similar, loaded: other });
  }
  const named = claimIn((await readFiled(tx, key))?.event);
  const master = named && (await openMaster(tx, reference, named));
  return {
    earlier,
    settings: reference.settingsOf(appeal.beside.rules),
    claim: master && { ...master.appeal, ...(await likenessTo(tx, filed, master.appeal.key)) },
  };
}

/** Of two filed in one moment each is compared with one at most. */
const isBefore = (a: Appeal, b: Appeal): boolean =>
  a.filedAt < b.filedAt || (a.filedAt === b.filedAt && a.key.id < b.key.id);

export const claimIn = (event: AppealEvent | undefined): AppealKey | null => {
  const named = event?.type === 'filed' ? event.data.sameAs : undefined;
  return named ? { cohort: cohortOf(named.cohort), id: appealId(named.id) } : null;
};

/** What both have in common; nothing where the named one is not read yet or was erased. */
async function likenessTo(tx: Tx, filed: Filed, key: AppealKey): Promise<Alike> {
  const packed = await indexedOf(tx, key);
  const other = packed && unpack(packed.packed);
  return other ? likeness(filed, other) : { chance: 0, place: 'unknown' };
}

const ended: readonly AppealState[] = ['answered-at-once', 'awaiting-rating', 'closed'];
const endedAt = ({ beside }: Appeal): number => beside.answeredAt ?? beside.since;

/** The one answered last of those at a place both name, with the city's chance. Whether it was not long ago, the rule says. */
function lastAnswered(earlier: readonly Earlier[], { sameEvent }: Settings): Appeal | null {
  const [last] = earlier
    .filter(({ similar: { chance, place } }) => chance >= sameEvent.repeatFrom && place === 'same')
    .map(({ loaded }) => loaded.appeal)
    .filter(({ state }) => ended.includes(state))
    .sort((a, b) => endedAt(b) - endedAt(a));
  return last ?? null;
}

type Given = {
  'note-repeat': { readonly of: string };
  'merge-claimed': { readonly into: string; readonly chance: number };
};

async function give<C extends keyof Given>(
  services: Services_,
  key: AppealKey,
  type: C,
  fields: Given[C],
): Promise<void> {
  const requestId = derivedUuid(type, key.cohort, key.id);
  await asSystem(services, key, { type, request: { requestId, ...fields } } as Command);
}

async function numberOfKey({ database, reference }: Services_, key: AppealKey): Promise<string | null> {
  const loaded = await database.scoped('all', (tx) => loadAppeal(tx, reference(), key));
  return loaded && numberOf(reference(), loaded.appeal);
}

/** Once for what was answered, whichever is the first to report it again. */
async function noteRecurred(
  services: Services_,
  { earlier, later }: { readonly earlier: AppealKey; readonly later: AppealKey },
): Promise<void> {
  const by = await numberOfKey(services, later);
  if (by === null) return;
  const requestId = derivedUuid('note-recurred', earlier.cohort, earlier.id);
  await asSystem(services, earlier, { type: 'note-recurred', request: { requestId, by } });
}
