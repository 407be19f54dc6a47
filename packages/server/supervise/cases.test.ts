import { casePage } from '@suban/domain/api.ts';
import { type Today, today, unitScores } from '@suban/domain/api-figures.ts';
import { day, hour } from '@suban/domain/calendar/calendar.ts';
import { pageSize } from '../appeal/rows-store.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Client, type Filed, plainFiling, read, withId } from '../testing/client.ts';
import { createStory, department, street } from '../testing/story.ts';
import { createTestCity, monday, type TestCity } from '../testing/test-city.ts';

let city: TestCity;
const groups: Record<
  | 'yesterday'
  | 'today'
  | 'hotline'
  | 'street'
  | 'department'
  | 'sentBack'
  | 'answered'
  | 'closed'
  | 'withdrawn'
  | 'followedUp',
  Filed[]
> = {
  yesterday: [],
  today: [],
  hotline: [],
  street: [],
  department: [],
  sentBack: [],
  answered: [],
  closed: [],
  withdrawn: [],
  followedUp: [],
};

const times = async (n: number, make: () => Promise<Filed>) => {
  const list: Filed[] = [];
  for (let i = 0; i < n; i += 1) list.push(await make());
  return list;
};

/** More than one page of most; all of a group at the very same moment, so that only their numbers tell them apart. */
beforeAll(async () => {
  city = await createTestCity({ at: monday });
  const story = createStory(city);
  groups.yesterday = await times(35, story.file);
  // Taken, so that it does not go to arbitration by itself; but nobody speaks with the citizens.
  groups.street = await times(33, async () => {
    const filed = await story.dispatched();
    await story.acknowledge(filed);
    return filed;
  });
  groups.sentBack = await times(2, async () => {
    const filed = await story.dispatched();
    await story.sendBack(filed);
    await story.decideSendBack(filed, true);
    return filed;
  });
  groups.answered = await times(3, story.answered);
  groups.closed = await times(2, async () => {
    const filed = await story.answered();
    await city.citizen.rates(filed, 5);
    return filed;
  });
  groups.withdrawn = await times(2, async () => {
    const filed = await story.dispatched();
    await city.citizen.does(filed, 'withdraw');
    return filed;
  });
  city.clock.advance(day + hour);
  groups.today = await times(4, () =>
    story.file({
      place: { address: '罗湖区桂园街道' },
      text: '桂园街道路口积水严重，行人无法通行，请处理。',
      title: '路口积水',
    }),
  );
  groups.hotline = await times(
    3,
    async () =>
      (await city.as('operator').post('/api/desk/appeals', withId({ ...plainFiling, channel: 'hotline' })))
        .body as Filed,
  );
  groups.department = await times(3, () => story.dispatched({}, department));
  groups.followedUp = groups.department.slice(0, 2);
  for (const { number } of groups.followedUp)
    await city.as('supervisor').must(number, 'open-follow-up', { text: '群众反映集中，立案督办。' });
  await city.sweep();
});
afterAll(() => city.close());

/** Every page of a list, each fetched where the one before it ended. */
async function all(who: Client, url: string): Promise<{ numbers: string[]; pages: number }> {
  const numbers: string[] = [];
  let next: string | null = null;
  let pages = 0;
  do {
    const cursor: string = next === null ? '' : `${url.includes('?') ? '&' : '?'}cursor=${next}`;
    const page = read(await who.get(`${url}${cursor}`), 200, casePage);
    expect(page.items.length).toBeLessThanOrEqual(30);
    numbers.push(...page.items.map(({ number }) => number));
    ({ next } = page);
    pages += 1;
  } while (next !== null && pages < 20);
  return { numbers, pages };
}
const of = (...names: (keyof typeof groups)[]) =>
  names.flatMap((name) => groups[name].map(({ number }) => number)).toSorted();

const everything = () =>
  of('yesterday', 'today', 'hotline', 'street', 'department', 'sentBack', 'answered', 'closed', 'withdrawn');
const open = () => of('yesterday', 'today', 'hotline', 'street', 'department', 'sentBack');
const red = () => of('yesterday', 'street', 'sentBack');

