import { type AppealKey, parseNumber } from '@suban/domain/ids.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rebuildFigures } from '../commands/rebuild.ts';
import type { Filed } from '../testing/client.ts';
import { createStory, department, street } from '../testing/story.ts';
import { createTestCity, type TestCity } from '../testing/test-city.ts';
import { verify } from './verify.ts';

let city: TestCity;
let handled: Filed;
let reworked: Filed;
beforeAll(async () => {
  city = await createTestCity();
  const story = createStory(city);
  handled = await story.answered();
  reworked = await story.answered({ contact: { name: '温雅兰', phone: '13655550000' } }, department);
  await city.citizen.rates(handled, 5);
  await city.citizen.rates(reworked, 1);
  await city.citizen.does(await story.dispatched(), 'withdraw');
  await story.dispatched({ confidential: true });
  const centre = await story.file();
  await city.as('dispatcher').must(centre.number, 'dispatch', { unit: city.unit('SZ-FT-DISPATCH').id });
  await city.drain();
});
afterAll(() => city.close());

const sql = (text: string, values: readonly unknown[] = []) =>
  city.services.database.owner.query<Record<string, unknown>>(text, values);
const check = async () => verify(city.services);
const keyOf = ({ number }: Filed): AppealKey => parseNumber(number)!;
const only = (filed: Filed, table: string, column = 'appeal') =>
  `${table}.cohort = ${keyOf(filed).cohort} and ${table}.${column} = ${keyOf(filed).id}`;

test('a city whose record was left alone has no faults', async () => {
  expect(await check()).toMatchObject({ appeals: 5, faults: [] });
  expect((await check()).events).toBe(
    Number((await sql('select count(*) as n from appeal_event'))[0]?.['n']),
  );
});

/** Plants a corruption, checks the record, and puts back what was there. */
async function planted(statements: readonly string[], tables: readonly string[]) {
  for (const table of tables) await sql(`create table kept_${table} as table ${table}`);
  try {
    for (const statement of statements)
      expect((await sql(`${statement} returning 1`)).length).toBeGreaterThan(0);
    return (await check()).faults;
  } finally {
    for (const table of tables) {
      await sql(`delete from ${table}`);
      await sql(
        `insert into ${table} ${table === 'appeal_event' ? 'overriding system value' : ''} table kept_${table}`,
      );
      await sql(`drop table kept_${table}`);
    }
  }
}

const event = (seq: number) => `${only(handled, 'appeal_event')} and appeal_event.seq = ${seq}`;
const replaced = (from: string, to: string) =>
  `convert_to(replace(convert_from(body, 'UTF8'), '${from}', '${to}'), 'UTF8')`;

