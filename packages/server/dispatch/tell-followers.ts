import type { Appeal } from '@suban/domain/appeal.ts';
import type { Command } from '@suban/domain/commands.ts';
import { type AppealKey, appealId, cohortOf, type UnitId, unitId } from '@suban/domain/ids.ts';
import { leadOf } from '@suban/domain/permissions.ts';
import { z } from 'zod';
import { asSystem } from '../appeal/as-system.ts';
import { loadAppeal } from '../appeal/store.ts';
import { derivedUuid } from '../connect/derived-id.ts';
import { type Job, job } from '../platform/queue.ts';
import type { Services } from '../platform/services.ts';
import { answerOf, followersOf, lastEnding } from './follow-master-store.ts';

type Services_ = Pick<Services, 'database' | 'reference' | 'clock'>;

const page = 500;
/** Side by side, so that they share the waits for the disk. */
const atOnce = 4;
const alone = '所并入的诉求未能一并答复，恢复单独办理。';
const erased = '（答复内容已依规清除）';

const keyField = z
  .object({ cohort: z.int(), id: z.int() })
  .transform(({ cohort, id }): AppealKey => ({ cohort: cohortOf(cohort), id: appealId(id) }));
/** `unit`: who answered the master in its event `seq`, or null where it was not answered. */
const ended = z.object({ master: keyField, seq: z.int(), at: z.int(), unit: z.int().nullable() });
const counted = z.object({
  master: keyField,
  follower: keyField,
  seq: z.int(),
  by: z.union([z.literal(1), z.literal(-1)]),
});
type Ended = z.output<typeof ended>;

export const followerJobs = (services: Services_): Job[] => [
  job('tell-followers', ended, (what) => tellAll(services, what)),
  job('count-follower', counted, async ({ master, follower, seq, by }) => {
    const requestId = derivedUuid('count-follower', follower.cohort, follower.id, seq);
    await asSystem(services, master, { type: 'count-follower', request: { requestId, by } });
    if (by === 1) await catchUp(services, master, follower);
  }),
];

/** What those who follow are told: the master's answer, or null where they go their own way. */
type News = { readonly master: AppealKey; readonly seq: number; readonly answer: Answer | null };
type Answer = { readonly unit: UnitId; readonly text: string };

/** Broken off, it begins anew and finds those who are left: whoever was told follows no more. */
async function tellAll(services: Services_, { master, seq, at, unit }: Ended): Promise<void> {
  const { background } = services.database;
  const news = { master, seq, answer: await answerBy(services, master, seq, unit) };
  let after = { cohort: 0, id: 0 };
  for (;;) {
    const list = await followersOf(background, master, at, after, page);
    const waiting = list.values();
    const lane = async () => {
      for (const follower of waiting) await tell(services, follower, news);
    };
    await Promise.all(Array.from({ length: atOnce }, lane));
    const last = list.at(-1);
    if (!last || list.length < page) return;
    after = last;
  }
}

async function answerBy(
  { database, reference }: Services_,
  master: AppealKey,
  seq: number,
  unit: number | null,
): Promise<Answer | null> {
  // A unit that was closed meanwhile can answer nobody any more.
  if (unit === null || !reference().units.has(unit)) return null;
  return { unit: unitId(unit), text: (await answerOf(database.background, master, seq)) ?? erased };
}

/** The master's answer is the follower's too; a master that will not answer lets it go its own way. */
async function tell(services: Services_, follower: AppealKey, { master, seq, answer }: News): Promise<void> {
  const id = (what: string) => derivedUuid(what, follower.cohort, follower.id, master.cohort, master.id, seq);
  const command: Command = answer
    ? { type: 'share-answer', request: { requestId: id('share-answer'), ...answer } }
    : { type: 'split', request: { requestId: id('split'), text: alone } };
  await asSystem(services, follower, command);
}

/** The master may have ended just before this one came to follow it: then nobody told it. */
async function catchUp(services: Services_, master: AppealKey, follower: AppealKey): Promise<void> {
  const { database, reference } = services;
  const loaded = await database.scoped('all', (tx) => loadAppeal(tx, reference(), master));
  const end = loaded && endOf(loaded.appeal);
  if (!loaded || !end) return;
  const seq = (await lastEnding(database.background, master)) ?? loaded.appeal.version;
  await tell(services, follower, { master, seq, answer: await answerBy(services, master, seq, end.unit) });
}

/** As it stands now, has the master ended, and who answered? */
function endOf(master: Appeal): { readonly unit: number | null } | null {
  switch (master.state) {
    case 'received':
    case 'dispatched':
      return null;
    case 'awaiting-rating':
      return { unit: leadOf(master)?.id ?? null };
    // Closed with reasons its order was not answered: whoever followed it hears nothing from it.
    case 'closed':
      return { unit: master.order?.state === 'answered' ? master.order.unit.id : null };
    case 'answered-at-once':
      return { unit: master.centre.id };
    default:
      return { unit: null };
  }
}
