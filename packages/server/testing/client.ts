import { randomUUID } from 'node:crypto';
import { type CaseView, caseView, done, filedAnswer, type Track, track } from '@suban/domain/api.ts';
import type { CommandName } from '@suban/domain/commands.ts';
import type { z } from 'zod';
import type { createApp } from '../serve.ts';

export type App = Awaited<ReturnType<typeof createApp>>;
export type Answer = {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly bytes: Buffer;
};
export type Filed = z.infer<typeof filedAnswer>;
export type Fields = Readonly<Record<string, unknown>>;

/** An appeal as a citizen files it: in Futian's Yuanling subdistrict, by somebody who gives name and phone. */
export const plainFiling = {
  text: '园岭街道园岭新村门口的路灯连续三个晚上没有亮，老人出门容易摔倒，请尽快派人来修。',
  title: '园岭新村门口路灯不亮',
  kind: 'help',
  place: { address: '园岭街道园岭新村12栋门口' },
  contact: { name: '钟小燕', phone: '13900001234' },
} as const;

export const withId = (fields: Fields = {}, requestId: string = randomUUID()) => ({ requestId, ...fields });

/** The answer's body when it is what it should be. @throws Error that shows what came instead */
export function read<T>(answer: Answer, status: number, shape: z.ZodType<T>): T {
  if (answer.status !== status)
    throw new Error(`${answer.status} instead of ${status}: ${JSON.stringify(answer.body)}`);
  return shape.parse(answer.body);
}

export type Client = ReturnType<typeof createClient>;

/** Somebody at the other end of the HTTP API, with or without a session. */
export function createClient(app: App, cookie?: string) {
  async function send(
    method: 'GET' | 'POST',
    url: string,
    payload?: string | Buffer,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const own = cookie === undefined ? headers : { cookie, ...headers };
    const answer = await app.inject({
      method,
      url,
      headers: own,
      ...(payload === undefined ? {} : { payload }),
    });
    const json = String(answer.headers['content-type']).startsWith('application/json');
    const body: unknown = json ? JSON.parse(answer.body) : answer.body;
    return { status: answer.statusCode, body, headers: answer.headers, bytes: answer.rawPayload };
  }
  const get = (url: string) => send('GET', url);
  const post = (url: string, body: unknown = {}) =>
    send('POST', url, JSON.stringify(body), { 'content-type': 'application/json' });
  return {
    cookie: cookie ?? '',
    send,
    get,
    post,
    /** A command of staff on a case, with a request id of its own unless one is given. */
    command: (number: string, name: CommandName, fields: Fields = {}, requestId?: string) =>
      post(`/api/desk/cases/${number}/${name}`, withId(fields, requestId)),
    /** The same, and it is done. @throws Error when it is refused */
    async must(number: string, name: CommandName, fields: Fields = {}) {
      return read(await post(`/api/desk/cases/${number}/${name}`, withId(fields)), 200, done);
    },
    case: async (number: string): Promise<CaseView> =>
      read(await get(`/api/desk/cases/${number}`), 200, caseView),
    upload: (bytes: Buffer, name = 'photo.jpg') => send('POST', '/api/files', ...multipart(bytes, name)),
  };
}

/** What only a citizen does: file, follow by number and code, rate by link. */
export function createCitizen(app: App, cookie?: string) {
  const client = createClient(app, cookie);
  const own = ({ number, queryCode }: Filed, rest = '') => `/api/appeals/${number}${rest}?code=${queryCode}`;
  const rating = (token: string | null, stars: number, solved: boolean, requestId?: string) =>
    client.post(
      `/api/rate/${token}`,
      withId({ solved, stars: { speed: stars, effect: stars, service: stars, feedback: stars } }, requestId),
    );
  const follow = async (filed: Filed): Promise<Track> => read(await client.get(own(filed)), 200, track);
  return {
    ...client,
    own,
    /** @throws Error when it is refused */
    async file(fields: Fields = {}): Promise<Filed> {
      return read(await client.post('/api/appeals', withId({ ...plainFiling, ...fields })), 201, filedAnswer);
    },
    follow,
    does: (filed: Filed, name: 'supplement' | 'withdraw' | 'urge', fields: Fields = {}, requestId?: string) =>
      client.post(own(filed, `/${name}`), withId(fields, requestId)),
    rating,
    /** Rates by the link the tracking page shows. @throws Error when it is refused */
    async rates(filed: Filed, stars: number, solved = stars > 2) {
      return read(await rating((await follow(filed)).rateToken, stars, solved), 200, done);
    },
  };
}

function multipart(bytes: Buffer, name: string): [Buffer, Record<string, string>] {
  const boundary = 'a-boundary-of-the-tests';
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: image/jpeg\r\n\r\n`;
  return [
    Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
    { 'content-type': `multipart/form-data; boundary=${boundary}` },
  ];
}
