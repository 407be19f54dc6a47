import type { AppealState } from '@suban/domain/appeal.ts';
import { words } from '@suban/domain/fields.ts';
import { appealId, cohortOf, parseNumber } from '@suban/domain/ids.ts';
import { maskPersonal } from '@suban/text/fields/personal.ts';
import { z } from 'zod';
import { unitName } from '../../appeal/names.ts';
import { numberOf } from '../../appeal/run-command.ts';
import type { Reference } from '../../people/reference-store.ts';
import type { Services } from '../../platform/services.ts';
import { Open311Error } from './errors.ts';
import { given, listed, rangeOf, type Range, time, w3 } from './fields.ts';
import { serviceName } from './services.ts';
import { requestKeys, type RequestRow, requestRows, statusOf } from './store.ts';

/** GET Service Requests' arguments. @param offsetMinutes the city's zone, for times that name none */
export const listFields = (offsetMinutes: number) =>
  z.object({
    service_request_id: listed(words(40)),
    service_code: listed(words(40)),
    start_date: given(time(offsetMinutes)),
    end_date: given(time(offsetMinutes)),
    status: listed(z.enum(['open', 'closed'])),
  });
type ListFields = z.infer<ReturnType<typeof listFields>>;

type Services_ = Pick<Services, 'database' | 'reference' | 'clock'>;

/**
 * GET Service Requests: with a key what that partner filed, without one what is public, newest first.
 * @throws Open311Error 400 for a range that is none
 */
export async function listRequests(services: Services_, partner: string | null, fields: ListFields) {
  if (fields.service_request_id) return findRequests(services, partner, fields.service_request_id);
  const range = checkedRange(fields.start_date, fields.end_date, services.clock());
  const status = new Set(fields.status);
  const filter = {
    codes: fields.service_code ?? null,
    status: status.size === 1 ? ([...status][0] ?? null) : null,
  };
  return services.database.scoped('all', async (tx) => {
    const rows = await requestRows(tx, partner, await requestKeys(tx, partner, range, filter));
    return rows.map((row) => requestView(services.reference(), row, partner === null));
  });
}

/** @throws Open311Error 400 */
export function checkedRange(start: number | undefined, end: number | undefined, now: number): Range {
  const range = rangeOf(start, end, now);
  if (typeof range === 'string') throw new Open311Error(400, range);
  return range;
}

/** Those of the numbers that are there and may be seen. */
export async function findRequests(services: Services_, partner: string | null, numbers: readonly string[]) {
  const keys = numbers.flatMap((number) => parseNumber(number) ?? []);
  const rows = await services.database.scoped('all', (tx) => requestRows(tx, partner, keys));
  return rows.map((row) => requestView(services.reference(), row, partner === null));
}

/** @throws Open311Error 404: none, or not to be seen */
export async function findRequest(services: Services_, partner: string | null, number: string) {
  const found = await findRequests(services, partner, [number]);
  if (found.length === 0)
    throw new Open311Error(404, '没有这个 service_request_id · this service_request_id was not found');
  return found;
}

/** GET service_request_id from a token. Every filing gets its number at once, so the number is its own token. @throws Open311Error 404 */
export async function findToken(services: Services_, partner: string | null, token: string) {
  const found = await findRequest(services, partner, token);
  return found.map(({ service_request_id }) => ({ service_request_id, token }));
}

const notes: Readonly<Record<AppealState, string>> = {
  received: '已受理，待分拨',
  'answered-at-once': '已直接答复',
  referred: '已指明办理途径',
  dispatched: '办理中',
  'awaiting-rating': '已答复，待评价',
  closed: '已结',
  merged: '已并入同一事件',
  withdrawn: '已撤回',
};

function requestView(reference: Reference, row: RequestRow, publicly: boolean) {
  const key = { cohort: cohortOf(row.cohort), id: appealId(row.id) };
  const status = statusOf(row.state);
  const shown = publicly ? forEverybody(row) : row;
  return {
    service_request_id: numberOf(reference, { key, filedAt: row.filed_at }),
    status,
    status_notes: notes[row.state],
    service_name: serviceName(reference, row.code),
    service_code: row.code,
    description: shown.body ?? '',
    agency_responsible: row.unit === null ? null : unitName(reference, row.unit).name,
    service_notice: null,
    requested_datetime: w3(row.filed_at),
    updated_datetime: w3(status === 'open' ? row.last_at : row.state_since),
    expected_datetime: row.finish_due === null ? null : w3(row.finish_due),
    address: shown.address,
    address_id: null,
    zipcode: null,
    lat: shown.lat,
    long: shown.long,
    media_url: null,
  };
}

type Shown = Pick<RequestRow, 'body' | 'address' | 'lat' | 'long'>;

/** Numbers, names and homes of persons masked, no links, and the place to some hundred metres: near enough for a map, too far for a door. */
function forEverybody({ body, address, lat, long }: Shown): Shown {
  const masked = (text: string | null) => text && maskPersonal(text.replaceAll(/https?:\/\/\S+/gi, '…'));
  const near = (degrees: number | null) => degrees && Math.round(degrees * 1_000) / 1_000;
  return { body: masked(body), address: masked(address), lat: near(lat), long: near(long) };
}
