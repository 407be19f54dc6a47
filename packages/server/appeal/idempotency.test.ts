import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Answer, plainFiling, withId } from '../testing/client.ts';
import { createStory, sendingBack, street } from '../testing/story.ts';
import { createTestCity, type TestCity } from '../testing/test-city.ts';
import { verify } from './verify.ts';

let city: TestCity;
let story: ReturnType<typeof createStory>;
beforeAll(async () => {
  city = await createTestCity();
  story = createStory(city);
});
afterAll(() => city.close());

const rateable = { solved: true, stars: { speed: 5, effect: 5, service: 5, feedback: 5 } };

/** Every command, from a state that allows it: whoever may give it, its address and its words. */
async function commands(): Promise<Record<string, () => Promise<{ send: (id: string) => Promise<Answer> }>>> {
  const { crew } = story;
  const { citizen } = city;
  const staff = (
    who: { post: (url: string, body: unknown) => Promise<Answer> },
    number: string,
    name: string,
    fields = {},
  ) => ({ send: (id: string) => who.post(`/api/desk/cases/${number}/${name}`, withId(fields, id)) });
  const dispatcher = city.as('dispatcher');
  const inHand = () => story.dispatched();
  const working = async () => {
    const filed = await story.dispatched();
    await story.acknowledge(filed);
    await story.contact(filed);
    return filed;
  };
  return {
    classify: async () => staff(dispatcher, (await story.file()).number, 'classify', { matter: '010101' }),
    'answer-at-once': async () =>
      staff(city.as('operator'), (await story.file()).number, 'answer-at-once', { text: '可在官网查询。' }),
    refer: async () =>
      staff(dispatcher, (await story.file()).number, 'refer', {
        reason: 'legal-route',
        text: '已进入诉讼程序。',
        route: '请依法向法院提起诉讼。',
      }),
    dispatch: async () =>
      staff(dispatcher, (await story.file()).number, 'dispatch', {
        unit: city.unit(street).id,
        matter: '010101',
      }),
    acknowledge: async () => staff(crew(street).receiver, (await inHand()).number, 'acknowledge'),
    'send-back': async () =>
      staff(crew(street).receiver, (await inHand()).number, 'send-back', sendingBack(city)),
    'decide-send-back': async () => {
      const filed = await inHand();
      await story.sendBack(filed);
      return staff(dispatcher, filed.number, 'decide-send-back', { uphold: true, text: '同意退单。' });
    },
    designate: async () => {
      const filed = await inHand();
      await story.sendBack(filed);
      await story.decideSendBack(filed, false);
      await story.sendBack(filed);
      return staff(city.as('arbitrator'), filed.number, 'designate', {
        unit: city.unit(street).id,
        text: '指定该街道主办。',
      });
    },
    contact: async () =>
      staff(crew(street).handler, (await working()).number, 'contact', {
        method: 'visit',
        reached: true,
        text: '上门查看。',
      }),
    'sub-assign': async () =>
      staff(crew(street).receiver, (await inHand()).number, 'sub-assign', {
        unit: city.unit('SZ-FT-YL-1').id,
      }),
    answer: async () =>
      staff(crew(street).handler, (await working()).number, 'answer', {
        outcome: 'solved',
        text: '已修好。',
      }),
    review: async () => {
      const filed = await working();
      await story.answer(filed);
      return staff(crew(street).leader, filed.number, 'review', { approve: false, text: '请补充现场照片。' });
    },
    'evaluate by call-back': async () =>
      staff(city.as('call-back'), (await story.answered()).number, 'evaluate', rateable),
    'open-follow-up': async () =>
      staff(city.as('supervisor'), (await inHand()).number, 'open-follow-up', {
        text: '群众反映集中，立案督办。',
      }),
    'supplement by operator': async () =>
      staff(city.as('operator'), (await inHand()).number, 'supplement', { text: '来电补充。' }),
    'urge by supervisor': async () => staff(city.as('supervisor'), (await inHand()).number, 'urge', {}),
    supplement: async () => {
      const filed = await inHand();
      return {
        send: (id: string) => citizen.does(filed, 'supplement', { text: '补充：昨晚又不亮了。' }, id),
      };
    },
    urge: async () => {
      const filed = await inHand();
      return { send: (id: string) => citizen.does(filed, 'urge', {}, id) };
    },
    withdraw: async () => {
      const filed = await inHand();
      return { send: (id: string) => citizen.does(filed, 'withdraw', { text: '已自行解决。' }, id) };
    },
    'rate by link': async () => {
      const filed = await story.answered();
      const { rateToken } = await citizen.follow(filed);
      return { send: (id: string) => citizen.rating(rateToken, 1, false, id) };
    },
    file: async () => ({ send: (id: string) => citizen.post('/api/appeals', withId(plainFiling, id)) }),
    record: async () => ({
      send: (id: string) =>
        city.as('operator').post('/api/desk/appeals', withId({ ...plainFiling, channel: 'hotline' }, id)),
    }),
  };
}

