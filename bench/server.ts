import { openCity } from '../packages/server/city.ts';
import { readConfig } from '../packages/server/platform/config.ts';
import { serve } from '../packages/server/serve.ts';

// The server under measurement, in a process of its own: the same city and routes as `suban start`, without the pages
// and the demo's year. Tells its parent the port it serves on.
const config = readConfig(process.env);
const url = config.databaseUrl ?? '';
const city = await openCity(config, url);
const serving = await serve(city, url, { pages: false });
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
