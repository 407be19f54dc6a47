import type { FileRequest } from '@suban/domain/collect/requests.ts';
import { latitude, longitude, longText, phone, requestId, shortText, words } from '@suban/domain/fields.ts';
import { z } from 'zod';
import { fileAppeal } from '../../collect/file-appeal.ts';
import type { Services } from '../../platform/services.ts';
import { derivedUuid } from '../derived-id.ts';
import { Open311Error } from './errors.ts';
import { given } from './fields.ts';
import { knownCode } from './services.ts';
import { hasPartnerRequest, notePartnerRequest } from './store.ts';

const degrees = (range: z.ZodType<number, number>) => z.string().transform(Number).pipe(range);
const link = z
  .string()
  .trim()
  .max(1_000)
  .pipe(z.url({ protocol: /^https?$/, error: 'must be an http or https address' }));

/** POST Service Request's arguments; those not here (account_id, device_id, attribute …) are ignored. */
export const postFields = z.object({
  api_key: given(z.string()),
  /** Ours: sent again with the same one, nothing is filed again. */
  request_id: given(requestId),
  service_code: given(words(40)),
  lat: given(degrees(latitude)),
  long: given(degrees(longitude)),
  address_string: given(shortText),
  address_id: given(shortText),
  description: given(longText),
  first_name: given(words(50)),
  last_name: given(words(50)),
  phone: given(phone),
  email: given(z.string().trim().max(100).pipe(z.email())),
  media_url: given(link),
});
type PostFields = Omit<z.infer<typeof postFields>, 'api_key'>;

/** Two filings alike are one when the second comes within this time, in ms; within twice of it at most. */
const sameWithin = 10 * 60_000;

type Services_ = Pick<Services, 'database' | 'crypto' | 'reference' | 'clock'>;

/**
 * POST Service Request, on the one way appeals are filed. What the partner named the matter is written first, so that
 * the dispatch suggestion finds it whenever it is made.
 * @throws Open311Error 400, 404; nothing is changed then
 */
export async function fileRequest(services: Services_, partner: string, fields: PostFields) {
  const code = knownCode(services.reference(), needed(fields.service_code, 'service_code'));
  const place = placeOf(fields);
  const now = services.clock();
  const id = await idOf(services, partner, fields, now);
  const at = await notePartnerRequest(services.database, {
    externalId: id,
    partner,
    serviceCode: code,
    receivedAt: now,
  });
  const request: FileRequest = {
    requestId: id,
    text: textOf(fields, services.reference().matters.get(code)?.name ?? ''),
    place,
    contact: { ...nameOf(fields), phone: fields.phone ?? '' },
    photos: [],
    confidential: false,
  };
  const filed = await fileAppeal(services, request, {
    channel: 'open311',
    actor: { kind: 'citizen' },
    externalId: id,
    at,
  });
  return [
    {
      service_request_id: filed.number,
      service_notice: noticeOf(filed.queryCode, fields.media_url !== undefined),
      account_id: null,
    },
  ];
}

function needed<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Open311Error(400, `缺少 ${name} · ${name} was not provided`);
  return value;
}

/** The specification wants a whole place. An id of an address book we do not have is words about the place. */
function placeOf({ lat, long, address_string, address_id }: PostFields): NonNullable<FileRequest['place']> {
  if ((lat === undefined) !== (long === undefined))
    throw new Open311Error(400, 'lat 和 long 须一起给 · lat and long must both be given');
  const address = address_string ?? address_id;
  if (lat !== undefined && long !== undefined)
    return { lat, long, ...(address === undefined ? {} : { address }) };
  return { address: needed(address, 'lat & long, address_string or address_id') };
}

/**
 * The id everything hangs on. It belongs to the partner: nobody learns another's appeal by guessing a request id. Without
 * one, the same fields within ten minutes are the same filing: looked for in this stretch of time and the one before.
 */
async function idOf(services: Services_, partner: string, fields: PostFields, now: number): Promise<string> {
  if (fields.request_id !== undefined) return derivedUuid('open311', partner, 'id', fields.request_id);
  const said = JSON.stringify(
    Object.entries(fields)
      .filter(([, value]) => value !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  const stretch = Math.floor(now / sameWithin);
  const [current, before] = [stretch, stretch - 1].map((n) =>
    derivedUuid('open311', partner, 'fields', said, n),
  ) as [string, string];
  return (await hasPartnerRequest(services.database, before)) ? before : current;
}

const mediaLine = '附件链接：';

/** A link is never fetched, which would let anybody send this server anywhere: it stands below the words for staff to judge. */
function textOf({ description, media_url }: PostFields, matter: string): string {
  const text = description ?? matter;
  return media_url === undefined ? text : `${text}\n\n${mediaLine}${media_url}`;
}

/**
 * Family name first where it is written in Chinese. The e-mail stands beside the name, for it is as personal: sealed,
 * masked and revealed with it.
 */
function nameOf({ first_name, last_name, email }: PostFields): { name?: string } {
  const chinese = /^\p{Script=Han}+$/u.test(`${last_name ?? ''}${first_name ?? ''}`);
  const name = (chinese ? [last_name, first_name] : [first_name, last_name])
    .filter((part) => part !== undefined)
    .join(chinese ? '' : ' ');
  const whole = [name, ...(email === undefined ? [] : [name === '' ? email : `<${email}>`])]
    .filter((part) => part !== '')
    .join(' ');
  return whole === '' ? {} : { name: whole };
}

const noticeOf = (queryCode: string, media: boolean): string =>
  `诉求已受理，查询码 ${queryCode}：凭编号和查询码可以在市民端查询、补充、催办和评价。${media ? '附件链接已记下，系统不会下载其中内容。' : ''}`;
