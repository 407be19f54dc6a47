import { lchownSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { EmbeddedPostgresError } from './error.ts';

/** The system user PostgreSQL runs as; undefined is the user we are. */
export type Account = { readonly uid: number; readonly gid: number } | undefined;

/** A system user made for Suban first, then PostgreSQL's own, then the one every Linux has. */
const PREFERRED_NAMES = ['suban', 'postgres', 'nobody'];

/**
 * Whom PostgreSQL runs as. It refuses root, so root drops to another user: the owner of the existing cluster, else
 * the first of PREFERRED_NAMES. A cluster handed to root (a restored copy, `chown -R root`) is given back.
 *
 * @param folder the cluster folder, which may not exist yet
 * @throws EmbeddedPostgresError data-folder-not-yours, no-unprivileged-user
 */
export function databaseAccount(folder: string): Account {
  const owner = statSync(folder, { throwIfNoEntry: false });
  const me = process.getuid?.();
  if (me !== 0) {
    if (owner !== undefined && owner.uid !== me) {
      throw new EmbeddedPostgresError(
        'data-folder-not-yours',
        `The database in ${folder} belongs to user id ${owner.uid}, you are ${me}. ` +
          'Start as that user, hand the folder over with chown -R, or set SUBAN_DATA to another folder.',
      );
    }
    return undefined;
  }
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const account = unprivilegedAccount();
  if (owner !== undefined) giveTo(account, folder);
  return account;
}

function unprivilegedAccount(): { uid: number; gid: number } {
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const name of PREFERRED_NAMES) {
    const [, , uid, gid] = users.find((user) => user[0] === name) ?? [];
    if (uid !== undefined && gid !== undefined && uid !== '0') return { uid: Number(uid), gid: Number(gid) };
  }
  throw new EmbeddedPostgresError(
    'no-unprivileged-user',
    `PostgreSQL refuses to run as root, and there is no user ${PREFERRED_NAMES.join(', ')} to run it as. ` +
      'Create one (useradd --system suban), or start Suban as an ordinary user.',
  );
}

function giveTo(account: { uid: number; gid: number }, folder: string): void {
  for (const name of ['', ...readdirSync(folder, { recursive: true, encoding: 'utf8' })]) {
    lchownSync(join(folder, name), account.uid, account.gid);
  }
}
