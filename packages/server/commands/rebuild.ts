import { clearFigures } from '../figures/projector-store.ts';
import { projector } from '../figures/projector.ts';
import { catchUp } from '../platform/catch-up.ts';
import type { Database } from '../platform/database.ts';
import { forget, lag, type Reader } from '../platform/reader.ts';
import type { Services } from '../platform/services.ts';
import { withCity } from './open.ts';

/** How often progress is told, in ms. */
const tellEvery = 1_000;

/** Figures are what the events add up to: thrown away, they come back equal, also while a server takes new ones in. */
export async function rebuild(): Promise<void> {
  await withCity(({ services }) => rebuildFigures(services, (line) => console.log(line)));
}

/** @param tell is given a line every second, and one at the end */
export async function rebuildFigures(
  { database, reference }: Pick<Services, 'database' | 'reference'>,
  tell: (line: string) => void,
): Promise<void> {
  const reader = projector(reference);
  await database.owner.transaction(async (tx) => {
    await forget(tx, reader.name);
    await clearFigures(tx);
  });
  await catchUp(database, [telling(database, reader, tell)]);
  tell('the figures are rebuilt from the events');
}

/** The same reader, which says how far it has come. */
function telling(database: Database, reader: Reader, tell: (line: string) => void): Reader {
  let read = 0;
  let told = Date.now();
  return {
    name: reader.name,
    async handle(tx, events) {
      await reader.handle(tx, events);
      read += events.length;
      if (Date.now() - told < tellEvery) return;
      told = Date.now();
      const left = (await lag(database)).readers[reader.name] ?? 0;
      tell(`${read} events counted, ${Math.max(0, left - events.length)} to go`);
    },
  };
}
