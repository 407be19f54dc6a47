import type { Staff } from '@suban/domain/actors.ts';
import { accountId } from '@suban/domain/ids.ts';
import { Problem } from '../platform/problem.ts';
import type { Services } from '../platform/services.ts';
import type { Auth } from './auth.ts';
import type { Unit } from './reference-store.ts';
import { findStaff } from './staff-store.ts';

/** A member of staff who is signed in. */
export type Person = {
  readonly actor: Staff;
  readonly username: string;
  readonly name: string;
  readonly nameEn: string;
  readonly unit: Unit;
};

/** As much of a request as proves who sends it. */
type WithCookie = { readonly headers: { readonly cookie?: string | undefined } };

export type Who = {
  /** @throws Problem `sign-in-first` */
  staff(request: WithCookie): Promise<Person>;
  byAccount(account: string): Promise<Person | null>;
};

/** How long what is known of a person is believed, in ms, where nobody tells that it has changed. */
const keepFor = 5_000;
type Kept = { readonly person: Person; readonly until: number };

export function createWho(services: Pick<Services, 'database' | 'reference' | 'live'>, auth: Auth): Who {
  const kept = new Map<string, Kept>();
  services.live.subscribeStaff(() => kept.clear());

  async function byAccount(account: string): Promise<Person | null> {
    const now = Date.now();
    const known = kept.get(account);
    if (known && known.until > now) return known.person;
    const row = await findStaff(services.database, account);
    const unit = row ? services.reference().units.get(row.unit) : undefined;
    if (!row || !unit) {
      kept.delete(account);
      return null;
    }
    const actor: Staff = { kind: 'staff', account: accountId(row.account), unit, roles: row.roles };
    const person = { actor, username: row.username, name: row.name, nameEn: row.nameEn, unit };
    kept.set(account, { person, until: now + keepFor });
    return person;
  }

  return {
    byAccount,
    async staff(request) {
      const session = await auth.whoIs(request.headers.cookie);
      const person = session?.kind === 'staff' ? await byAccount(session.account) : null;
      if (!person) throw new Problem('sign-in-first');
      return person;
    },
  };
}

/** Ends an open stream when its reader's account is changed: they ask anew, as who they are then, or not at all. */
export const endWithAccount = (
  live: Services['live'],
  { username }: Pick<Person, 'username'>,
  close: () => void,
): (() => void) =>
  live.subscribeStaff((usernames) => {
    if (usernames === null || usernames.has(username)) close();
  });
