import { suggestion } from '@suban/domain/api-suggestions.ts';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { read } from '../testing/client.ts';
import { createTestCity, type TestCity } from '../testing/test-city.ts';

// The first suggestion loads dictionary and topic weights.
vi.setConfig({ testTimeout: 120_000 });

let city: TestCity;
beforeAll(async () => {
  city = await createTestCity();
});
afterAll(() => city.close());

const stall = {
  text: '园岭街道园岭新村路口流动摊贩占道经营，占道经营堵住人行道，走不过去。',
  kind: 'complaint',
  contact: { name: '钟小燕', phone: '13900001234' },
} as const;
const suggest = async (body: object) => read(await city.citizen.post('/api/suggest', body), 200, suggestion);

describe('when it was', () => {
  test('is marked as missing of a complaint that does not tell, until the citizen adds it', async () => {
    const filed = await city.citizen.file(stall);
    expect((await city.citizen.follow(filed)).missing).toEqual(['when']);
    await city.citizen.does(filed, 'supplement', { text: '摊贩姓什么不知道，请处理。', photos: [] });
    expect((await city.citizen.follow(filed)).missing).toEqual(['when']);
    await city.citizen.does(filed, 'supplement', { text: '从上个月开始，每天傍晚都来。', photos: [] });
    expect((await city.citizen.follow(filed)).missing).toEqual([]);
    expect((await city.as('dispatcher').case(filed.number)).missing).toEqual([]);
  });

  test('is not asked of what tells it, nor of other kinds', async () => {
    const told = await city.citizen.file({ ...stall, text: `${stall.text}每天傍晚都这样。` });
    const help = await city.citizen.file({ ...stall, kind: 'help' });
    for (const filed of [told, help]) expect((await city.citizen.follow(filed)).missing).toEqual([]);
    expect((await suggest({ text: stall.text })).asksWhen).toEqual(['complaint', 'tip-off']);
    expect((await suggest({ text: `昨天${stall.text}` })).asksWhen).toEqual([]);
  });

  test('where it is can be added, too', async () => {
    const filed = await city.citizen.file({
      ...stall,
      kind: 'help',
      title: '占道经营',
      place: undefined,
      text: '流动摊贩占道经营，堵住人行道走不过去。',
    });
    expect((await city.citizen.follow(filed)).missing).toEqual(['where']);
    await city.citizen.does(filed, 'supplement', { text: '就在园岭街道园岭新村门口。', photos: [] });
    expect((await city.citizen.follow(filed)).missing).toEqual([]);
  });
});

describe('who will likely handle it', () => {
  test('is told where it is sure enough and the place is known', async () => {
    const street = city.unit('SZ-FT-YL').name;
    expect((await suggest({ text: stall.text })).likely?.name).toBe(street);
    const vague = '流动摊贩占道经营，占道经营堵住人行道，走不过去。';
    expect((await suggest({ text: vague })).likely).toBeNull();
    expect((await suggest({ text: vague, place: { address: '园岭街道园岭新村' } })).likely?.name).toBe(
      street,
    );
  });

  test('is not told of what nobody can tell, nor of complaints about officials', async () => {
    expect((await suggest({ text: '你们好，有一件事情想说一说，请回复我。' })).likely).toBeNull();
    expect((await suggest({ text: `投诉城管局推诿，执法人员不作为。${stall.text}` })).likely).toBeNull();
  });
});
