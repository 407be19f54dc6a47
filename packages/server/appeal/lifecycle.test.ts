import { day, hour } from '@suban/domain/calendar/calendar.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Answer, Filed } from '../testing/client.ts';
import { cameraPhoto } from '../testing/photos.ts';
import { sweep } from '../supervise/sweep.ts';
import { createStory, department, sendingBack, street, streetMatter } from '../testing/story.ts';
import { createTestCity, monday, type TestCity } from '../testing/test-city.ts';
import { verify } from './verify.ts';

let city: TestCity;
let story: ReturnType<typeof createStory>;
beforeAll(async () => {
  city = await createTestCity();
  story = createStory(city);
});
beforeEach(() => city.clock.set(monday));
afterAll(() => city.close());

const refused = (answer: Answer) => ({
  status: answer.status,
  code: (answer.body as { code?: string }).code,
});
const whatHappened = async (filed: Filed) =>
  (await city.as('mayor').case(filed.number)).timeline.map(({ what }) => what);
const uploaded = async () => ((await city.citizen.upload(await cameraPhoto())).body as { id: string }).id;

describe('from filing to a content citizen', () => {
  test('each step is told to the citizen, the photos with it, and the stars close it', async () => {
    const given = await uploaded();
    const filed = await story.file({ photos: [given] });
    expect(await city.citizen.follow(filed)).toMatchObject({
      state: 'received',
      orderState: null,
      holder: { name: '市民生诉求分拨中心' },
      due: '2026-03-02T03:00:00.000Z',
      abilities: ['supplement', 'withdraw', 'urge', 'conceal'],
      rateToken: null,
      timeline: [{ what: 'filed', by: 'citizen', photos: [{ id: given, role: 'given' }] }],
    });

    city.clock.advance(10 * 60_000);
    await story.dispatch(filed);
    expect(await city.citizen.follow(filed)).toMatchObject({
      state: 'dispatched',
      orderState: 'offered',
      holder: { name: '园岭街道', phone: expect.stringMatching(/^0755-/) as string },
      matter: { code: streetMatter, name: '占道经营' },
      heldSince: '2026-03-02T01:10:00.000Z',
      // 求助: ten working days, the weekend between left out.
      due: '2026-03-16T01:10:00.000Z',
    });

    await story.acknowledge(filed);
    await story.contact(filed);
    const [before, after] = [await uploaded(), await uploaded()];
    await story.answer(filed, street, { before: [before], after: [after], site: '园岭新村12栋' });
    const waiting = await city.citizen.follow(filed);
    expect(waiting).toMatchObject({ state: 'dispatched', orderState: 'in-review', rateToken: null });
    expect(JSON.stringify(waiting)).not.toContain('已更换损坏的灯具');

    await story.approve(filed);
    const answered = await city.citizen.follow(filed);
    expect(answered).toMatchObject({
      state: 'awaiting-rating',
      due: null,
      abilities: ['conceal', 'evaluate'],
    });
    expect(answered.timeline.at(-1)).toMatchObject({
      what: 'answer-approved',
      texts: { answer: '已更换损坏的灯具，路灯恢复照明。', site: '园岭新村12栋' },
      photos: [
        { id: before, role: 'before' },
        { id: after, role: 'after' },
      ],
      data: { outcome: 'solved' },
    });
    expect((await city.citizen.get(`/api/rate/${answered.rateToken}`)).body).toMatchObject({
      number: filed.number,
      answer: '已更换损坏的灯具，路灯恢复照明。',
      unit: { name: '园岭街道' },
    });

    expect(await city.citizen.rates(filed, 5)).toMatchObject({ state: 'closed' });
    expect(await city.citizen.follow(filed)).toMatchObject({
      state: 'closed',
      rateToken: null,
      abilities: ['conceal', 'contest'],
    });
    expect(await whatHappened(filed)).toEqual([
      'filed',
      'classified',
      'dispatched',
      'acknowledged',
      'contacted',
      'answered',
      'answer-approved',
      'evaluated',
      'closed',
    ]);
  });

  test('the link is good for one rating', async () => {
    const filed = await story.answered();
    const { rateToken } = await city.citizen.follow(filed);
    expect(await city.citizen.rating(rateToken, 4, true)).toMatchObject({ status: 200 });
    expect(refused(await city.citizen.rating(rateToken, 5, true))).toEqual({
      status: 410,
      code: 'rated-already',
    });
    expect(refused(await city.citizen.get(`/api/rate/${rateToken}`))).toEqual({
      status: 410,
      code: 'rated-already',
    });
    expect(refused(await city.citizen.get(`/api/rate/${rateToken?.slice(0, -1)}0`))).toEqual({
      status: 404,
      code: 'link-invalid',
    });
  });

  test('an answer returned by the leader goes back to whoever drafted it, unseen by the citizen', async () => {
    const filed = await story.dispatched();
    await story.acknowledge(filed);
    await story.contact(filed);
    await story.answer(filed);
    await story
      .crew(street)
      .leader.must(filed.number, 'review', { approve: false, text: '请补充现场照片。' });
    expect(await city.citizen.follow(filed)).toMatchObject({ state: 'dispatched', orderState: 'working' });
    await story.answer(filed);
    expect(await story.approve(filed)).toMatchObject({ state: 'awaiting-rating' });
    expect((await city.citizen.follow(filed)).timeline.map(({ what }) => what)).not.toContain(
      'answer-returned',
    );
  });

  test('whoever drafted the answer cannot approve it, nor anybody of another unit', async () => {
    const filed = await story.dispatched();
    await story.acknowledge(filed);
    await story.answer(filed);
    expect(
      refused(await story.crew(street).handler.command(filed.number, 'review', { approve: true })),
    ).toEqual({ status: 403, code: 'not-allowed' });
    expect(
      refused(await story.crew(department).leader.command(filed.number, 'review', { approve: true })),
    ).toEqual({ status: 404, code: 'not-found' });
    expect(
      refused(await story.crew('SZ-FT').leader.command(filed.number, 'review', { approve: true })),
    ).toEqual({ status: 403, code: 'not-yours' });
  });

  test('a call nobody answered is logged but is no contact', async () => {
    const filed = await story.dispatched();
    await story.acknowledge(filed);
    await story
      .crew(street)
      .handler.must(filed.number, 'contact', { method: 'phone', reached: false, text: '无人接听。' });
    expect(await city.as('yl-leader').case(filed.number)).toMatchObject({
      orderState: 'acknowledged',
      clocks: expect.arrayContaining([expect.objectContaining({ name: 'contact', done: null })]) as unknown[],
    });
  });
});

