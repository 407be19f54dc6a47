import { afterAll, beforeAll, expect, test } from 'vitest';
import { createCrypto, newSecret } from '../platform/crypto.ts';
import { type Database, openDatabase } from '../platform/database.ts';
import { migrate } from '../platform/migrate.ts';
import { startTestPostgres, type TestPostgres } from '../platform/postgres/test-server.ts';
import type { ProblemCode } from '../platform/problem.ts';
import { createAuth } from './auth.ts';

const meta = { ip: '203.0.113.9', userAgent: 'a browser' };
const secret = newSecret();
const crypto = createCrypto(secret);
const minute = 60_000;
const hour = 60 * minute;
/** Sign-ins pass `now`; a test that needs later moves it on. */
let now = Date.now();
let server: TestPostgres;
let database: Database;

const build = (options: Partial<Parameters<typeof createAuth>[0]> = {}) =>
  createAuth({
    database,
    crypto,
    publicUrl: null,
    demo: true,
    deliverCode: null,
    clock: () => now,
    ...options,
  });
const cookieHeader = (cookies: readonly string[]) => cookies.map((cookie) => cookie.split(';')[0]).join('; ');
const refused = (code: ProblemCode) => ({ code });
const rows = (text: string, values: unknown[] = []) =>
  database.owner.query<Record<string, unknown>>(text, values);
const count = async (table: string) => (await rows(`select from ${table}`)).length;

beforeAll(async () => {
  server = await startTestPostgres();
  database = openDatabase(server.url);
  await migrate(database);
});
afterAll(async () => {
  await database.close();
  await server.stop();
});

const codeFor = async (auth: ReturnType<typeof build>, phone: string) => {
  const { demoCode } = await auth.sendCode(phone);
  expect(demoCode).toMatch(/^\d{6}$/);
  return demoCode ?? '';
};
const wrongCode = (code: string) => (code === '000000' ? '000001' : '000000');

test('a citizen signs in by a code; the phone is stored nowhere', async () => {
  const auth = build();
  const code = await codeFor(auth, '13812345678');
  const { cookies, phoneMasked } = await auth.signInCitizen('+86 138 1234 5678', code, meta);
  expect(phoneMasked).toBe('138****5678');
  const cookie = cookieHeader(cookies);
  const who = { kind: 'citizen', phoneKey: crypto.phoneKey('13812345678'), phoneMasked };
  expect(await auth.whoIs(cookie)).toEqual(who);
  await expect(auth.signInCitizen('13812345678', code, meta)).rejects.toMatchObject(refused('code-wrong'));
  for (const table of ['auth_user', 'auth_session', 'auth_account', 'auth_verification', 'sign_in_try']) {
    expect(JSON.stringify(await rows(`select * from ${table}`))).not.toContain('13812345678');
  }
  now += 29 * 24 * hour;
  expect(await auth.whoIs(cookie)).toEqual(who);
  const again = await auth.signInCitizen('13812345678', await codeFor(auth, '13812345678'), meta);
  expect(await auth.whoIs(cookieHeader(again.cookies))).toEqual(who);
  now += 24 * hour - 1;
  expect(await auth.whoIs(cookie)).toEqual(who);
  // Read a moment before its end, it is not believed past it.
  now += 1;
  expect(await auth.whoIs(cookie)).toBeNull();
});

test('a code is right for its own phone, three wrong tries and five minutes', async () => {
  const auth = build();
  const phone = '13900000001';
  const code = await codeFor(auth, phone);
  await expect(auth.signInCitizen('13900000002', code, meta)).rejects.toMatchObject(refused('code-wrong'));
  for (let i = 0; i < 2; i++)
    await expect(auth.signInCitizen(phone, wrongCode(code), meta)).rejects.toMatchObject(
      refused('code-wrong'),
    );
  await expect(build().signInCitizen(phone, code, meta)).resolves.toMatchObject({
    phoneMasked: '139****0001',
  });

  now += minute;
  const spent = await codeFor(auth, phone);
  for (let i = 0; i < 3; i++)
    await expect(auth.signInCitizen(phone, wrongCode(spent), meta)).rejects.toMatchObject(
      refused('code-wrong'),
    );
  await expect(auth.signInCitizen(phone, spent, meta)).rejects.toMatchObject(refused('code-wrong'));

  now += minute;
  const late = await codeFor(auth, phone);
  const [row] = await rows(
    `select (extract(epoch from expires_at - created_at))::int as seconds from auth_verification order by created_at desc limit 1`,
  );
  expect(row).toEqual({ seconds: 300 });
  await rows(`update auth_verification set expires_at = now() - interval '1 second'`);
  await expect(auth.signInCitizen(phone, late, meta)).rejects.toMatchObject(refused('code-wrong'));
});

test('the database holds no code that would open anything', async () => {
  const auth = build();
  const phone = '13900000003';
  const code = await codeFor(auth, phone);
  const [row] = await database.owner.query<{ value: string }>(
    'select value from auth_verification order by created_at desc limit 1',
  );
  expect(row?.value).toMatch(/^[0-9a-f]{64}:0$/);
  await expect(auth.signInCitizen(phone, row?.value.slice(0, -2) ?? '', meta)).rejects.toMatchObject(
    refused('code-wrong'),
  );
  await expect(auth.signInCitizen(phone, code, meta)).resolves.toMatchObject({ phoneMasked: '139****0003' });
});

test('a phone gets one code a minute, from whatever process', async () => {
  const phone = '13900000004';
  const sent = await Promise.allSettled(Array.from({ length: 6 }, () => build().sendCode(phone)));
  expect(sent.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  await expect(build().sendCode(phone)).rejects.toMatchObject(refused('too-many-requests'));
  now += minute;
  await codeFor(build(), phone);
});

test('outside the demo city the code goes to the phone alone, and without a way to send it nothing is made', async () => {
  const sent: string[][] = [];
  const auth = build({ demo: false, deliverCode: async (phone, code) => void sent.push([phone, code]) });
  expect(await auth.sendCode('13900000005')).toEqual({ demoCode: null });
  expect(sent).toEqual([['13900000005', expect.stringMatching(/^\d{6}$/)]]);
  await expect(auth.signInCitizen('13900000005', sent[0]?.[1] ?? '', meta)).resolves.toMatchObject({
    phoneMasked: '139****0005',
  });
  const before = await count('auth_verification');
  await expect(build({ demo: false }).sendCode('13900000006')).rejects.toMatchObject(
    refused('sms-not-set-up'),
  );
  expect(await count('auth_verification')).toBe(before);
});
