import { between, chance, pick, type Rng, weighted } from '@suban/demo-city/rng.ts';
import { hour } from '@suban/domain/calendar/calendar.ts';
import type { Stars } from '@suban/domain/evaluate/requests.ts';
import { isWithin } from '@suban/domain/units.ts';
import type { Unit } from '../../people/reference-store.ts';
import { responsibleUnit } from '../../people/suggest.ts';
import type { DemoCity } from './demo-city.ts';
import { type Plan, planAppeal, showsPlace, type Theme } from './plan.ts';
import type { Order, Teller } from './teller.ts';
import { atDesk, filingMoment, inStorm, minute, onDuty, type Year } from './times.ts';

/** The shares below are our own guess at a middling city; they are what makes the demo's figures. */
type Scene = { readonly city: DemoCity; readonly rng: Rng; readonly theme: Theme; readonly teller: Teller };

const hours = (rng: Rng, low: number, high: number): number => (low + rng() * (high - low)) * hour;
const minutes = (rng: Rng, low: number, high: number): number => between(rng, low, high) * minute;

/** An appeal of the past year with its whole life, as if nothing ended today. */
export function planLife(city: DemoCity, rng: Rng, year: Year): Plan {
  const at = filingMoment(rng, city.reference.calendar, year);
  const matter = weighted(rng, inStorm(year, at) && chance(rng, 0.75) ? city.stormMatters : city.matters);
  const urgent = city.matter(matter).urgentHours !== null && chance(rng, 0.3);
  const theme: Theme = {
    matter,
    subdistrict: city.unit(weighted(rng, city.subdistricts)),
    urgency: urgent ? 'urgent' : 'ordinary',
  };
  return planAppeal(
    city,
    rng,
    theme,
    () => at,
    (teller, kind) => {
      const scene = { city, rng, theme, teller };
      const atOnce = kind === 'praise' ? 80 : kind === 'consultation' ? 34 : 3;
      const fate = weighted(rng, {
        atOnce,
        refer: urgent ? 0 : 4,
        withdrawn: 3,
        back: 6,
        disputed: 1,
        plain: 83 - Math.min(atOnce, 80),
      });
      if (fate === 'atOnce' || fate === 'refer') answerAtDesk(scene, fate);
      else work(scene, fate);
    },
  );
}

/** From the centre's queue to the last rating, without a dispute. */
export const workPlainly = (city: DemoCity, rng: Rng, theme: Theme, teller: Teller): void =>
  work({ city, rng, theme, teller }, 'plain');

function answerAtDesk(scene: Scene, fate: 'atOnce' | 'refer'): void {
  const { rng, teller } = scene;
  const soon = teller.now() + minutes(rng, 2, 40);
  if (fate === 'refer') teller.refer(soon);
  else {
    teller.classify(soon);
    teller.answerAtOnce(soon + minutes(rng, 2, 30));
  }
  if (rate(scene, 1)) work(scene, 'plain', 2);
}

/** From the centre's queue to the last rating. `round` counts answers to the citizen, from 1. */
function work(scene: Scene, fate: 'withdrawn' | 'back' | 'disputed' | 'plain', round = 1): void {
  dispatch(scene);
  const { rng, teller } = scene;
  if (fate === 'withdrawn' && chance(rng, 0.4)) return teller.withdraw(teller.now() + hours(rng, 0.3, 3));
  if (fate === 'back') sendBackOnce(scene);
  if (fate === 'disputed') dispute(scene);
  handle(scene, fate === 'withdrawn');
  if (fate !== 'withdrawn') rated(scene, round);
}

function rated(scene: Scene, round: number): void {
  if (!rate(scene, round)) return;
  handle(scene, false);
  rated(scene, round + 1);
}

function leadOf({ city, theme }: Scene): Unit {
  const matter = city.matter(theme.matter);
  const unit = responsibleUnit(city.reference, matter, theme.subdistrict);
  if (!unit) throw new RangeError(`nobody is responsible for matter ${theme.matter}`);
  return unit;
}