describe('a request sent again', () => {
  const names = [
    'classify',
    'answer-at-once',
    'refer',
    'dispatch',
    'acknowledge',
    'send-back',
    'decide-send-back',
    'designate',
    'contact',
    'sub-assign',
    'answer',
    'review',
    'evaluate by call-back',
    'open-follow-up',
    'supplement by operator',
    'urge by supervisor',
    'supplement',
    'urge',
    'withdraw',
    'rate by link',
    'file',
    'record',
  ];
  test('every command is in the table', async () => {
    expect(Object.keys(await commands()).toSorted()).toEqual(names.toSorted());
  });

  test.each(names)('%s: is answered the same and does nothing new', async (name) => {
    const { send } = await (await commands())[name]!();
    const id = randomUUID();
    const first = await send(id);
    expect(first.status).toBeLessThan(300);
    await city.drain();
    const before = await city.counts();
    const second = await send(id);
    await city.drain();
    expect({ status: second.status, body: second.body }).toEqual({ status: first.status, body: first.body });
    expect(await city.counts()).toEqual(before);
  });

  test.each(names)(
    '%s: twice at the same moment is done once, and both are answered the same',
    async (name) => {
      const { send } = await (await commands())[name]!();
      const id = randomUUID();
      const [{ 'public.request': before = 0 }, answers] = [
        await city.counts(),
        await Promise.all([send(id), send(id)]),
      ];
      expect(answers[1]?.body).toEqual(answers[0]?.body);
      expect(answers.map(({ status }) => status)).toEqual([answers[0]?.status, answers[0]?.status]);
      expect(answers[0]?.status).toBeLessThan(300);
      expect((await city.counts())['public.request']).toBe(before + 1);
    },
  );

  test.each(names.filter((name) => name !== 'file' && name !== 'record'))(
    '%s: is answered as it was then, however far the appeal has come since',
    async (name) => {
      const { send } = await (await commands())[name]!();
      const id = randomUUID();
      const first = await send(id);
      const { number } = first.body as { number: string };
      await city.as('operator').command(number, 'supplement', { text: '又补充。' });
      expect((await send(id)).body).toEqual(first.body);
    },
  );
});

describe('a request id used for something else', () => {
  test.each([
    [
      'another command on the same appeal',
      async (number: string, id: string) =>
        city.as('operator').post(`/api/desk/cases/${number}/supplement`, withId({ text: '补充。' }, id)),
    ],
    [
      'the same command on another appeal',
      async (_: string, id: string) =>
        story.crew(street).receiver.command((await story.dispatched()).number, 'acknowledge', {}, id),
    ],
    ['a filing', async (_: string, id: string) => city.citizen.post('/api/appeals', withId(plainFiling, id))],
  ])('%s: is refused and changes nothing', async (_, send) => {
    const filed = await story.dispatched();
    const id = randomUUID();
    expect(await story.crew(street).receiver.command(filed.number, 'acknowledge', {}, id)).toMatchObject({
      status: 200,
    });
    const rows = async () =>
      await city.services.database.owner.query('select id, command from request where id = $1', [id]);
    const before = await rows();
    expect(await send(filed.number, id)).toMatchObject({ status: 409, body: { code: 'request-id-reused' } });
    expect(await rows()).toEqual(before);
  });

  test('a filing’s id for a command', async () => {
    const id = randomUUID();
    const filed = (await city.citizen.post('/api/appeals', withId(plainFiling, id))).body as {
      number: string;
    };
    expect(
      await city.as('dispatcher').command(filed.number, 'classify', { matter: '010101' }, id),
    ).toMatchObject({ status: 409, body: { code: 'request-id-reused' } });
  });
});

describe('many at once', () => {
  test('20 identical filings: one appeal', async () => {
    const id = randomUUID();
    const before = await city.counts();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => city.citizen.post('/api/appeals', withId(plainFiling, id))),
    );
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(answers.every(({ status }) => status === 201)).toBe(true);
    const after = await city.counts();
    for (const table of ['appeal', 'appeal_event', 'person', 'request'])
      expect(after[`public.${table}`]).toBe((before[`public.${table}`] ?? 0) + 1);
  });

  test('30 different filings: 30 appeals with numbers of their own', async () => {
    const filed = await Promise.all(Array.from({ length: 30 }, () => city.citizen.file()));
    expect(new Set(filed.map(({ number }) => number)).size).toBe(30);
  });

  test.each([1, 2, 3])(
    '10 different commands on one appeal: each done or refused, none lost (round %i)',
    async () => {
      const filed = await story.dispatched();
      const { receiver } = story.crew(street);
      const supplements = Array.from({ length: 7 }, (_, i) =>
        city.citizen.does(filed, 'supplement', { text: `补充第${i}条。` }),
      );
      const answers = await Promise.all([
        ...supplements,
        city.citizen.does(filed, 'urge'),
        receiver.command(filed.number, 'acknowledge'),
        city.as('supervisor').command(filed.number, 'open-follow-up', { text: '立案督办。' }),
      ]);
      const done = answers.filter(({ status }) => status === 200);
      expect(
        answers.filter(
          ({ status, body }) =>
            status !== 200 && !(status === 409 && (body as { code: string }).code === 'changed-meanwhile'),
        ),
      ).toEqual([]);
      const timeline = (await city.as('dispatcher').case(filed.number)).timeline;
      const acts = timeline.filter(({ what }) =>
        ['supplemented', 'urged', 'acknowledged', 'follow-up-opened'].includes(what),
      );
      expect(acts.length).toBe(done.length);
      expect(new Set(done.map(({ body }) => (body as { version: number }).version)).size).toBe(done.length);
      expect((await city.citizen.follow(filed)).version).toBe(timeline.length);
    },
  );

  test('one of two people acknowledges: the other is told', async () => {
    const filed = await story.dispatched();
    const { receiver, handler } = story.crew(street);
    const answers = await Promise.all([
      receiver.command(filed.number, 'acknowledge'),
      handler.command(filed.number, 'acknowledge'),
    ]);
    expect(answers.map(({ status }) => String(status)).toSorted()).toEqual(['200', '409']);
  });
});

test('afterwards the record holds', async () => {
  await city.drain();
  expect((await verify(city.services)).faults).toEqual([]);
});