describe('a citizen who is not content', () => {
  test('once: rework by the same unit; twice: follow-up and circular as well', async () => {
    const filed = await story.answered();
    const first = await city.citizen.follow(filed);
    expect(await city.citizen.rates(filed, 1)).toMatchObject({ state: 'dispatched' });
    expect(await city.as('yl-handler').case(filed.number)).toMatchObject({
      orderState: 'offered',
      dissatisfied: 1,
      followUp: false,
      order: { no: 2, cause: 'rework', lead: { name: '园岭街道' } },
    });
    expect(refused(await city.citizen.rating(first.rateToken, 5, true))).toEqual({
      status: 410,
      code: 'rated-already',
    });

    await story.handled(filed);
    const second = await city.citizen.follow(filed);
    expect(second.rateToken).not.toBe(first.rateToken);
    expect(await city.citizen.rates(filed, 2, false)).toMatchObject({ state: 'dispatched' });
    expect(await city.as('yl-handler').case(filed.number)).toMatchObject({
      dissatisfied: 2,
      followUp: true,
      order: { no: 3, cause: 'rework' },
    });
    expect((await whatHappened(filed)).slice(-4)).toEqual([
      'evaluated',
      'follow-up-opened',
      'circular-issued',
      'dispatched',
    ]);
    const { items } = (await city.as('supervisor').get('/api/command/follow-ups')).body as {
      items: unknown[];
    };
    expect(items).toContainEqual(
      expect.objectContaining({
        number: filed.number,
        cause: 'dissatisfied-twice',
        circular: true,
        unit: expect.objectContaining({ name: '园岭街道' }) as unknown,
      }),
    );

    await story.handled(filed);
    expect(await city.citizen.rates(filed, 4)).toMatchObject({ state: 'closed' });
  });

  test('solved but badly done counts as not content', async () => {
    const filed = await story.answered();
    expect(await city.citizen.rates(filed, 2, true)).toMatchObject({ state: 'dispatched' });
  });

  test('a call-back asks those who say nothing, and is never the handling unit’s', async () => {
    const filed = await story.answered();
    const said = { solved: true, stars: { speed: 4, effect: 5, service: 5, feedback: 4 } };
    expect(refused(await city.as('yl-leader').command(filed.number, 'evaluate', said))).toEqual({
      status: 403,
      code: 'not-allowed',
    });
    expect(await city.as('call-back').must(filed.number, 'evaluate', said)).toMatchObject({
      state: 'closed',
    });
  });

  test('silence is unrated: a call-back is planned, then it is closed unrated, by nobody’s good rating', async () => {
    const filed = await story.answered();
    const { database } = city.services;
    const look = async () => {
      while (
        (await sweep(city.services, database.owner, (error) => {
          throw error;
        })) > 0
      );
      await city.drain();
    };
    city.clock.advance(5 * day);
    await look();
    expect((await city.as('call-back').case(filed.number)).callBack).toBe('silent');
    city.clock.advance(15 * day);
    await look();
    const { state, timeline, abilities } = await city.citizen.follow(filed);
    expect({ state, abilities }).toEqual({ state: 'closed', abilities: ['conceal', 'contest'] });
    expect(timeline.at(-1)).toMatchObject({
      what: 'closed',
      by: 'system',
      data: { solved: null, how: 'unrated', rule: 'close-unrated' },
    });
  });
});

