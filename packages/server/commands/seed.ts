import { seedCalls } from '../connect/calls/demo-calls.ts';
import { seedHistories } from '../connect/seed-histories.ts';
import { catchUp } from '../platform/catch-up.ts';
import { readers } from '../city.ts';
import { withCity } from './open.ts';

export async function seed(appeals: number): Promise<void> {
  await withCity(async ({ services }) => {
    const started = Date.now();
    const { filed, commands } = await seedHistories(services, {
      appeals,
      onProgress: (done: number) => process.stderr.write(`\r${done} of ${appeals} appeals`),
    });
    process.stderr.write('\n');
    const calls = await seedCalls(services);
    await catchUp(services.database, readers(services));
    console.log(
      `${filed} appeals filed, ${commands} commands, ${calls} calls, ${((Date.now() - started) / 1000).toFixed(1)} s`,
    );
  });
}
