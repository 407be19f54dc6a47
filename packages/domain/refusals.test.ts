import { expect, test } from 'vitest';
import { hour } from './calendar/calendar.ts';
import type { AppealEvent } from './events.ts';
import { type Refusal, type RefusalCode, refusals } from './refusals.ts';
import { judge } from './govern/alerts.ts';
import { citizen, staff, system, units } from './testing/city.ts';
import { attempt, command, filed, step, steps, thrice, ticked, walks } from './testing/histories.ts';

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

const askExclusion = command('ask-exclusion', { reason: 'not-duty', text });
const supervisor = staff('supervisor', units.supervision);
const merge = command('merge', { into: '260302-00000002-0' });
const toLedger = (reviewAt: string) => command('apply', { what: 'ledger', reviewAt, text });
const applied = () => steps.apply(walks['dispatched:working'](), { what: 'extension', days: 3, text });

/** An alert that was judged is not judged again. */
const judgedTwice = (): AppealEvent[] | Refusal => {
  const alert = {
    cause: 'gathering',
    state: 'confirmed',
    unit: units.street,
    accused: [],
    version: 2,
  } as const;
  const times = { raisedAt: 0, due: day, light: 'green', followedUp: false } as const;
  const request = { requestId: '', verdict: 'dismissed', reason: text } as const;
  const answer = judge({ ...alert, ...times }, request, staff('leader', units.street));
  return 'refused' in answer ? answer : [];
};

/** One way to meet each refusal; a code that is added and not met here does not compile. */
const ways: Readonly<Record<RefusalCode, readonly (() => AppealEvent[] | Refusal)[]>> = {
  'judged-already': [judgedTwice],
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
  'exclusion-asked-already': [() => attempt(steps.askExclusion(walks.closed()), receiver, askExclusion)],
  'exclusion-none': [
    () => attempt(walks.closed(), supervisor, command('decide-exclusion', { grant: true, text })),
    () => attempt(steps.askExclusion(walks.closed()), supervisor, command('revoke-exclusion', { text })),
  ],
  'exclusion-own': [
    () =>
      attempt(
        steps.askExclusion(walks.closed()),
        staff('supervisor', units.street),
        command('decide-exclusion', { grant: true, text }),
      ),
    () =>
      attempt(
        steps.askExclusion(walks.closed()),
        staff('supervisor', units.cityCentre),
        command('decide-exclusion', { grant: true, text }),
      ),
  ],
  'follow-up-none': [() => attempt(filed(), supervisor, command('close-follow-up', { text }))],
  'follow-up-unmet': [
    () => attempt(ticked(filed(), 30 * day), supervisor, command('close-follow-up', { text })),
    () =>
      attempt(
        ticked(walks['dispatched:working'](), 40 * day),
        supervisor,
        command('close-follow-up', { text }),
      ),
  ],
  recused: [
    () => attempt(step(filed(), centre, command('recuse', { text })), centre, to(units.street.id)),
    () => attempt(step(filed(), centre, command('recuse', { text })), centre, command('recuse', { text })),
  ],
  'applied-already': [() => attempt(applied(), receiver, command('apply', { what: 'closure', text }))],
  'application-none': [
    () =>
      attempt(walks['dispatched:working'](), centre, command('decide-application', { grant: true, text })),
  ],
  'application-late': [
    () =>
      attempt(
        walks['dispatched:working'](),
        receiver,
        command('apply', { what: 'extension', days: 1, text }),
        20 * day,
      ),
  ],
  'extended-already': [
    () => attempt(steps.grant(applied()), receiver, command('apply', { what: 'extension', days: 1, text })),
  ],
  'extension-long': [
    () =>
      attempt(
        walks['dispatched:working'](),
        receiver,
        command('apply', { what: 'extension', days: 11, text }),
      ),
  ],
  'review-date': [
    () => attempt(walks['dispatched:working'](), receiver, toLedger('2026-03-01T09:00:00+08:00')),
    () => attempt(walks['dispatched:working'](), receiver, toLedger('2026-12-01T09:00:00+08:00')),
    // Its date has passed while it waited for the decision.
    () => {
      const asked = step(walks['dispatched:working'](), receiver, toLedger('2026-03-03T09:00:00+08:00'));
      return attempt(asked, centre, command('decide-application', { grant: true, text }), 2 * day);
    },
  ],
  'closure-early': [
    () => attempt(walks['dispatched:working'](), receiver, command('apply', { what: 'closure', text })),
  ],
  'new-fact': [
    () => {
      const third = steps.acknowledge(thrice());
      const told = step(third, citizen, command('supplement', { text }));
      return attempt(told, receiver, command('apply', { what: 'closure', text }));
    },
    // It came while the application waited.
    () => {
      const asked = steps.apply(steps.acknowledge(thrice()), { what: 'closure', text });
      const told = step(asked, citizen, command('supplement', { text }));
      return attempt(told, supervisor, command('decide-application', { grant: true, text }));
    },
  ],
  'own-application': [
    () => {
      const both = { ...receiver, roles: ['receiver', 'dispatcher'] as const };
      return attempt(applied(), both, command('decide-application', { grant: true, text }));
    },
    // Nor does a supervisor of the very unit decide on its closure.
    () =>
      attempt(
        steps.apply(steps.acknowledge(thrice()), { what: 'closure', text }),
        staff('supervisor', units.street),
        command('decide-application', { grant: true, text }),
      ),
  ],
  'joined-already': [
    () =>
      attempt(walks['dispatched:working'](), receiver, command('invite', { unit: units.street.id, text })),
    () =>
      attempt(
        steps.invite(walks['dispatched:working'](), units.water),
        receiver,
        command('invite', { unit: units.water.id, text }),
      ),
  ],
  'not-joined': [
    () => {
      const invited = steps.invite(walks['dispatched:working'](), units.water);
      const reported = step(invited, staff('handler', units.water), command('report', { text }));
      return attempt(reported, staff('handler', units.water), command('report', { text }));
    },
  ],
  'partner-leads': [
    () => attempt(filed(), centre, to(units.firm.id, 'street-lamp')),
    () =>
      attempt(
        walks['dispatched:in-arbitration'](),
        staff('arbitrator', units.city),
        command('designate', { unit: units.firm.id, text }),
      ),
  ],
  'evidence-missing': [
    () => {
      const exhaust = step(filed(), centre, to(units.urban.id, 'exhaust'));
      return attempt(
        steps.acknowledge(exhaust),
        staff('handler', units.urban),
        command('answer', { outcome: 'solved', text }),
      );
    },
  ],
  'promise-none': [
    () => attempt(walks['awaiting-rating'](), handler, command('report-promise', { kept: true, text })),
  ],
  'master-unknown': [() => attempt({ ...filed(), master: null }, centre, merge)],
  'master-unfit': [
    () => attempt({ ...filed(), master: filed().appeal }, centre, merge),
    () => attempt({ ...filed(), master: walks.closed(filed({ id: 2 })).appeal }, centre, merge),
    () => attempt({ ...complaint('street'), master: filed({ id: 2 }).appeal }, centre, merge),
  ],
  'has-followers': [
    () => attempt(step(filed(), system, command('count-follower', { by: 1 })), centre, merge),
  ],
  'contest-late': [() => attempt(walks.closed(), citizen, command('contest', { text }), 20 * day)],
  'contested-already': [
    () => {
      const contested = step(walks.closed(), citizen, command('contest', { text }));
      return attempt(walks.closed(contested), citizen, command('contest', { text }));
    },
  ],
  'concealed-already': [
    () => attempt(step(filed(), citizen, command('conceal', {})), citizen, command('conceal', {})),
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
