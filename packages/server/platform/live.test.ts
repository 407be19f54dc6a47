import type { AddressInfo } from 'node:net';
import { crewOf } from '@suban/demo-city/accounts.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withId, plainFiling, type Filed } from '../testing/client.ts';
import { createStory, department, street } from '../testing/story.ts';
import { createTestCity, type TestCity } from '../testing/test-city.ts';

let city: TestCity;
let story: ReturnType<typeof createStory>;
let home: string;
beforeAll(async () => {
  city = await createTestCity();
  story = createStory(city);
  await city.app.listen({ port: 0, host: '127.0.0.1' });
  home = `http://127.0.0.1:${(city.app.server.address() as AddressInfo).port}`;
});
afterAll(() => city.close());

type Told = { readonly event: string; readonly data: { number?: string; version?: number } };

/** An open stream, and what it has said so far. */
async function listen(url: string, cookie = '') {
  const ending = new AbortController();
  const response = await fetch(`${home}${url}`, { headers: { cookie }, signal: ending.signal });
  expect(response.headers.get('content-type')).toBe('text/event-stream');
  const told: Told[] = [];
  let rest = '';
  const reading = (async () => {
    for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
      const blocks = `${rest}${chunk}`.split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        const match = /^event: (.*)\ndata: (.*)$/.exec(block);
        if (match) told.push({ event: match[1]!, data: JSON.parse(match[2]!) as Told['data'] });
      }
    }
  })().catch(() => {});
  return {
    told,
    ended: reading,
    numbers: () => [...new Set(told.flatMap(({ data }) => data.number ?? []))],
    close: async () => {
      ending.abort();
      await reading;
    },
  };
}

/** Until something has been said, for at most two seconds. */
async function until(check: () => boolean): Promise<void> {
  for (let i = 0; i < 200 && !check(); i += 1)
    await new Promise((resolve) => {
      setTimeout(resolve, 10);
    });
  expect(check()).toBe(true);
}

const staffStream = (username: string) => listen('/api/desk/live', city.as(username).cookie);

test('staff hear of what their unit is party to, the city’s level of all, and of nothing else', async () => {
  const watching = ['dispatcher', crewOf(street).handler, crewOf(department).handler, 'lh-gy-receiver'];
  const streams = await Promise.all(watching.map(staffStream));
  const [all, atStreet, atDepartment, elsewhere] = streams as [
    (typeof streams)[0],
    (typeof streams)[0],
    (typeof streams)[0],
    (typeof streams)[0],
  ];
  const one = await story.dispatched();
  const two = await story.dispatched({}, department);
  const against = (
    await city
      .as('operator')
      .post(
        '/api/desk/appeals',
        withId({ ...plainFiling, channel: 'hotline', accused: city.unit(street).id }),
      )
  ).body as Filed;
  await story.dispatch(against, 'SZ-FT');
  await city.drain();
  await until(
    () => all.numbers().length === 3 && atStreet.numbers().length > 0 && atDepartment.numbers().length > 0,
  );
  expect(all.numbers().toSorted()).toEqual([one.number, two.number, against.number].toSorted());
  expect(atStreet.numbers()).toEqual([one.number]);
  expect(atDepartment.numbers()).toEqual([two.number]);
  expect(elsewhere.told).toEqual([]);
  expect(atStreet.told.at(-1)).toEqual({ event: 'counts', data: {} });
  await Promise.all(streams.map((stream) => stream.close()));
});

test('the city’s centre hears nothing of a complaint about itself; whoever leads the city does', async () => {
  const [centre, mayor] = await Promise.all([staffStream('dispatcher'), staffStream('mayor')]);
  const against = (
    await city
      .as('operator')
      .post(
        '/api/desk/appeals',
        withId({ ...plainFiling, channel: 'letter', accused: city.unit('SZ-DISPATCH').id }),
      )
  ).body as Filed;
  await city.as('mayor').must(against.number, 'dispatch', {
    unit: city.unit('SZ-SUPERVISION').id,
    matter: '010101',
  });
  const other = await story.file();
  await city.drain();
  await until(() => mayor.numbers().length === 2 && centre.numbers().includes(other.number));
  expect(centre.numbers()).toEqual([other.number]);
  await Promise.all([centre.close(), mayor.close()]);
});