describe('each thing that was tampered with is found', () => {
  test.each<[string, string, () => string[], RegExp]>([
    [
      'a byte of an event',
      'appeal_event',
      () => [`update appeal_event set body = set_byte(body, 40, get_byte(body, 40) # 1) where ${event(4)}`],
      /event 4/,
    ],
    [
      'a byte that makes an event unreadable',
      'appeal_event',
      () => [`update appeal_event set body = set_byte(body, 0, 0) where ${event(4)}`],
      /event 4/,
    ],
    [
      'a word of an event, its hash left',
      'appeal_event',
      () => [
        `update appeal_event set body = ${replaced('"solved":true', '"solved":false')} where ${event(8)}`,
      ],
      /event 8 was changed/,
    ],
    [
      'a word of an event and its hash',
      'appeal_event',
      () => [
        `update appeal_event set body = ${replaced('"outcome":"solved"', '"outcome":"partly"')} where ${event(6)}`,
        `update appeal_event set hash = sha256(prev_hash || body) where ${event(6)}`,
      ],
      /event 7 does not follow/,
    ],
    [
      'the last event and its hash',
      'appeal_event',
      () => [
        `update appeal_event set body = ${replaced('"solved":true', '"solved":false')} where ${event(9)}`,
        `update appeal_event set hash = sha256(prev_hash || body) where ${event(9)}`,
      ],
      /head/,
    ],
    [
      'a hash',
      'appeal_event',
      () => [`update appeal_event set hash = sha256('') where ${event(3)}`],
      /event 3/,
    ],
    [
      'two hashes swapped',
      'appeal_event',
      () => [
        `update appeal_event set hash = other.hash from appeal_event other where ${only(handled, 'other')} and (appeal_event.seq, other.seq) in ((3, 4), (4, 3)) and ${only(handled, 'appeal_event')}`,
      ],
      /event 3/,
    ],
    [
      'an event in the middle deleted',
      'appeal_event',
      () => [`delete from appeal_event where ${event(5)}`],
      /missing/,
    ],
    [
      'the last event deleted',
      'appeal_event',
      () => [`delete from appeal_event where ${event(9)}`],
      /state|head/,
    ],
    [
      'the first event deleted',
      'appeal_event',
      () => [`delete from appeal_event where ${event(1)}`],
      /missing/,
    ],
    [
      'all events of an appeal deleted',
      'appeal_event',
      () => [`delete from appeal_event where ${only(handled, 'appeal_event')}`],
      /state/,
    ],
    [
      'an event moved to another appeal',
      'appeal_event',
      () => [`update appeal_event set appeal = 99999, seq = 1 where ${event(9)}`],
      /head/,
    ],
    [
      'an event’s column',
      'appeal_event',
      () => [`update appeal_event set at = at - interval '1 day' where ${event(4)}`],
      /columns/,
    ],
    [
      'an event’s type',
      'appeal_event',
      () => [`update appeal_event set type = 'urged' where ${event(4)}`],
      /columns/,
    ],
    [
      'an event of another appeal put in',
      'appeal_event',
      () => [
        `update appeal_event set body = other.body, prev_hash = other.prev_hash, hash = other.hash from appeal_event other where ${only(reworked, 'other')} and other.seq = appeal_event.seq and ${only(handled, 'appeal_event')}`,
      ],
      /another appeal/,
    ],
    [
      'what a citizen wrote',
      'appeal_text',
      () => [
        `update appeal_text set body = '园岭街道一切都好。' where ${only(handled, 'appeal_text')} and slot = 'body' and seq = 1`,
      ],
      /text body of event 1/,
    ],
    [
      'one character of an answer',
      'appeal_text',
      () => [
        `update appeal_text set body = body || '。' where ${only(handled, 'appeal_text')} and slot = 'answer'`,
      ],
      /text answer/,
    ],
    [
      'a text’s salt',
      'appeal_text',
      () => [
        `update appeal_text set salt = sha256(salt) where ${only(handled, 'appeal_text')} and slot = 'title'`,
      ],
      /text title/,
    ],
    [
      'a text put under another name',
      'appeal_text',
      () => [
        `update appeal_text set slot = 'legalBasis' where ${only(handled, 'appeal_text')} and slot = 'answer'`,
      ],
      /text legalBasis/,
    ],
    [
      'who filed it',
      'person',
      () => [
        `update person set name = other.name, phone = other.phone from person other where ${only(reworked, 'other')} and ${only(handled, 'person')}`,
      ],
      /person/,
    ],
    [
      'a person’s bytes',
      'person',
      () => [
        `update person set phone = set_byte(phone, 20, get_byte(phone, 20) # 1) where ${only(handled, 'person')}`,
      ],
      /person/,
    ],
    [
      'the state',
      'appeal',
      () => [`update appeal set state = 'withdrawn' where ${only(handled, 'appeal', 'id')}`],
      /state/,
    ],
    [
      'a state that has no order',
      'appeal',
      () => [`update appeal set state = 'dispatched', orders = 0 where ${only(handled, 'appeal', 'id')}`],
      /state/,
    ],
    [
      'whether it was solved',
      'appeal',
      () => [`update appeal set solved = false where ${only(handled, 'appeal', 'id')}`],
      /state/,
    ],
    [
      'how often the citizen was not content',
      'appeal',
      () => [`update appeal set dissatisfied = 0 where ${only(reworked, 'appeal', 'id')}`],
      /state/,
    ],
    [
      'when it was filed',
      'appeal',
      () => [
        `update appeal set filed_at = filed_at + interval '1 hour' where ${only(handled, 'appeal', 'id')}`,
      ],
      /state/,
    ],
    [
      'an order’s unit',
      'work_order',
      () => [`update work_order set unit = 1 where ${only(reworked, 'work_order')} and no = 2`],
      /state/,
    ],
    [
      'an order’s limit',
      'work_order',
      () => [
        `update work_order set finish_due = finish_due + interval '30 days' where ${only(reworked, 'work_order')} and no = 2`,
      ],
      /state/,
    ],
    [
      'the clock an order’s light goes by',
      'work_order',
      () => [
        `update work_order set next_due = next_due + interval '30 days' where ${only(reworked, 'work_order')} and no = 2`,
      ],
      /order 2/,
    ],
    [
      'an earlier order',
      'work_order',
      () => [
        `update work_order set answered_at = answered_at - interval '1 day' where ${only(reworked, 'work_order')} and no = 1`,
      ],
      /order 1/,
    ],
    [
      'a figure of the city',
      'figure',
      () => [`update figure set n = n + 1 where dimension = 'city' and measure = 'filed'`],
      /figure filed/,
    ],
    [
      'a figure of one unit',
      'figure',
      () => [
        `update figure set n = n - 1 where dimension = 'unit' and measure = 'dispatched' and key = '{street}'`,
      ],
      /figure dispatched/,
    ],
    [
      'a figure left out',
      'figure',
      () => [`delete from figure where dimension = 'city' and measure = 'closed'`],
      /figure closed/,
    ],
    [
      'a figure made up',
      'figure',
      () => [
        `insert into figure (measure, dimension, key, hour, n) values ('satisfied', 'city', '', '2026-03-02T05:00:00Z', 7)`,
      ],
      /figure satisfied/,
    ],
    [
      'what is open now',
      'open_now',
      () => [`update open_now set n = n + 5 where dimension = 'city'`],
      /open/,
    ],
  ])('%s', async (_, table, statements, what) => {
    const faults = await planted(
      statements().map((each) => each.replace('{street}', String(city.unit(street).id))),
      [table],
    );
    expect(faults.map((fault) => fault.what).join('\n')).toMatch(what);
  });

  test('and everything is as it was', async () => expect((await check()).faults).toEqual([]));
});

