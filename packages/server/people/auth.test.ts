import { afterAll, beforeAll, expect, test } from 'vitest';
import { createCrypto, newSecret } from '../platform/crypto.ts';
import { type Database, openDatabase } from '../platform/database.ts';
import { migrate } from '../platform/migrate.ts';
import { startTestPostgres, type TestPostgres } from '../platform/postgres/test-server.ts';
import type { ProblemCode } from '../platform/problem.ts';
import { createAuth, type StaffToCreate } from './auth.ts';
import { findStaff, listAccounts } from './staff-store.ts';

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
const person = (
  account: string,
  password: string | null = 'demo password',
  more: Partial<StaffToCreate> = {},
): StaffToCreate => ({
  account,
  username: `${account}-name`,
  name: '何雨晴',
  nameEn: 'He Yuqing',
  unit: 1,
  roles: ['operator'],
  password,
  ...more,
});
const cookieHeader = (cookies: readonly string[]) => cookies.map((cookie) => cookie.split(';')[0]).join('; ');
const refused = (code: ProblemCode) => ({ code });
const signIn = (auth = build(), account = 'a', password = 'demo password') =>
  auth.signInStaff(`${account}-name`, password, meta);
const rows = (text: string, values: unknown[] = []) =>
  database.owner.query<Record<string, unknown>>(text, values);
const count = async (table: string) => (await rows(`select from ${table}`)).length;

beforeAll(async () => {
  server = await startTestPostgres();
  database = openDatabase(server.url);
  await migrate(database);
  await rows(
    `insert into unit (id, code, path, level, kind, name, name_en) values (1, 'C', '/1/', 'city', 'government', '市', 'City')`,
  );
  await build().createStaff([
    person('a'),
    person('call-back'),
    person('not-yet', null),
    person('gone'),
    person('locked'),
    person('burst'),
  ]);
});
afterAll(async () => {
  await database.close();
  await server.stop();
});

test('staff sign in with user name and password, and are known by their cookie until they sign out', async () => {
  const auth = build();
  const { account, cookies } = await auth.signInStaff('A-name', 'demo password', meta);
  expect(account).toBe('a');
  expect(cookies).toHaveLength(1);
  expect(cookies[0]).toMatch(/^suban\.session_token=[^;]+; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax$/);
  const cookie = `theme=dark; ${cookieHeader(cookies)}; x=%`;
  expect(await auth.whoIs(cookie)).toEqual({ kind: 'staff', account: 'a' });
  const [session] = await rows(`select user_agent, ip_address from auth_session where user_id = 'a'`);
  expect(session).toEqual({ user_agent: meta.userAgent, ip_address: meta.ip });

  const clearing = await auth.signOut(cookie);
  expect(clearing.find((each) => each.startsWith('suban.session_token='))).toMatch(
    /=; Max-Age=0; Path=\/; HttpOnly/,
  );
  expect(await auth.whoIs(cookie)).toBeNull();
  expect(await build().whoIs(cookie)).toBeNull();
});

test('over https the cookie is for https alone', async () => {
  const auth = build({ publicUrl: 'https://suban.example' });
  const { cookies } = await signIn(auth, 'call-back');
  expect(cookies[0]).toMatch(/^__Secure-suban\.session_token=.*; HttpOnly; Secure; SameSite=Lax$/);
  expect(await auth.whoIs(cookieHeader(cookies))).toEqual({ kind: 'staff', account: 'call-back' });
});

test('no cookie, a foreign one, a changed one and one signed with another secret are nobody', async () => {
  const auth = build();
  const header = cookieHeader((await signIn(auth)).cookies);
  const other = createAuth({
    database,
    crypto: createCrypto(newSecret()),
    publicUrl: null,
    demo: true,
    deliverCode: null,
  });
  const changed = header.replace(/=(.)/, (_all, first: string) => `=${first === 'A' ? 'B' : 'A'}`);
  for (const cookie of [
    undefined,
    '',
    'x',
    'suban.session_token',
    'suban.session_token=',
    'suban.session_token=%',
    'suban.session_token=abc',
    changed,
  ]) {
    expect(await auth.whoIs(cookie)).toBeNull();
  }
  expect(await other.whoIs(header)).toBeNull();
  expect(await auth.whoIs(header)).not.toBeNull();
});

test('wrong password, wrong name, no password yet and deactivated are answered alike and take alike long', async () => {
  const auth = build();
  await rows(`update staff set active = false where account = 'gone'`);
  // In processor time, which a busy machine stretches less than the clock's.
  const took = async (username: string, password: string) => {
    const times: number[] = [];
    for (let i = 0; i < 3; i++) {
      const start = process.cpuUsage();
      await expect(auth.signInStaff(username, password, meta)).rejects.toMatchObject(
        refused('sign-in-failed'),
      );
      times.push(process.cpuUsage(start).user);
    }
    return Math.min(...times);
  };
  const wrong = await took('a-name', 'not the password');
  for (const [username, password] of [
    ['nobody', 'demo password'],
    ['not-yet-name', 'demo password'],
    ['not-yet-name', ''],
    ['gone-name', 'demo password'],
    ['a-name', ''],
    ['call-back-name', 'x'.repeat(300)],
  ] as const) {
    expect((await took(username, password)) / wrong, `${username} ${password.length}`).toBeGreaterThan(0.4);
  }
});

