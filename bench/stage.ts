import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cpuOf, postmasterOf } from './cpu.ts';
import { newSecret } from '../packages/server/platform/crypto.ts';
import { startTestPostgres } from '../packages/server/platform/postgres/test-server.ts';

/** The city under measurement, in processes of its own. */
export type Served = {
  readonly port: number;
  /** Processor time used so far by the servers, the database (0 where it is not ours) and this process, in ms. */
  cpu(): Cpu;
  /** Takes both cores away from it, until `resume`. */
  pause(): void;
  resume(): void;
  /** Ends it at once, as a power cut would, and waits until it is gone. */
  kill(): Promise<void>;
  stop(): Promise<void>;
};

/** `worker` is 0 where the web process does its work too. */
export type Cpu = {
  readonly web: number;
  readonly worker: number;
  readonly database: number;
  readonly driver: number;
};

export type Stage = {
  readonly url: string;
  readonly secret: string;
  /** The folder of the throwaway PostgreSQL; null where DATABASE_URL names the database. */
  readonly clusterFolder: string | null;
  /** @param together web and worker in one process; else in a process each, as production runs them */
  serve(together: boolean): Promise<Served>;
  close(): Promise<void>;
};

/** A durable throwaway database (fsync on, Suban's own settings), or the one DATABASE_URL names. */
export async function setStage(): Promise<Stage> {
  const given = process.env['DATABASE_URL'];
  const postgres = given ? null : await startTestPostgres({ durable: true });
  const url = given ?? postgres?.url ?? '';
  const secret = newSecret();
  const dataDir = await mkdtemp(join(tmpdir(), 'suban-bench-'));
  return {
    url,
    secret,
    clusterFolder: postgres?.folder ?? null,
    async serve(together) {
      const env = { ...process.env, DATABASE_URL: url, SUBAN_SECRET: secret, SUBAN_DATA: dataDir };
      const web = await startServer(env, together ? 'all' : 'web');
      const worker = together ? null : await startServer(env, 'worker');
      const all = worker ? [web, worker] : [web];
      const each = async (work: (server: Server) => unknown) => {
        await Promise.all(all.map(work));
      };
      return {
        port: web.port,
        cpu: () => ({
          web: cpuOf(web.child.pid ?? 0),
          worker: worker ? cpuOf(worker.child.pid ?? 0) : 0,
          database: postgres ? cpuOf(postmasterOf(postgres.folder)) : 0,
          driver: process.cpuUsage().user / 1000 + process.cpuUsage().system / 1000,
        }),
        pause: () => void each(({ child }) => child.kill('SIGSTOP')),
        resume: () => void each(({ child }) => child.kill('SIGCONT')),
        kill: () => each((server) => end(server, 'SIGKILL')),
        stop: () => each((server) => end(server, 'SIGTERM')),
      };
    },
    async close() {
      await postgres?.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

type Server = { readonly child: ChildProcess; readonly port: number; readonly ended: Promise<unknown> };

async function startServer(env: NodeJS.ProcessEnv, role: 'web' | 'worker' | 'all'): Promise<Server> {
  const child = fork(join(import.meta.dirname, 'server.ts'), {
    // Filing faster than any person does is the point.
    env: {
      ...env,
      SUBAN_ROLE: role,
      PORT: '0',
      HOST: '127.0.0.1',
      SUBAN_DEMO: 'on',
      SUBAN_RATE_LIMIT: 'off',
    },
    // For profiling, e.g. SUBAN_BENCH_NODE=--cpu-prof.
    execArgv: process.env['SUBAN_BENCH_NODE']?.split(' ') ?? [],
  });
  const ended = once(child, 'exit');
  const ready = once(child, 'message').then(([message]: { port: number }[]) => message?.port ?? 0);
  const port = await Promise.race([ready, ended.then(() => null)]);
  if (port === null) throw new Error(`the ${role} process ended before it was ready`);
  return { child, port, ended };
}

async function end({ child, ended }: Server, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  child.kill('SIGCONT');
  child.kill(signal);
  await ended;
}
