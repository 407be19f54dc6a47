import type { CrewRole } from '@suban/demo-city/accounts.ts';
import {
  composeAnswer,
  composeContactNote,
  composeSendBackReason,
  composeUnhappyReason,
} from '@suban/demo-city/grammar.ts';
import { pick, type Rng, weighted } from '@suban/demo-city/rng.ts';
import type { Actor, Staff } from '@suban/domain/actors.ts';
import type { Kind, Urgency } from '@suban/domain/appeal.ts';
import { hour } from '@suban/domain/calendar/calendar.ts';
import type { CommandName } from '@suban/domain/commands.ts';
import type { ContactAnswer, Stars } from '@suban/domain/evaluate/requests.ts';
import { isUnhappy } from '@suban/domain/evaluate/rules.ts';
import type { AnswerOutcome } from '@suban/domain/handle/requests.ts';
import { orderDues } from '@suban/domain/limits.ts';
import type { Unit } from '../../people/reference-store.ts';
import type { DemoCity } from './demo-city.ts';
import { pair, type Picture } from './pictures.ts';
import { minute } from './times.ts';
import * as words from './words.ts';

/** One command of a history: when, who, and what it says. Its request id and photos come when it is given. */
export type Step = {
  readonly at: number;
  readonly actor: Actor;
  readonly type: CommandName;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly pictures: readonly Picture[];
};

/** What a history is about. */
export type About = {
  readonly matter: string;
  readonly kind: Kind;
  readonly urgency: Urgency;
  readonly area: Unit;
  readonly filedAt: number;
  readonly address: string;
};

/** The order in hand: who leads it, who has it, and when it is due. */
export type Order = {
  readonly unit: Unit;
  readonly holder: Unit;
  readonly offeredAt: number;
  readonly ackDue: number;
  readonly contactDue: number;
  readonly finishDue: number;
};

/**
 * Tells one history: each call adds a step, never earlier than a minute after the one before, with the proper actor and
 * fitting words. It keeps only what the next step needs to know; whether a step is right, the rules say when it is given.
 */
export type Teller = ReturnType<typeof createTeller>;

export function createTeller(city: DemoCity, rng: Rng, about: About) {
  const pen = createPen(city, rng, about);
  const { steps, now, order } = pen;
  return {
    steps,
    now,
    order,
    ...centreSteps(pen),
    ...unitSteps(pen),
    ...reviewSteps(pen),
    ...citizenSteps(pen),
  };
}

type Pen = ReturnType<typeof createPen>;
const citizen: Actor = { kind: 'citizen' };

/** What has been written so far, and the order in hand. */
function createPen(city: DemoCity, rng: Rng, about: About) {
  const { settings, calendar } = city.reference;
  const steps: Step[] = [];
  let now = about.filedAt;
  let order: Order | null = null;
  return {
    city,
    rng,
    about,
    matter: city.demoMatter(about.matter),
    steps,
    now: () => now,
    order: (): Order => {
      if (!order) throw new Error('the history has no order in hand here');
      return order;
    },
    hasOrder: () => order !== null,
    add: (
      at: number,
      actor: Actor,
      type: CommandName,
      fields: Step['fields'],
      pictures: readonly Picture[] = [],
    ): void => {
      now = Math.max(now + minute, Math.floor(at));
      steps.push({ at: now, actor, type, fields, pictures });
    },
    offer: (unit: Unit): void => {
      const { ackDue, contactDue, finishDue } = orderDues(
        settings,
        calendar,
        city.matter(about.matter),
        about,
        now,
      );
      order = { unit, holder: unit, offeredAt: now, ackDue, contactDue, finishDue };
    },
    give: (holder: Unit): void => {
      if (order) order = { ...order, holder };
    },
  };
}

function centreSteps({ city, rng, about, matter, add, offer }: Pen) {
  const named = (username: string) => city.named(username);
  return {
    classify: (at: number) => add(at, named('operator'), 'classify', { matter: about.matter }),
    answerAtOnce(at: number) {
      const { text } = composeAnswer(rng, {
        matter,
        unit: city.demoUnit(city.reference.centre),
        outcome: 'explained',
      });
      add(at, named('operator'), 'answer-at-once', { text });
    },
    refer(at: number) {
      const reason = weighted(rng, {
        'legal-route': 55,
        'not-government': 25,
        'same-matter': 14,
        emergency: 6,
      });
      add(at, named('operator'), 'refer', { reason, ...pick(rng, words.referralWords[reason]) });
    },
    passTo: (at: number, centre: Unit) =>
      add(at, named('dispatcher'), 'dispatch', {
        unit: centre.id,
        matter: about.matter,
        note: pick(rng, words.passingWords),
      }),
    dispatch(at: number, unit: Unit, by = 'dispatcher') {
      add(at, named(by), 'dispatch', { unit: unit.id, matter: about.matter });
      offer(unit);
    },
    decideSendBack: (at: number, uphold: boolean) =>
      add(at, named('dispatcher'), 'decide-send-back', {
        uphold,
        text: pick(rng, uphold ? words.upheldWords : words.refusedWords),
      }),
    designate(at: number, unit: Unit) {
      add(at, named('arbitrator'), 'designate', { unit: unit.id, text: pick(rng, words.designationWords) });
      offer(unit);
    },
    grant: (at: number) =>
      add(at, named('dispatcher'), 'decide-application', { grant: true, text: pick(rng, words.grantWords) }),
    openFollowUp: (at: number) =>
      add(at, named('supervisor'), 'open-follow-up', { text: pick(rng, words.followUpWords) }),
  };
}