function dispatch(scene: Scene): void {
  const { city, rng, theme, teller } = scene;
  const lead = leadOf(scene);
  const late = chance(rng, 0.06);
  const wait =
    theme.urgency === 'urgent'
      ? minutes(rng, 3, late ? 60 : 26)
      : late
        ? minutes(rng, 125, 420)
        : minutes(rng, 6, 100);
  const at = teller.now() + wait;
  const centre = city.unit('SZ-FT-DISPATCH');
  // Futian's centre has people in the demo; the other districts' orders go straight to their units.
  const viaDistrict = isWithin(lead, city.unit('SZ-FT')) && chance(rng, 0.5);
  if (viaDistrict) teller.passTo(teller.now() + wait / 2, centre);
  teller.dispatch(at, lead, viaDistrict ? 'ft-dispatcher' : 'dispatcher');
}

/** Whom a unit points to: the area's government; the street where the duty list lets it; else the city's own department. */
function believed({ city, rng, theme }: Scene, lead: Unit): Unit {
  const district = city.unitById(theme.subdistrict.parent ?? 0);
  const mayGoDown = city.matter(theme.matter).mayPushDown && lead.level === 'district';
  if (mayGoDown && chance(rng, 0.6)) return theme.subdistrict;
  return lead.id === district.id ? city.unit('SZ-D-CG') : district;
}

function sendBackOnce(scene: Scene): void {
  const { city, rng, teller } = scene;
  const { unit } = teller.order();
  const other = believed(scene, unit);
  if (chance(rng, 0.4))
    teller.acknowledge(onDuty(rng, city.reference.calendar, teller.now() + minutes(rng, 10, 90)));
  teller.sendBack(onDuty(rng, city.reference.calendar, teller.now() + hours(rng, 0.3, 3)), other);
  const uphold = chance(rng, 0.6);
  teller.decideSendBack(teller.now() + hours(rng, 0.4, 5), uphold);
  if (uphold) teller.dispatch(teller.now() + minutes(rng, 5, 60), other);
}

/** Neither wants it: the second send-back goes to arbitration by itself, and one of them is designated. */
function dispute(scene: Scene): void {
  const { city, rng, teller } = scene;
  const first = teller.order().unit;
  const second = believed(scene, first);
  const duty = (at: number) => onDuty(rng, city.reference.calendar, at);
  teller.sendBack(duty(teller.now() + hours(rng, 0.5, 3)), second);
  teller.decideSendBack(teller.now() + hours(rng, 0.5, 4), true);
  teller.dispatch(teller.now() + minutes(rng, 5, 60), second);
  teller.sendBack(duty(teller.now() + hours(rng, 0.5, 3)), first);
  teller.designate(
    atDesk(rng, city.reference.calendar, teller.now() + hours(rng, 6, 40)),
    chance(rng, 0.6) ? first : second,
  );
}

/** When an order is answered: some time before it is due, or well after. */
function finishAt(
  { city, rng, theme }: Scene,
  { offeredAt, finishDue }: Order,
): { at: number; late: boolean } {
  const late = chance(rng, 0.14);
  const share = !late ? 0.15 + rng() * 0.75 : chance(rng, 0.25) ? 2 + rng() * 2 : 1.05 + rng() * 0.6;
  const wanted = offeredAt + (finishDue - offeredAt) * share;
  const at = theme.urgency === 'urgent' ? wanted : atDesk(rng, city.reference.calendar, wanted);
  return late
    ? { at: Math.max(at, finishDue + minutes(rng, 20, 300)), late }
    : { at: Math.min(at, finishDue - minutes(rng, 5, 60)), late };
}