describe('the cases behind a figure', () => {
  const unit = (code: string) => city.unit(code).id;
  test.each<[string, () => string, () => string[]]>([
    ['all', () => '', everything],
    ['open', () => 'state=open', open],
    ['received', () => 'state=received', () => of('yesterday', 'today', 'hotline', 'sentBack')],
    ['dispatched', () => 'state=dispatched', () => of('street', 'department')],
    ['awaiting rating', () => 'state=awaiting-rating', () => of('answered')],
    ['closed', () => 'state=closed', () => of('closed')],
    ['withdrawn', () => 'state=withdrawn', () => of('withdrawn')],
    ['red', () => 'light=red', red],
    ['yellow', () => 'light=yellow', () => []],
    ['green', () => 'light=green', () => of('today', 'hotline', 'department')],
    ['open and red', () => 'state=open&light=red', red],
    ['received and red', () => 'state=received&light=red', () => of('yesterday', 'sentBack')],
    ['dispatched and red', () => 'state=dispatched&light=red', () => of('street')],
    ['closed and red', () => 'state=closed&light=red', () => []],
    ['filed today', () => 'filed=today', () => of('today', 'hotline', 'department')],
    ['filed today on the web', () => 'filed=today&channel=web', () => of('today', 'department')],
    ['by hotline', () => 'channel=hotline', () => of('hotline')],
    ['in one area', () => `area=${unit('SZ-LH-GY')}`, () => of('today')],
    [
      'open in an area',
      () => `area=${unit(street)}&state=open`,
      () => of('yesterday', 'hotline', 'street', 'department', 'sentBack'),
    ],
    ['red in an area', () => `area=${unit(street)}&light=red`, red],
    [
      'of a matter',
      () => 'matter=010101',
      () => of('street', 'department', 'sentBack', 'answered', 'closed', 'withdrawn'),
    ],
    ['open of a matter and red', () => 'matter=010101&state=open&light=red', () => of('street', 'sentBack')],
    ['of a matter nobody has', () => 'matter=010102', () => []],
    ['led by a unit', () => `unit=${unit(department)}`, () => of('department')],
    ['open with a unit: not what it sent back', () => `unit=${unit(street)}&state=open`, () => of('street')],
    ['red with a unit', () => `unit=${unit(street)}&light=red`, () => of('street')],
    ['green with a unit', () => `unit=${unit(department)}&light=green`, () => of('department')],
    ['closed by a unit', () => `unit=${unit(street)}&state=closed`, () => of('closed')],
    ['of a unit nobody knows', () => 'unit=999999', () => []],
    [
      'everything at once',
      () =>
        `unit=${unit(department)}&state=open&light=green&area=${unit(street)}&matter=010101&channel=web&filed=today`,
      () => of('department'),
    ],
  ])('%s', async (_, query, expected) => {
    const { numbers } = await all(city.as('mayor'), `/api/command/cases?${query()}`);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers.toSorted()).toEqual(expected());
  });

  test('the newest first, over several pages', async () => {
    const { numbers, pages } = await all(city.as('mayor'), '/api/command/cases');
    expect(pages).toBe(Math.ceil(numbers.length / pageSize));
    expect(pages).toBeGreaterThan(2);
    const days = numbers.map((number) => number.slice(0, 6));
    expect(days).toEqual(days.toSorted().reverse());
  });

  test('a page fetched again is the same, also when something new was filed meanwhile', async () => {
    const first = read(await city.as('mayor').get('/api/command/cases?state=dispatched'), 200, casePage);
    const before = read(
      await city.as('mayor').get(`/api/command/cases?state=dispatched&cursor=${first.next}`),
      200,
      casePage,
    );
    await createStory(city).file();
    expect(
      read(
        await city.as('mayor').get(`/api/command/cases?state=dispatched&cursor=${first.next}`),
        200,
        casePage,
      ),
    ).toEqual(before);
  });
});

describe('figures and their cases agree', () => {
  const count = async (query: string) =>
    (await all(city.as('mayor'), `/api/command/cases?${query}`)).numbers.length;
  let seen: Today;
  beforeAll(async () => {
    await city.drain();
    seen = read(await city.as('mayor').get('/api/command/today'), 200, today);
  });

  test('open, filed today, each light', async () => {
    expect(await count('state=open')).toBe(seen.openNow);
    expect(await count('filed=today')).toBe(seen.filedToday);
    for (const light of ['green', 'yellow', 'red'] as const)
      expect({ light, n: await count(`light=${light}`) }).toEqual({ light, n: seen.lights[light] });
    for (const { channel, filed } of seen.byChannel)
      expect(await count(`filed=today&channel=${channel}`)).toBe(filed);
  });

  test('what each unit has open, and what of it is red and yellow', async () => {
    const { items } = read(await city.as('mayor').get('/api/command/units'), 200, unitScores);
    const busy = items.filter((item) => item.open > 0);
    expect(busy.length).toBe(2);
    for (const { unit, open: n, red: late, yellow } of busy) {
      expect(await count(`unit=${unit.id}&state=open`)).toBe(n);
      expect(await count(`unit=${unit.id}&light=red`)).toBe(late);
      expect(await count(`unit=${unit.id}&light=yellow`)).toBe(yellow);
    }
  });
});

