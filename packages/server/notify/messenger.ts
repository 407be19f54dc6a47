import { lineage } from '@suban/domain/units.ts';
import { knownUnit, type Reference } from '../people/reference-store.ts';
import type { Tx } from '../platform/database.ts';
import type { Placed, Reader } from '../platform/reader.ts';
import { addNotices, centresOf, type Notice } from './notices-store.ts';
import { type Hearing, staffHear } from './staff-hears.ts';
import { addFollowerMessages, addMessages, type Message } from './store.ts';
import { citizenHears, followersHear, type Hears } from './who-hears.ts';

/**
 * Makes a message of every event a citizen should hear of, and a notice of every one that staff should. How a message
 * reaches them is the delivery's business.
 */
export const messenger = (reference: () => Reference): Reader => ({
  name: 'messages',
  async handle(tx, events: readonly Placed[]) {
    await addMessages(tx, messages(events, 'citizen', citizenHears));
    await addFollowerMessages(tx, messages(events, 'follower', followersHear));
    await addNotices(tx, await notices(tx, reference(), events));
  },
});

function messages(
  events: readonly Placed[],
  to: string,
  rule: (event: Placed['event']) => Hears | null,
): Message[] {
  return events.flatMap(({ key, seq, at, event }) => {
    const hears = rule(event);
    if (!hears) return [];
    const { cohort, id: appeal } = key;
    return [{ key: `${cohort}/${appeal}/${seq}/${to}`, cohort, appeal, seq, at, ...hears }];
  });
}

type Heard = { readonly placed: Placed; readonly hearing: Hearing };

async function notices(tx: Tx, reference: Reference, events: readonly Placed[]): Promise<Notice[]> {
  const heard: Heard[] = events.flatMap((placed) =>
    staffHear(placed.event, placed.about).map((hearing) => ({ placed, hearing })),
  );
  const centres = await centresFor(tx, heard);
  return heard.flatMap(({ placed, hearing }) => {
    const { key, seq, at, event } = placed;
    const { audience, detail = null } = hearing;
    const own = hearing.unit ?? centres.get(`${key.cohort}/${key.id}`) ?? null;
    const common = {
      audience,
      cohort: key.cohort,
      appeal: key.id,
      seq,
      what: event.type,
      detail,
      about: own,
      at,
    };
    return unitsFor(reference, audience, own).map((unit) => ({ ...common, unit }));
  });
}

/** Only what is told to a centre needs to know which: an event does not name it. */
async function centresFor(tx: Tx, heard: readonly Heard[]): Promise<Map<string, number>> {
  const keys = heard.flatMap(({ placed, hearing }) =>
    hearing.audience === 'centre' && hearing.unit === null ? [placed.key] : [],
  );
  if (keys.length === 0) return new Map();
  const rows = await centresOf(tx, keys);
  return new Map(rows.map(({ cohort, id, centre }) => [`${cohort}/${id}`, centre]));
}

/**
 * Arbitrators, call-back and supervision watch units they do not belong to: they hear of those below the government they
 * work for, the city's of all.
 */
function unitsFor(reference: Reference, audience: Notice['audience'], own: number | null): number[] {
  if (audience === 'handling' || audience === 'crew' || audience === 'centre' || audience === 'alerts')
    return own === null ? [] : [own];
  const about = (own === null ? undefined : knownUnit(reference, own)) ?? reference.centre;
  return lineage(about).filter((id) => {
    const unit = reference.units.get(id);
    return unit?.kind === 'government' && (unit.level === 'city' || unit.level === 'district');
  });
}
