import { createHmac, createSecretKey } from 'node:crypto';
import type { Clock } from '../platform/clock.ts';
import { sameText } from '../platform/crypto.ts';
import type { Sql } from '../platform/database.ts';
import { prolongSession, readSession } from './sign-in-store.ts';

export type Session =
  | { kind: 'staff'; account: string }
  | { kind: 'citizen'; phoneKey: Buffer; phoneMasked: string };

const hour = 3_600_000;
/** Staff: a shift and its overtime, counted from the last use. */
export const staffSession = 12 * hour;
export const citizenSession = 30 * 24 * hour;
/** A session in use is written at most once in this time, in ms. */
const prolongEvery = hour;
/** How long a process believes what it last read of a session, in ms: a sign-out elsewhere is felt this late. */
const keepFor = 5_000;
/** Far more than one process serves in five seconds; beyond it the oldest are read again. */
const keepAtMost = 20_000;

/** What stands before the hex of `phoneKey` where better-auth keeps a phone. */
export const phonePrefix = 'h:';

export type Sessions = {
  /** Who a `cookie` header's session belongs to. One indexed query, then none for 5 seconds. */
  whoIs: (cookieHeader: string | undefined) => Promise<Session | null>;
  /** Reads it anew the next time: it was ended here. */
  forget: (cookieHeader: string | undefined) => void;
  /** Reads all anew: an account was closed. */
  forgetAll: () => void;
};

type Kept = { readonly at: number; readonly found: Promise<{ session: Session; until: number } | null> };

/** @param options.cookie the name of better-auth's session cookie, `secret` what it signs it with */
export function createSessions(options: {
  sql: Sql;
  cookie: string;
  secret: string;
  clock: Clock;
}): Sessions {
  const { sql, clock } = options;
  const key = createSecretKey(options.secret, 'utf8');
  // By the whole signed value, in the order read: an exact match needs no second verification.
  const kept = new Map<string, Kept>();

  function tokenOf(signed: string): string | null {
    const dot = signed.lastIndexOf('.');
    const token = signed.slice(0, Math.max(dot, 0));
    const signature = createHmac('sha256', key).update(token).digest('base64');
    return token !== '' && sameText(signed.slice(dot + 1), signature) ? token : null;
  }

  async function read(token: string, now: number) {
    const row = await readSession(sql, token);
    const session = row && sessionOf(row);
    if (!session || row.expires_at <= now) return null;
    if (session.kind === 'citizen' || row.expires_at > now + staffSession - prolongEvery)
      return { session, until: row.expires_at };
    await prolongSession(sql, token, now + staffSession);
    return { session, until: now + staffSession };
  }

  function keep(signed: string, token: string, now: number): Kept {
    for (const [oldest, { at }] of kept) {
      if (at > now - keepFor && kept.size < keepAtMost) break;
      kept.delete(oldest);
    }
    const entry = { at: now, found: read(token, now) };
    kept.set(signed, entry);
    // A database away for a moment must not be remembered as an answer.
    entry.found.catch(() => kept.delete(signed));
    return entry;
  }

  return {
    async whoIs(cookieHeader) {
      const signed = cookieOf(cookieHeader, options.cookie);
      if (signed === null) return null;
      const now = clock();
      let entry = kept.get(signed);
      // A clock set back must not lengthen what is believed.
      if (!entry || entry.at <= now - keepFor || entry.at > now) {
        const token = tokenOf(signed);
        if (token === null) return null;
        kept.delete(signed);
        entry = keep(signed, token, now);
      }
      const found = await entry.found;
      return found && found.until > now ? found.session : null;
    },
    forgetAll: () => kept.clear(),
    forget(cookieHeader) {
      const signed = cookieOf(cookieHeader, options.cookie);
      if (signed !== null) kept.delete(signed);
    },
  };
}

function sessionOf(row: NonNullable<Awaited<ReturnType<typeof readSession>>>): Session | null {
  if (row.account !== null) return row.active ? { kind: 'staff', account: row.account } : null;
  if (!row.phone_number?.startsWith(phonePrefix)) return null;
  const phoneKey = Buffer.from(row.phone_number.slice(phonePrefix.length), 'hex');
  return { kind: 'citizen', phoneKey, phoneMasked: row.name };
}

function cookieOf(header: string | undefined, name: string): string | null {
  for (const part of header?.split(';') ?? []) {
    const cookie = part.trim();
    if (!cookie.startsWith(`${name}=`)) continue;
    try {
      return decodeURIComponent(cookie.slice(name.length + 1));
    } catch {
      return null;
    }
  }
  return null;
}
