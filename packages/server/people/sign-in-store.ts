import { type Pool, types } from 'pg';
import type { Sql } from '../platform/database.ts';

/** What better-auth needs of a pool, with times as it expects them: our own connections read them as milliseconds. */
export function authPool(pool: Pool) {
  return {
    async connect() {
      const client = await pool.connect();
      return {
        query: (text: string, values: readonly unknown[]) =>
          client.query({ text, values: [...values], types }),
        release: (destroy?: boolean) => client.release(destroy),
      };
    },
    end: () => Promise.reject(new Error('the pool is the database module’s to end')),
  };
}

export type SessionRow = {
  readonly expires_at: number;
  readonly name: string;
  readonly phone_number: string | null;
  readonly account: string | null;
  readonly active: boolean | null;
};

/** Three primary or unique keys: the hot path of every signed-in request. */
export async function readSession(sql: Sql, token: string): Promise<SessionRow | null> {
  const [row] = await sql.query<SessionRow>(
    `select s.expires_at, u.name, u.phone_number, st.account, st.active
     from auth_session s join auth_user u on u.id = s.user_id left join staff st on st.account = u.id
     where s.token = $1`,
    [token],
    'read-session',
  );
  return row ?? null;
}

/** A session deleted meanwhile stays deleted. */
export async function prolongSession(sql: Sql, token: string, until: number): Promise<void> {
  await sql.query(
    'update auth_session set expires_at = $2, updated_at = now() where token = $1 and expires_at < $2',
    [token, new Date(until)],
    'prolong-session',
  );
}

export async function deleteSession(sql: Sql, token: string): Promise<void> {
  await sql.query('delete from auth_session where token = $1', [token]);
}

/** Whether the user name is an active account's with a password. @param username in lower case */
export async function maySignIn(sql: Sql, username: string): Promise<boolean> {
  const rows = await sql.query(
    `select from auth_user u join staff st on st.account = u.id and st.active
     join auth_account a on a.user_id = u.id and a.provider_id = 'credential' and a.password is not null
     where u.username = $1`,
    [username],
    'may-sign-in',
  );
  return rows.length > 0;
}

export async function nameUser(sql: Sql, user: string, name: string): Promise<void> {
  await sql.query('update auth_user set name = $2 where id = $1 and name <> $2', [user, name], 'name-user');
}

/** At most `most` tries in any `window` ms. */
export type TryLimit = { readonly most: number; readonly window: number };

/** How many tries of the window that ends `now` (ms) are kept under `key`. */
export async function countTries(sql: Sql, key: string, limit: TryLimit, now: number): Promise<number> {
  const [row] = await sql.query<{ n: number }>(
    'select count(*) as n from sign_in_try t, unnest(t.times) x where t.key = $1 and x > $2',
    [key, new Date(now - limit.window)],
    'count-tries',
  );
  return row?.n ?? 0;
}

/** Keeps one more try, unless the window is full; one statement, so that processes cannot both take the last one. */
export async function takeTry(sql: Sql, key: string, limit: TryLimit, now: number): Promise<boolean> {
  const rows = await sql.query(
    `insert into sign_in_try as t (key, times, last_at) values ($1, array[$2::timestamptz], $2)
     on conflict (key) do update
       set times = array(select x from unnest(t.times) x where x > $3 order by x) || $2::timestamptz, last_at = $2
       where (select count(*) from unnest(t.times) x where x > $3) < $4
     returning key`,
    [key, new Date(now), new Date(now - limit.window), limit.most],
    'take-try',
  );
  return rows.length > 0;
}

/** Removes sessions and tries that are over: a bounded number a time, and more than one sign-in adds. */
export async function sweepSignIns(sql: Sql, now: number, longestWindow: number): Promise<void> {
  await sql.query(
    `with tries as (
       delete from sign_in_try where key in
         (select key from sign_in_try where last_at < $2 order by last_at limit 100 for update skip locked)
     )
     delete from auth_session where id in
       (select id from auth_session where expires_at < $1 order by expires_at limit 100 for update skip locked)`,
    [new Date(now), new Date(now - longestWindow)],
    'sweep-sign-ins',
  );
}