function byHolder({ city, order }: Pen, role: CrewRole): Staff {
  const { unit, holder } = order();
  // Below the lead one person does all: whoever is there.
  return city.crew(holder, holder.id === unit.id ? role : 'handler');
}

function unitSteps(pen: Pen) {
  const { city, rng, matter, add, order, give } = pen;
  return {
    acknowledge: (at: number) => add(at, byHolder(pen, 'receiver'), 'acknowledge', {}),
    subAssign(at: number, unit: Unit) {
      add(at, byHolder(pen, 'receiver'), 'sub-assign', {
        unit: unit.id,
        text: pick(rng, words.assignmentWords),
      });
      give(unit);
    },
    contact(at: number, reached: boolean) {
      const method = reached ? weighted(rng, { phone: 78, visit: 16, message: 6 }) : 'phone';
      add(at, byHolder(pen, 'handler'), 'contact', {
        method,
        reached,
        text: composeContactNote(rng, { matter, reached }),
      });
    },
    askForTime: (at: number, days: number) =>
      add(at, city.crew(order().unit, 'receiver'), 'apply', {
        what: 'extension',
        days,
        text: pick(rng, words.extensionWords),
      }),
    askForLedger: (at: number, reviewAt: number) =>
      add(at, city.crew(order().unit, 'receiver'), 'apply', {
        what: 'ledger',
        reviewAt: new Date(reviewAt).toISOString(),
        text: pick(rng, words.ledgerWords),
      }),
    invite: (at: number, unit: Unit) =>
      add(at, city.crew(order().unit, 'receiver'), 'invite', {
        unit: unit.id,
        text: pick(rng, words.invitationWords),
      }),
    sendBack(at: number, believed: Unit) {
      const { unit } = order();
      const { legalBasis, reason } = composeSendBackReason(rng, {
        matter,
        unit: city.demoUnit(unit),
        believed: city.demoUnit(believed),
      });
      add(at, city.crew(unit, 'receiver'), 'send-back', {
        legalBasis,
        text: reason,
        suggestedUnit: believed.id,
      });
    },
  };
}

/** How long a promise looks ahead, in ms. */
const promised = 14 * 24 * hour;

function reviewSteps(pen: Pen) {
  const { city, rng, about, matter, add, order } = pen;
  const leader = () => city.crew(order().unit, 'leader');
  return {
    answer(at: number, outcome: AnswerOutcome, pictured: boolean) {
      const { text, legalBasis } = composeAnswer(rng, { matter, unit: city.demoUnit(order().unit), outcome });
      const fields = {
        outcome,
        text,
        ...(legalBasis === null ? {} : { legalBasis }),
        ...(outcome === 'partly' ? { promisedAt: new Date(at + promised).toISOString() } : {}),
        ...(pictured ? { site: about.address } : {}),
      };
      add(at, byHolder(pen, 'handler'), 'answer', fields, pictured ? pair(rng, about.matter) : []);
    },
    approve: (at: number) => add(at, leader(), 'review', { approve: true }),
    returnAnswer: (at: number) =>
      add(at, leader(), 'review', { approve: false, text: pick(rng, words.findings) }),
  };
}

/** What citizens say of being contacted, drawn from the second they say it in. */
function contactSaid(at: number): ContactAnswer {
  const draw = Math.floor(at / 1000) % 20;
  return draw === 0 ? 'unsure' : draw < 3 ? 'no' : 'yes';
}

function citizenSteps({ city, rng, add, now, order, hasOrder, offer }: Pen) {
  const { settings } = city.reference;
  let urgedAt = -Infinity;
  return {
    /** A citizen who urged a short while ago waits. */
    urge(at: number) {
      if (at - urgedAt < settings.urgeEveryHours * hour) return;
      add(at, citizen, 'urge', { text: pick(rng, words.urges) });
      urgedAt = now();
    },
    withdraw: (at: number) => add(at, citizen, 'withdraw', { text: pick(rng, words.withdrawals) }),
    /** @returns whether the citizen is unhappy, so that the appeal goes back: to its unit where it had one, else to the centre */
    evaluate(
      at: number,
      { solved, stars, callBack }: { solved: boolean; stars: Stars; callBack: boolean },
    ): boolean {
      const unhappy = isUnhappy(settings, solved, stars);
      const text = unhappy ? { text: composeUnhappyReason(rng) } : {};
      const contacted = hasOrder() ? { contacted: contactSaid(at) } : {};
      add(at, callBack ? city.named('call-back') : citizen, 'evaluate', {
        solved,
        stars,
        ...contacted,
        ...text,
      });
      if (unhappy && hasOrder()) offer(order().unit);
      return unhappy;
    },
  };
}
