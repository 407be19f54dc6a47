import type { AsyncLocalStorage } from 'node:async_hooks';
import { betterAuth, type GenericEndpointContext, type Session, type Verification } from 'better-auth';
import { phoneNumber } from 'better-auth/plugins/phone-number';
import { username } from 'better-auth/plugins/username';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database.ts';
import { citizenSession, phonePrefix, staffSession } from './sessions.ts';
import { authPool } from './sign-in-store.ts';

/** One code on its way: better-auth knows only the phone's key, the phone itself lives in this call. */
export type Sending = { seal(code: string): string; deliver(code: string): Promise<void> };

const codeMinutes = 5;
const codeTries = 3;
export const longestPassword = 256;

const names = {
  created: { createdAt: 'created_at', updatedAt: 'updated_at' },
  user: { emailVerified: 'email_verified' },
  session: { userId: 'user_id', expiresAt: 'expires_at', ipAddress: 'ip_address', userAgent: 'user_agent' },
  account: {
    userId: 'user_id',
    accountId: 'account_id',
    providerId: 'provider_id',
    accessToken: 'access_token',
    refreshToken: 'refresh_token',
    idToken: 'id_token',
    accessTokenExpiresAt: 'access_token_expires_at',
    refreshTokenExpiresAt: 'refresh_token_expires_at',
  },
} as const;

/** better-auth on our tables, called in process only: its own routes, limits and telemetry are not used. */
export function configure(options: {
  database: Database;
  secret: string;
  publicUrl: string | null;
  clock: Clock;
  sending: AsyncLocalStorage<Sending>;
}) {
  const { clock, sending } = options;
  return betterAuth({
    baseURL: options.publicUrl ?? 'http://localhost',
    secret: options.secret,
    database: authPool(options.database.ownerPool),
    user: { modelName: 'auth_user', fields: { ...names.user, ...names.created } },
    session: {
      modelName: 'auth_session',
      fields: { ...names.session, ...names.created },
      // How long a browser keeps the cookie; how long it is worth anything the row says.
      expiresIn: citizenSession / 1000,
    },
    account: { modelName: 'auth_account', fields: { ...names.account, ...names.created } },
    verification: { modelName: 'auth_verification', fields: { expiresAt: 'expires_at', ...names.created } },
    emailAndPassword: { enabled: false, maxPasswordLength: longestPassword },
    plugins: [
      username({
        minUsernameLength: 1,
        maxUsernameLength: 64,
        usernameValidator: () => true,
        schema: { user: { fields: { displayUsername: 'display_username' } } },
      }),
      phoneNumber({
        otpLength: 6,
        expiresIn: codeMinutes * 60,
        allowedAttempts: codeTries,
        sendOTP: ({ code }) => sending.getStore()?.deliver(code),
        signUpOnVerification: { getTempEmail: (key) => `${key.slice(phonePrefix.length)}@phone.invalid` },
        schema: {
          user: { fields: { phoneNumber: 'phone_number', phoneNumberVerified: 'phone_number_verified' } },
        },
      }),
    ],
    databaseHooks: hooks(clock, sending),
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
    advanced: {
      cookiePrefix: 'suban',
      useSecureCookies: secure(options.publicUrl),
      ipAddress: { ipAddressHeaders: ['x-client-ip'] },
    },
  });
}

function hooks(clock: Clock, sending: AsyncLocalStorage<Sending>) {
  return {
    session: {
      create: {
        before: async (session: Session, context: GenericEndpointContext | null) => {
          const length = context?.path === '/phone-number/verify' ? citizenSession : staffSession;
          return { data: { ...session, expiresAt: new Date(clock() + length) } };
        },
      },
    },
    verification: {
      create: {
        // Who reads the database, or a copy of it, learns no code. What a wrong try writes back is sealed already.
        before: async (row: Verification) => {
          const call = sending.getStore();
          const [code = '', tries = ''] = row.value.split(':');
          return call ? { data: { ...row, value: `${call.seal(code)}:${tries}` } } : undefined;
        },
      },
    },
  };
}

const secure = (publicUrl: string | null) => publicUrl?.startsWith('https:') ?? false;

/** The name under which better-auth sets the session cookie. */
export const sessionCookie = (publicUrl: string | null) =>
  `${secure(publicUrl) ? '__Secure-' : ''}suban.session_token`;
