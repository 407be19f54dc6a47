import type { ActivationRow } from '@suban/domain/api-reference.ts';
import { activationHours, type Keeper, mayReset } from '@suban/domain/reference/account-rules.ts';
import { sha256 } from '../platform/crypto.ts';
import type { Tx } from '../platform/database.ts';
import { staffChannel } from '../platform/noticed.ts';
import { Problem } from '../platform/problem.ts';
import type { Services } from '../platform/services.ts';
import { accountsBehind, findAccount, openActivation, tellStaffChanged } from './accounts-store.ts';
import { addChange, changeOf, lockReference } from './reference-change-store.ts';

const hour = 3_600_000;

/** Lets the owners of accounts choose a password, with a code made of the request that asked for it. */
export async function openFor(
  { crypto, clock }: Pick<Services, 'crypto' | 'clock'>,
  tx: Tx,
  request: string,
  usernames: readonly string[],
): Promise<void> {
  const until = clock() + activationHours * hour;
  for (const [username, account] of await accountsBehind(tx, usernames))
    await openActivation(tx, { account, hash: sha256(crypto.activationCode(request, username)), until });
}

/** The codes a request has opened accounts with: the same when it is sent again, none once it is used or over. */
export async function issuedBy(
  { crypto, database }: Pick<Services, 'crypto' | 'database'>,
  request: string,
  usernames: readonly string[],
): Promise<ActivationRow[]> {
  const rows = await Promise.all(usernames.map((username) => findAccount(database.owner, username)));
  return rows.flatMap((row) => {
    if (row === null || row.until === null) return [];
    const code = crypto.activationCode(request, row.key);
    return [{ username: row.key, code, until: new Date(row.until).toISOString() }];
  });
}

/**
 * Lets somebody choose a password anew: the old one is gone and their sessions end. Written down like every change.
 * @throws Problem `not-found`, `not-allowed`, `account-closed`, `request-id-reused`
 */
export async function resetAccount(
  services: Services,
  by: Keeper & { readonly account: string },
  username: string,
  { requestId: request, why }: { readonly requestId: string; readonly why: string },
): Promise<ActivationRow> {
  const { database, clock } = services;
  await database.owner.transaction(async (tx) => {
    await lockReference(tx);
    const row = await findAccount(tx, username);
    if (!row) throw new Problem('not-found');
    if (!mayReset(by, username, row.entry)) throw new Problem('not-allowed');
    const made = await changeOf(tx, request);
    if (made) {
      if (made.account !== by.account || made.list !== 'account') throw new Problem('request-id-reused');
      return;
    }
    if (!row.entry.active) throw new Problem('account-closed');
    const items = [{ key: username, before: { activation: null }, after: { activation: 'issued' } }];
    const { account } = by;
    await addChange(tx, { list: 'account', at: clock(), account, why, request, undoes: null, items });
    await openFor(services, tx, request, [username]);
    await tellStaffChanged(tx, staffChannel, [username]);
  });
  services.live.staffChanged();
  const [activation] = await issuedBy(services, request, [username]);
  // Sent again when the link was used: there is nothing more to show.
  if (!activation) throw new Problem('request-id-reused');
  return activation;
}
