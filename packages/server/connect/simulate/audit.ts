import { evolve } from '@suban/domain/evolve.ts';
import type { Appeal, AppealState } from '@suban/domain/appeal.ts';
import type { AppealKey } from '@suban/domain/ids.ts';
import { watches } from '@suban/domain/supervise/watch.ts';
import type { Opened } from '../../appeal/canonical.ts';
import type { Services } from '../../platform/services.ts';
import { type History, historiesAfter } from './audit-store.ts';

export type Audit = {
  /** Open appeals that nothing would ever happen to. */
  readonly stuck: readonly string[];
  /** Automatic steps taken later than a sweep's distance from their moment, or never. */
  readonly missed: readonly string[];
  /** Automatic steps taken twice for one clock. */
  readonly twice: readonly string[];
  /** How often each automatic step was taken. */
  readonly steps: Readonly<Record<string, number>>;
};

const ended: readonly AppealState[] = ['answered-at-once', 'referred', 'closed', 'withdrawn', 'merged'];
const batch = 500;

/**
 * Replays every appeal and asks, between any two events, what should have happened by itself by then: with the domain's
 * `watches` alone and nothing of the sweep.
 * @param late how much later than its moment a step may have been taken, in ms
 * @param until the end of the time looked at, in ms
 */
export async function auditSteps(
  services: Pick<Services, 'database' | 'reference'>,
  late: number,
  until: number,
): Promise<Audit> {
  const { owner } = services.database;
  const audit = { stuck: [] as string[], missed: [] as string[], twice: [] as string[] };
  const steps: Record<string, number> = {};
  for (let last: AppealKey | null = null; ; ) {
    const histories: History[] = await historiesAfter(owner, last, batch);
    for (const { key, events: history } of histories) {
      const name = `${key.cohort}/${key.id}`;
      let appeal: Appeal | null = null;
      for (const [i, event] of history.entries()) {
        const before: Appeal | null = appeal;
        const next = history[i + 1];
        appeal = evolve(before, event);
        if (before) countStep(before, appeal, event, name, audit.twice, steps);
        // The next event may be the step itself, taken within its time.
        if (next?.by === 'system') continue;
        // Between two events of one moment, as a decision and the dispatch that follows from it, no time passes.
        if (next?.at === event.at) continue;
        const missed = overdue(services, appeal, (next?.at ?? until) - late);
        audit.missed.push(...missed.map((step) => `${name}: ${step} after event ${event.seq}`));
      }
      if (appeal && isStuck(services, appeal)) audit.stuck.push(`${name}: ${appeal.state}`);
    }
    last = histories.at(-1)?.key ?? null;
    if (!last) return { ...audit, steps };
  }
}

const settingsOf = (services: Pick<Services, 'reference'>, appeal: Appeal) =>
  services.reference().settingsOf(appeal.beside.rules);

function overdue(services: Pick<Services, 'reference'>, appeal: Appeal, by: number): string[] {
  return watches(appeal, settingsOf(services, appeal), services.reference().calendar)
    .filter(({ at }) => at < by)
    .map(({ step }) => step);
}

function isStuck(services: Pick<Services, 'reference'>, appeal: Appeal): boolean {
  if (ended.includes(appeal.state)) return false;
  const { calendar } = services.reference();
  return watches(appeal, settingsOf(services, appeal), calendar).length === 0 && !hasDue(appeal);
}

/** What has had all its lights and the whole ladder is with a supervisor, who has a follow-up open on it. */
const hasDue = (appeal: Appeal): boolean => appeal.followUp;

/** A light that was on already cannot be put on again for the same clock. */
function countStep(
  before: Appeal,
  after: Appeal,
  { event, seq }: Opened,
  name: string,
  twice: string[],
  steps: Record<string, number>,
): void {
  const step = stepName(event);
  if (!step) return;
  steps[step] = (steps[step] ?? 0) + 1;
  if (before.beside.raised.length === after.beside.raised.length)
    twice.push(`${name}: ${step} in event ${seq}`);
}

function stepName(event: Opened['event']): string | null {
  switch (event.type) {
    case 'light-raised':
      return `${event.data.clock}:${event.data.light}`;
    case 'chased':
      return 'chase';
    case 'call-back-planned':
      return `call-back-${event.data.cause}`;
    case 'promise-due':
      return 'promise-due';
    case 'follow-up-opened':
      return event.data.cause === 'overdue' ? 'follow-up' : null;
    case 'circular-issued':
      return event.data.cause === 'overdue' ? 'circular' : null;
    default:
      return null;
  }
}
