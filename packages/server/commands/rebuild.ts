import { clearFigures } from '../figures/projector-store.ts';
import { projector } from '../figures/projector.ts';
import { catchUp } from '../platform/catch-up.ts';
import { forget } from '../platform/reader.ts';
import { withCity } from './open.ts';

/** Figures are what the events add up to: thrown away, they come back equal. */
export async function rebuild(): Promise<void> {
  await withCity(async ({ services: { database } }) => {
    await database.owner.transaction(async (tx) => {
      await forget(tx, projector.name);
      await clearFigures(tx);
    });
    await catchUp(database, [projector]);
    console.log('the figures are rebuilt from the events');
  });
}
