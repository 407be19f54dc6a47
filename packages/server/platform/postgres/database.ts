import { Client, DatabaseError } from 'pg';
import { type Cluster, passwordFile } from './cluster.ts';
import { EmbeddedPostgresError } from './error.ts';
import { connectionString } from './socket.ts';

/** A local server that has not answered in this many ms is not healthy. */
const PATIENCE = 3_000;

/** Whether the cluster's server lets us in and answers. */
export async function canConnect(cluster: Cluster): Promise<boolean> {
  try {
    await ask(cluster, 'SELECT 1');
    return true;
  } catch {
    return false;
  }
}

/**
 * Creates the database `suban` if it is missing.
 * @throws EmbeddedPostgresError password-refused
 */
export async function ensureDatabase(cluster: Cluster): Promise<void> {
  try {
    const found = await ask(cluster, "SELECT 1 FROM pg_database WHERE datname = 'suban'");
    if (found === 0) await ask(cluster, 'CREATE DATABASE suban');
  } catch (error) {
    if (!(error instanceof DatabaseError) || error.code !== '28P01') throw error;
    throw new EmbeddedPostgresError(
      'password-refused',
      `The password in ${passwordFile(cluster.dataDir)} is not that of the database in ${cluster.folder}. ` +
        'Both belong together: put back the file from the same backup as the database.',
    );
  }
}

/** Runs one statement in the database `postgres`; the number of rows. */
async function ask(cluster: Cluster, statement: string): Promise<number> {
  const client = new Client({
    connectionString: connectionString(cluster.folder, cluster.password, 'postgres'),
    connectionTimeoutMillis: PATIENCE,
    query_timeout: PATIENCE,
  });
  // The server may go away between two answers; the next statement says so.
  client.on('error', () => {});
  try {
    await client.connect();
    return (await client.query(statement)).rowCount ?? 0;
  } finally {
    await client.end().catch(() => {});
  }
}
