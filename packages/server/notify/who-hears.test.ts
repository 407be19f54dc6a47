import type { AppealEvent } from '@suban/domain/events.ts';
import { unitId } from '@suban/domain/ids.ts';
import { noticeKey, noticeKeys } from '@suban/domain/notices.ts';
import { type History, ticked, walks } from '@suban/domain/testing/histories.ts';
import { describe, expect, test } from 'vitest';
import { staffHear } from './staff-hears.ts';
import { citizenHears, followersHear } from './who-hears.ts';
import { shortened, words } from './words.ts';

const unit = { id: unitId(7), path: '/1/2/7/', level: 'subdistrict', kind: 'government' } as const;
const due = Date.parse('2026-03-16T01:00:00Z');
const order = 1;
const dispatched = (cause: 'dispatch' | 'rework', no = 1): AppealEvent => ({
  type: 'dispatched',
  data: {
    order: no,
    unit,
    cause,
    ackDue: due,
    contactDue: due,
    finishDue: due,
    limitSource: 'kind',
    finishClock: 'working',
    finishAmount: 10,
    provisional: false,
  },
});
const extended: AppealEvent = {
  type: 'extended',
  data: { order, days: 3, finishDue: due, provisional: false },
};
const onLedger: AppealEvent = { type: 'put-on-ledger', data: { order, reviewAt: due } };
const closed = (how: 'rated' | 'unrated' | 'reasoned'): AppealEvent => ({
  type: 'closed',
  data: { solved: null, how },
});
const promise = (kept: boolean): AppealEvent => ({ type: 'promise-reported', data: { kept, photos: [] } });
const followUp = (cause: 'overdue' | 'supervisor'): AppealEvent => ({
  type: 'follow-up-opened',
  data: { cause, unit: 7, level: 'ordinary' },
});
const light = (clock: 'dispatch' | 'contact' | 'finish', colour: 'yellow' | 'red'): AppealEvent => ({
  type: 'light-raised',
  data: { clock, light: colour, due, unit: 7 },
});

const clocks = ['dispatch', 'acknowledge', 'contact', 'finish'] as const;
const everyLight: AppealEvent[] = clocks.flatMap((clock) => [
  { type: 'light-raised', data: { clock, light: 'yellow', due, unit: 7 } },
  { type: 'light-raised', data: { clock, light: 'red', due, unit: 7 } },
  { type: 'chased', data: { clock, unit: 7 } },
]);
/** What a walk did, and what comes of leaving it alone for long. */
const eventsOf = (history: History): AppealEvent[] => {
  let later = history;
  for (let days = 0; days < 60; days += 2) later = ticked(later, 2 * 24 * 3_600_000);
  return later.recorded.map(({ event }) => event);
};

describe('the citizen', () => {
  test.each<[AppealEvent, string | null, number | null]>([
    [dispatched('dispatch'), 'dispatched', null],
    [dispatched('dispatch', 2), null, null],
    [dispatched('rework', 2), 'rework', null],
    [extended, 'extended', due],
    [onLedger, 'put-on-ledger', due],
    [{ type: 'terminated', data: { order } }, 'terminated', null],
    [{ type: 'answer-shared', data: { unit } }, 'answer-shared', null],
    [{ type: 'split', data: { dispatchDue: due } }, 'split', null],
    [{ type: 'promise-due', data: { unit: 7 } }, 'promise-due', null],
    [promise(true), 'promise-kept', null],
    [promise(false), 'promise-not-kept', null],
    [followUp('overdue'), 'followed-up', null],
    [{ type: 'reopened', data: { dispatchDue: due } }, 'reopened', null],
    [closed('reasoned'), 'closed-reasoned', null],
    [closed('unrated'), 'closed-unrated', null],
    [closed('rated'), null, null],
    // What is between the city and its units.
    [{ type: 'circular-issued', data: { unit: 7, cause: 'overdue' } }, null, null],
    [light('finish', 'red'), null, null],
    [{ type: 'chased', data: { clock: 'finish', unit: 7 } }, null, null],
    [{ type: 'recused', data: { by: 'demo' } }, null, null],
  ])('hears of %j: %s', (event, template, named) => {
    const hears = citizenHears(event);
    expect([hears?.template ?? null, hears?.due ?? null]).toEqual([template, named]);
  });

  test('who follows another hears how that goes on, and of its answer as of an answer to themselves', () => {
    expect(followersHear(dispatched('dispatch'))).toEqual({ template: 'master-dispatched', due: null });
    expect(followersHear(extended)).toEqual({ template: 'master-extended', due });
    expect(followersHear(onLedger)).toEqual({ template: 'master-on-ledger', due });
    expect(followersHear({ type: 'answer-approved', data: { order } })).toBeNull();
    expect(followersHear(dispatched('rework', 2))).toBeNull();
  });
});

