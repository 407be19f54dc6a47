import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Situation } from './appeal.ts';
import { fileRequest } from './collect/requests.ts';
import { type Command, type CommandName, commandNames, commandRequests } from './commands.ts';
import type { AppealEvent } from './events.ts';
import { citizen, staff, system, units } from './testing/city.ts';
import type { UnitRef } from './units.ts';
import { attempt, filed, type History, reachable, step, steps, walks } from './testing/histories.ts';

/** The fields of events' data that hold any string whatever, as `event.field`, with what keeps free text out of them. */
type Loose<D> = {
  [K in keyof D & string]-?: D[K] extends UnitRef | null
    ? never
    : string extends D[K]
      ? K
      : readonly string[] extends D[K]
        ? K
        : D[K] extends readonly unknown[]
          ? never
          : D[K] extends object
            ? `${K}.${Loose<D[K]>}`
            : never;
}[keyof D & string];
type LooseField = AppealEvent extends infer E
  ? E extends { type: infer T extends string; data: infer D }
    ? `${T}.${Loose<D>}`
    : never
  : never;

/** A new one does not compile here until somebody has said why it may stand in what can never be erased. */
const loose: Readonly<Record<LooseField, string>> = {
  'filed.photos': 'ids of stored photos: UUIDs by the schema',
  'supplemented.photos': 'ids of stored photos: UUIDs by the schema',
  'classified.matter': 'a code of the duty catalogue, as the catalogue writes it',
  'answered.before': 'ids of stored photos: UUIDs by the schema',
  'answered.after': 'ids of stored photos: UUIDs by the schema',
  'answered.by': 'an account’s id, not a name',
  'recused.by': 'an account’s id, not a name',
  'applied.application.by': 'an account’s id, not a name',
  'exclusion-asked.photos': 'ids of stored photos: UUIDs by the schema',
  'exclusion-asked.by': 'an account’s id, not a name',
  'reported.photos': 'ids of stored photos: UUIDs by the schema',
  'promise-reported.photos': 'ids of stored photos: UUIDs by the schema',
};

const day = 86_400_000;
const marker = '张三住园中路8号';
const requestId = '018f4e2a-7c31-4b6e-9d55-2f1f0a3b4c5d';
const photo = '018f4e2a-7c31-4b6e-9d55-2f1f0a3b4c5e';

/** What a command needs beside words to be accepted; the words are filled in below, wherever the schema takes any. */
const rest: Readonly<Record<CommandName, Readonly<Record<string, unknown>>>> = {
  supplement: { photos: [photo] },
  withdraw: {},
  urge: {},
  conceal: {},
  contest: {},
  merge: { into: '260302-00000002-0' },
  split: {},
  'share-answer': { unit: units.street.id },
  'count-follower': { by: 1 },
  'dispatch-automatically': { unit: units.street.id, matter: 'street-lamp', confidence: 0.95 },
  'merge-claimed': { into: '260302-00000002-0', chance: 1 },
  'note-repeat': { of: '260302-00000002-0' },
  'note-recurred': { by: '260302-00000002-0' },
  apply: { what: 'termination' },
  'decide-application': { grant: true },
  resume: {},
  invite: { unit: units.urban.id },
  report: { photos: [photo] },
  recuse: {},
  'report-promise': { kept: false, photos: [photo] },
  check: { reached: true, solved: true },
  'close-follow-up': {},
  'issue-circular': {},
  'ask-exclusion': { reason: 'not-duty', photos: [photo] },
  'decide-exclusion': { grant: true },
  'revoke-exclusion': {},
  tick: {},
  recompute: {},
  classify: { matter: 'street-lamp' },
  'answer-at-once': {},
  refer: { reason: 'not-government' },
  dispatch: { unit: units.street.id, matter: 'street-lamp' },
  'decide-send-back': { uphold: true },
  designate: { unit: units.urban.id },
  acknowledge: {},
  'send-back': { suggestedUnit: units.urban.id },
  contact: { method: 'phone', reached: true },
  'sub-assign': { unit: units.community.id },
  answer: { outcome: 'cannot-now', promisedAt: '2030-01-01T00:00:00Z', before: [photo], after: [photo] },
  review: { approve: false },
  evaluate: { solved: false, stars: { speed: 1, effect: 1, service: 1, feedback: 1 } },
  'open-follow-up': { level: 'listed' },
};

