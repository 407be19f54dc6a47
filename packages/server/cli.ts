import { Command, InvalidArgumentError } from 'commander';
import type { Options } from '../../bench/options.ts';
import type { CallOptions } from './commands/call.ts';
import { Problem } from './platform/problem.ts';
import { reasonOf } from './platform/postgres/error.ts';

const whole = (text: string): number => {
  const n = Number(text);
  if (!Number.isSafeInteger(n) || n < 0) throw new InvalidArgumentError('a whole number, please');
  return n;
};

const share = (text: string): number => {
  const p = Number(text);
  if (text.trim() === '' || !(p >= 0 && p <= 1))
    throw new InvalidArgumentError('a number from 0 to 1, please');
  return p;
};

function program(): Command {
  const suban = new Command('suban').description(
    'Suban (速办): a city takes in, dispatches, handles, supervises and evaluates what its people ask for',
  );
  suban
    .command('start')
    .description('serve the city; brings its own PostgreSQL unless DATABASE_URL is set')
    .action(async () => (await import('./commands/start.ts')).start());
  suban
    .command('migrate')
    .description('bring the database up to date')
    .action(async () => (await import('./commands/migrate.ts')).migrateCommand());
  suban
    .command('seed')
    .description('fill the demo city with appeals and their histories')
    .requiredOption('--demo', 'the demo city')
    .option('--appeals <n>', 'how many appeals', whole, 800)
    .action(async ({ appeals }: { appeals: number }) => (await import('./commands/seed.ts')).seed(appeals));
  suban
    .command('import')
    .description('file the messages of a jsonl, csv or xlsx file; a second run files nothing twice')
    .argument('<file>')
    .option(
      '--rejects <file>',
      'where to write what could not be filed, with reasons (default: FILE.rejects.jsonl)',
    )
    .action(async (file: string, { rejects }: { rejects?: string }) =>
      (await import('./commands/import.ts')).importCommand(file, rejects),
    );
  suban
    .command('boundaries')
    .description(
      'put official boundaries (GeoJSON, one shape a subdistrict) on the map; without a file prints those there are',
    )
    .argument('[file]')
    .action(async (file: string | undefined) =>
      (await import('./commands/boundaries.ts')).boundaries(file ?? null),
    );
  return withTools(suban);
}

/** What checks, measures and reads, beside what runs the city. */
function withTools(suban: Command): Command {
  suban
    .command('rebuild')
    .description('recompute the figures from the events')
    .action(async () => (await import('./commands/rebuild.ts')).rebuild());
  suban
    .command('verify')
    .description('check every hash chain and that state and figures equal the events')
    .action(async () => (await import('./commands/verify.ts')).verify());
  suban
    .command('simulate')
    .description('let a city live on a virtual clock, on a throwaway database, and check what came of it')
    .option('--appeals <n>', 'how many are filed', whole, 2_000)
    .option('--months <n>', 'over how many months', whole, 12)
    .option('--seed <n>', 'another seed, another year', whole, 1)
    .action(async (options: { appeals: number; months: number; seed: number }) =>
      (await import('./commands/simulate.ts')).simulate(options),
    );
  suban
    .command('classify')
    .description('sort messages (JSON Lines, a file or stdin) into topics, with confidence, unit and reason')
    .argument('[file]')
    .option('--abstain <p>', 'name no label below this confidence', share)
    .action(async (file: string | undefined, { abstain }: { abstain?: number }) =>
      (await import('./commands/classify.ts')).classify(file ?? null, abstain ?? 0),
    );
  suban
    .command('events')
    .description(
      'gather messages (JSON Lines in time order, a file or stdin) into events; prints those alerted',
    )
    .argument('[file]')
    .option('--all', 'also gatherings of two and more without an alert', false)
    .action(async (file: string | undefined, { all }: { all: boolean }) =>
      (await import('./commands/events.ts')).events(file ?? null, all),
    );
  suban
    .command('bench')
    .description('measure, as JSON; bench/README.md lists what')
    .argument('<name>')
    .option('--seconds <n>', 'how long to send', whole, 10)
    .option('--clients <n>', 'how many send at once', whole, 16)
    .option(
      '--together',
      'web and worker in one process; else in a process each, as production runs them',
      false,
    )
    .option('--appeals <n>', 'how large a city is filled (pages)', whole, 1_000_000)
    .action(async (name: string, options: Options) =>
      (await import('../../bench/run.ts')).bench(name, options),
    );
  return withCalls(suban);
}

/** What stands in for a telephone exchange. */
function withCalls(suban: Command): Command {
  suban
    .command('call')
    .description('play a telephone exchange against a running server: a call rings at an operator’s desk')
    .requiredOption('--phone <number>', 'who calls')
    .option('--operator <name>', 'at whose desk it rings', 'operator')
    .option('--line <name>', 'what was dialled', '12345')
    .option('--url <url>', 'where the server is', `http://127.0.0.1:${process.env['PORT'] ?? 8080}`)
    .option('--rings <s>', 'seconds until it is answered', whole, 3)
    .option('--talks <s>', 'seconds until it ends', whole, 120)
    .option('--give-up', 'the caller hangs up before it is answered', false)
    .action(async (options: CallOptions) => (await import('./commands/call.ts')).call(options));
  return suban;
}

/** The `suban` command. Failures are one line with a stable code, never a stack trace. */
export async function main(argv: readonly string[]): Promise<void> {
  try {
    await program().parseAsync([...argv], { from: 'user' });
  } catch (error) {
    const code =
      error instanceof Problem || (error instanceof Error && 'code' in error)
        ? `${String(error.code)}: `
        : '';
    const where = error instanceof Problem ? (error.fields ?? []) : [];
    const at = where.map(({ path, message }) => ` (${path}: ${message})`).join('');
    console.error(`suban: ${code}${reasonOf(error)}${at}`);
    process.exitCode = 1;
  }
}
