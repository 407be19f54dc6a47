import type { Placed, Reader } from '../platform/reader.ts';
import type { Tx } from '../platform/database.ts';
import { addFollowJobs, type FollowJob, followed, masterBefore, masterIn } from './follow-master-store.ts';

/** What became of a master: the unit that answered, or null where it will not answer its followers. */
function ending({ event, about, unit }: Placed): { readonly unit: number | null } | null {
  switch (event.type) {
    case 'answer-approved':
    case 'terminated':
      return { unit: about?.unit ?? null };
    // By the centre, which is the actor's own unit.
    case 'answered-at-once':
      return { unit };
    case 'referred':
    case 'withdrawn':
    case 'merged':
    case 'closed':
      return { unit: null };
    default:
      return null;
  }
}

/** May somebody come to follow by this event (+1), or do so no longer (−1)? Whether they followed at all, their history says. */
function change({ event }: Placed): 1 | -1 | null {
  switch (event.type) {
    case 'merged':
      return 1;
    case 'split':
    case 'withdrawn':
    case 'reopened':
      return -1;
    // Unhappy with what its master was answered, it has an order of its own.
    case 'dispatched':
      return event.data.cause === 'rework' ? -1 : null;
    default:
      return null;
  }
}

/** 并单: what happens to a master happens to those who follow it, and a master knows how many do. */
export const followMaster: Reader = {
  name: 'followers',
  only: [
    'answer-approved',
    'terminated',
    'answered-at-once',
    'referred',
    'withdrawn',
    'merged',
    'closed',
    'split',
    'reopened',
    'dispatched',
  ],
  async handle(tx: Tx, events: readonly Placed[]) {
    await addFollowJobs(tx, [...(await counting(tx, events)), ...(await telling(tx, events))]);
  },
};

/** Most answers have no followers: only those that do are worth a job. */
async function telling(tx: Tx, events: readonly Placed[]): Promise<FollowJob[]> {
  const ended = events.flatMap((placed) => {
    const end = ending(placed);
    const { key: master, seq, at } = placed;
    return end ? [{ master, seq, at, unit: end.unit }] : [];
  });
  const masters = await followed(
    tx,
    ended.map(({ master }) => master),
  );
  const known = new Set(masters.map(({ cohort, id }) => `${cohort}/${id}`));
  return ended
    .filter(({ master }) => known.has(`${master.cohort}/${master.id}`))
    .map((payload) => ({ name: 'tell-followers', master: payload.master, payload }));
}

async function counting(tx: Tx, events: readonly Placed[]): Promise<FollowJob[]> {
  const jobs: FollowJob[] = [];
  for (const placed of events) {
    const by = change(placed);
    if (by === null) continue;
    const { key: follower, seq, event } = placed;
    const master = event.type === 'merged' ? masterIn(event) : await masterBefore(tx, follower, seq);
    if (master) jobs.push({ name: 'count-follower', master, payload: { master, follower, seq, by } });
  }
  return jobs;
}
