import { expect, test } from 'vitest';
import { hour } from './calendar/calendar.ts';
import type { AppealEvent } from './events.ts';
import { type Refusal, type RefusalCode, refusals } from './refusals.ts';
import { citizen, staff, units } from './testing/city.ts';
import { attempt, command, filed, steps, walks } from './testing/histories.ts';

const text = '请核实处理。';
const day = 24 * hour;
const centre = staff('dispatcher', units.cityCentre);
const receiver = staff('receiver', units.street);
const handler = staff('handler', units.street);
const sendBack = command('send-back', { legalBasis: text, text, suggestedUnit: units.urban.id });
const stars = { speed: 5, effect: 5, service: 5, feedback: 5 };
const complaint = (of: 'street' | 'district') => filed({ intake: { accused: units[of] } });
const to = (unit: number, matter?: string) => command('dispatch', { unit, ...(matter ? { matter } : {}) });
const designated = () => steps.designate(walks['dispatched:in-arbitration'](), units.urban);

/** One way to meet each refusal; a code that is added and not met here does not compile. */
const ways: Readonly<Record<RefusalCode, readonly (() => AppealEvent[] | Refusal)[]>> = {
  'not-allowed': [() => attempt(filed(), citizen, command('classify', { matter: 'street-lamp' }))],
  'not-yours': [
    () => attempt(filed(), staff('dispatcher', units.districtCentre), to(units.street.id, 'street-lamp')),
  ],
  'wrong-state': [
    () => attempt(filed(), staff('arbitrator', units.city), command('designate', { unit: 4, text })),
  ],
  'matter-missing': [() => attempt(filed(), centre, to(units.street.id))],
  'matter-unknown': [
    () => attempt(filed(), centre, to(units.street.id, 'dragons')),
    () => attempt(filed(), centre, command('classify', { matter: 'dragons' })),
  ],
  'unit-unknown': [
    () => attempt(filed(), centre, to(999, 'street-lamp')),
    () =>
      attempt(
        walks['dispatched:in-arbitration'](),
        staff('arbitrator', units.city),
        command('designate', { unit: 999, text }),
      ),
    () =>
      attempt(
        walks['dispatched:in-arbitration'](),
        staff('arbitrator', units.city),
        command('designate', { unit: units.districtCentre.id, text }),
      ),
    () => attempt(walks['dispatched:offered'](), receiver, command('sub-assign', { unit: 999 })),
    () =>
      attempt(
        walks['dispatched:offered'](),
        receiver,
        command('send-back', { legalBasis: text, text, suggestedUnit: 999 }),
      ),
  ],
  'unit-accused': [
    () => attempt(complaint('street'), centre, to(units.street.id, 'street-lamp')),
    () => attempt(complaint('street'), centre, to(units.grid.id, 'street-lamp')),
    () => attempt(complaint('district'), centre, to(units.districtCentre.id, 'street-lamp')),
    () => {
      const asked = steps.sendBack(steps.dispatch(complaint('street'), units.urban));
      const again = steps.sendBack(steps.decideSendBack(asked, false));
      return attempt(
        again,
        staff('arbitrator', units.city),
        command('designate', { unit: units.street.id, text }),
      );
    },
    () =>
      attempt(
        steps.dispatch(complaint('street'), units.district),
        staff('receiver', units.district),
        command('sub-assign', { unit: units.community.id }),
      ),
  ],
  'unit-outside': [
    () =>
      attempt(walks['dispatched:offered'](), receiver, command('sub-assign', { unit: units.otherStreet.id })),
    () => attempt(walks['dispatched:offered'](), receiver, command('sub-assign', { unit: units.street.id })),
    () =>
      attempt(walks['dispatched:offered'](), receiver, command('sub-assign', { unit: units.district.id })),
  ],
  'district-outside': [
    () =>
      attempt(
        steps.dispatch(filed(), units.districtCentre),
        staff('dispatcher', units.districtCentre),
        to(units.otherStreet.id, 'street-lamp'),
      ),
    () =>
      attempt(
        steps.dispatch(filed(), units.districtCentre),
        staff('dispatcher', units.districtCentre),
        to(units.otherCentre.id, 'street-lamp'),
      ),
    () =>
      attempt(
        steps.dispatch(filed(), units.districtCentre),
        staff('dispatcher', units.districtCentre),
        to(units.urban.id, 'street-lamp'),
      ),
  ],
  'not-on-duty-list': [
    () => attempt(filed(), centre, to(units.street.id, 'exhaust')),
    () => attempt(filed(), centre, to(units.grid.id, 'exhaust')),
  ],
  designated: [() => attempt(designated(), staff('receiver', units.urban), sendBack)],
  'send-back-late': [() => attempt(walks['dispatched:offered'](), receiver, sendBack, day + 1)],
  'own-review': [
    () =>
      attempt(
        walks['dispatched:in-review'](),
        { ...handler, roles: ['handler', 'leader'] },
        command('review', { approve: true }),
      ),
    () =>
      attempt(
        walks['dispatched:in-review'](),
        { ...handler, roles: ['handler', 'leader'] },
        command('review', { approve: false, text }),
      ),
  ],
  'urged-recently': [
    () => {
      const { appeal, ...rest } = filed();
      return attempt(
        { ...rest, appeal: { ...appeal, lastUrgedAt: rest.now } },
        citizen,
        command('urge', {}),
        day - 1,
      );
    },
  ],
  'own-call-back': [
    () =>
      attempt(
        walks['awaiting-rating'](),
        staff('call-back', units.grid),
        command('evaluate', { solved: true, stars }),
      ),
  ],
  'basis-missing': [
    () => attempt(walks['dispatched:working'](), handler, command('answer', { outcome: 'cannot-now', text })),
    () =>
      attempt(walks['dispatched:working'](), handler, command('answer', { outcome: 'not-our-duty', text })),
  ],
  'promise-past': [
    () =>
      attempt(
        walks['dispatched:working'](),
        handler,
        command('answer', { outcome: 'partly', text, promisedAt: '2026-03-02T08:00:00+08:00' }),
      ),
  ],
  'follow-up-open': [
    () => {
      const { appeal, ...rest } = filed();
      return attempt(
        { ...rest, appeal: { ...appeal, followUp: true } },
        staff('supervisor', units.supervision),
        command('open-follow-up', { text }),
      );
    },
  ],
};

test.each(Object.entries(ways).flatMap(([code, list]) => list.map((way, i) => [code, i + 1, way] as const)))(
  '%s is met (%d)',
  (code, _, way) => {
    expect(way()).toEqual({ refused: code });
  },
);

test('no refusal is forgotten', () => {
  expect(Object.keys(ways).sort()).toEqual(Object.keys(refusals).sort());
  expect(Object.values(ways).every((list) => list.length > 0)).toBe(true);
});

test('every refusal has words in both languages and a client’s status', () => {
  for (const { status, zh, en } of Object.values(refusals)) {
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(en).toMatch(/^[A-Z][\x20-\x7e]+$/);
  }
});
