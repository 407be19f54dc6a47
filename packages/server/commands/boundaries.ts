import { exportBoundaries, importBoundaries } from '../connect/boundaries.ts';
import { withCity } from './open.ts';

/** Imports a city's boundaries from a file, or prints those there are. */
export async function boundaries(file: string | null): Promise<void> {
  await withCity(async ({ services }) => {
    if (file === null) console.log(JSON.stringify(exportBoundaries(services.reference())));
    else console.log(JSON.stringify(await importBoundaries(services, file)));
  });
}
