import { createServer } from 'node:net';
import { demoAccounts } from '@suban/demo-city/accounts.ts';
import { missingYears } from '@suban/domain/calendar/calendar.ts';
import { openCity } from '../city.ts';
import { seedCalls } from '../connect/calls/demo-calls.ts';
import { demoPassword } from '../connect/seed-city.ts';
import { seedHistories } from '../connect/seed-histories.ts';
import { type Config, readConfig } from '../platform/config.ts';
import { startEmbedded } from '../platform/postgres/embedded.ts';
import type { Services } from '../platform/services.ts';
import { buildWeb } from '../platform/web-pages.ts';
import { serve } from '../serve.ts';

/** How many appeals the demo city has from the first start on. */
const demoAppeals = 800;

/** Serves a city until it is told to stop. */
export async function start(): Promise<void> {
  const config = readConfig(process.env);
  const say = (line: string) => console.log(line);
  await checkPort(config);
  const embedded = config.databaseUrl ? null : await startEmbedded({ dataDir: config.dataDir, log: say });
  const url = config.databaseUrl ?? embedded?.url ?? '';
  // The pages build while the city is being written: the first start is the long one.
  const [city] = await Promise.all([openCity(config, url), config.role === 'worker' ? null : buildWeb(say)]);
  const serving = await serve(city, url, { pages: true });
  announce(config, serving.port);
  warnOfCalendar(city.services);
  let stopping: Promise<void> | null = null;
  const stop = () => {
    // Ctrl-C reaches us from the terminal and from npm: one stop serves both.
    stopping ??= (async () => {
      await serving.close();
      await city.close();
      await embedded?.stop();
      process.exit(0);
    })();
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  if (config.demo && config.role !== 'web')
    await fillDemo(city.services, say).catch((error: unknown) => {
      if (!stopping) throw error;
    });
}

/** A clear word before anything is started. @throws Error with code `port-taken` */
async function checkPort(config: Config): Promise<void> {
  if (config.role === 'worker' || config.port === 0) return;
  await new Promise<void>((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      reject(
        taken
          ? Object.assign(new Error(`port ${config.port} is in use; choose another: PORT=8081 npm start`), {
              code: 'port-taken',
            })
          : error,
      );
    });
    probe.listen(config.port, config.host, () => probe.close(() => resolve()));
  });
}

function announce(config: Config, port: number): void {
  const home = config.publicUrl ?? `http://127.0.0.1:${port}`;
  if (config.role === 'worker') return console.log('速办 Suban worker is running');
  const lines = [
    '',
    '速办 Suban',
    `  市民 citizen   ${home}/`,
    `  工作台 worker  ${home}/desk`,
    `  指挥 manager   ${home}/command`,
  ];
  if (config.demo) {
    lines.push('', `  演示账号 demo accounts (password: ${demoPassword})`);
    for (const { username, roles, note } of demoAccounts())
      lines.push(`    ${username.padEnd(20)} ${roles.join(', ').padEnd(20)} ${note}`);
  }
  console.log(`${lines.join('\n')}\n`);
}

/** Administrators are told well before a year begins without its calendar; the settings page says the same. */
function warnOfCalendar({ reference, clock }: Services): void {
  const missing = missingYears(reference().calendar, clock()).join(', ');
  if (missing !== '')
    console.log(
      `  ${missing} 年的工作日历尚未发布或上传，期限为暂定 · no working calendar for ${missing} yet: its due dates are provisional\n`,
    );
}

/** Fills the demo's year behind the open doors; after a kill the next start goes on where it was. */
async function fillDemo(
  services: Parameters<typeof seedHistories>[0],
  say: (line: string) => void,
): Promise<void> {
  const { filed } = await seedHistories(services, { appeals: demoAppeals });
  await seedCalls(services);
  if (filed > 0) say(`the demo city's year is complete: ${filed} appeals with their histories`);
}