describe('sending back', () => {
  test('upheld: back in the queue, the time lost is summed, the appeal’s clock is not reset', async () => {
    const filed = await story.dispatched();
    city.clock.advance(2 * hour);
    await story.sendBack(filed);
    expect(await city.as('dispatcher').case(filed.number)).toMatchObject({
      orderState: 'send-back-pending',
      order: { suggestedUnit: { name: city.unit(department).name } },
    });
    city.clock.advance(hour);
    await story.decideSendBack(filed, true);
    expect(await city.citizen.follow(filed)).toMatchObject({
      state: 'received',
      bouncedMs: 3 * hour,
      due: '2026-03-02T03:00:00.000Z',
      holder: { name: '市民生诉求分拨中心' },
    });
    await story.dispatch(filed, department);
    expect(await city.citizen.follow(filed)).toMatchObject({
      holder: { name: city.unit(department).name },
      bouncedMs: 3 * hour,
    });
  });

  test('refused: the unit keeps it; a second one goes to arbitration, and the designated unit cannot send back', async () => {
    const filed = await story.dispatched();
    await story.sendBack(filed);
    await story.decideSendBack(filed, false);
    expect(await city.as('yl-receiver').case(filed.number)).toMatchObject({
      orderState: 'offered',
      sendBacks: 1,
    });
    await story.sendBack(filed);
    expect(await city.as('yl-receiver').case(filed.number)).toMatchObject({
      orderState: 'in-arbitration',
      sendBacks: 2,
    });
    expect(
      refused(
        await city
          .as('dispatcher')
          .command(filed.number, 'decide-send-back', { uphold: true, text: '同意。' }),
      ),
    ).toEqual({ status: 409, code: 'wrong-state' });

    city.clock.advance(hour);
    await city
      .as('arbitrator')
      .must(filed.number, 'designate', { unit: city.unit(department).id, text: '照明设施由城管部门管护。' });
    expect(await city.as('cg-receiver').case(filed.number)).toMatchObject({
      orderState: 'offered',
      bouncedMs: hour,
      order: { no: 2, cause: 'designation', designated: true, lead: { name: city.unit(department).name } },
    });
    expect(
      refused(await city.as('cg-receiver').command(filed.number, 'send-back', sendingBack(city))),
    ).toEqual({ status: 409, code: 'designated' });
    await story.handled(filed, department);
    await city.citizen.rates(filed, 1);
    expect(
      refused(await city.as('cg-receiver').command(filed.number, 'send-back', sendingBack(city))),
    ).toEqual({ status: 409, code: 'designated' });
  });

  test('after one working day it is too late', async () => {
    const filed = await story.dispatched();
    city.clock.advance(day + 60_000);
    expect(
      refused(await city.as('yl-receiver').command(filed.number, 'send-back', sendingBack(city))),
    ).toEqual({ status: 409, code: 'send-back-late' });
  });
});

