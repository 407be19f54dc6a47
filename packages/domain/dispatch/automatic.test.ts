import { describe, expect, test } from 'vitest';
import { ruleOf } from '../rules/automatic.ts';
import { defaultSettings } from '../settings.ts';
import { citizen, staff, system, units } from '../testing/city.ts';
import {
  at,
  attempt,
  command,
  filed,
  type History,
  orderOf,
  step,
  steps,
  walks,
} from '../testing/histories.ts';

const settings = {
  ...defaultSettings,
  automaticDispatch: [
    { matter: 'street-lamp', confidence: 0.9 },
    { matter: 'exhaust', confidence: 0.9 },
  ],
};
const known: History = withArea(filed({ settings }));
const give = (matter = 'street-lamp', confidence = 0.95, unit = units.street) =>
  command('dispatch-automatically', { unit: unit.id, matter, confidence });
const events = (history: History, given = give()) => {
  const decision = attempt(history, system, given);
  return Array.isArray(decision) ? decision.map(({ type }) => type) : decision;
};

function withArea(history: History, area: number | null = units.street.id): History {
  return { ...history, appeal: { ...history.appeal, area: area as typeof history.appeal.area } };
}
const changed = (change: Partial<History['appeal']>): History =>
  ({ ...known, appeal: { ...known.appeal, ...change } }) as History;

test('a matter that is turned on is dispatched by the system, which cites the rule and how sure it was', () => {
  const decision = attempt(known, system, give());
  expect(decision).toMatchObject([
    { type: 'classified', data: { matter: 'street-lamp' } },
    { type: 'dispatched', data: { unit: { id: units.street.id }, cause: 'dispatch', automatic: 0.95 } },
  ]);
  const [, dispatched] = Array.isArray(decision) ? decision : [];
  expect(dispatched && ruleOf(dispatched)).toBe('automatic-dispatch');
  const after = step(known, system, give());
  expect(at(after)).toBe('dispatched:offered');
  // The unit may say that it is not its duty, and a dispatcher then decides.
  expect(at(steps.sendBack(after))).toBe('dispatched:send-back-pending');
  expect(orderOf(after).designated).toBe(false);
});

describe('nothing happens', () => {
  test.each<[string, History, ReturnType<typeof give>]>([
    ['where no matter is turned on, as a city begins', withArea(filed()), give()],
    [
      'for a matter that is not on the list',
      { ...known, settings: { ...settings, automaticDispatch: settings.automaticDispatch.slice(1) } },
      give(),
    ],
    ['when it is not sure enough', known, give('street-lamp', 0.89)],
    ['to what is confidential', changed({ confidential: true }), give()],
    ['to what is urgent', changed({ urgency: 'urgent' }), give()],
    ['to a complaint about a unit', changed({ accused: units.water }), give()],
    ['where a local duty has no place', withArea(known, null), give()],
    [
      'where somebody classified it otherwise',
      step(known, staff('dispatcher', units.cityCentre), command('classify', { matter: 'exhaust' })),
      give(),
    ],
    [
      'where it was passed to a district',
      step(
        known,
        staff('dispatcher', units.cityCentre),
        command('dispatch', { unit: units.districtCentre.id }),
      ),
      give(),
    ],
    [
      'where it came back from a unit',
      steps.decideSendBack(steps.sendBack(steps.dispatch(known)), true),
      give(),
    ],
    ['to a unit on whose duty list it is not', known, give('exhaust')],
    ['to a partner, who never leads', known, give('street-lamp', 0.95, units.firm)],
  ])('%s', (_, history, given) => {
    expect(events(history, given)).toEqual([]);
  });
});

test('a duty of the whole city needs no place; a centre is no unit that does the work', () => {
  expect(events(withArea(known, null), give('exhaust', 0.95, units.urban))).toEqual([
    'classified',
    'dispatched',
  ]);
  expect(events(known, give('street-lamp', 0.95, units.districtCentre))).toEqual({ refused: 'unit-unknown' });
});

test('nobody but the system gives it, and only to what waits', () => {
  for (const actor of [citizen, staff('dispatcher', units.cityCentre), staff('system-admin', units.city)])
    expect(attempt(known, actor, give())).toEqual({ refused: 'not-allowed' });
  for (const walk of Object.values(walks).filter((each) => at(each()) !== 'received'))
    expect(attempt(walk(known), system, give())).toEqual({ refused: 'wrong-state' });
});
