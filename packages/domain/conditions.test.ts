import { expect, test } from 'vitest';
import type { Actor } from './actors.ts';
import type { CommandName } from './commands.ts';
import { type Command } from './commands.ts';
import { conditions } from './conditions.ts';
import { abilities } from './decide.ts';
import type { RefusalCode } from './refusals.ts';
import { citizen, staff, system, units } from './testing/city.ts';
import { attempt, command, filed, type History, step, steps, walks } from './testing/histories.ts';

const text = '请核实处理。';
const centre = staff('dispatcher', units.cityCentre);
const receiver = staff('receiver', units.street);
const supervisor = staff('supervisor', units.supervision);
const contest = command('contest', { text });
const designated = () => steps.designate(walks['dispatched:in-arbitration'](), units.urban);
const closedTwice = () => walks.closed(step(walks.closed(), citizen, contest));

/** A command, who may give it in that state, and a history without the fact it needs. */
const lacking: readonly (readonly [Command, Actor, () => History, RefusalCode])[] = [
  [command('conceal', {}), citizen, () => filed({ request: { confidential: true } }), 'concealed-already'],
  [contest, citizen, closedTwice, 'contested-already'],
  [
    command('merge', { into: '260302-00000002-0' }),
    centre,
    () => step(filed(), system, command('count-follower', { by: 1 })),
    'has-followers',
  ],
  [
    command('send-back', { legalBasis: text, text, suggestedUnit: units.street.id }),
    staff('receiver', units.urban),
    designated,
    'designated',
  ],
  [
    command('apply', { what: 'termination', text }),
    receiver,
    () => steps.apply(walks['dispatched:working'](), { what: 'termination', text }),
    'applied-already',
  ],
  [
    command('decide-application', { grant: true, text }),
    centre,
    walks['dispatched:working'],
    'application-none',
  ],
  [
    command('report', { text }),
    staff('handler', units.water),
    () =>
      step(
        steps.invite(walks['dispatched:working'](), units.water),
        staff('handler', units.water),
        command('report', { text }),
      ),
    'not-joined',
  ],
  [command('report-promise', { kept: true, text }), receiver, walks['awaiting-rating'], 'promise-none'],
  [
    command('open-follow-up', { text }),
    supervisor,
    () => step(filed(), supervisor, command('open-follow-up', { text })),
    'follow-up-open',
  ],
  [command('close-follow-up', { text }), supervisor, walks.received, 'follow-up-none'],
  [
    command('ask-exclusion', { reason: 'not-duty', text }),
    receiver,
    () => steps.decideExclusion(steps.askExclusion(walks.closed()), false),
    'exclusion-asked-already',
  ],
  [command('decide-exclusion', { grant: true, text }), supervisor, walks.closed, 'exclusion-none'],
  [
    command('revoke-exclusion', { text }),
    supervisor,
    () => steps.askExclusion(walks['dispatched:working']()),
    'exclusion-none',
  ],
];

test.each(lacking.map(([given, ...rest]) => [given.type, given, ...rest] as const))(
  '%s without its fact is refused, and no button shows',
  (name, given, actor, history, code) => {
    expect(attempt(history(), actor, given)).toEqual({ refused: code });
    expect(abilities(history().appeal, actor)).not.toContain(name);
  },
);

test('every condition is met here', () => {
  const met: readonly CommandName[] = lacking.map(([{ type }]) => type);
  expect([...met].sort()).toEqual(Object.keys(conditions).sort());
});
