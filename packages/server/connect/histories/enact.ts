import type { Actor } from '@suban/domain/actors.ts';
import type { FileRequest } from '@suban/domain/collect/requests.ts';
import { type Command, commandRequests } from '@suban/domain/commands.ts';
import type { AppealKey } from '@suban/domain/ids.ts';
import { keyOf, scopeOf } from '../../appeal/read-cases.ts';
import { runCommand } from '../../appeal/run-command.ts';
import { fileAppeal } from '../../collect/file-appeal.ts';
import { takePhoto } from '../../collect/photos.ts';
import type { Scope } from '../../platform/database.ts';
import { Problem } from '../../platform/problem.ts';
import type { Services } from '../../platform/services.ts';
import { derivedUuid } from '../derived-id.ts';
import { draw, type Picture } from './pictures.ts';
import type { Plan } from './plan.ts';
import { asSystem } from '../../appeal/as-system.ts';
import { tickId } from '../../supervise/sweep.ts';
import { knownRequests, othersActed, watchOf } from './request-store.ts';
import type { Step } from './teller.ts';

export type Services_ = Pick<Services, 'database' | 'crypto' | 'reference' | 'clock' | 'files'>;
export type Added = { readonly filed: number; readonly commands: number };

/** Step 0 is the filing. */
export const stepId = (seed: number, index: number, step: number): string =>
  derivedUuid('history', seed, index, step);

/**
 * Makes a plan true up to a moment, leaving out what was done before.
 * @param place.until ms since 1970: later steps have not happened yet
 * @throws Error when a step is refused, unless because somebody else acted on the appeal meanwhile
 */
export async function enact(
  services: Services_,
  plan: Plan,
  place: { seed: number; index: number; until: number },
): Promise<Added> {
  const { seed, index, until } = place;
  const steps = plan.steps.filter((step) => step.at <= until);
  const ids = Array.from({ length: steps.length + 1 }, (_, step) => stepId(seed, index, step));
  const known = await knownRequests(services.database, ids);
  if (known.size === ids.length) return { filed: 0, commands: 0 };
  const { key, fresh } = await file(services, plan, ids[0] ?? '', known.size === 0);
  let commands = 0;
  const own = [...ids];
  for (const [i, step] of steps.entries()) {
    const id = ids[i + 1] ?? '';
    if (known.has(id)) continue;
    own.push(...(await settle(services, key, step.at)));
    try {
      await take(services, key, step, id);
      commands += 1;
    } catch (error) {
      // The ladder was there first.
      if (error instanceof Problem && error.code === 'follow-up-open') continue;
      // A person's decision stands; what was planned after it no longer fits.
      if (error instanceof Problem && (await othersActed(services.database, key, own))) break;
      throw new Error(
        `history ${seed}/${index}, step ${i + 1} (${step.type}): ${error instanceof Problem ? error.code : String(error)}`,
        { cause: error },
      );
    }
  }
  await settle(services, key, until);
  return { filed: fresh ? 1 : 0, commands };
}

/** What the system did by itself up to a moment, each step at its own time. @returns the ids of its requests */
async function settle(services: Services_, key: AppealKey, until: number): Promise<string[]> {
  const done: string[] = [];
  for (;;) {
    const due = await watchOf(services.database, key, until);
    if (!due) return done;
    const requestId = tickId(key, due.version);
    const clock = () => due.at;
    await asSystem({ ...services, clock }, key, { type: 'tick', request: { requestId } });
    done.push(requestId);
  }
}

async function file(
  services: Services_,
  plan: Plan,
  requestId: string,
  anew: boolean,
): Promise<{ key: AppealKey; fresh: boolean }> {
  const { composed, point, at, channel, actor, urgency, confidential, open } = plan;
  const request: FileRequest = {
    requestId,
    confidential,
    open,
    kind: composed.kind,
    text: composed.body,
    contact: composed.person,
    ...(plan.titled ? { title: composed.title } : {}),
    place: { address: composed.address, ...(point ? { long: point[0], lat: point[1] } : {}) },
    // Filed already, it has its pictures.
    photos: anew ? await takeAll(services, plan.pictures) : [],
  };
  const { number, fresh } = await fileAppeal(services, request, { channel, actor, urgency, at });
  return { key: keyOf(number), fresh };
}

async function take(services: Services_, key: AppealKey, step: Step, requestId: string): Promise<void> {
  const ids = await takeAll(services, step.pictures);
  const taken = (when: Picture['when']) => ids.filter((_, i) => step.pictures[i]?.when === when);
  const photos = ids.length > 0 ? { before: taken('before'), after: taken('after') } : {};
  // The schema of this very command has checked the request.
  const command = {
    type: step.type,
    request: commandRequests[step.type].parse({ requestId, ...step.fields, ...photos }),
  } as Command;
  await runCommand(
    { ...services, clock: () => step.at },
    key,
    command,
    step.actor,
    scopeFor(step.actor, key),
  );
}

const scopeFor = (actor: Actor, key: AppealKey): Scope =>
  actor.kind === 'staff' ? scopeOf(actor) : `appeal:${key.cohort}:${key.id}`;

/** Each appeal has photos of its own, though the pictures are few. */
const takeAll = (services: Services_, pictures: readonly Picture[]): Promise<string[]> =>
  Promise.all(pictures.map(async (picture) => takePhoto(services, await draw(picture))));
