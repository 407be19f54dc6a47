import { AsyncLocalStorage } from 'node:async_hooks';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { passwordFault } from '@suban/domain/reference/account-rules.ts';
import { maskPhone } from '@suban/text/redact.ts';
import { isAPIError } from 'better-auth/api';
import { hashPassword } from 'better-auth/crypto';
import { type Clock, systemClock } from '../platform/clock.ts';
import { type Crypto, normalPhone, sha256 } from '../platform/crypto.ts';
import type { Database, Sql } from '../platform/database.ts';
import { Problem } from '../platform/problem.ts';
import { activationOf, useActivation } from './accounts-store.ts';
import { configure, longestPassword, type Sending, sessionCookie } from './better-auth.ts';
import { createSessions, phonePrefix, type Session } from './sessions.ts';
import { countTries, deleteSession, maySignIn, nameUser, sweepSignIns, takeTry } from './sign-in-store.ts';
import { saveStaff } from './staff-store.ts';

const minute = 60_000;
const wrongPasswords = { most: 10, window: 15 * minute };
const sentCodes = { most: 1, window: minute };

type Meta = { ip: string; userAgent: string | null };
export type StaffToCreate = {
  account: string;
  username: string;
  name: string;
  nameEn: string;
  unit: number;
  roles: string[];
  password: string | null;
};

export type Auth = {
  /**
   * @returns `set-cookie` header values
   * @throws Problem `sign-in-failed`, whatever was wrong; `too-many-requests` after 10 wrong passwords in 15 minutes
   */
  signInStaff(
    username: string,
    password: string,
    meta: Meta,
  ): Promise<{ account: string; cookies: string[] }>;
  /** The phone is stored nowhere, only its key. @throws Problem `code-wrong`, also for one used, expired or tried 3 times */
  signInCitizen(phone: string, code: string, meta: Meta): Promise<{ cookies: string[]; phoneMasked: string }>;
  /** Good for 5 minutes. @throws Problem `sms-not-set-up`; `too-many-requests` within a minute of the last */
  sendCode(phone: string): Promise<{ demoCode: string | null }>;
  whoIs(cookieHeader: string | undefined): Promise<Session | null>;
  /** Of signed-in people nothing is remembered: accounts have changed. */
  forgetAll(): void;
  /** @returns `set-cookie` header values that clear it */
  signOut(cookieHeader: string | undefined): Promise<string[]>;
  /**
   * The owner of a new account chooses the password with the link they were given; it opens once.
   * @throws Problem `activation-invalid`, whatever was wrong with the link; `password-weak`; `too-many-requests`
   */
  activate(username: string, code: string, password: string): Promise<void>;
  /** Again for an account that exists: all but its password is brought up to date. @throws a broken uniqueness (23505) for a user name of another account */
  createStaff(list: StaffToCreate[]): Promise<void>;
};

type Options = {
  database: Database;
  crypto: Crypto;
  publicUrl: string | null;
  /** The code is answered, to be shown on the screen. */
  demo: boolean;
  deliverCode: ((phone: string, code: string) => Promise<void>) | null;
  clock?: Clock;
};

/** Sign-in of staff by user name and password and of citizens by a code sent to their phone. */
export function createAuth(options: Options): Auth {
  const {
    database,
    database: { owner: sql },
    crypto: { sessionSecret: secret },
    publicUrl,
  } = options;
  const clock = options.clock ?? systemClock;
  const sending = new AsyncLocalStorage<Sending>();
  const better = configure({ database, secret, publicUrl, clock, sending });
  const sessions = createSessions({ sql, cookie: sessionCookie(publicUrl), secret, clock });
  const keyed = (...parts: string[]) =>
    createHmac('sha256', secret).update(JSON.stringify(parts)).digest('hex');
  const house = { sql, clock, better, sending, keyed };
  return {
    ...staffSignIn(house),
    ...activation(house),
    ...citizenSignIn(house, options),
    whoIs: sessions.whoIs,
    forgetAll: sessions.forgetAll,
    async signOut(cookieHeader) {
      const { headers } = await better.api.signOut({
        headers: { cookie: cookieHeader ?? '' },
        returnHeaders: true,
      });
      sessions.forget(cookieHeader);
      return headers.getSetCookie();
    },
    createStaff: async (list) => saveStaff(sql, await withHashes(list)),
  };
}

type House = {
  sql: Sql;
  clock: Clock;
  better: ReturnType<typeof configure>;
  sending: AsyncLocalStorage<Sending>;
  /** One way only, and another for each use. */
  keyed: (use: string, ...parts: string[]) => string;
};

