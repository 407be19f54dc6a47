import { verify as verifyCity } from '../appeal/verify.ts';
import { withCity } from './open.ts';

const shownFaults = 20;
/** How often progress is told, in appeals. */
const tellEvery = 10_000;

/** Exit code 1 when anything does not agree. It may run while the city works. */
export async function verify(): Promise<void> {
  await withCity(async ({ services }) => {
    let told = 0;
    const { appeals, events, faults } = await verifyCity(services, {
      progress: (checked) => {
        if (checked < told + tellEvery) return;
        told = checked;
        console.error(`${checked} appeals checked`);
      },
    });
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
