import { describe, expect, test } from 'vitest';
import { day, hour } from '../calendar/calendar.ts';
import { decide } from '../decide.ts';
import { citizen, cityTime, staff, units } from '../testing/city.ts';
import { at, attempt, command, contextOf, filed, orderOf, step, steps, walks } from '../testing/histories.ts';

const text = '请核实处理。';
const minute = 60_000;
const centre = staff('dispatcher', units.cityCentre);
const arbitrator = staff('arbitrator', units.cityCentre);
const sendBack = command('send-back', { legalBasis: text, text, suggestedUnit: units.urban.id });
const unhappy = command('evaluate', {
  solved: false,
  stars: { speed: 1, effect: 1, service: 1, feedback: 1 },
});
const accepted = (decision: ReturnType<typeof attempt>) => Array.isArray(decision);

describe('dispatch', () => {
  test.each([
    ['ordinary', '2026-03-02 09:00', '2026-03-02 11:00'],
    ['ordinary', '2026-02-16 23:30', '2026-02-17 01:30'],
    ['urgent', '2026-02-28 23:45', '2026-03-01 00:15'],
  ] as const)('its clock runs day and night from filing: %s at %s is due %s', (urgency, from, due) => {
    expect(filed({ at: cityTime(from), intake: { urgency } }).appeal.dispatchDue).toBe(cityTime(due));
  });

  test('a change of urgency changes the clock’s length, not its start', () => {
    const late = step(
      filed(),
      centre,
      command('classify', { matter: 'exhaust', urgency: 'urgent' }),
      20 * minute,
    );
    expect(late.appeal.dispatchDue).toBe(late.appeal.filedAt + 30 * minute);
    const back = step(late, centre, command('classify', { matter: 'exhaust', urgency: 'ordinary' }));
    expect(back.appeal.dispatchDue).toBe(back.appeal.filedAt + 120 * minute);
  });

  test('an appeal that came back from its answer is dispatched within a limit from then, urgent or not', () => {
    const answered = walks['answered-at-once']();
    const back = step(answered, citizen, unhappy, 10 * day);
    expect(back.appeal.dispatchDue).toBe(back.now + 120 * minute);
    const urgent = step(
      back,
      centre,
      command('classify', { matter: 'exhaust', urgency: 'urgent' }),
      5 * minute,
    );
    expect(urgent.appeal.dispatchDue).toBe(back.now + 30 * minute);
  });

  test('it is stopped by the first dispatch to a unit, for good', () => {
    const passed = steps.dispatch(filed(), units.districtCentre);
    expect(passed.appeal.firstDispatchedAt).toBeNull();
    const first = steps.dispatch(passed);
    const second = steps.dispatch(steps.decideSendBack(steps.sendBack(first), true));
    expect(first.appeal.firstDispatchedAt).toBe(first.now);
    expect(second.appeal.firstDispatchedAt).toBe(first.now);
  });

  test('passing to a centre keeps the clock, and the matter that was named', () => {
    const passed = steps.dispatch(filed(), units.districtCentre);
    expect(passed.appeal.dispatchDue).toBe(filed().appeal.dispatchDue);
    expect(passed.appeal.centre).toEqual(units.districtCentre);
    expect(passed.appeal.matter).toBe('street-lamp');
  });

  test('a district’s centre dispatches in its district, or passes back to the city’s', () => {
    const passed = steps.dispatch(filed(), units.districtCentre);
    const district = staff('dispatcher', units.districtCentre);
    for (const unit of [units.district, units.districtUrban, units.street, units.cityCentre]) {
      expect(accepted(attempt(passed, district, command('dispatch', { unit: unit.id })))).toBe(true);
    }
    for (const unit of [units.urban, units.otherStreet, units.otherCentre, units.city]) {
      expect(attempt(passed, district, command('dispatch', { unit: unit.id }))).toEqual({
        refused: 'district-outside',
      });
    }
  });

  test('what is on no grassroots duty list is not pushed down by any way', () => {
    const exhaust = step(
      filed(),
      centre,
      command('dispatch', { unit: units.district.id, matter: 'exhaust' }),
    );
    const down = command('sub-assign', { unit: units.street.id });
    expect(attempt(exhaust, staff('receiver', units.district), down)).toEqual({
      refused: 'not-on-duty-list',
    });
    expect(
      accepted(
        attempt(
          exhaust,
          staff('receiver', units.district),
          command('sub-assign', { unit: units.districtUrban.id }),
        ),
      ),
    ).toBe(true);
    const first = step(exhaust, staff('receiver', units.district), sendBack);
    const second = step(steps.decideSendBack(first, false), staff('receiver', units.district), sendBack);
    expect(attempt(second, arbitrator, command('designate', { unit: units.street.id, text }))).toEqual({
      refused: 'not-on-duty-list',
    });
  });

  test('an event names a unit by what the rules need of it, whatever else the caller knows', () => {
    const rich = { ...units.street, name: '园岭街道', phone: '075500000000' };
    const given = command('dispatch', { unit: rich.id, matter: 'street-lamp' });
    const history = filed();
    const context = contextOf(history, given, centre, history.now);
    const decision = decide(history.appeal, given, { ...context, unit: rich });
    expect(JSON.stringify(decision)).toContain('"path":"/1/10/20/"');
    expect(JSON.stringify(decision)).not.toContain('075500000000');
  });
});

