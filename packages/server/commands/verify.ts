import { readers } from '../city.ts';
import { verify as verifyCity } from '../appeal/verify.ts';
import { catchUp } from '../platform/catch-up.ts';
import { withCity } from './open.ts';

const shownFaults = 20;

/** Exit code 1 when anything does not agree. */
export async function verify(): Promise<void> {
  await withCity(async ({ services }) => {
    await catchUp(services.database, readers(services));
    const { appeals, events, faults } = await verifyCity(services);
    console.log(
      JSON.stringify(
        { appeals, events, faults: faults.length, first: faults.slice(0, shownFaults) },
        null,
        2,
      ),
    );
    if (faults.length > 0) process.exitCode = 1;
  });
}
