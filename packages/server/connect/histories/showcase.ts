import { between, chance, pick, type Rng, weighted } from '@suban/demo-city/rng.ts';
import type { Kind } from '@suban/domain/appeal.ts';
import { day, hour } from '@suban/domain/calendar/calendar.ts';
import type { Stars } from '@suban/domain/evaluate/requests.ts';
import { dispatchDue, type Light, type OrderDues, orderDues } from '@suban/domain/limits.ts';
import { finishYellow, lightOf } from '@suban/domain/supervise/clocks.ts';
import type { Unit } from '../../people/reference-store.ts';
import type { DemoCity } from './demo-city.ts';
import { type Plan, planAppeal, showsPlace, type Theme } from './plan.ts';
import type { Teller } from './teller.ts';
import { minute } from './times.ts';

/** Where an appeal stands today. */
type Stand =
  | 'received'
  | 'with-district'
  | 'offered'
  | 'asked'
  | 'helped'
  | 'on-ledger'
  | 'acknowledged'
  | 'working'
  | 'with-grid'
  | 'in-review'
  | 'sent-back'
  | 'disputed'
  | 'rateable'
  | 'reworked'
  | 'followed-up';
type Show = { readonly unit: string; readonly stand: Stand; readonly light: Light };

const at = (unit: string, ...stands: readonly (readonly [Stand, Light])[]): Show[] =>
  stands.map(([stand, light]) => ({ unit, stand, light }));

/** What the demo's named accounts find on their desks on the first day, whatever else the year brings. The first is filed now. */
const shows: readonly Show[] = [
  ...at(
    'SZ-FT-YL',
    ['received', 'green'],
    ['offered', 'green'],
    ['acknowledged', 'yellow'],
    ['working', 'red'],
    ['in-review', 'green'],
    ['with-grid', 'green'],
    ['with-grid', 'yellow'],
  ),
  ...at(
    'SZ-D-CG',
    ['received', 'yellow'],
    ['offered', 'yellow'],
    ['acknowledged', 'red'],
    ['working', 'green'],
    ['in-review', 'yellow'],
    ['sent-back', 'green'],
    ['disputed', 'green'],
  ),
  ...at(
    'SZ-FT',
    ['with-district', 'green'],
    ['with-district', 'yellow'],
    ['offered', 'yellow'],
    ['acknowledged', 'green'],
    ['working', 'yellow'],
    ['in-review', 'red'],
  ),
  ...at(
    'SZ-FT-YL',
    ['received', 'red'],
    ['sent-back', 'green'],
    ['disputed', 'green'],
    ['rateable', 'green'],
    ['reworked', 'green'],
    ['followed-up', 'green'],
    ['working', 'green'],
    ['offered', 'yellow'],
    ['asked', 'yellow'],
    ['helped', 'green'],
    ['on-ledger', 'green'],
  ),
  ...at(
    'SZ-D-CG',
    ['received', 'green'],
    ['rateable', 'green'],
    ['followed-up', 'green'],
    ['reworked', 'green'],
  ),
];
export const showCount = shows.length;

/** @param now when it is to stand there, in ms since 1970 */
export function planShow(city: DemoCity, rng: Rng, index: number, now: number): Plan {
  const show = shows[index];
  if (!show) throw new RangeError(`no show ${index}`);
  const unit = city.unit(show.unit);
  const places = unit.level === 'city' ? city.subdistricts : below(city, show.unit);
  const theme: Theme = {
    subdistrict: city.unit(weighted(rng, places)),
    matter: pick(rng, mattersOf(city, show.unit)),
    urgency: 'ordinary',
  };
  const filedAt = (kind: Kind) => (index === 0 ? now : now - ageFor(city, rng, theme, kind, show, now));
  return planAppeal(city, rng, theme, filedAt, (teller) => stand(city, rng, teller, show, now));
}

const below = (city: DemoCity, code: string) =>
  Object.fromEntries(Object.entries(city.subdistricts).filter(([each]) => `${each}-`.startsWith(`${code}-`)));

/** Matters in the open that are the unit's own duty, or its district's streets'. */
function mattersOf(city: DemoCity, code: string): string[] {
  const wanted = code === 'SZ-D-CG' ? 'urban-management' : 'government';
  const own = [...city.reference.matters.values()].filter(
    (matter) => matter.level === 3 && matter.responsible?.function === wanted && showsPlace(matter.code),
  );
  return own.map((matter) => matter.code);
}

/** From filing to dispatch. */
const queued = 25 * minute;
/** The day and more that a send-back, a rating or a rework has taken. */
const spans: Partial<Readonly<Record<Stand, number>>> = {
  'sent-back': 6 * hour,
  disputed: 20 * hour,
  rateable: 4 * day,
  reworked: 9 * day,
  'followed-up': 20 * day,
};

