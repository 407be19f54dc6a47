import { randomUUID } from 'node:crypto';
import { hour } from '@suban/domain/calendar/calendar.ts';
import { type AppealKey, parseNumber } from '@suban/domain/ids.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rebuildFigures } from '../commands/rebuild.ts';
import type { Filed } from '../testing/client.ts';
import { takeCall } from '../connect/calls/take-call.ts';
import { createStory, department, street } from '../testing/story.ts';
import { createTestCity, type TestCity } from '../testing/test-city.ts';
import { verify } from './verify.ts';

let city: TestCity;
let story: ReturnType<typeof createStory>;
let handled: Filed;
let helped: Filed;
beforeAll(async () => {
  city = await createTestCity();
  story = createStory(city);
  handled = await story.answered();
  await city.citizen.rates(handled, 5);
  helped = await story.dispatched();
  await story.acknowledge(helped);
  await story
    .crew(street)
    .receiver.must(helped.number, 'invite', { unit: city.unit(department).id, text: '请协助查看。' });
  const sentBack = await story.dispatched();
  await story.sendBack(sentBack);
  await story.decideSendBack(sentBack, true);
  await story.file();
  // One word is enough for an alert; a call is taken, with the line told late.
  await story.file({ title: '有人要跳楼', text: '园岭新村12栋有人要跳楼，请马上来人。', kind: 'help' });
  await city.drain();
  const judging = { requestId: randomUUID(), verdict: 'dismissed', reason: '民警已到场，系误会。' };
  const [alert] = await sql('select id from alert');
  const answer = await city.as('duty').post(`/api/desk/alerts/${String(alert?.['id'])}/judge`, judging);
  if (answer.status !== 200) throw new Error(`not judged: ${answer.status}`);
  const told = { callId: 'kept-1', at: new Date(city.clock.now()).toISOString() };
  await takeCall(city.services, 'exchange', { ...told, event: 'offered' });
  await takeCall(city.services, 'exchange', { ...told, event: 'answered', line: '12345' });
  city.clock.advance(20 * hour);
  await city.sweep();
});
afterAll(() => city.close());

const sql = (text: string) => city.services.database.owner.query<Record<string, unknown>>(text);
const faults = async () => (await verify(city.services)).faults.map(({ what }) => what);
const of = (filed: Filed, id = 'appeal') => {
  const key: AppealKey = parseNumber(filed.number)!;
  return `cohort = ${key.cohort} and ${id} = ${key.id}`;
};

/** What the check says of a corruption; afterwards the table is as it was. */
async function found(table: string, statement: string): Promise<string> {
  const identity = table === 'appeal_event' || table === 'alert' ? 'overriding system value' : '';
  // An alert's log hangs on it.
  if (table === 'alert') await sql('alter table alert_log drop constraint alert_log_alert_fkey');
  await sql(`create table kept as table ${table}`);
  try {
    expect((await sql(`${statement} returning 1`)).length).toBeGreaterThan(0);
    return (await faults()).join('\n');
  } finally {
    await sql(`delete from ${table}`);
    await sql(`insert into ${table} ${identity} table kept`);
    await sql('drop table kept');
    if (table === 'alert') await sql('alter table alert_log add foreign key (alert) references alert (id)');
  }
}

test('left alone it has no faults', async () => expect(await faults()).toEqual([]));

