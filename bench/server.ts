import { openCity } from '../packages/server/city.ts';
import { readConfig } from '../packages/server/platform/config.ts';
import { serve } from '../packages/server/serve.ts';

// The server under measurement, in a process of its own: the same city and routes as `suban start`, without the demo's year,
// and without the pages unless they are what is measured. Tells its parent the port it serves on.
const config = readConfig(process.env);
const url = config.databaseUrl ?? '';
const city = await openCity(config, url);
const serving = await serve(city, url, {
  pages: process.env['SUBAN_BENCH_PAGES'] === 'on',
});
process.send?.({ port: serving.port });

let stopping: Promise<void> | null = null;
function stop(): void {
  stopping ??= (async () => {
    await serving.close();
    await city.close();
    process.exit(0);
  })();
}
process.on('SIGTERM', stop);
// Nobody is left to measure for.
process.on('disconnect', stop);
