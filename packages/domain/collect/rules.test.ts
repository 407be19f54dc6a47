import { describe, expect, test } from 'vitest';
import { day } from '../calendar/calendar.ts';
import { defaultSettings } from '../settings.ts';
import { citizen } from '../testing/city.ts';
import { at, attempt, command, filed, step, steps, walks } from '../testing/histories.ts';

const text = '请核实处理。';

describe('filing', () => {
  const missing = (filing: Parameters<typeof filed>[0]) => {
    const [first] = filed(filing).recorded;
    return first?.event.type === 'filed' ? first.event.data.missing : null;
  };

  test('is never refused: what is plainly missing is named', () => {
    expect(missing({})).toEqual([]);
    expect(missing({ request: { text: '路灯坏了' } })).toEqual(['cause', 'course']);
    expect(missing({ request: { contact: { phone: '13800000000' } } })).toEqual(['who']);
    expect(missing({ request: { place: undefined }, intake: { area: null } })).toEqual(['where']);
    expect(missing({ request: { place: { lat: 22.5, long: 114 } }, intake: { area: null } })).toEqual([]);
  });

  test('when it was is asked for of the kinds the city asks it of', () => {
    const complaint = { kind: 'complaint' } as const;
    expect(missing({ request: complaint })).toEqual(['when']);
    expect(missing({ request: complaint, intake: { timed: true } })).toEqual([]);
    expect(missing({ request: { kind: 'consultation' } })).toEqual([]);
    const askWhen = { ...defaultSettings.askWhen, complaint: false, consultation: true };
    const settings = { ...defaultSettings, askWhen };
    expect(missing({ request: complaint, settings })).toEqual([]);
    expect(missing({ request: { kind: 'consultation' }, settings })).toEqual(['when']);
  });

  test('half a position is none', () => {
    const [first] = filed({ request: { place: { lat: 22.5 } }, intake: { area: null } }).recorded;
    expect(first?.event.data).toMatchObject({ missing: ['where'] });
  });

  test('starts an appeal at version 1 that every later event moves on by one', () => {
    const history = walks.closed();
    expect(history.recorded.map(({ seq }) => seq)).toEqual(history.recorded.map((_, i) => i + 1));
    expect(history.appeal).toMatchObject({ version: history.recorded.length, state: 'closed', solved: true });
  });
});

describe('the citizen', () => {
  test.each([
    'received',
    'dispatched:offered',
    'dispatched:working',
    'dispatched:in-review',
    'dispatched:in-arbitration',
  ] as const)('may withdraw until answered: %s', (where) => {
    const withdrawn = step(walks[where](), citizen, command('withdraw', { text }));
    expect(at(withdrawn)).toBe('withdrawn');
    expect(withdrawn.appeal.order?.state ?? 'terminated').toBe('terminated');
  });

  test('an order that was sent back before the withdrawal stays sent back', () => {
    const upheld = steps.decideSendBack(walks['dispatched:send-back-pending'](), true);
    expect(step(upheld, citizen, command('withdraw', {})).appeal.order?.state).toBe('sent-back');
  });

  test('may urge once a day', () => {
    const urged = step(filed(), citizen, command('urge', { text }));
    expect(urged.appeal).toMatchObject({ urges: 1, lastUrgedAt: urged.now });
    expect(attempt(urged, citizen, command('urge', {}), day - 1)).toEqual({ refused: 'urged-recently' });
    expect(step(urged, citizen, command('urge', {}), day).appeal.urges).toBe(2);
  });
});
