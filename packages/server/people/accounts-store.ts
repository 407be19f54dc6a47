import type { AccountEntry } from '@suban/domain/reference/entries.ts';
import type { StaffRole } from '@suban/domain/roles.ts';
import type { Sql, Tx } from '../platform/database.ts';
import type { Kept } from './kept.ts';

const columns = `s.username as key, s.changed, jsonb_build_object('name', s.name, 'nameEn', s.name_en, 'unit', u.code, 'roles', to_jsonb(s.roles),
  'active', s.active) as entry`;
const tables = 'staff s join unit u on u.id = s.unit';

/** Those of the user names, and every active account of the two administrators: what the rules look at. */
export function accountsFor(sql: Sql, usernames: readonly string[]): Promise<Kept<AccountEntry>[]> {
  return sql.query(
    `select ${columns} from ${tables} where s.username = any($1)
     union all select ${columns} from ${tables} where s.active and s.roles && array['system-admin', 'security-admin']
       and not s.username = any($1)`,
    [usernames],
    'accounts-for',
  );
}

export type Listed = Kept<AccountEntry> & {
  readonly unit: number;
  /** Whether its owner has chosen a password. */
  readonly activated: boolean;
  /** Until when a link to activate it is good, in ms; null: there is none. */
  readonly until: number | null;
};
export type Wanted = {
  readonly q: string;
  readonly unit: number | null;
  readonly role: StaffRole | null;
  /** The last user name of the page before. */
  readonly after: string;
};

const listed = `select ${columns}, s.unit, a.expires_at as until,
  exists (select from auth_account c where c.user_id = s.account and c.provider_id = 'credential' and c.password is not null) as activated
  from ${tables} left join activation a on a.account = s.account`;
// Beyond every letter: what begins with the words lies between them and these.
const high = 'chr(1114111)';

/** Accounts by user name, those too that are closed. A search finds the beginning of a user name or a name. */
export function searchAccounts(sql: Sql, { q, unit, role, after }: Wanted, limit: number): Promise<Listed[]> {
  const values: unknown[] = [after, limit];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const where = ['s.username > $1'];
  if (unit !== null) where.push(`s.unit = ${bind(unit)}`);
  if (role !== null) where.push(`s.roles @> array[${bind(role)}::text]`);
  if (q !== '') {
    const [name, username] = [bind(q), bind(q.toLowerCase())];
    where.push(`s.account in (
      select account from staff where name ~>=~ ${name} and name ~<~ (${name} || ${high})
      union select account from staff where username ~>=~ ${username} and username ~<~ (${username} || ${high}))`);
  }
  return sql.query<Listed>(`${listed} where ${where.join(' and ')} order by s.username limit $2`, values);
}

export async function findAccount(sql: Sql, username: string): Promise<Listed | null> {
  const [row] = await sql.query<Listed>(`${listed} where s.username = $1`, [username], 'find-account');
  return row ?? null;
}

export function listAccountNames(
  sql: Sql,
  usernames: readonly string[],
): Promise<{ key: string; name: string; nameEn: string }[]> {
  return sql.query(
    'select username as key, name, name_en as "nameEn" from staff where username = any($1)',
    [usernames],
    'account-names',
  );
}

type Row = {
  readonly key: string;
  readonly entry: AccountEntry;
  readonly added: boolean;
  readonly account: string;
};

/** Adds and changes accounts; none gets or loses a password by it. A closed one's sessions end with it. */
export async function writeAccounts(tx: Tx, change: number, rows: readonly Row[]): Promise<void> {
  await tx.query(
    `with given as (
       select r.key as username, r.account, r.entry->>'name' as name, r.entry->>'nameEn' as name_en,
         (select id from unit where code = r.entry->>'unit') as unit,
         array(select jsonb_array_elements_text(r.entry->'roles')) as roles, (r.entry->>'active')::boolean as active
       from jsonb_to_recordset($1) as r(key text, account text, entry jsonb)
     ), users as (
       insert into auth_user (id, name, email, username, display_username)
       select coalesce(s.account, g.account), g.name, lower(coalesce(s.account, g.account)) || '@staff.invalid', g.username, g.username
       from given g left join staff s on s.username = g.username
       on conflict (id) do update set name = excluded.name, updated_at = now()
     ), credentials as (
       insert into auth_account (id, user_id, account_id, provider_id) select account, account, account, 'credential' from given g
       where not exists (select from staff s where s.username = g.username)
     ), ended as (
       delete from auth_session where user_id in (select s.account from given g join staff s using (username) where not g.active)
     ), unusable as (
       delete from activation where account in (select s.account from given g join staff s using (username) where not g.active)
     )
     insert into staff (account, username, unit, roles, name, name_en, active, changed)
     select account, username, unit, roles, name, name_en, active, $2 from given
     on conflict (username) do update set unit = excluded.unit, roles = excluded.roles, name = excluded.name,
       name_en = excluded.name_en, active = excluded.active, changed = excluded.changed`,
    [JSON.stringify(rows), change],
  );
}

/** The accounts behind user names. */
export async function accountsBehind(sql: Sql, usernames: readonly string[]): Promise<Map<string, string>> {
  const rows = await sql.query<{ username: string; account: string }>(
    'select username, account from staff where username = any($1)',
    [usernames],
  );
  return new Map(rows.map(({ username, account }) => [username, account]));
}

/** An activation to come: the password there was is gone, and so are the account's sessions. */
export async function openActivation(
  tx: Tx,
  activation: { readonly account: string; readonly hash: Buffer; readonly until: number },
): Promise<void> {
  const { account, hash, until } = activation;
  await tx.query(
    `with ended as (delete from auth_session where user_id = $1),
       cleared as (update auth_account set password = null, updated_at = now() where user_id = $1 and provider_id = 'credential')
     insert into activation (account, code_hash, expires_at) values ($1, $2, $3)
     on conflict (account) do update set code_hash = excluded.code_hash, expires_at = excluded.expires_at`,
    [account, hash, new Date(until)],
  );
}

/** The account and code that a user name can be activated with now, or null. @param username in lower case */
export async function activationOf(
  sql: Sql,
  username: string,
  now: number,
): Promise<{ account: string; hash: Buffer } | null> {
  const [row] = await sql.query<{ account: string; hash: Buffer }>(
    `select a.account, a.code_hash as hash from staff s join activation a on a.account = s.account
     where s.username = $1 and s.active and a.expires_at > $2`,
    [username, new Date(now)],
    'activation-of',
  );
  return row ?? null;
}

/** Uses an activation up and keeps the password; false: somebody was quicker. One statement, all or nothing. */
export async function useActivation(
  sql: Sql,
  account: string,
  hash: Buffer,
  password: string,
): Promise<boolean> {
  const rows = await sql.query(
    `with used as (delete from activation where account = $1 and code_hash = $2 returning account)
     update auth_account a set password = $3, updated_at = now() from used
     where a.user_id = used.account and a.provider_id = 'credential' returning a.id`,
    [account, hash, password],
  );
  return rows.length > 0;
}

/** A notification holds at most so many bytes. */
const notified = 7000;

/** Tells every process that what it remembers of these people, or of people at all, may no longer be so; sent with the commit. */
export async function tellStaffChanged(tx: Tx, channel: string, usernames: readonly string[]): Promise<void> {
  const said = usernames.join(',');
  await tx.query('select pg_notify($1, $2)', [channel, said.length > notified ? '*' : said]);
}