describe('down the tree', () => {
  test('to a district’s centre, which dispatches within its district only', async () => {
    const filed = await story.file();
    const centre = city.unit('SZ-FT-DISPATCH');
    expect(await city.as('dispatcher').must(filed.number, 'dispatch', { unit: centre.id })).toMatchObject({
      state: 'received',
    });
    expect((await city.citizen.follow(filed)).holder.name).toBe(centre.name);
    const queue = (await city.as('ft-dispatcher').get('/api/desk/queues/to-dispatch')).body as {
      items: { number: string }[];
    };
    expect(queue.items.map(({ number }) => number)).toEqual([filed.number]);
    const outside = { unit: city.unit('SZ-LH-GY').id, matter: streetMatter };
    expect(refused(await city.as('ft-dispatcher').command(filed.number, 'dispatch', outside))).toEqual({
      status: 409,
      code: 'district-outside',
    });
    expect(
      await city
        .as('ft-dispatcher')
        .must(filed.number, 'dispatch', { unit: city.unit(street).id, matter: streetMatter }),
    ).toMatchObject({ state: 'dispatched' });
  });

  test('a street gives it to a grid worker, who answers; the street’s leader reviews', async () => {
    const filed = await story.dispatched();
    await story.acknowledge(filed);
    const grid = city.unit('SZ-FT-YL-1-1');
    expect(
      refused(
        await city.as('yl-receiver').command(filed.number, 'sub-assign', { unit: city.unit('SZ-FT-NY').id }),
      ),
    ).toEqual({ status: 409, code: 'unit-outside' });
    await city
      .as('yl-receiver')
      .must(filed.number, 'sub-assign', { unit: grid.id, text: '请今天到现场查看。' });
    expect(await city.as('yl-grid').case(filed.number)).toMatchObject({
      holder: { name: grid.name },
      order: { lead: { name: '园岭街道' } },
    });
    expect(
      refused(
        await city.as('yl-handler').command(filed.number, 'answer', { outcome: 'solved', text: '已修好。' }),
      ),
    ).toEqual({ status: 403, code: 'not-yours' });
    await city
      .as('yl-grid')
      .must(filed.number, 'contact', { method: 'visit', reached: true, text: '已上门。' });
    await city
      .as('yl-grid')
      .must(filed.number, 'answer', { outcome: 'solved', text: '已修好。', after: [await uploaded()] });
    expect(await story.approve(filed)).toMatchObject({ state: 'awaiting-rating' });
  });

  test('what is not on the grassroots duty list is not pushed down', async () => {
    const filed = await story.file();
    const matter = [...city.services.reference().matters.values()].find(
      ({ level, mayPushDown }) => level === 3 && !mayPushDown,
    );
    expect(
      refused(
        await city
          .as('dispatcher')
          .command(filed.number, 'dispatch', { unit: city.unit(street).id, matter: matter?.code }),
      ),
    ).toEqual({ status: 409, code: 'not-on-duty-list' });
    await story.dispatch(filed, 'SZ-FT', matter?.code);
    await story.acknowledge(filed, 'SZ-FT');
    expect(
      refused(
        await city.as('ft-receiver').command(filed.number, 'sub-assign', { unit: city.unit(street).id }),
      ),
    ).toEqual({ status: 409, code: 'not-on-duty-list' });
  });
});

