import type { AppealKey } from '@suban/domain/ids.ts';
import type { Sql } from '../platform/database.ts';

export type ServiceContact = {
  readonly id: string;
  readonly at: number;
  readonly account: string;
  readonly unit: number;
  readonly channel: string;
  readonly matter: string | null;
  readonly appeal: AppealKey | null;
  readonly body: string;
  readonly call: string | null;
};

/** Writes and counts it, once however often it is sent. @returns false when it was there */
export async function addServiceContact(sql: Sql, contact: ServiceContact): Promise<boolean> {
  const rows = await sql.query(
    `with made as (
       insert into service_contact (id, at, account, unit, channel, matter, cohort, appeal, body, call)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (id) do nothing returning at, channel),
     counted as (
       insert into service_contact_hour (hour, channel, n) select date_trunc('hour', at), channel, 1 from made
       on conflict (hour, channel) do update set n = service_contact_hour.n + 1)
     select from made`,
    [
      contact.id,
      new Date(contact.at),
      contact.account,
      contact.unit,
      contact.channel,
      contact.matter,
      contact.appeal?.cohort ?? null,
      contact.appeal?.id ?? null,
      contact.body,
      contact.call,
    ],
    'service-contact-add',
  );
  return rows.length === 1;
}

export type ServiceContactRow = {
  id: string;
  at: number;
  channel: string;
  matter: string | null;
  body: string;
  cohort: number | null;
  appeal: number | null;
  filed_at: number | null;
  by_name: string | null;
};

/** A unit's own from one moment to before another, the latest first; the appeal only where the reader may see it. */
export function serviceContacts(
  sql: Sql,
  unit: number,
  from: number,
  before: number,
  limit: number,
): Promise<ServiceContactRow[]> {
  return sql.query<ServiceContactRow>(
    `select c.id, c.at, c.channel, c.matter, c.body, a.cohort, a.id as appeal, a.filed_at, s.name as by_name
     from service_contact c left join appeal a on a.cohort = c.cohort and a.id = c.appeal
     left join staff s on s.account = c.account
     where c.unit = $1 and c.at >= $2 and c.at < $3 order by c.at desc, c.id desc limit $4`,
    [unit, new Date(from), new Date(before), limit],
    'service-contacts',
  );
}

/** How many there were from one moment to before another, both at full hours. */
export async function countServiceContacts(sql: Sql, from: number, to: number): Promise<number> {
  const [row] = await sql.query<{ n: number }>(
    'select coalesce(sum(n), 0)::int8 as n from service_contact_hour where hour >= $1 and hour < $2',
    [new Date(from), new Date(to)],
    'service-contacts-count',
  );
  return row?.n ?? 0;
}
