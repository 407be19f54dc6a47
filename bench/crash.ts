import { setTimeout as sleep } from 'node:timers/promises';
import type { FileRequest } from '../packages/domain/collect/requests.ts';
import { type Database, openDatabase } from '../packages/server/platform/database.ts';
import { postmasterOf } from './cpu.ts';
import { openConnection } from './http.ts';
import { untilZero } from './measure.ts';
import type { Options } from './options.ts';
import { type Served, setStage, type Stage } from './stage.ts';
import { filings } from './texts.ts';

type Filed = { readonly number: string; readonly queryCode: string };
/** Every request ever sent; what it was answered with, once it was. */
type Sent = Map<string, { readonly request: FileRequest; answer: Filed | null }>;

/** How many appeals are looked up by number and code at the end: enough to meet every kind of moment. */
const tracked = 200;

/**
 * `kill -9` of the server in the middle of the intake, and again of the database with it. Afterwards every appeal that
 * was acknowledged is there once, what was not is filed once when it is sent again, and every job has run.
 * @throws Error when anything is lost or doubled
 */
export async function crash({ seconds, clients }: Options) {
  const stage = await setStage();
  try {
    const sent: Sent = new Map();
    const rounds: object[] = [];
    for (const kill of stage.clusterFolder === null ? [['server']] : [['server'], ['server', 'database']]) {
      rounds.push({ killed: kill, ...(await round(stage, sent, (seconds * 1000) / 2, clients, kill)) });
    }
    return { rounds };
  } finally {
    await stage.close();
  }
}

async function round(stage: Stage, sent: Sent, ms: number, clients: number, kill: readonly string[]) {
  const served = await stage.serve(true);
  const next = filings();
  const sending = sendFor(served.port, sent, clients, ms + 2_000, next);
  await sleep(ms);
  if (kill.includes('database') && stage.clusterFolder)
    process.kill(postmasterOf(stage.clusterFolder), 'SIGKILL');
  await served.kill();
  await sending;
  const unanswered = [...sent.values()].filter(({ answer }) => answer === null);
  await databaseBack(stage.url);
  const again = await stage.serve(true);
  const database = openDatabase(stage.url);
  try {
    const connection = openConnection(again.port);
    for (const each of unanswered) each.answer = await file(connection, each.request);
    connection.close();
    const zero = await untilZero(database);
    return {
      sent: sent.size,
      unacknowledged: unanswered.length,
      ...(await check(database, again, sent)),
      ...zero,
    };
  } finally {
    await database.close();
    await again.stop();
  }
}

async function sendFor(
  port: number,
  sent: Sent,
  clients: number,
  ms: number,
  next: () => FileRequest,
): Promise<void> {
  const until = performance.now() + ms;
  await Promise.all(
    Array.from({ length: clients }, async () => {
      const connection = openConnection(port);
      while (performance.now() < until) {
        const request = next();
        const entry = { request, answer: null as Filed | null };
        sent.set(request.requestId, entry);
        try {
          entry.answer = await file(connection, request);
        } catch {
          // Killed: whether it was filed is what the check is about.
          return connection.close();
        }
      }
      connection.close();
    }),
  );
}

async function file(connection: ReturnType<typeof openConnection>, request: FileRequest): Promise<Filed> {
  const { status, body } = await connection.send('POST', '/api/appeals', request);
  if (status !== 201) throw new Error(`${status} ${body}`);
  return JSON.parse(body) as Filed;
}

/** The postmaster's keeper starts it again; recovery takes its time. */
async function databaseBack(url: string): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    const database = openDatabase(url, 1);
    const up = await database.owner.query('select 1').then(
      () => true,
      () => false,
    );
    await database.close();
    if (up) return;
    await sleep(100);
  }
  throw new Error('the database did not come back within 30 s');
}

async function check(database: Database, served: Served, sent: Sent) {
  const answers = [...sent.values()].flatMap(({ answer }) => answer ?? []);
  const numbers = new Set(answers.map(({ number }) => number));
  const [row] = await database.owner.query<
    Record<'appeals' | 'events' | 'positions' | 'last' | 'messages' | 'delivered' | 'jobs', number>
  >(
    `select (select count(*) from appeal) as appeals, (select count(*) from appeal_event) as events,
       (select count(*) from event_position) as positions, (select coalesce(max(position), 0) from event_position) as last,
       (select count(*) from notification) as messages, (select count(*) from notification where sent_at is not null) as delivered,
       (select count(*) from graphile_worker._private_jobs) as jobs`,
  );
  if (!row) throw new Error('the counts are one row');
  const found = await trackSome(served.port, answers);
  const lost = sent.size - row.appeals;
  const whole =
    numbers.size === sent.size &&
    lost === 0 &&
    found === Math.min(tracked, answers.length) &&
    row.positions === row.events &&
    row.last === row.events &&
    row.messages === row.appeals &&
    row.delivered === row.messages &&
    row.jobs === 0;
  if (!whole)
    throw new Error(
      `something was lost or doubled: ${JSON.stringify({ sent: sent.size, numbers: numbers.size, found, ...row })}`,
    );
  return { acknowledged: numbers.size, lost, doubled: sent.size - numbers.size, trackable: found, ...row };
}

async function trackSome(port: number, answers: readonly Filed[]): Promise<number> {
  const connection = openConnection(port);
  const step = Math.max(1, Math.floor(answers.length / tracked));
  let found = 0;
  for (const { number, queryCode } of answers.filter((_, i) => i % step === 0).slice(0, tracked)) {
    const { status } = await connection.send('GET', `/api/appeals/${number}?code=${queryCode}`);
    if (status === 200) found += 1;
  }
  connection.close();
  return found;
}