describe('other ways to end', () => {
  test('answered at once: a content citizen closes it', async () => {
    const filed = await story.file();
    expect(
      await city.as('operator').must(filed.number, 'answer-at-once', { text: '办理居住证可在网上预约。' }),
    ).toMatchObject({ state: 'answered-at-once' });
    expect((await city.citizen.follow(filed)).timeline.at(-1)).toMatchObject({
      texts: { answer: '办理居住证可在网上预约。' },
    });
    expect(await city.citizen.rates(filed, 5)).toMatchObject({ state: 'closed' });
  });

  test('answered at once, not content: back into the queue with a new limit, and it can be dispatched', async () => {
    const filed = await story.file();
    await city.as('operator').must(filed.number, 'answer-at-once', { text: '请自行联系物业。' });
    city.clock.advance(5 * day);
    expect(await city.citizen.rates(filed, 1)).toMatchObject({ state: 'received' });
    expect(await city.citizen.follow(filed)).toMatchObject({
      due: '2026-03-07T03:00:00.000Z',
      rateToken: null,
    });
    await story.dispatch(filed);
    await story.handled(filed);
    expect(await city.citizen.rates(filed, 1)).toMatchObject({ state: 'dispatched' });
    expect((await whatHappened(filed)).slice(-4)).toEqual([
      'evaluated',
      'follow-up-opened',
      'circular-issued',
      'dispatched',
    ]);
  });

  test('referred with reason and route; the citizen can contest it', async () => {
    const filed = await story.file();
    expect(
      await city.as('dispatcher').must(filed.number, 'refer', {
        reason: 'legal-route',
        text: '属于劳动争议。',
        route: '请向劳动仲裁委员会申请仲裁。',
      }),
    ).toMatchObject({ state: 'referred' });
    expect((await city.citizen.follow(filed)).timeline.at(-1)).toMatchObject({
      texts: { reason: '属于劳动争议。', route: '请向劳动仲裁委员会申请仲裁。' },
      data: { reason: 'legal-route' },
    });
    expect(await city.citizen.rates(filed, 1)).toMatchObject({ state: 'received' });
  });

  test.each(['received', 'dispatched'])(
    'withdrawn while %s: no clock runs on, nothing more can be done',
    async (state) => {
      const filed = state === 'received' ? await story.file() : await story.dispatched();
      expect(await city.citizen.does(filed, 'withdraw', { text: '已自行解决。' })).toMatchObject({
        status: 200,
        body: { state: 'withdrawn' },
      });
      expect(await city.citizen.follow(filed)).toMatchObject({
        state: 'withdrawn',
        due: null,
        abilities: ['conceal'],
      });
      expect(refused(await city.citizen.does(filed, 'urge'))).toEqual({ status: 409, code: 'wrong-state' });
      expect(
        refused(
          await city
            .as('dispatcher')
            .command(filed.number, 'dispatch', { unit: city.unit(street).id, matter: streetMatter }),
        ),
      ).toEqual({ status: 409, code: 'wrong-state' });
      const inHand = (await city.as('yl-receiver').get('/api/desk/queues/in-hand')).body as {
        items: { number: string }[];
      };
      expect(inHand.items.map(({ number }) => number)).not.toContain(filed.number);
    },
  );
});

describe('urging', () => {
  test('once a day, seen by the handler', async () => {
    const filed = await story.dispatched();
    expect(await city.citizen.does(filed, 'urge', { text: '请尽快。' })).toMatchObject({ status: 200 });
    city.clock.advance(23 * hour);
    expect(refused(await city.citizen.does(filed, 'urge'))).toEqual({ status: 429, code: 'urged-recently' });
    city.clock.advance(hour);
    expect(await city.citizen.does(filed, 'urge')).toMatchObject({ status: 200 });
    const seen = await city.as('yl-handler').case(filed.number);
    expect(seen).toMatchObject({ urges: 2 });
    expect(seen.timeline.find(({ what }) => what === 'urged')).toMatchObject({ texts: { body: '请尽快。' } });
  });
});

test('afterwards the record holds', async () => {
  await city.drain();
  expect((await verify(city.services)).faults).toEqual([]);
});
