import { importFile } from '../connect/import.ts';
import { catchUp } from '../platform/catch-up.ts';
import { readers } from '../city.ts';
import { withCity } from './open.ts';

export async function importCommand(file: string, rejects = `${file}.rejects.jsonl`): Promise<void> {
  await withCity(async ({ services }) => {
    const result = await importFile(services, {
      file,
      rejectsFile: rejects,
      onProgress: ({ read, filed, known, rejected, share }) => {
        const percent = share === null ? '' : ` (${Math.round(share * 100)} %)`;
        process.stderr.write(
          `\r${read} read, ${filed} filed, ${known} known, ${rejected} rejected${percent}`,
        );
      },
    });
    process.stderr.write('\n');
    // Suggestions follow the events: done here, so that nobody waits for a server to be started.
    await catchUp(services.database, readers(services));
    console.log(JSON.stringify({ ...result, ...(result.rejected > 0 ? { rejects } : {}) }));
  });
}
