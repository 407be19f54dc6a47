import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseNumber } from '@suban/domain/ids.ts';
import type { Filed } from '../testing/client.ts';
import { createStory, department } from '../testing/story.ts';
import { createTestCity, type TestCity } from '../testing/test-city.ts';

let city: TestCity;
let story: ReturnType<typeof createStory>;
let about: Filed;
let plain: Filed;
beforeAll(async () => {
  city = await createTestCity();
  story = createStory(city);
  about = await accusing();
  plain = await story.file();
});
afterAll(() => city.close());

const accusing = async (): Promise<Filed> => {
  const answer = await city.as('operator').post('/api/desk/appeals', {
    requestId: crypto.randomUUID(),
    channel: 'letter',
    text: '分拨中心的人员态度恶劣，多次挂断电话，要求处理。',
    contact: { name: '王女士', phone: '13800000000' },
    accused: city.unit('SZ-DISPATCH').id,
  });
  expect(answer.status).toBe(201);
  return answer.body as Filed;
};
const counts = async (who: string) =>
  (await city.as(who).get('/api/desk/counts')).body as Record<string, { count: number }>;
const queue = async (who: string, name: string) => {
  const { body } = await city.as(who).get(`/api/desk/queues/${name}`);
  return (body as { items: { number: string }[] }).items.map(({ number }) => number);
};
const numbers = (...filed: Filed[]) => filed.map(({ number }) => number);

describe('a complaint about the city’s dispatch centre', () => {
  test('waits for whoever leads the city, in a queue of their own with its count, and for nobody at the centre', async () => {
    expect(await queue('mayor', 'about-centre')).toEqual(numbers(about));
    expect(await counts('mayor')).toMatchObject({ 'about-centre': { count: 1 } });
    expect(await queue('dispatcher', 'to-dispatch')).toEqual(numbers(plain));
    expect(await counts('dispatcher')).toMatchObject({ 'to-dispatch': { count: 1 } });
    expect(await counts('dispatcher')).not.toHaveProperty('about-centre');
    expect((await city.as('dispatcher').get('/api/desk/queues/about-centre')).status).toBe(403);
    expect((await city.as('ft-leader').get('/api/desk/queues/about-centre')).status).toBe(403);
  });

  test('is dispatched by them; sent back or asked about, it comes to them again and the centre does not even count it', async () => {
    await city
      .as('mayor')
      .must(about.number, 'dispatch', { unit: city.unit(department).id, matter: '010101' });
    expect(await queue('mayor', 'about-centre')).toEqual([]);
    await story.dispatch(plain, department);
    await story.sendBack(plain, department);
    await story.sendBack(about, department);
    expect(await counts('dispatcher')).toMatchObject({ 'send-backs': { count: 1 } });
    expect(await queue('dispatcher', 'send-backs')).toEqual(numbers(plain));
    expect(await queue('mayor', 'about-centre')).toEqual(numbers(about));
    await city
      .as('mayor')
      .must(about.number, 'decide-send-back', { uphold: false, text: '属于你单位职责。' });
    await story.acknowledge(about, department);
    const asked = { what: 'extension', days: 3, text: '需调取录音。' };
    await story.crew(department).receiver.must(about.number, 'apply', asked);
    expect(await counts('dispatcher')).toMatchObject({ applications: { count: 0 } });
    expect(await counts('mayor')).toMatchObject({ 'about-centre': { count: 1 } });
    const { body } = await city.as('mayor').get('/api/desk/queues/about-centre');
    expect(body).toMatchObject({
      items: [{ asked: { what: 'extension', days: 3, since: new Date(city.clock.now()).toISOString() } }],
    });
    await city.as('mayor').must(about.number, 'decide-application', { grant: true, text: '同意。' });
    expect(await queue('mayor', 'about-centre')).toEqual([]);
  });
});

describe('row-level security', () => {
  const append = (
    scope: Parameters<TestCity['services']['database']['scoped']>[0],
    filed: Filed,
    seq: number,
  ) => {
    const key = parseNumber(filed.number);
    return city.services.database.scoped(scope, (tx) =>
      tx.query(
        `insert into appeal_event (cohort, appeal, seq, type, at, body, prev_hash, hash)
         values ($1, $2, $3, 'urged', now(), '\\x00', '\\x00', '\\x00')`,
        [key?.cohort, key?.id, seq],
      ),
    );
  };
  const ownScope = ({ number }: Filed) => {
    const key = parseNumber(number);
    return `appeal:${key?.cohort ?? 0}:${key?.id ?? 0}` as const;
  };
  const refused = /row-level security/;

  test.each([
    ['a unit that is no party', () => `unit:${city.unit('SZ-NS').id}` as const],
    ['another citizen', () => ownScope(plain)],
    ['nobody', () => 'appeal:0:0' as const],
  ])('keeps %s from appending an event', async (_, scope) => {
    await expect(append(scope(), about, 900)).rejects.toThrow(refused);
  });

  test('keeps the centre from appending to a complaint about itself, which it does not see, and to no other', async () => {
    const scope = `all-but:${city.unit('SZ-DISPATCH').id}` as const;
    await expect(append(scope, about, 900)).rejects.toThrow(refused);
    await append(scope, plain, 900);
  });

  test('and a first event is filing, which an appeal has once', async () => {
    await expect(append('appeal:0:0', about, 1)).rejects.toThrow(/appeal_event_pkey/);
  });
});
