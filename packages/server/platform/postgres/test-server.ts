import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from './embedded.ts';
import { signal } from './processes.ts';

/** A throwaway database need not survive a power cut, and small ones may run side by side. */
const NOT_DURABLE = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  shared_buffers: '64MB',
};

/** Ends the server and removes its folder when this process has died without stopping it. */
const CLEAN_UP = `
while kill -0 "$1" 2>/dev/null; do sleep 1; done
kill -QUIT "$(head -n 1 "$2/postgres/postmaster.pid")"; sleep 1; rm -rf "$2"`;

export type TestPostgres = {
  /** Superuser `suban` of an empty database `suban`. */
  readonly url: string;
  /** The cluster folder (PGDATA). */
  readonly folder: string;
  /** Ends the server and removes its folder. */
  stop(): Promise<void>;
};

/**
 * A throwaway PostgreSQL for tests and benches: npm's 18, or the programs in the folder SUBAN_TEST_PG_BIN names.
 *
 * @param options.durable keeps Suban's real settings (fsync on), for benches and crash tests
 */
export async function startTestPostgres(options: { durable?: boolean } = {}): Promise<TestPostgres> {
  const dataDir = mkdtempSync(join(tmpdir(), 'suban-test-'));
  // PostgreSQL before 16 must be able to walk to its folder.
  chmodSync(dataDir, 0o711);
  const binDir = process.env['SUBAN_TEST_PG_BIN'];
  const guard = spawn('sh', ['-c', CLEAN_UP, 'clean-up', String(process.pid), dataDir], {
    detached: true,
    stdio: 'ignore',
  });
  guard.unref();
  const remove = () => {
    if (guard.pid !== undefined) signal(-guard.pid, 'SIGTERM');
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    const server = await startEmbedded({
      dataDir,
      log: () => {},
      ...(binDir ? { binDir } : {}),
      ...(options.durable ? {} : { settings: NOT_DURABLE }),
    });
    return {
      url: server.url,
      folder: server.folder,
      stop: async () => {
        await server.stop();
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}