describe('each thing that was tampered with is found', () => {
  test.each<[string, string, () => string, RegExp]>([
    [
      'an event lost whose position is kept',
      'appeal_event',
      () => `delete from appeal_event where ${of(handled)} and seq = 9`,
      /event 9 at position \d+ does not exist/,
    ],
    [
      'a position lost',
      'event_position',
      () => 'delete from event_position where position = 5',
      /position 6 does not follow 4[\s\S]*has 0 positions/,
    ],
    [
      'the last position lost',
      'event_position',
      () => 'delete from event_position where position = (select max(position) from event_position)',
      /the sequencer stands at \d+ and not at the last position/,
    ],
    [
      'two events of one position’s place',
      'event_position',
      () =>
        'update event_position p set (cohort, appeal, seq) = (select cohort, appeal, seq from event_position where position = 1) where position = 2',
      /has 2 positions/,
    ],
    [
      'a reader sent too far',
      'reader',
      () => `update reader set position = position + 7 where name = 'suggestions'`,
      /the reader suggestions stands beyond the last event/,
    ],
    [
      'the moment the system looks next',
      'appeal',
      () => `update appeal set next_watch = next_watch + interval '30 days' where ${of(helped, 'id')}`,
      /next watch/,
    ],
    [
      'no moment at all',
      'appeal',
      () => `update appeal set next_watch = null where ${of(helped, 'id')}`,
      /next watch/,
    ],
    [
      'when it came into its state',
      'appeal',
      () => `update appeal set state_since = state_since - interval '1 hour' where ${of(helped, 'id')}`,
      /when it came into its state/,
    ],
    [
      'a call-back that nobody planned',
      'appeal',
      () => `update appeal set call_back = 'silent' where ${of(handled, 'id')}`,
      /call-back/,
    ],
    [
      'a wish to be excluded that nobody had',
      'appeal',
      () => `update appeal set exclusion_asked = now() where ${of(handled, 'id')}`,
      /wish to be excluded/,
    ],
    [
      'a master it does not follow',
      'appeal',
      () => `update appeal set master_cohort = cohort, master = 1 where ${of(helped, 'id')}`,
      /its master/,
    ],
    [
      'what is true beside the state',
      'appeal',
      () => `update appeal set beside = jsonb_set(beside, '{contested}', '3') where ${of(helped, 'id')}`,
      /state/,
    ],
    [
      'the limit as it was first set',
      'work_order',
      () =>
        `update work_order set beside = jsonb_set(beside, '{originalFinishDue}', '0') where ${of(helped)}`,
      /order 1/,
    ],
    [
      'an application nobody made',
      'work_order',
      () => `update work_order set asked = 'extension' where ${of(helped)}`,
      /order 1/,
    ],
    [
      'a text lost',
      'appeal_text',
      () => `delete from appeal_text where ${of(handled)} and slot = 'answer'`,
      /text answer of event 6 is missing/,
    ],
    ['a person lost', 'person', () => `delete from person where ${of(handled)}`, /its person is missing/],
    [
      'a unit that may see it no more',
      'appeal_party',
      () => `delete from appeal_party where ${of(handled)} and "as" = 'lead'`,
      /party \d+ lead is missing/,
    ],
    [
      'a unit that never had it',
      'appeal_party',
      () =>
        `insert into appeal_party (cohort, appeal, unit, "as", filed_at, matter) select cohort, id, 1, 'holder', filed_at, matter from appeal where ${of(handled, 'id')}`,
      /party 1 holder never came to see it/,
    ],
    [
      'until when a co-handler owes its report',
      'appeal_party',
      () => `update appeal_party set due = due + interval '9 days' where ${of(helped)} and due is not null`,
      /co-handler owes by another date/,
    ],
    [
      'a count off by one',
      'counted',
      () => `update counted set n = n + 1 where ${of(handled)} and measure = 'closed'`,
      /count closed.*1 too many[\s\S]*figure closed city/,
    ],
    [
      'a count lost',
      'counted',
      () => `delete from counted where ${of(handled)} and measure = 'finish-due'`,
      /count finish-due.*1 missing/,
    ],
    [
      'a count under another unit',
      'counted',
      () => `update counted set unit = 1 where ${of(handled)} and measure = 'satisfied'`,
      /count satisfied.*1 missing[\s\S]*count satisfied.*1 too many/,
    ],
    [
      'what counting remembers',
      'counted_life',
      () => `update counted_life set life = jsonb_set(life, '{unit}', '1') where ${of(helped)}`,
      /what counting remembers/,
    ],
    [
      'a figure off by one',
      'figure',
      () => `update figure set n = n - 1 where measure = 'solved' and dimension = 'unit'`,
      /figure solved unit \d+ .* is 0 and should be 1/,
    ],
    [
      'a figure of the last days off by one',
      'figure_last_days',
      () =>
        `update figure_last_days set sums = sums || jsonb_build_object('filed', (sums ->> 'filed')::int + 1) where dimension = 'city' and sums ? 'filed'`,
      /figure filed city of the last days is \d+ and should be \d+/,
    ],
    [
      'last days that are not those they are said to be',
      'last_days',
      () => `update last_days set until = until - interval '1 day'`,
      /figure contact-wanted city of the last days is \d+ and should be 0/,
    ],
    [
      'a figure of an hour counted twice',
      'figure',
      () =>
        `insert into figure select measure, dimension, key, hour + interval '1 hour', n from figure where measure = 'filed' and dimension = 'city'`,
      /figure filed city .* is \d+ and should be 0/,
    ],
    [
      'a day’s sum one off',
      'figure_day',
      () =>
        `update figure_day set sums = sums || jsonb_build_object('filed', (sums ->> 'filed')::int + 1) where dimension = 'city' and sums ? 'filed'`,
      /figure filed city .* of the day is \d+ and should be \d+/,
    ],
    [
      'what a unit has open',
      'open_now',
      () => `update open_now set n = n + 1 where dimension = 'unit'`,
      /open unit \d+ is 2 and should be 1/,
    ],
    [
      'a light put out',
      'light_now',
      () => `delete from light_now where ${of(helped)} and clock = 'contact'`,
      /its lights are not those its events raised/,
    ],
    [
      'a light in a district that does not have it',
      'light_now',
      () => `update light_now set lead_2 = 1 where ${of(helped)}`,
      /its lights are not those its events raised/,
    ],
    [
      'how many are yellow',
      'light_count',
      () => `update light_count set n = n + 1 where dimension = 'unit' and clock = 'contact'`,
      /lights unit \d+ contact yellow: 2 and should be 1/,
    ],
    [
      'a search’s words lost',
      'appeal_words',
      () => `delete from appeal_words where ${of(helped)}`,
      /its words were not read/,
    ],
    [
      'a search that finds it for nobody',
      'appeal_words',
      () => `update appeal_words set units = '{}' where ${of(helped)}`,
      /others may find it than may see it/,
    ],
    [
      'a list that has it under another matter',
      'appeal_party',
      () => `update appeal_party set matter = '999999' where ${of(handled)}`,
      /has it in its lists as it is not/,
    ],
    [
      'a district that does not list its order',
      'work_order',
      () => `update work_order set lead_2 = null where ${of(handled)}`,
      /order \d+ is not what its events make/,
    ],
    [
      'a call counted twice',
      'call_hour',
      () => `update call_hour set n = n + 1 where line = '12345' and measure = 'connected'`,
      /calls connected of line 12345, .* is 2 and should be 1/,
    ],
    [
      'a count of calls lost',
      'call_hour',
      () => `delete from call_hour where line = ''`,
      /of all lines, .* is 0 and should be 1/,
    ],
    [
      'a call that was told otherwise',
      'call',
      () => `update call set answered_at = null`,
      /calls connected .* is 1 and should be 0/,
    ],
    [
      'who judged an alert',
      'alert_log',
      () => `update alert_log set account = 'demo-mayor' where seq = 2`,
      /entry 2: its columns differ/,
    ],
    [
      'why an alert was dismissed',
      'alert_log',
      () => `update alert_log set reason = '属实' where seq = 2`,
      /the reason of entry 2 is not/,
    ],
    [
      'an entry of an alert lost',
      'alert_log',
      () => `delete from alert_log where seq = 1`,
      /entry 1 is missing/,
    ],
    [
      'an entry of an alert rewritten',
      'alert_log',
      () =>
        `update alert_log set body = convert_to(replace(convert_from(body, 'UTF8'), 'dismissed', 'confirmed'), 'UTF8') where seq = 2`,
      /entry 2 was changed/,
    ],
    [
      'an alert that was judged otherwise',
      'alert',
      () => `update alert set state = 'confirmed'`,
      /state is confirmed, and by its record dismissed/,
    ],
    [
      'an alert that waits for what never comes',
      'alert',
      () => `update alert set next_watch = now()`,
      /waits for what never comes/,
    ],
    [
      'a suggestion of no appeal',
      'suggestion',
      () => `insert into suggestion values (202603, 99999999, '[]')`,
      /has words and is no appeal/,
    ],
  ])('%s', async (_, table, statement, what) => expect(await found(table, statement())).toMatch(what));

  test('and everything is as it was', async () => expect(await faults()).toEqual([]));
});

describe('while writes go on', () => {
  test('what no reader has read yet is no fault', async () => {
    const fresh = await story.file();
    expect(await faults()).toEqual([]);
    await story.dispatch(fresh);
    expect(await faults()).toEqual([]);
    await city.drain();
    await story.acknowledge(fresh);
    expect(await faults()).toEqual([]);
    await city.drain();
    expect(await faults()).toEqual([]);
  });

  test('checked again and again while appeals are filed, dispatched and counted', async () => {
    let busy = true;
    const checks = (async () => {
      const all: string[] = [];
      while (busy) all.push(...(await faults()));
      return all;
    })();
    for (let i = 0; i < 8; i += 1) {
      await story.answered();
      await city.drain();
    }
    busy = false;
    expect(await checks).toEqual([]);
  });

  test('and while the figures are rebuilt', async () => {
    const [, ...seen] = await Promise.all([rebuildFigures(city.services, () => {}), faults(), faults()]);
    expect(seen.flat()).toEqual([]);
    expect(await faults()).toEqual([]);
  });
});
