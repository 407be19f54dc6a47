import { chance, pick, type Rng } from '@suban/demo-city/rng.ts';
import type { Appeal } from '@suban/domain/appeal.ts';
import { addWorkingDays, day } from '@suban/domain/calendar/calendar.ts';
import { type Command, type CommandName, commandRequests } from '@suban/domain/commands.ts';
import { referralReasons } from '@suban/domain/dispatch/requests.ts';
import { contactAnswers } from '@suban/domain/evaluate/requests.ts';
import { answerOutcomes } from '@suban/domain/handle/requests.ts';
import type { Unit } from '../../people/reference-store.ts';
import { responsibleUnit } from '../../people/suggest.ts';
import type { DemoCity } from '../histories/demo-city.ts';

export type Scene = {
  readonly city: DemoCity;
  readonly rng: Rng;
  readonly appeal: Appeal;
  readonly matter: string;
  readonly now: number;
  /** The number of another appeal that this one may follow. */
  readonly other: string | null;
  /** Photos, taken when an answer has to show what was done. */
  readonly photos: readonly string[];
};

const text = '已按规定核实办理，特此说明。';
const stars = (n: number) => ({ speed: n, effect: n, service: n, feedback: n });

/** What somebody says with a command. It may be refused like anybody's: a simulated city makes mistakes too. */
export function composeCommand(name: CommandName, requestId: string, scene: Scene): Command {
  const fields = (makers[name] ?? (() => ({})))(scene);
  // The schema of this very command has checked the request.
  return { type: name, request: commandRequests[name].parse({ requestId, ...fields }) } as Command;
}

const makers: Partial<Readonly<Record<CommandName, (scene: Scene) => object>>> = {
  supplement: () => ({ text }),
  contest: () => ({ text }),
  classify: ({ matter }) => ({ matter }),
  'answer-at-once': () => ({ text }),
  refer: ({ rng, city }) => {
    const reason = pick(rng, referralReasons);
    return { reason, text, route: city.reference.settings.referralRoutes[reason] };
  },
  dispatch: (scene) => ({ unit: unitFor(scene).id, matter: scene.matter }),
  merge: ({ other }) => ({ into: other ?? '260101-00000001-0' }),
  split: () => ({ text }),
  'send-back': (scene) => ({ legalBasis: text, text, suggestedUnit: elsewhere(scene).id }),
  'decide-send-back': ({ rng }) => ({ uphold: chance(rng, 0.6), text }),
  designate: (scene) => ({ unit: unitFor(scene).id, text }),
  'sub-assign': (scene) => ({ unit: below(scene).id }),
  contact: ({ rng }) => ({ method: 'phone', reached: chance(rng, 0.85), text }),
  answer: answerOf,
  review: ({ rng }) => (chance(rng, 0.92) ? { approve: true } : { approve: false, text }),
  apply: applicationOf,
  'decide-application': ({ rng }) => ({ grant: chance(rng, 0.7), text }),
  resume: () => ({ text }),
  invite: (scene) => ({ unit: elsewhere(scene).id, text }),
  report: () => ({ text }),
  recuse: () => ({ text }),
  'report-promise': ({ rng }) => ({ kept: chance(rng, 0.8), text }),
  evaluate: ({ rng }) => {
    const solved = chance(rng, 0.82);
    const given = stars(solved ? 4 + Math.floor(rng() * 2) : 1 + Math.floor(rng() * 2));
    return { solved, stars: given, contacted: pick(rng, contactAnswers) };
  },
  check: ({ rng }) => ({
    reached: true,
    solved: chance(rng, 0.8),
    contacted: pick(rng, contactAnswers),
    text,
  }),
  'open-follow-up': () => ({ text }),
  'close-follow-up': () => ({ text }),
  'issue-circular': () => ({ text }),
  'ask-exclusion': () => ({ reason: 'law-forbids', text }),
  'decide-exclusion': ({ rng }) => ({ grant: chance(rng, 0.5), text }),
  'revoke-exclusion': () => ({ text }),
};

function unitFor({ city, matter, appeal }: Scene): Unit {
  const area = appeal.area === null ? null : city.unitById(appeal.area);
  return responsibleUnit(city.reference, city.matter(matter), area) ?? city.unit('SZ-D-CG');
}

/** Some unit that is not the lead. */
function elsewhere({ city, rng, appeal }: Scene): Unit {
  const codes = ['SZ-D-CG', 'SZ-FT', 'SZ-NS', 'SZ-FT-YL', 'SZ-FT-P-TJ'];
  return pick(
    rng,
    codes.map((code) => city.unit(code)).filter(({ id }) => id !== appeal.order?.unit.id),
  );
}

function below({ city, rng, appeal }: Scene): Unit {
  const holder = appeal.order ? city.unitById(appeal.order.holder.id) : city.unit('SZ-FT');
  const under = city.communitiesOf(holder);
  return under.length > 0 ? pick(rng, under) : holder;
}

function answerOf({ rng, now, photos }: Scene): object {
  const outcome = chance(rng, 0.75) ? 'solved' : pick(rng, answerOutcomes);
  const refuses = outcome === 'cannot-now' || outcome === 'not-our-duty';
  return {
    outcome,
    text,
    after: photos,
    ...(refuses ? { legalBasis: text } : {}),
    ...(outcome === 'partly' || outcome === 'cannot-now'
      ? { promisedAt: new Date(now + 10 * day).toISOString() }
      : {}),
  };
}

function applicationOf({ city, rng, appeal, now }: Scene): object {
  if (appeal.dissatisfied >= 2) return { what: 'closure', text };
  const draw = rng();
  if (draw < 0.6) return { what: 'extension', days: 1 + Math.floor(rng() * 10), text };
  if (draw > 0.9) return { what: 'termination', text };
  const reviewAt = addWorkingDays(city.reference.calendar, now, 5 + Math.floor(rng() * 40));
  return { what: 'ledger', reviewAt: new Date(reviewAt).toISOString(), text };
}