test('a message is short: two text messages of 70 characters with the longest reason, one without', () => {
  const facts = { number: '260302-00000001-0', code: 'ABCD-EFGH', link: '', day: '3月16日', reason: '' };
  const reason = shortened('缘由'.repeat(200));
  for (const word of Object.values(words)) {
    expect([...word(facts)].length).toBeLessThanOrEqual(64);
    expect([...word({ ...facts, reason })].length).toBeLessThanOrEqual(134);
  }
  expect(words.extended({ ...facts, reason: '须等待路面材料' })).toBe(
    '您的诉求260302-00000001-0需要更多时间办理，最迟3月16日答复，原因：须等待路面材料。',
  );
});

describe('the staff', () => {
  const met = { unit: 7, holder: 9 };
  const heard = (event: AppealEvent, about: typeof met | null = met) =>
    staffHear(event, about).map(({ audience, unit: id, detail }) =>
      [audience, id, detail].filter((part) => part != null).join(' '),
    );
  test.each<[AppealEvent, string[]]>([
    [light('finish', 'red'), ['handling 7 finish:red', 'handling 9 finish:red']],
    [light('finish', 'yellow'), ['handling 7 finish:yellow', 'handling 9 finish:yellow']],
    [light('contact', 'yellow'), []],
    [light('dispatch', 'red'), ['centre 7 dispatch:red']],
    [{ type: 'chased', data: { clock: 'finish', unit: 7 } }, ['handling 7 finish', 'handling 9 finish']],
    [{ type: 'chased', data: { clock: 'co-handle', unit: 3 } }, ['crew 3 co-handle', 'handling 7 co-handle']],
    [followUp('overdue'), ['handling 7 overdue', 'supervision 7 overdue']],
    [followUp('supervisor'), ['handling 7 supervisor']],
    [
      {
        type: 'applied',
        data: { order, application: { what: 'extension', days: 3, reviewAt: null, by: 'demo' } },
      },
      ['centre extension'],
    ],
    [
      {
        type: 'applied',
        data: { order, application: { what: 'closure', days: null, reviewAt: null, by: 'demo' } },
      },
      ['supervision 7 closure'],
    ],
    [{ type: 'application-refused', data: { order, what: 'ledger' } }, ['handling 7 ledger']],
    [{ type: 'joined', data: { order, unit, due } }, ['crew 7']],
    [{ type: 'call-back-planned', data: { cause: 'silent' } }, ['call-back 7 silent']],
    [
      { type: 'arbitration-called', data: { order, cause: 'no-taker' } },
      ['handling 7 no-taker', 'arbitration 7 no-taker'],
    ],
    [{ type: 'promise-due', data: { unit: 7 } }, ['handling 7']],
    [closed('rated'), []],
  ])('%j is told to %j', (event, to) => {
    expect(heard(event)).toEqual(to);
  });

  test('is told nothing that a page has no words for', () => {
    for (const event of [...everyLight, ...Object.values(walks).flatMap((walk) => eventsOf(walk()))])
      for (const { detail } of staffHear(event, met))
        expect(noticeKeys).toContain(noticeKey(event.type, detail ?? null));
  });

  test('what is late and was never dispatched is late with its centre', () => {
    expect(heard(followUp('overdue'), null)).toEqual(['centre 7 overdue', 'supervision 7 overdue']);
  });
});