test('whoever holds it hears of what others do with it, and so do those above; a district does not hear of its centre’s queue', async () => {
  const filed = await story.dispatched();
  await story.acknowledge(filed);
  await city.as('yl-receiver').must(filed.number, 'sub-assign', { unit: city.unit('SZ-FT-YL-1-1').id });
  const queued = await story.file();
  await city.drain();
  const streams = await Promise.all(
    ['yl-grid', 'ft-handler', 'ft-dispatcher', 'ft-ny-handler'].map(staffStream),
  );
  await city.citizen.does(filed, 'urge');
  await city.as('dispatcher').must(queued.number, 'dispatch', { unit: city.unit('SZ-FT-DISPATCH').id });
  await city.drain();
  await until(() => streams.slice(0, 3).every(({ told }) => told.length > 0));
  expect(streams.map((stream) => stream.numbers())).toEqual([
    [filed.number],
    [filed.number],
    [queued.number],
    [],
  ]);
  await Promise.all(streams.map((stream) => stream.close()));
});

test('a citizen hears of their own appeal, by its version', async () => {
  const [mine, other] = [await story.dispatched(), await story.dispatched()];
  await city.drain();
  const stream = await listen(city.citizen.own(mine, '/live'));
  await story.acknowledge(other);
  const { version } = await story.acknowledge(mine);
  await city.drain();
  // What came before may still be on its way when the stream opens; the last word is the newest version of their own.
  await until(() => stream.told.at(-1)?.data.version === version);
  expect(
    stream.told.every(({ event, data }) => event === 'changed' && Object.keys(data).join() === 'version'),
  ).toBe(true);
  expect(stream.told.length).toBeLessThanOrEqual(2);
  await stream.close();
});

test('the managers’ page is told that figures have moved, and nothing of any case', async () => {
  const stream = await listen('/api/command/live', city.as('mayor').cookie);
  await story.file();
  await city.drain();
  await until(() => stream.told.length > 0);
  expect(stream.told[0]).toEqual({ event: 'tick', data: {} });
  await stream.close();
});

test('a unit’s people are told when there is a notice for them, once it is there', async () => {
  const filed = await story.dispatched();
  await city.drain();
  const streams = await Promise.all(
    [crewOf(street).leader, 'arbitrator', crewOf(department).leader].map(staffStream),
  );
  const [leader, arbitrator, other] = streams;
  await city.citizen.does(filed, 'urge');
  await city.drain();
  const noticed = (stream: typeof leader) => stream?.told.some(({ event }) => event === 'notices') ?? false;
  await until(() => noticed(leader));
  expect([arbitrator, other].map(noticed)).toEqual([false, false]);
  await Promise.all(streams.map((stream) => stream.close()));
});

test('supervision is told of a notice on the managers’ page', async () => {
  const filed = await story.answered();
  await city.citizen.rates(filed, 1);
  await story.handled(filed);
  await city.drain();
  const [supervisor, mayor] = await Promise.all(
    ['supervisor', 'mayor'].map((who) => listen('/api/command/live', city.as(who).cookie)),
  );
  // Dissatisfied twice, it is followed up by itself.
  await city.citizen.rates(filed, 1);
  await city.drain();
  await until(() => supervisor?.told.some(({ event }) => event === 'notices') ?? false);
  await until(() => (mayor?.told.length ?? 0) > 0);
  expect(mayor?.told.every(({ event }) => event === 'tick')).toBe(true);
  await Promise.all([supervisor, mayor].map(async (stream) => stream?.close()));
});

test('whoever reads no appeal has no stream', async () => {
  for (const who of ['auditor', 'system-admin', 'security-admin', 'analyst'])
    expect((await city.as(who).get('/api/desk/live')).status).toBe(403);
  for (const who of ['auditor', 'system-admin', 'operator', crewOf(street).handler])
    expect((await city.as(who).get('/api/command/live')).status).toBe(403);
});

test('the open page of an account that is closed hears no more', async () => {
  const admin = city.as('system-admin');
  const username = crewOf(department).receiver;
  const [gone, there] = await Promise.all([staffStream(username), staffStream('dispatcher')]);
  const { items } = (await admin.get(`/api/command/accounts?key=${username}`)).body as {
    items: { name: string; nameEn: string; unitCode: string; roles: string[]; changed: number }[];
  };
  const { name, nameEn, unitCode: unit, roles, changed: base } = items[0]!;
  const edits = [{ key: username, base, entry: { name, nameEn, unit, roles, active: false } }];
  expect((await admin.post('/api/manage/accounts', withId({ why: '离岗', edits }))).status).toBe(201);
  await gone.ended;
  await story.dispatched({}, department);
  await city.drain();
  await until(() => there.numbers().length > 0);
  expect(gone.numbers()).toEqual([]);
  await there.close();
});