describe('queues', () => {
  test.each([
    ['dispatcher', 'to-dispatch', () => [...of('yesterday', 'today', 'hotline', 'sentBack')]],
    ['yl-receiver', 'in-hand', () => of('street')],
    ['cg-leader', 'in-hand', () => of('department')],
    ['call-back', 'awaiting-rating', () => of('answered')],
    ['supervisor', 'follow-ups', () => of('followedUp')],
  ] as const)('%s: %s page by page, nothing twice, the most urgent first', async (who, queue, expected) => {
    const { numbers } = await all(city.as(who), `/api/desk/queues/${queue}`);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers).toEqual(expect.arrayContaining(expected()));
    const counts = (await city.as(who).get('/api/desk/counts')).body as Record<
      string,
      { count: number; more: boolean }
    >;
    expect(counts[queue]).toEqual({ count: numbers.length, more: false });
  });

  test('an overdue appeal comes before a fresh one', async () => {
    const { numbers } = await all(city.as('dispatcher'), '/api/desk/queues/to-dispatch');
    const [first, last] = [numbers.slice(0, groups.yesterday.length), numbers.at(-1)];
    expect(of('yesterday', 'sentBack')).toEqual(expect.arrayContaining(first));
    expect(of('yesterday', 'sentBack')).not.toContain(last);
  });

  test('reveals, accounts and follow-ups page by page', async () => {
    for (let i = 0; i < 35; i += 1) {
      expect(
        (
          await city
            .as('dispatcher')
            .post(
              `/api/desk/cases/${groups.yesterday[0]!.number}/reveal`,
              withId({ field: 'phone', purpose: `第${i}次核实` }),
            )
        ).status,
      ).toBe(200);
    }
    type Page = { items: { purpose?: string; username?: string; number?: string }[]; next: string | null };
    const collect = async (who: string, url: string) => {
      const items: Page['items'] = [];
      for (let next: string | null = ''; next !== null; ) {
        const page: Page = (await city.as(who).get(next ? `${url}?cursor=${encodeURIComponent(next)}` : url))
          .body as Page;
        items.push(...page.items);
        next = page.next;
      }
      return items;
    };
    const purposes = (await collect('auditor', '/api/command/reveals')).map(({ purpose }) => purpose);
    expect(purposes).toEqual(Array.from({ length: 35 }, (_, i) => `第${34 - i}次核实`));
    const names = (await collect('system-admin', '/api/command/accounts')).map(({ username }) => username);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(expect.arrayContaining(['operator', 'yl-grid', 'mayor']));
    expect(
      (await collect('supervisor', '/api/command/follow-ups')).map(({ number }) => String(number)).toSorted(),
    ).toEqual(of('followedUp'));
  });
});

test('what is closed is not under formal follow-up any more: number and list agree', async () => {
  const [first] = groups.followedUp;
  const listed = async (who: string) =>
    ((await city.as(who).get('/api/command/follow-ups')).body as { items: { number: string }[] }).items.map(
      ({ number }) => number,
    );
  const counted = async () => read(await city.as('mayor').get('/api/command/today'), 200, today).followUps;
  expect([(await listed('supervisor')).length, await counted()]).toEqual([2, 2]);
  await createStory(city).handled(first!, department);
  expect([(await listed('supervisor')).length, await counted()]).toEqual([2, 2]);
  await city.citizen.rates(first!, 5);
  expect([await listed('supervisor'), await counted()]).toEqual([[groups.followedUp[1]!.number], 1]);
  // The supervisor still has it to conclude.
  const { numbers } = await all(city.as('supervisor'), '/api/desk/queues/follow-ups');
  expect(numbers).toContain(first!.number);
});