describe('send back', () => {
  test.each([
    ['a plain Monday morning', '2026-03-02 09:00', '2026-03-03 09:00'],
    ['the Friday before a make-up Saturday', '2026-02-13 17:00', '2026-02-14 17:00'],
    ['the last workday before Spring Festival', '2026-02-14 23:59', '2026-02-24 23:59'],
    ['a day off', '2026-02-17 12:00', '2026-02-25 00:00'],
  ])('within one working day of dispatch on %s', (_, dispatched, last) => {
    const offered = steps.dispatch(filed({ at: cityTime(dispatched) - minute }));
    const until = cityTime(last) - offered.now;
    expect(accepted(attempt(offered, staff('receiver', units.street), sendBack, until))).toBe(true);
    expect(attempt(offered, staff('receiver', units.street), sendBack, until + 1)).toEqual({
      refused: 'send-back-late',
    });
  });

  test('upheld: back in the queue, the time lost summed, the dispatch clock not reset', () => {
    const asked = steps.sendBack(walks['dispatched:acknowledged']());
    const upheld = step(asked, centre, command('decide-send-back', { uphold: true, text }), 3 * hour);
    expect(at(upheld)).toBe('received');
    expect(upheld.appeal.bounced).toBe(upheld.now - orderOf(asked).offeredAt);
    expect(upheld.appeal.dispatchDue).toBe(asked.appeal.dispatchDue);
    expect(upheld.appeal.order?.state).toBe('sent-back');
  });

  test.each([
    ['dispatched:offered', walks['dispatched:offered']],
    ['dispatched:acknowledged', walks['dispatched:acknowledged']],
    ['dispatched:working', walks['dispatched:working']],
  ] as const)('refused: the order stands again where it stood, %s, and its clocks ran on', (where, walk) => {
    const before = walk();
    const refused = steps.decideSendBack(steps.sendBack(before), false);
    expect(at(refused)).toBe(where);
    expect(orderOf(refused)).toEqual(orderOf(before));
  });

  test.each([true, false])('the second goes to arbitration by itself (the first upheld: %s)', (uphold) => {
    const first = steps.decideSendBack(walks['dispatched:send-back-pending'](), uphold);
    const again = uphold ? steps.dispatch(first, units.urban) : first;
    expect(at(steps.sendBack(again))).toBe('dispatched:in-arbitration');
  });

  test('arbitration ends with a designated lead, and its time was lost in bouncing too', () => {
    const arbitration = walks['dispatched:in-arbitration']();
    const designation = command('designate', { unit: units.urban.id, text });
    const designated = step(arbitration, arbitrator, designation, 5 * hour);
    expect(orderOf(designated)).toMatchObject({
      unit: units.urban,
      designated: true,
      cause: 'designation',
      no: 2,
    });
    expect(designated.appeal.bounced).toBe(designated.now - orderOf(arbitration).offeredAt);
  });

  test('the designated unit cannot send back, nor can it once its answer came back as rework', () => {
    const designated = steps.designate(walks['dispatched:in-arbitration'](), units.urban);
    const answered = steps.approve(steps.answer(steps.acknowledge(designated)));
    const rework = steps.rate(answered, 1);
    expect(orderOf(rework)).toMatchObject({ cause: 'rework', unit: units.urban, designated: true });
    for (const history of [designated, rework]) {
      expect(attempt(history, staff('receiver', units.urban), sendBack)).toEqual({ refused: 'designated' });
    }
    expect(orderOf(steps.rate(walks['awaiting-rating'](), 1)).designated).toBe(false);
  });
});