describe('what may be done', () => {
  test('a text erased leaves no fault', async () => {
    await sql(`update appeal_text set body = null where ${only(handled, 'appeal_text')}`);
    expect((await check()).faults).toEqual([]);
    expect((await city.as('dispatcher').case(handled.number)).body).toBe('');
  });

  test('a person erased leaves no fault', async () => {
    await sql(
      `update person set name = null, phone = null, phone_key = null where ${only(handled, 'person')}`,
    );
    expect((await check()).faults).toEqual([]);
    expect((await city.as('dispatcher').case(handled.number)).person).toEqual({ name: null, phone: null });
  });

  test('figures thrown away come back equal', async () => {
    const figures = () =>
      sql(
        `select 'figure', measure, dimension, key, hour, n from figure union all select 'open', '', dimension, key, null, n from open_now order by 1, 2, 3, 4, 5`,
      );
    const before = await figures();
    const told: string[] = [];
    await rebuildFigures(city.services, (line) => told.push(line));
    expect(told.at(-1)).toMatch(/rebuilt/);
    const after = await figures();
    const live = (rows: Record<string, unknown>[]) => rows.filter(({ n }) => n !== 0);
    expect(live(after)).toEqual(live(before));
    expect(before.length).toBeGreaterThan(20);
    expect((await check()).faults).toEqual([]);
  });
});