/** The fields of a request that take any words. */
function wordFields(schema: z.ZodObject): string[] {
  return Object.entries(schema.shape).flatMap(([field, shape]) => {
    if (!(shape instanceof z.ZodType)) throw new TypeError(`${field} has no schema`);
    return shape.safeParse(marker).success ? [field] : [];
  });
}

/** A code or a number of ours is no word. */
const named = ['matter', 'into', 'of', 'by'];

function fieldsOf(name: CommandName): string[] {
  const schema = commandRequests[name];
  const options = schema instanceof z.ZodObject ? [schema] : schema.options;
  return [...new Set(options.flatMap(wordFields))].filter((field) => !named.includes(field));
}

const spoken = (name: CommandName): Command =>
  ({
    type: name,
    request: commandRequests[name].parse({
      requestId,
      ...Object.fromEntries(fieldsOf(name).map((field) => [field, marker])),
      ...rest[name],
    }),
  }) as Command;

const everybody = [
  citizen,
  ...(['operator', 'dispatcher', 'arbitrator', 'call-back'] as const).map((role) =>
    staff(role, units.cityCentre),
  ),
  ...(['receiver', 'handler', 'leader'] as const).map((role) => staff(role, units.street)),
  staff('supervisor', units.supervision),
  staff('receiver', units.water),
  system,
];

/** A history for every situation, and those that have what some commands need beside it. */
const lives: readonly History[] = [
  ...reachable.map((at) => walks[at]()),
  steps.apply(walks['dispatched:working'](), { what: 'termination', text: '该事项已由其他途径解决。' }),
  steps.promise(),
  step(walks['dispatched:working'](), staff('supervisor', units.supervision), spoken('open-follow-up')),
  steps.invite(walks['dispatched:working'](), units.water),
  steps.askExclusion(walks.closed()),
  steps.decideExclusion(steps.askExclusion(walks.closed()), true),
];

/** Every decision on a command that is accepted somewhere. */
function decisions(name: CommandName): AppealEvent[][] {
  return lives.flatMap((history) =>
    everybody
      // The system looks again when something has fallen due.
      .map((actor) => attempt(history, actor, spoken(name), name === 'tick' ? 30 * day : undefined))
      .filter((decision) => Array.isArray(decision)),
  );
}

describe('what can never be erased holds no words', () => {
  test.each(commandNames)('%s', (name) => {
    const accepted = decisions(name);
    expect(accepted.length).toBeGreaterThan(0);
    // A calendar that is as it was moves no clock.
    for (const events of accepted.filter((each) => each.length > 0)) {
      for (const event of events) expect(JSON.stringify(event.data)).not.toContain(marker);
      // All that was said is there, in what can be erased.
      const said = events
        .flatMap((event) => Object.values(event.texts ?? {}))
        .filter((text) => text === marker);
      expect(said).toHaveLength(fieldsOf(name).length);
    }
  });

  test('filing', () => {
    const words = {
      text: marker,
      title: marker,
      place: { address: marker },
      contact: { name: marker, phone: '13912345678' },
    };
    const request = fileRequest.parse({ requestId, ...words });
    const [first] = filed({ request, intake: { title: marker } }).recorded;
    expect(JSON.stringify(first?.event.data)).not.toContain(marker);
    expect(first?.event.texts).toEqual({ title: marker, body: marker, address: marker });
    // Who it was goes to the store of persons, in no event at all.
    expect(JSON.stringify(first?.event)).not.toContain('13912345678');
    expect(wordFields(fileRequest)).toEqual(['text', 'title']);
  });

  test('a matter is written as the catalogue writes it, never as it was typed', () => {
    for (const name of ['classify', 'dispatch'] as const) {
      const given = { ...spoken(name), request: { ...spoken(name).request, matter: marker } } as Command;
      expect(attempt(filed(), staff('dispatcher', units.cityCentre), given)).toEqual({
        refused: 'matter-unknown',
      });
    }
  });

  test('the fields that could hold any string are known, and each has its reason', () => {
    expect(Object.keys(loose)).toHaveLength(12);
    for (const reason of Object.values(loose)) expect(reason.length).toBeGreaterThan(10);
  });
});

test('an event is what JSON keeps of it', () => {
  const all: Partial<Record<Situation, History>> = Object.fromEntries(
    reachable.map((at) => [at, walks[at]()]),
  );
  for (const history of [...Object.values(all), steps.rate(walks['awaiting-rating'](), 1)]) {
    for (const { event } of history.recorded) expect(JSON.parse(JSON.stringify(event))).toEqual(event);
  }
});
