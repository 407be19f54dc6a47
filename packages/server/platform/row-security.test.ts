import { appealId, type AppealKey, parseNumber } from '@suban/domain/ids.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Filed } from '../testing/client.ts';
import { createStory, department, street } from '../testing/story.ts';
import { createTestCity, type TestCity } from '../testing/test-city.ts';
import type { Scope } from './database.ts';

let city: TestCity;
let atStreet: Filed;
let atDepartment: Filed;
let received: Filed;

beforeAll(async () => {
  city = await createTestCity();
  const story = createStory(city);
  [atStreet, atDepartment, received] = [
    await story.answered(),
    await story.dispatched({}, department),
    await story.file(),
  ];
  await city.drain();
});
afterAll(() => city.close());

const keyOf = ({ number }: Filed): AppealKey => parseNumber(number)!;
const idColumn = {
  appeal: 'id',
  work_order: 'appeal',
  appeal_event: 'appeal',
  appeal_text: 'appeal',
  person: 'appeal',
  similar_appeal: 'appeal',
} as const;
const tables = Object.keys(idColumn) as (keyof typeof idColumn)[];
const idsIn = (rows: readonly { id: number }[]) =>
  [...new Set(rows.map(({ id }) => id))].toSorted((a, b) => a - b);
const visible = (scope: Scope, table: keyof typeof idColumn) =>
  city.services.database.scoped(scope, async (tx) =>
    idsIn(await tx.query<{ id: number }>(`select ${idColumn[table]} as id from ${table}`)),
  );
const ids = (...list: readonly Filed[]) =>
  list.map((filed) => keyOf(filed).id as number).toSorted((a, b) => a - b);
const denied = { code: '42501' };

describe.each(tables)('%s, as the application', (table) => {
  const withOrder = table !== 'work_order';
  test('shows all, one unit’s, one appeal’s, or nothing, as the scope says', async () => {
    const unit = (code: string): Scope => `unit:${city.unit(code).id}`;
    expect(await visible('all', table)).toEqual(
      withOrder ? ids(atStreet, atDepartment, received) : ids(atStreet, atDepartment),
    );
    expect(await visible(unit(street), table)).toEqual(ids(atStreet));
    expect(await visible(unit('SZ-FT'), table)).toEqual(ids(atStreet));
    expect(await visible(unit(department), table)).toEqual(ids(atDepartment));
    expect(await visible(unit('SZ-DISPATCH'), table)).toEqual(
      withOrder ? ids(atStreet, atDepartment, received) : ids(atStreet, atDepartment),
    );
    for (const stranger of ['SZ-LH', 'SZ-FT-NY', 'SZ-FT-YL-1', 'SZ-FT-DISPATCH'])
      expect(await visible(unit(stranger), table)).toEqual([]);
    const { cohort, id } = keyOf(atStreet);
    expect(await visible(`appeal:${cohort}:${id}`, table)).toEqual(ids(atStreet));
    expect(await visible(`appeal:${cohort}:${appealId(99_999)}`, table)).toEqual([]);
    expect(await visible(`appeal:202601:${id}`, table)).toEqual([]);
  });

  test('shows nothing where no scope is set, nor after one has ended', async () => {
    await visible('all', table);
    expect(await city.services.database.query(`select * from ${table}`)).toEqual([]);
    for (const odd of ['', 'All', 'all ', 'unit', 'unit:', 'appeal:', 'appeal::', 'none']) {
      expect(
        await city.services.database.scoped(odd as Scope, (tx) => tx.query(`select * from ${table}`)),
      ).toEqual([]);
    }
  });
});

describe('events', () => {
  test.each([
    'update appeal_event set at = now()',
    'update appeal_event set body = body',
    'delete from appeal_event',
    'truncate appeal_event',
  ])('%s is denied, whatever the scope', async (statement) => {
    await expect(city.services.database.scoped('all', (tx) => tx.query(statement))).rejects.toMatchObject(
      denied,
    );
  });
});

test('texts, persons, parties, requests and reveals cannot be changed either', async () => {
  for (const table of ['appeal_text', 'person', 'appeal_party', 'request', 'reveal']) {
    await expect(
      city.services.database.scoped('all', (tx) => tx.query(`delete from ${table}`)),
    ).rejects.toMatchObject(denied);
  }
  for (const statement of [
    'update appeal_text set body = null',
    'update person set phone = null',
    'update request set version = 1',
    'update reveal set purpose = $$$$',
    'delete from appeal',
    'delete from work_order',
  ]) {
    await expect(city.services.database.scoped('all', (tx) => tx.query(statement))).rejects.toMatchObject(
      denied,
    );
  }
});

test('what the readers keep, the accounts and the city are not the application’s to write', async () => {
  for (const table of [
    'figure',
    'open_now',
    'light_now',
    'light_count',
    'exclusion',
    'notification',
    'event_position',
    'reader',
    'sequencer',
    'unit',
    'matter',
    'setting',
    'staff',
    'calendar_day',
  ]) {
    await expect(
      city.services.database.scoped('all', (tx) => tx.query(`delete from ${table}`)),
    ).rejects.toMatchObject(denied);
  }
  for (const table of ['auth_user', 'auth_session', 'auth_account', 'auth_verification', 'sign_in_try']) {
    await expect(
      city.services.database.scoped('all', (tx) => tx.query(`select * from ${table}`)),
    ).rejects.toMatchObject(denied);
  }
});

test('a state that is not in scope cannot be changed', async () => {
  const change = (scope: Scope, table: string, column: string) =>
    city.services.database.scoped(scope, (tx) =>
      tx.query(`update ${table} set state = state where ${column} = $1 returning 1`, [
        keyOf(atDepartment).id,
      ]),
    );
  expect(await change(`unit:${city.unit(street).id}`, 'appeal', 'id')).toEqual([]);
  expect(await change(`unit:${city.unit(street).id}`, 'work_order', 'appeal')).toEqual([]);
  expect(await change(`unit:${city.unit(department).id}`, 'work_order', 'appeal')).toHaveLength(1);
});

/** Whose scope is an event's own; `govern.test.ts` tries them. */
const ofEvents = ['hot_event', 'alert', 'alert_log'];

test('every table with an appeal’s words or state is under row-level security', async () => {
  const rows = await city.services.database.owner.query<{ relname: string }>(
    `select relname from pg_class where relrowsecurity and relkind = 'r' and relnamespace = 'public'::regnamespace`,
  );
  expect(rows.map(({ relname }) => relname).toSorted()).toEqual([...tables, ...ofEvents].toSorted());
});