test('after ten wrong passwords in a quarter of an hour even the right one must wait, in every process', async () => {
  const auth = build();
  for (let i = 0; i < 10; i++)
    await expect(signIn(auth, 'locked', `guess ${i}`)).rejects.toMatchObject(refused('sign-in-failed'));
  await expect(signIn(auth, 'locked')).rejects.toMatchObject(refused('too-many-requests'));
  await expect(build().signInStaff('LOCKED-name', 'demo password', meta)).rejects.toMatchObject(
    refused('too-many-requests'),
  );
  await expect(signIn(auth, 'call-back')).resolves.toMatchObject({ account: 'call-back' });
  now += 15 * minute + 1;
  await expect(signIn(auth, 'locked')).resolves.toMatchObject({ account: 'locked' });
  expect(await count('sign_in_try')).toBe(0);
});

test('a right guess at the end of a burst of wrong ones opens nothing', async () => {
  const auth = build();
  const guesses = Array.from({ length: 24 }, (_, i) =>
    signIn(auth, 'burst', i === 23 ? 'demo password' : `guess ${i}`),
  );
  const outcomes = await Promise.allSettled(guesses);
  expect(outcomes.every(({ status }) => status === 'rejected')).toBe(true);
  expect(await rows(`select from auth_session where user_id = 'burst'`)).toEqual([]);
});

test('a staff session in use goes on, an idle one ends after twelve hours', async () => {
  const auth = build();
  const cookie = cookieHeader((await signIn(auth)).cookies);
  for (let i = 0; i < 3; i++) {
    now += 11 * hour;
    expect(await auth.whoIs(cookie)).not.toBeNull();
  }
  now += 12 * hour;
  expect(await auth.whoIs(cookie)).toBeNull();
});

test('deactivation and a deleted session are felt within five seconds', async () => {
  const auth = build();
  const cookie = cookieHeader((await signIn(auth, 'call-back')).cookies);
  expect(await auth.whoIs(cookie)).not.toBeNull();
  await rows(`update staff set active = false where account = 'call-back'`);
  now += 5_000;
  expect(await auth.whoIs(cookie)).toBeNull();
  await rows(`update staff set active = true where account = 'call-back'`);
  now += 5_000;
  expect(await auth.whoIs(cookie)).not.toBeNull();
  await rows(`delete from auth_session where user_id = 'call-back'`);
  now += 5_000;
  expect(await auth.whoIs(cookie)).toBeNull();
});

test('sessions that are over are removed as others sign in', async () => {
  const auth = build();
  await signIn(auth);
  now += 13 * hour;
  await signIn(auth);
  expect(await rows('select from auth_session where expires_at < $1', [new Date(now)])).toEqual([]);
});

test('creating accounts twice updates them but leaves the password; six hundred take under two seconds', async () => {
  const auth = build();
  const many = Array.from({ length: 600 }, (_, i) => person(`many-${String(i).padStart(3, '0')}`));
  const start = performance.now();
  await auth.createStaff(many);
  expect(performance.now() - start).toBeLessThan(2000);
  await auth.createStaff([
    person('many-001', 'another', { name: '新名', roles: ['leader', 'receiver'] }),
    person('not-yet', 'first'),
  ]);
  expect(await findStaff(database, 'many-001')).toEqual({
    account: 'many-001',
    username: 'many-001-name',
    name: '新名',
    nameEn: 'He Yuqing',
    unit: 1,
    roles: ['leader', 'receiver'],
  });
  await expect(signIn(auth, 'many-001')).resolves.toMatchObject({ account: 'many-001' });
  await expect(signIn(auth, 'many-001', 'another')).rejects.toMatchObject(refused('sign-in-failed'));
  await expect(signIn(auth, 'not-yet', 'first')).resolves.toMatchObject({ account: 'not-yet' });
  await auth.createStaff([]);
});

test('accounts are listed page by page, each once; only active ones are found', async () => {
  const seen: string[] = [];
  for (let after: string | null = null; ; ) {
    const page = await listAccounts(database, after, 100);
    seen.push(...page.map(({ username }) => username));
    after = page.at(-1)?.username ?? null;
    if (after === null) break;
  }
  expect(seen).toHaveLength(await count('staff'));
  expect(seen).toEqual([...new Set(seen)].sort());
  expect(await findStaff(database, 'gone')).toBeNull();
  expect(await findStaff(database, 'nobody')).toBeNull();
});
