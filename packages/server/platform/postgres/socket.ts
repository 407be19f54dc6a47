import { openSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { PORT } from './settings.ts';

/** The longest socket path the kernel takes, in bytes. */
const LONGEST_PATH = 107;

const SOCKET_NAME = `.s.PGSQL.${PORT}`;

/** A short name for each folder whose own is too long, kept for as long as the process may open connections. */
const shortNames = new Map<string, string>();

/**
 * The cluster folder under a name short enough to connect to its socket.
 *
 * A long path is reached through a folder this process keeps open: unlike a link in /tmp it never goes stale, and
 * root and this user's other processes can use it too.
 */
export function socketFolder(folder: string): string {
  if (Buffer.byteLength(join(folder, SOCKET_NAME)) <= LONGEST_PATH) return folder;
  const name = shortNames.get(folder) ?? `/proc/${process.pid}/fd/${openSync(folder, 'r')}`;
  shortNames.set(folder, name);
  return name;
}

/** Whether a process listens on the cluster's socket. A socket file alone proves nothing: it outlives its process. */
export function accepts(folder: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(join(socketFolder(folder), SOCKET_NAME));
    const answer = (yes: boolean) => {
      socket.destroy();
      resolve(yes);
    };
    socket.once('connect', () => answer(true));
    socket.once('error', () => answer(false));
  });
}

/** The connection string of a database in this cluster, for `pg` and for libpq's own tools. */
export function connectionString(folder: string, password: string, database: string): string {
  const host = encodeURIComponent(socketFolder(folder));
  // PGSSLMODE in the environment would ask the socket for TLS, which it has none of.
  return `postgres://suban:${password}@localhost:${PORT}/${database}?host=${host}&sslmode=disable`;
}