/** An order from acknowledging to the approved answer, unless the citizen withdraws it under way. */
function handle(scene: Scene, withdrawn: boolean): void {
  const { city, rng, theme, teller } = scene;
  const order = teller.order();
  const urgent = theme.urgency === 'urgent';
  const duty = (at: number) => (urgent ? at : onDuty(rng, city.reference.calendar, at));
  const finish = finishAt(scene, order);
  // A refused send-back may have found it acknowledged already.
  if (!acknowledged(teller))
    teller.acknowledge(
      // What nobody takes in time is another history: it goes to arbitration by itself.
      Math.min(
        duty(order.offeredAt + (urgent ? minutes(rng, 3, 15) : minutes(rng, 10, 240))),
        order.ackDue - minutes(rng, 5, 60),
      ),
    );
  if (withdrawn) return teller.withdraw(teller.now() + hours(rng, 1, 20));
  subAssign(scene);
  if (chance(rng, 0.14)) teller.contact(duty(teller.now() + minutes(rng, 5, 60)), false);
  const inTime = chance(rng, 0.97);
  const contactAt = duty(teller.now() + (urgent ? minutes(rng, 3, 20) : hours(rng, 0.3, inTime ? 12 : 40)));
  teller.contact(
    inTime
      ? Math.min(contactAt, order.contactDue - minutes(rng, 5, 90))
      : Math.max(contactAt, order.contactDue + hours(rng, 0.5, 20)),
    true,
  );
  if (chance(rng, finish.late ? 0.45 : 0.05)) teller.urge(teller.now() + (finish.at - teller.now()) * 0.7);
  if (finish.late && chance(rng, 0.06))
    teller.openFollowUp(Math.max(order.finishDue + hours(rng, 24, 40), teller.now()));
  answer(scene, finish.at);
}

const acknowledged = ({ steps, order }: Teller): boolean =>
  steps.some((step) => step.type === 'acknowledge' && step.at > order().offeredAt);

/** 派下级: to the community, or where the demo has one, a grid worker. */
function subAssign({ city, rng, theme, teller }: Scene): void {
  const { unit } = teller.order();
  if (unit.level !== 'subdistrict' || !city.matter(theme.matter).mayPushDown || !chance(rng, 0.8)) return;
  const grid = unit.code === 'SZ-FT-YL' && chance(rng, 0.3);
  teller.subAssign(
    teller.now() + minutes(rng, 10, 120),
    grid ? city.unit('SZ-FT-YL-1-1') : pick(rng, city.communitiesOf(unit)),
  );
}

function answer({ city, rng, theme, teller }: Scene, finish: number): void {
  const outcome = weighted(rng, { solved: 71, partly: 9, explained: 14, 'cannot-now': 4, 'not-our-duty': 2 });
  const done = outcome === 'solved' || outcome === 'partly';
  const asked = city.matter(theme.matter).evidence.includes('photo-after');
  const pictured = done && (asked || (showsPlace(theme.matter) && chance(rng, 0.72)));
  // The draft is there in time for the leader to read it.
  const draft = teller.now() + (finish - teller.now()) * 0.8;
  teller.answer(draft, outcome, pictured);
  if (chance(rng, 0.05)) {
    teller.returnAnswer(teller.now() + (finish - teller.now()) * 0.4);
    teller.answer(teller.now() + (finish - teller.now()) * 0.6, outcome, pictured);
  }
  teller.approve(finish);
}

/** @returns whether the citizen was unhappy; most say nothing, after a rework more do, and in the end all are content */
function rate({ city, rng, teller }: Scene, round: number): boolean {
  if (!chance(rng, round === 1 ? 0.45 : 0.7)) return false;
  const callBack = chance(rng, 0.22);
  const wanted = teller.now() + (callBack ? hours(rng, 30, 120) : hours(rng, 0.5, 72));
  const at = callBack
    ? atDesk(rng, city.reference.calendar, wanted)
    : onDuty(rng, city.reference.calendar, wanted);
  const solved = round > 2 || chance(rng, round === 1 ? 0.86 : 0.75);
  const badly = round < 3 && chance(rng, 0.02);
  return teller.evaluate(at, { solved, stars: starsOf(rng, solved && !badly), callBack });
}

function starsOf(rng: Rng, content: boolean): Stars {
  const mood = Number(
    content ? weighted(rng, { 5: 52, 4: 36, 3: 12 }) : weighted(rng, { 1: 42, 2: 48, 3: 10 }),
  );
  const star = () =>
    Math.min(5, Math.max(content ? 3 : 1, mood + Number(weighted(rng, { '-1': 16, 0: 68, 1: 16 }))));
  return { speed: star(), effect: star(), service: star(), feedback: star() };
}