/** How long ago it was filed for the clock it stands under to show this light, in ms. */
function ageFor(
  city: DemoCity,
  rng: Rng,
  theme: Theme,
  kind: Kind,
  { stand: where, light }: Show,
  now: number,
): number {
  const span = spans[where];
  if (span !== undefined) return span + queued;
  const waits = where === 'received' || where === 'with-district';
  const { settings, calendar } = city.reference;
  const about = { kind, urgency: theme.urgency };
  const clock = waits
    ? (from: number) => plainWindow(from, dispatchDue(settings, theme.urgency, from), settings.yellowAt)
    : (from: number) =>
        runningWindow(
          city,
          where,
          orderDues(settings, calendar, city.matter(theme.matter), about, from),
          from,
        );
  const yellow = firstAge(clock, 'yellow', now);
  const red = firstAge(clock, 'red', now);
  const age = {
    green: yellow * (0.2 + 0.6 * rng()),
    yellow: yellow + (red - yellow) * (0.1 + 0.6 * rng()),
    red: red + between(rng, 30, waits ? 120 : 1500) * minute,
  }[light];
  return Math.floor(age) + (waits ? 0 : queued);
}

/** Of a clock: when it turns yellow, and when red. */
type Window = { readonly yellow: number; readonly due: number };
const plainWindow = (from: number, due: number, yellowAt: number): Window => ({
  yellow: from + (due - from) * yellowAt,
  due,
});

/** The clock that runs out first of those that run there. */
function runningWindow(
  { reference: { settings, calendar } }: DemoCity,
  where: Stand,
  { ackDue, contactDue, finishDue, finishClock }: OrderDues,
  from: number,
): Window {
  const others = where === 'offered' ? [ackDue, contactDue] : where === 'acknowledged' ? [contactDue] : [];
  const due = Math.min(finishDue, ...others);
  if (due < finishDue) return plainWindow(from, due, settings.yellowAt);
  const order = { offeredAt: from, finishDue, beside: { finishClock, pausedFor: 0 } };
  return { yellow: finishYellow(order, settings, calendar), due };
}

/** The youngest age, to ten minutes, at which the clock shows this light or a later one. The older, the further: halving finds it. */
function firstAge(clock: (from: number) => Window, light: 'yellow' | 'red', now: number): number {
  const reached = (age: number) => {
    const shown = lightOf({ ...clock(now - age), done: null, stands: null }, now);
    return shown === 'red' || shown === light;
  };
  let [low, high] = [0, 60 * day];
  while (high - low > 10 * minute) {
    const middle = (low + high) / 2;
    if (reached(middle)) high = middle;
    else low = middle;
  }
  return high;
}

const bad: Stars = { speed: 2, effect: 1, service: 3, feedback: 2 };

/** Every step at its share of the time from dispatch to now. */
function stand(city: DemoCity, rng: Rng, teller: Teller, show: Show, now: number): void {
  const unit = city.unit(show.unit);
  const centre = city.unit('SZ-FT-DISPATCH');
  const filed = teller.now();
  if (show.stand === 'received') return;
  if (show.stand === 'with-district') return teller.passTo(filed + (now - filed) * 0.3, centre);
  if (unit.level === 'district') teller.passTo(filed + queued / 2, centre);
  const offered = filed + queued;
  teller.dispatch(offered, unit, unit.level === 'district' ? 'ft-dispatcher' : 'dispatcher');
  const after = (share: number) => offered + (now - offered) * share;
  const other = city.unit(unit.level === 'subdistrict' ? 'SZ-FT' : 'SZ-FT-YL');
  if (show.stand === 'offered') return;
  if (show.stand === 'sent-back') return teller.sendBack(after(0.5), other);
  if (show.stand === 'disputed') return dispute(teller, after, other, unit);
  teller.acknowledge(after(0.05));
  if (show.stand === 'acknowledged') return teller.contact(after(0.6), false);
  if (show.stand === 'with-grid') teller.subAssign(after(0.1), city.unit('SZ-FT-YL-1-1'));
  teller.contact(after(0.15), true);
  if (show.stand === 'asked') return teller.askForTime(after(0.7), 5);
  if (show.stand === 'helped') return teller.invite(after(0.5), city.unit('SZ-FT-P-TJ'));
  if (show.stand === 'on-ledger') {
    teller.askForLedger(after(0.3), now + 20 * day);
    return teller.grant(after(0.5));
  }
  if (show.stand === 'working' || show.stand === 'with-grid') return;
  teller.answer(after(show.stand === 'in-review' ? 0.9 : 0.25), 'solved', true);
  if (show.stand === 'in-review') return;
  teller.approve(after(0.3));
  if (show.stand !== 'rateable') unhappy(rng, teller, after, show.stand === 'followed-up');
}

function dispute(teller: Teller, after: (share: number) => number, other: Unit, unit: Unit): void {
  teller.sendBack(after(0.1), other);
  teller.decideSendBack(after(0.2), true);
  teller.dispatch(after(0.25), other);
  teller.sendBack(after(0.6), unit);
}

/** Unhappy, and with `twice` unhappy again with the rework, which now stands there once more. */
function unhappy(rng: Rng, teller: Teller, after: (share: number) => number, twice: boolean): void {
  const rating = { solved: false, stars: bad, callBack: false };
  teller.evaluate(after(twice ? 0.4 : 0.9), rating);
  if (!twice) return;
  teller.acknowledge(after(0.45));
  teller.contact(after(0.5), true);
  teller.answer(after(0.6), 'explained', chance(rng, 0.5));
  teller.approve(after(0.65));
  teller.evaluate(after(0.93), { ...rating, callBack: true });
}
