import { clearLearnt } from '../dispatch/learning-store.ts';
import { learning } from '../dispatch/learning.ts';
import { suggester } from '../dispatch/suggester.ts';
import { clearIndexed } from '../appeal/similar-store.ts';
import { clearHotEvents } from '../govern/hot-store.ts';
import { hotEvents } from '../govern/hot-events.ts';
import { clearFigures } from '../figures/projector-store.ts';
import { projector } from '../figures/projector.ts';
import { similarIndex } from '../dispatch/similar-reader.ts';
import { catchUp } from '../platform/catch-up.ts';
import type { Database } from '../platform/database.ts';
import { forget, lag, type Reader } from '../platform/reader.ts';
import type { Services } from '../platform/services.ts';
import { withCity } from './open.ts';

/** How often progress is told, in ms. */
const tellEvery = 1_000;

/** What readers keep is what the events add up to: thrown away, it comes back equal, also while a server takes new ones in. */
export async function rebuild(): Promise<void> {
  const tell = (line: string) => console.log(line);
  await withCity(async ({ services }) => {
    await rebuildFigures(services, tell);
    await rebuildLearnt(services, tell);
    await rebuildSimilar(services, tell);
    await rebuildHotEvents(services, tell);
  });
}

/** What decisions have taught, and what became of the suggestions; those that were shown stay as they were. */
export async function rebuildLearnt(
  services: Pick<Services, 'database' | 'reference'>,
  tell: (line: string) => void,
): Promise<void> {
  const { database } = services;
  const reader = learning(services);
  await database.owner.transaction(async (tx) => {
    await forget(tx, reader.name);
    await clearLearnt(tx);
  });
  await catchUp(database, [suggester(services), telling(database, reader, tell)]);
  tell('what was learnt is rebuilt from the events');
}

/** What each appeal is found under by others like it. What was noted of them stands in the events. */
export async function rebuildSimilar(
  { database, reference }: Pick<Services, 'database' | 'reference'>,
  tell: (line: string) => void,
): Promise<void> {
  const reader = similarIndex(reference);
  await database.owner.transaction(async (tx) => {
    await forget(tx, reader.name);
    await clearIndexed(tx);
  });
  await catchUp(database, [telling(database, reader, tell)]);
  tell('the index of what is alike is rebuilt from the events');
}

/** @param tell is given a line every second, and one at the end */
export async function rebuildFigures(
  { database, reference }: Pick<Services, 'database' | 'reference'>,
  tell: (line: string) => void,
): Promise<void> {
  const figures = projector(reference);
  await database.owner.transaction(async (tx) => {
    await forget(tx, figures.name);
    await clearFigures(tx);
  });
  await catchUp(database, [telling(database, figures, tell)]);
  tell('the figures are rebuilt from the events');
}

/** Hot events are found again. Alerts and what people said of them are records and stay. */
export async function rebuildHotEvents(
  { database, reference }: Pick<Services, 'database' | 'reference'>,
  tell: (line: string) => void,
): Promise<void> {
  const events = hotEvents(reference);
  await database.owner.transaction(async (tx) => {
    await forget(tx, events.name);
    await clearHotEvents(tx);
  });
  await catchUp(database, [telling(database, events, tell)]);
  tell('the hot events are found again');
}

/** The same reader, which says how far it has come. */
function telling(database: Database, reader: Reader, tell: (line: string) => void): Reader {
  let read = 0;
  let told = Date.now();
  return {
    ...reader,
    async handle(tx, events) {
      await reader.handle(tx, events);
      read += events.length;
      if (Date.now() - told < tellEvery) return;
      told = Date.now();
      const left = (await lag(database)).readers[reader.name] ?? 0;
      tell(`${read} events read, ${Math.max(0, left - events.length)} to go`);
    },
  };
}
