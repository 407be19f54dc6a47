import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as bodyOf } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseNumber } from '@suban/domain/ids.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readers } from '../city.ts';
import { catchUp } from '../platform/catch-up.ts';
import { forget } from '../platform/reader.ts';
import { type Filed, plainFiling } from '../testing/client.ts';
import { createStory, street } from '../testing/story.ts';
import { createTestCity, type TestCity } from '../testing/test-city.ts';

type Received = {
  readonly id: string;
  readonly timestamp: string;
  readonly signature: string;
  readonly body: string;
};
const secret = 'the secret both sides know';
let gateway: Server;
let received: Received[] = [];
/** What the gateway answers next, one after the other; then 200. */
let answers: number[] = [];
let city: TestCity;
let story: ReturnType<typeof createStory>;

beforeAll(async () => {
  gateway = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const header = (name: string) => String(request.headers[name]);
      received.push({
        id: header('webhook-id'),
        timestamp: header('webhook-timestamp'),
        signature: header('webhook-signature'),
        body,
      });
      return response.writeHead(answers.shift() ?? 200).end();
    });
  });
  await new Promise<void>((done) => {
    gateway.listen(0, '127.0.0.1', done);
  });
  const url = `http://127.0.0.1:${(gateway.address() as AddressInfo).port}/sms`;
  city = await createTestCity({
    workers: true,
    config: { smsWebhook: { url, secret }, publicUrl: 'https://suban.example' },
  });
  story = createStory(city);
});
beforeEach(() => {
  [received, answers] = [[], []];
});
afterAll(async () => {
  await city.close();
  await new Promise((done) => {
    gateway.close(done);
  });
});

const about = ({ number }: Filed) => received.filter(({ body }) => body.includes(number));
const until = async (check: () => boolean) => {
  for (let i = 0; i < 1_200 && !check(); i += 1) await sleep(10);
  expect(check()).toBe(true);
};
const keyOf = ({ number }: Filed, seq: number) => {
  const key = parseNumber(number);
  return `${key?.cohort}/${key?.id}/${seq}/citizen`;
};
const outcomes = async ({ number }: Filed) =>
  await city.services.database.owner.query<{ template: string; outcome: string | null }>(
    'select template, outcome from notification where appeal = $1 order by key',
    [parseNumber(number)?.id],
  );

