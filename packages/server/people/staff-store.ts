import type { StaffRole } from '@suban/domain/roles.ts';
import type { Sql } from '../platform/database.ts';

/** A member of staff; `unit` is the id of the unit they belong to. */
export type StaffMember = {
  readonly account: string;
  readonly username: string;
  readonly name: string;
  readonly nameEn: string;
  readonly unit: number;
  readonly roles: StaffRole[];
};

/** An account to create. `passwordHash` null: not activated yet, nobody can sign in with it. */
export type NewStaff = {
  readonly account: string;
  readonly username: string;
  readonly name: string;
  readonly nameEn: string;
  readonly unit: number;
  readonly roles: readonly string[];
  readonly passwordHash: string | null;
};

const columns = 'account, username, name, name_en as "nameEn", unit, roles';

/** Only who is active: a deactivated account may do nothing. */
export async function findStaff(sql: Sql, account: string): Promise<StaffMember | null> {
  const [row] = await sql.query<StaffMember>(
    `select ${columns} from staff where account = $1 and active`,
    [account],
    'find-staff',
  );
  return row ?? null;
}

/** All accounts by user name, deactivated ones too. @param after the last user name of the page before */
export function listAccounts(
  sql: Sql,
  after: string | null,
  limit: number,
): Promise<(StaffMember & { readonly active: boolean })[]> {
  return sql.query(
    `select ${columns}, active from staff where username > $1 order by username limit $2`,
    [after ?? '', limit],
    'list-accounts',
  );
}

// A password that is there already is its owner's: creating the account again must not set it back.
const createText = `
  with given as (
    select * from jsonb_to_recordset($1::jsonb) as g(
      account text, username text, name text, "nameEn" text, unit int8, roles text[], "passwordHash" text)
  ), users as (
    insert into auth_user (id, name, email, username, display_username)
    select account, name, lower(account) || '@staff.invalid', lower(username), username from given
    on conflict (id) do update set name = excluded.name, username = excluded.username,
      display_username = excluded.display_username, updated_at = now()
  ), credentials as (
    insert into auth_account (id, user_id, account_id, provider_id, password)
    select account, account, account, 'credential', "passwordHash" from given
    on conflict (id) do update set password = coalesce(auth_account.password, excluded.password)
  )
  insert into staff (account, username, unit, roles, name, name_en)
  select account, username, unit, roles, name, "nameEn" from given
  on conflict (account) do update set username = excluded.username, unit = excluded.unit, roles = excluded.roles,
    name = excluded.name, name_en = excluded.name_en`;

/** Creates accounts or brings their name, unit and roles up to date: one statement, however many. */
export async function saveStaff(sql: Sql, staff: readonly NewStaff[]): Promise<void> {
  await sql.query(createText, [JSON.stringify(staff)]);
}