function staffSignIn({ sql, clock, better, keyed }: House): Pick<Auth, 'signInStaff'> {
  return {
    async signInStaff(username, password, meta) {
      const name = username.toLowerCase();
      const tries = keyed('wrong password', name);
      const locked = async () =>
        (await countTries(sql, tries, wrongPasswords, clock())) >= wrongPasswords.most;
      if (await locked()) throw new Problem('too-many-requests');
      const worthTrying =
        password !== '' && password.length <= longestPassword && (await maySignIn(sql, name));
      const signedIn = worthTrying
        ? await unlessRefused(
            better.api.signInUsername({
              body: { username, password },
              headers: headersOf(meta),
              returnHeaders: true,
            }),
          )
        : // Nobody shall tell by the time it takes whether there is such an account.
          await hashPassword(password.slice(0, longestPassword)).then(() => null);
      if (!signedIn) {
        throw new Problem(
          (await takeTry(sql, tries, wrongPasswords, clock())) ? 'sign-in-failed' : 'too-many-requests',
        );
      }
      // Many guesses at once all began unlocked: the right one among them must not profit.
      if (await locked()) {
        await deleteSession(sql, signedIn.response.token);
        throw new Problem('too-many-requests');
      }
      await sweepSignIns(sql, clock(), wrongPasswords.window);
      return { account: signedIn.response.user.id, cookies: signedIn.headers.getSetCookie() };
    },
  };
}

function activation({ sql, clock, keyed }: House): Pick<Auth, 'activate'> {
  return {
    async activate(username, code, password) {
      const name = username.trim().toLowerCase();
      const tries = keyed('wrong activation', name);
      if ((await countTries(sql, tries, wrongPasswords, clock())) >= wrongPasswords.most)
        throw new Problem('too-many-requests');
      const found = await activationOf(sql, name, clock());
      if (!found || !timingSafeEqual(found.hash, sha256(code.trim().toUpperCase()))) {
        await takeTry(sql, tries, wrongPasswords, clock());
        throw new Problem('activation-invalid');
      }
      const fault = passwordFault(password, name);
      if (fault) throw new Problem('password-weak', [{ path: 'password', message: fault }]);
      const used = await useActivation(sql, found.account, found.hash, await hashPassword(password));
      if (!used) throw new Problem('activation-invalid');
    },
  };
}

function citizenSignIn(
  { sql, clock, better, sending, keyed }: House,
  options: Options,
): Pick<Auth, 'signInCitizen' | 'sendCode'> {
  const { crypto, deliverCode, demo } = options;
  const keyOf = (phone: string) => `${phonePrefix}${crypto.phoneKey(phone).toString('hex')}`;
  const sealed = (key: string, code: string) => keyed('code', key, code);
  return {
    async signInCitizen(phone, code, meta) {
      const phoneNumber = keyOf(phone);
      const signedIn = await unlessRefused(
        better.api.verifyPhoneNumber({
          body: { phoneNumber, code: sealed(phoneNumber, code) },
          headers: headersOf(meta),
          returnHeaders: true,
        }),
      );
      if (!signedIn?.response.user) throw new Problem('code-wrong');
      const phoneMasked = maskPhone(normalPhone(phone));
      await nameUser(sql, signedIn.response.user.id, phoneMasked);
      await sweepSignIns(sql, clock(), wrongPasswords.window);
      return { cookies: signedIn.headers.getSetCookie(), phoneMasked };
    },
    async sendCode(phone) {
      if (!deliverCode && !demo) throw new Problem('sms-not-set-up');
      const phoneNumber = keyOf(phone);
      if (!(await takeTry(sql, keyed('sent code', phoneNumber), sentCodes, clock())))
        throw new Problem('too-many-requests');
      let demoCode: string | null = null;
      const call: Sending = {
        seal: (code) => sealed(phoneNumber, code),
        async deliver(code) {
          if (demo) demoCode = code;
          await deliverCode?.(phone, code);
        },
      };
      await sending.run(call, () => better.api.sendPhoneNumberOTP({ body: { phoneNumber } }));
      return { demoCode };
    },
  };
}

/** A hash costs about 86 ms of a core: accounts created with one password share one. */
async function withHashes(list: readonly StaffToCreate[]) {
  const hashes = new Map<string, string>();
  for (const { password } of list) {
    if (password !== null && !hashes.has(password)) hashes.set(password, await hashPassword(password));
  }
  return list.map(({ password, ...staff }) => ({
    ...staff,
    passwordHash: password === null ? null : (hashes.get(password) ?? null),
  }));
}

const headersOf = ({ ip, userAgent }: Meta) => ({
  'x-client-ip': ip,
  ...(userAgent === null ? {} : { 'user-agent': userAgent }),
});

/** Null when better-auth refuses; a failure of its own is thrown on. */
async function unlessRefused<T>(call: Promise<T>): Promise<T | null> {
  try {
    return await call;
  } catch (error) {
    if (isAPIError(error) && error.statusCode < 500) return null;
    throw error;
  }
}