describe('a text message', () => {
  test('tells number and query code, to the phone that was given, signed', async () => {
    const filed = await story.file();
    await until(() => about(filed).length > 0);
    const [{ id, timestamp, signature, body } = { id: '', timestamp: '', signature: '', body: '{}' }] =
      about(filed);
    expect(JSON.parse(body)).toEqual({
      phone: plainFiling.contact.phone,
      text: `【民意速办】您的诉求已收到，编号${filed.number}，查询码${filed.queryCode}，可凭此查询进度。`,
    });
    expect(id).toBe(keyOf(filed, 1));
    expect(Math.abs(Number(timestamp) - Date.now() / 1000)).toBeLessThan(60);
    expect(signature).toBe(
      `v1,${createHmac('sha256', secret).update(`${id}.${timestamp}.${body}`).digest('base64')}`,
    );
  });

  test('is sent for each thing the citizen should hear, once', async () => {
    const filed = await story.answered();
    await city.citizen.rates(filed, 1);
    await until(() => about(filed).length === 4);
    expect(about(filed).map(({ id }) => id)).toEqual([1, 3, 7, 9].map((seq) => keyOf(filed, seq)));
    const link = about(filed)[2]?.body.match(/https:\/\/suban\.example\/rate\/(\S+?)"/)?.[1] ?? '';
    expect((await city.citizen.get(`/api/rate/${link}`)).body).toMatchObject({ code: 'rated-already' });
    await sleep(300);
    expect(about(filed)).toHaveLength(4);
    expect((await outcomes(filed)).map(({ outcome }) => outcome)).toEqual(['sent', 'sent', 'sent', 'sent']);
  });

  test('that the gateway does not take is sent again with the same id, and counts as sent only then', async () => {
    answers = [500];
    const filed = await story.file();
    await until(() => about(filed).length === 1);
    expect((await outcomes(filed))[0]?.outcome).toBeNull();
    await until(() => about(filed).length === 2);
    const [first, second] = about(filed);
    expect(second).toMatchObject({ id: first?.id, body: first?.body });
    for (let i = 0; i < 200 && (await outcomes(filed))[0]?.outcome === null; i += 1) await sleep(10);
    expect(await outcomes(filed)).toEqual([{ template: 'filed', outcome: 'sent' }]);
  });

  test('is made once, however often its event is read', async () => {
    const filed = await story.file();
    await until(() => about(filed).length === 1);
    const { database } = city.services;
    await database.owner.transaction((tx) => forget(tx, 'messages'));
    await catchUp(database, readers(city.services));
    await sleep(300);
    expect(about(filed)).toHaveLength(1);
    expect(await outcomes(filed)).toHaveLength(1);
  });
});

describe('what goes another way than the plain one', () => {
  const textsTo = (filed: Filed) =>
    about(filed).map(({ body }) => (JSON.parse(body) as { text: string }).text.replace('【民意速办】', ''));

  test('is told with its day and the reason that was given', async () => {
    const filed = await story.dispatched();
    await story.acknowledge(filed);
    await story
      .crew(street)
      .receiver.must(filed.number, 'apply', { what: 'extension', days: 2, text: '灯杆须定制。' });
    const reason = '须等待厂家供应\n同型号灯具';
    await city.as('dispatcher').must(filed.number, 'decide-application', { grant: true, text: reason });
    await until(() => about(filed).length === 3);
    expect(textsTo(filed)[2]).toBe(
      `您的诉求${filed.number}需要更多时间办理，最迟3月18日答复，原因：须等待厂家供应 同型号灯具。`,
    );
  });

  test('of a master is told to those who follow it, each by their own number, and to nobody who came later', async () => {
    const master = await story.file();
    const follower = await story.file();
    const merge = (filed: Filed) =>
      city.as('dispatcher').must(filed.number, 'merge', { into: master.number });
    await merge(follower);
    city.clock.advance(60_000);
    await story.dispatch(master);
    await until(() => about(follower).length === 3);
    // Each message is a job of its own: they may overtake one another.
    expect(textsTo(follower)).toContain(
      `您的诉求${follower.number}与他人反映的同一事项合并办理，编号不变，进展将一并告知您。`,
    );
    expect(textsTo(follower)).toContain(`与您的诉求${follower.number}合并办理的同一事项已分拨至承办单位。`);
    city.clock.advance(60_000);
    const late = await story.file();
    await merge(late);
    await until(() => about(late).length === 2);
    await city.services.database.owner.transaction((tx) => forget(tx, 'messages'));
    await catchUp(city.services.database, readers(city.services));
    await story.handled(master);
    await until(() => about(late).length === 3);
    expect(textsTo(late).join('\n')).toMatch(/已随同一事项办结，请评价是否解决：https/);
    await until(() => about(follower).length === 4);
  });
});

test('a code to sign in goes to the same gateway and is not shown on the screen of a real city', async () => {
  const { status, body } = await city.citizen.post('/api/citizen/code', { phone: '13811112222' });
  expect({ status, body }).toMatchObject({ status: 200, body: { sent: true } });
  const sent = received.find((each) => each.body.includes('13811112222'));
  const { text } = JSON.parse(sent?.body ?? '{}') as { text: string };
  const code = /验证码(\d{6})/.exec(text)?.[1];
  expect(await city.citizen.post('/api/citizen/sign-in', { phone: '13811112222', code })).toMatchObject({
    status: 200,
  });
});

test('without a gateway nothing is sent, and the record says so', async () => {
  const quiet = await createTestCity({ workers: true });
  try {
    const { number } = await quiet.citizen.file();
    const outcome = async () =>
      (
        await quiet.services.database.owner.query<{ outcome: string | null }>(
          'select outcome from notification where appeal = $1',
          [parseNumber(number)?.id],
        )
      )[0]?.outcome;
    for (let i = 0; i < 500 && !(await outcome()); i += 1) await sleep(10);
    expect(await outcome()).toBe('no-adapter');
  } finally {
    await quiet.close();
  }
});
