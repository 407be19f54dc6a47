import { startOfDay } from '@suban/domain/calendar/calendar.ts';
import { changesOf, completeSettings } from '@suban/domain/settings-changes.ts';
import type { Settings } from '@suban/domain/settings.ts';
import { Problem } from '../platform/problem.ts';
import type { Sql } from '../platform/database.ts';
import type { Services } from '../platform/services.ts';
import { bumpReference, type Reference } from './reference-store.ts';
import { settleTime } from './reference.ts';
import {
  addVersion,
  bodiesOf,
  findVersion,
  latestVersion,
  lockSettings,
  madeBy,
  withdrawVersion,
} from './settings-store.ts';

type Save = {
  readonly requestId: string;
  readonly base: number;
  readonly settings: Settings;
  readonly from: string | null;
  readonly why: string;
};
type Saved = { readonly version: number; readonly fromAt: number };

/** @throws Problem `not-found` */
export async function settingsOfVersion(sql: Sql, version: number): Promise<Settings> {
  const body = (await bodiesOf(sql, [version])).get(version);
  if (body === undefined) throw new Problem('not-found');
  return completeSettings(body);
}

/** @throws Problem `matter-unknown`: a line of the table names what no appeal can be about */
export function checkMatters(reference: Reference, { automaticDispatch, limits }: Settings): void {
  const unknown = (lines: readonly { readonly matter?: string | undefined }[], list: string) =>
    lines.flatMap(({ matter }, index) =>
      matter === undefined || reference.matters.get(matter)?.level === answered
        ? []
        : [{ path: `settings.${list}.${index}.matter`, message: 'matter-unknown' }],
    );
  const fields = [...unknown(limits, 'limits'), ...unknown(automaticDispatch, 'automaticDispatch')];
  if (fields.length > 0) throw new Problem('matter-unknown', fields);
}
/** Of the catalogue's three levels the one that appeals are classified to. */
const answered = 3;

/**
 * A new version, in force from a day on. Appeals that are there keep the version they were filed under.
 * @throws Problem `settings-changed-meanwhile`, `settings-same`, `settings-from-past`, `settings-order`, `matter-unknown`,
 * `request-id-reused`
 */
export async function saveSettings(services: Services, account: string, save: Save): Promise<Saved> {
  const { database, clock } = services;
  const { requestId: request, base, settings, why } = save;
  checkMatters(services.reference(), settings);
  return database.owner.transaction(async (tx) => {
    await lockSettings(tx);
    const made = await madeBy(tx, request);
    if (made) {
      if (made.account !== account) throw new Problem('request-id-reused');
      return made;
    }
    const latest = await latestVersion(tx);
    if (latest.version !== base) throw new Problem('settings-changed-meanwhile');
    if (changesOf(await settingsOfVersion(tx, base), settings).length === 0)
      throw new Problem('settings-same');
    const madeAt = clock();
    const fromAt = beginsAt(services.reference(), save.from, madeAt);
    // It was made from the latest: before that it would bring in what is planned for later.
    if (fromAt < latest.fromAt) throw new Problem('settings-order');
    const version = await addVersion(tx, { request, base, settings, fromAt, madeAt, account, why });
    await bumpReference(tx);
    return { version, fromAt };
  });
}

/** The first moment of a day in the city; without one, as soon as every process knows. In ms. */
function beginsAt({ calendar }: Reference, from: string | null, now: number): number {
  if (from === null) return now + settleTime;
  const noon = Date.parse(`${from}T12:00:00Z`) - calendar.offsetMinutes * 60_000;
  const begins = startOfDay(calendar, noon);
  if (begins <= now) throw new Problem('settings-from-past', [{ path: 'from', message: 'not after today' }]);
  return Math.max(begins, now + settleTime);
}

/**
 * Takes back a version that is not in force yet, the last one only: those made from it have its changes in them.
 * @throws Problem `not-found`, `settings-in-force`, `settings-order`
 */
export async function withdrawSettings(services: Services, account: string, version: number): Promise<void> {
  await services.database.owner.transaction(async (tx) => {
    await lockSettings(tx);
    const found = await findVersion(tx, version);
    if (!found) throw new Problem('not-found');
    if (found.withdrawn) return;
    const now = services.clock();
    // Too late for every process to know before it begins is too late.
    if (found.fromAt < now + settleTime) throw new Problem('settings-in-force');
    if ((await latestVersion(tx)).version !== version) throw new Problem('settings-order');
    await withdrawVersion(tx, version, now, account);
    await bumpReference(tx);
  });
}
