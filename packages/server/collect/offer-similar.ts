import { isForAll } from '@suban/domain/access.ts';
import type { DeskSimilar, PublicSimilar } from '@suban/domain/api-similar.ts';
import type { Staff } from '@suban/domain/actors.ts';
import type { Appeal } from '@suban/domain/appeal.ts';
import { day } from '@suban/domain/calendar/calendar.ts';
import type { SimilarQuery } from '@suban/domain/collect/requests.ts';
import type { AppealKey } from '@suban/domain/ids.ts';
import { maskPersonal } from '@suban/text/fields/personal.ts';
import { suggestTitle } from '@suban/text/title.ts';
import { iso, unitName } from '../appeal/names.ts';
import { numberOf } from '../appeal/run-command.ts';
import { titlesOf } from '../appeal/rows-store.ts';
import { comparable, filedFrom, findSimilar } from '../appeal/similar.ts';
import { scopeOf } from '../appeal/read-cases.ts';
import { loadAppeal } from '../appeal/store.ts';
import { rowView } from '../appeal/row-view.ts';
import { places } from '../people/places.ts';
import type { Reference } from '../people/reference-store.ts';
import type { Tx } from '../platform/database.ts';
import type { Services } from '../platform/services.ts';

type Services_ = Pick<Services, 'database' | 'reference' | 'clock'>;

const mostOffered = 3;
const mostForStaff = 5;
/** Those that may not be shown leave room for others, within reason. */
const mostRead = 12;

/** What was written so far, compared as it will be when it is filed. */
function compared(reference: Reference, { text, title, place }: SimilarQuery) {
  const address = place?.address ?? null;
  const area = places(reference).areaOf(`${address ?? ''}\n${title ?? ''}\n${text}`, place);
  return filedFrom(reference, comparable(title ?? suggestTitle(text), text, address), area?.id ?? null);
}

/**
 * Up to three cases a citizen may follow instead of beginning anew, or that were answered not long ago. Only what anybody
 * may be told of (`isForAll`), and of that only what tells nobody apart.
 */
export async function offersFor(services: Services_, query: SimilarQuery): Promise<PublicSimilar['items']> {
  const reference = services.reference();
  const filed = compared(reference, query);
  return services.database.scoped('all', async (tx) => {
    const shown = new Map<string, Appeal>();
    for (const { key } of (await findSimilar(tx, filed, null)).slice(0, mostRead)) {
      const appeal = await toOffer(tx, services, key);
      if (appeal) shown.set(`${appeal.key.cohort}/${appeal.key.id}`, appeal);
      if (shown.size === mostOffered) break;
    }
    const list = [...shown.values()];
    const titles = await titleBy(
      tx,
      list.map(({ key }) => key),
    );
    return list.map((appeal) => offerView(reference, appeal, titles));
  });
}

/** The case itself, or the one it follows; null where it is none to be offered. */
async function toOffer(tx: Tx, { reference, clock }: Services_, key: AppealKey): Promise<Appeal | null> {
  const found = (await loadAppeal(tx, reference(), key))?.appeal;
  const master = found?.state === 'merged' ? found.beside.master : null;
  const appeal = master ? (await loadAppeal(tx, reference(), master.key))?.appeal : found;
  if (!found || !appeal || !isForAll(found) || !isForAll(appeal)) return null;
  if (isOpen(appeal)) return appeal;
  const { repeatDays } = reference().settings.sameEvent;
  const { answeredAt, since } = appeal.beside;
  return clock() - (answeredAt ?? since) <= repeatDays * day ? appeal : null;
}

const isOpen = ({ state }: Appeal): boolean => state === 'received' || state === 'dispatched';

async function titleBy(tx: Tx, keys: readonly AppealKey[]): Promise<ReadonlyMap<string, string>> {
  const titles = await titlesOf(tx, keys);
  return new Map(titles.map(({ cohort, id, title }) => [`${cohort}/${id}`, title ?? '']));
}

const offerView = (
  reference: Reference,
  appeal: Appeal,
  titles: ReadonlyMap<string, string>,
): PublicSimilar['items'][number] => ({
  number: numberOf(reference, appeal),
  title: maskPersonal(titles.get(`${appeal.key.cohort}/${appeal.key.id}`) ?? ''),
  area: appeal.area === null ? null : unitName(reference, appeal.area),
  filedAt: iso(appeal.filedAt),
  state: appeal.state,
  open: isOpen(appeal),
  followers: appeal.beside.followers,
});

/** What is there already of what a caller tells, of what this member of staff may see. */
export async function alikeForStaff(
  services: Services_,
  query: SimilarQuery,
  staff: Staff,
): Promise<DeskSimilar['items']> {
  const reference = services.reference();
  const filed = compared(reference, query);
  return services.database.scoped(scopeOf(staff), async (tx) => {
    const items = new Map<string, DeskSimilar['items'][number]>();
    for (const { key, chance } of (await findSimilar(tx, filed, null)).slice(0, mostForStaff)) {
      const item = await staffView(services, staff, tx, key, chance);
      if (item && !items.has(item.number)) items.set(item.number, item);
    }
    return [...items.values()];
  });
}

/** The case, or the one it follows. */
async function staffView(
  { reference, clock }: Services_,
  staff: Staff,
  tx: Tx,
  key: AppealKey,
  chance: number,
): Promise<DeskSimilar['items'][number] | null> {
  const found = await loadAppeal(tx, reference(), key);
  const master = found?.appeal.state === 'merged' ? found.appeal.beside.master : null;
  const loaded = (master && (await loadAppeal(tx, reference(), master.key))) ?? found;
  if (!loaded) return null;
  const { appeal } = loaded;
  const title = (await titleBy(tx, [appeal.key])).get(`${appeal.key.cohort}/${appeal.key.id}`) ?? null;
  const row = rowView(reference(), staff, loaded, { title, options: [], askedAt: null }, clock());
  return { ...row, followers: appeal.beside.followers, chance };
}
