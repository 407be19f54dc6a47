import type { Actor } from '@suban/domain/actors.ts';
import type { Channel, Urgency } from '@suban/domain/appeal.ts';
import { monthOf } from '@suban/domain/calendar/calendar.ts';
import { file, pointOf } from '@suban/domain/collect/rules.ts';
import type { FileRequest } from '@suban/domain/collect/requests.ts';
import { evolve } from '@suban/domain/evolve.ts';
import { type AppealKey, appealId, cohortOf } from '@suban/domain/ids.ts';
import { nextWatch } from '@suban/domain/supervise/watch.ts';
import { tellsWhen } from '@suban/text/fields/when.ts';
import { suggestTitle } from '@suban/text/title.ts';
import { byOf, numberOf } from '../appeal/run-command.ts';
import { genesis, newSalt, seal } from '../appeal/canonical.ts';
import { filedAtOf, findRequest, freePhotos } from '../appeal/store.ts';
import { type Filing, insertFilings } from '../appeal/filing-store.ts';
import { places } from '../people/places.ts';
import { suggestKind } from '../people/suggest.ts';
import type { Database } from '../platform/database.ts';
import { Problem } from '../platform/problem.ts';
import type { Services } from '../platform/services.ts';
import { together } from '../platform/together.ts';
import { nextSerial } from './serials.ts';

export type Filed = { readonly number: string; readonly queryCode: string; readonly fresh: boolean };

/** How it came in, beside what was said. */
export type Arrival = {
  readonly channel: Channel;
  readonly actor: Actor;
  readonly externalId?: string;
  readonly urgency?: Urgency;
  readonly accused?: number;
  /** When it was filed, where that is not now: imports and histories. */
  readonly at?: number;
};

/**
 * 收集: the one way an appeal comes into being, whatever the channel. The same request id again is answered the same and
 * files nothing.
 * @throws Problem `photo-unknown`, `unit-unknown`, `request-id-reused`
 */
export async function fileAppeal(
  services: Pick<Services, 'database' | 'crypto' | 'reference' | 'clock'>,
  request: FileRequest,
  arrival: Arrival,
): Promise<Filed> {
  if (request.photos.length > 0) await checkPhotos(services, request);
  const filing = composeFiling(services, request, arrival, await nextSerial(services.database));
  const fresh = await filerOf(services.database)(filing);
  const number = fresh
    ? numberOf(services.reference(), filing.appeal)
    : await earlierNumber(services, request.requestId);
  return { number, queryCode: services.crypto.queryCode(number), fresh };
}

const filers = new WeakMap<Database, (filing: Filing) => Promise<boolean>>();

/** Appeals that come in a rush are written together: they share a statement and one wait for the disk. */
function filerOf(database: Database): (filing: Filing) => Promise<boolean> {
  const known = filers.get(database);
  if (known) return known;
  const made = together((list: readonly Filing[]) => insertFilings(database, list), { atOnce: 2, most: 32 });
  filers.set(database, made);
  return made;
}

/** All that is written of a new appeal; touches no database. @throws Problem `unit-unknown` */
export function composeFiling(
  services: Pick<Services, 'crypto' | 'reference' | 'clock'>,
  request: FileRequest,
  arrival: Arrival,
  serial: number,
): Filing {
  const { crypto } = services;
  const reference = services.reference();
  const { settingsNow } = reference;
  const at = arrival.at ?? services.clock();
  const accused = arrival.accused === undefined ? null : reference.units.get(arrival.accused);
  if (accused === undefined) throw new Problem('unit-unknown');
  const area = places(reference).areaOf(
    `${request.place?.address ?? ''}\n${request.title ?? ''}\n${request.text}`,
    request.place,
  );
  const intake = {
    channel: arrival.channel,
    urgency: arrival.urgency ?? 'ordinary',
    title: request.title ?? suggestTitle(request.text),
    centre: reference.centre,
    area,
    accused,
    timed: tellsWhen(`${request.title ?? ''}\n${request.text}`),
  } as const;
  const point = pointOf(request);
  const event = file({ ...request, kind: request.kind ?? suggestKind(request.text) }, intake, {
    now: at,
    settings: settingsNow.settings,
    rules: settingsNow.version,
  });
  const key: AppealKey = { cohort: cohortOf(monthOf(reference.calendar, at)), id: appealId(serial) };
  const by = byOf(arrival.actor);
  const person = { name: request.contact.name ?? null, phone: request.contact.phone || null };
  const salt = newSalt();
  const appeal = evolve(null, { key, seq: 1, at, by: by.kind, event });
  return {
    requestId: request.requestId,
    appeal,
    event: seal(event, { key, seq: 1, at, by, about: null, prevHash: genesis, person: { salt, person } }),
    externalId: arrival.externalId ?? null,
    lat: point?.lat ?? null,
    long: point?.long ?? null,
    missing: event.data.missing,
    photos: request.photos,
    nextWatch: nextWatch(appeal, settingsNow.settings, reference.calendar),
    person: {
      salt,
      name: person.name === null ? null : crypto.seal(person.name),
      phone: person.phone === null ? null : crypto.seal(person.phone),
      phoneKey: person.phone === null ? null : crypto.phoneKey(person.phone),
    },
  };
}

async function checkPhotos(services: Pick<Services, 'database'>, request: FileRequest): Promise<void> {
  if ((await freePhotos(services.database, request.photos)) === new Set(request.photos).size) return;
  // They may be taken by this very request, sent before.
  const earlier = await findRequest(services.database, request.requestId);
  if (!earlier) throw new Problem('photo-unknown');
}

async function earlierNumber(
  services: Pick<Services, 'database' | 'reference'>,
  requestId: string,
): Promise<string> {
  const earlier = await findRequest(services.database, requestId);
  if (!earlier || earlier.command !== 'file') throw new Problem('request-id-reused');
  const filedAt = await filedAtOf(services.database, earlier.key);
  return numberOf(services.reference(), { key: earlier.key, filedAt });
}
