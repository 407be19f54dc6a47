import { openCity, runWorkers } from '../city.ts';
import { testConfig } from './test-config.ts';

// A process that does what follows the events, as `SUBAN_ROLE=worker` does, for tests that kill it. Its parent tells it
// what time it is: `{ now }` in ms.
let now = Number(process.env['SUBAN_TEST_NOW']);
process.on('message', (told: { now: number }) => {
  now = told.now;
});
// Nobody is left to work for.
process.on('disconnect', () => process.exit(0));

const url = process.env['SUBAN_TEST_URL'] ?? '';
const city = await openCity(testConfig(process.env['SUBAN_TEST_DATA'] ?? ''), url, { clock: () => now });
await runWorkers(city.services, url);
process.send?.('ready');
