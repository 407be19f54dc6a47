import { randomUUID } from 'node:crypto';
import { crewOf } from '../packages/demo-city/accounts.ts';
import type { Actor, Staff } from '../packages/domain/actors.ts';
import { type Command, type CommandName, commandRequests } from '../packages/domain/commands.ts';
import { accountId } from '../packages/domain/ids.ts';
import { demoPassword } from '../packages/server/connect/seed-city.ts';
import type { Reference, Unit } from '../packages/server/people/reference-store.ts';

/** Who does what in one life: the city's dispatcher, then the crew of one subdistrict, then the citizen. */
export type Crew = {
  readonly unit: Unit;
  readonly matter: string;
  readonly dispatcher: Staff;
  readonly receiver: Staff;
  readonly handler: Staff;
  readonly leader: Staff;
};

/** As many as share the work of a small city's morning: enough that no two clients wait for one inbox. */
const crewCount = 12;

export function crews(reference: Reference): Crew[] {
  const matter = [...reference.matters.values()].find(({ level, mayPushDown }) => level === 3 && mayPushDown);
  const units = [...reference.units.values()].filter(
    ({ level, kind }) => level === 'subdistrict' && kind === 'government',
  );
  if (!matter || units.length < crewCount) throw new Error('the demo city has more subdistricts than this');
  const staff = (username: string, unit: Unit, role: Staff['roles'][number]): Staff => ({
    kind: 'staff',
    account: accountId(`demo-${username}`),
    unit,
    roles: [role],
  });
  return units.slice(0, crewCount).map((unit) => {
    const { receiver, handler, leader } = crewOf(unit.code);
    return {
      unit,
      matter: matter.code,
      dispatcher: staff('dispatcher', reference.centre, 'dispatcher'),
      receiver: staff(receiver, unit, 'receiver'),
      handler: staff(handler, unit, 'handler'),
      leader: staff(leader, unit, 'leader'),
    };
  });
}

const citizen: Actor = { kind: 'citizen' };
const words = '已到现场核实并处理完毕，现场照片已存档，已电话告知市民处理结果。';

function make(type: CommandName, fields: object): Command {
  const request = commandRequests[type].parse({ requestId: randomUUID(), ...fields });
  // The request was made by this very command's schema.
  return { type, request } as Command;
}

/** The six commands after filing, in order, each with who gives it. */
export const life = (crew: Crew): readonly (readonly [Command, Actor])[] => [
  [make('dispatch', { unit: crew.unit.id, matter: crew.matter }), crew.dispatcher],
  [make('acknowledge', {}), crew.receiver],
  [make('contact', { method: 'phone', reached: true, text: words }), crew.handler],
  [make('answer', { outcome: 'solved', text: words }), crew.handler],
  [make('review', { approve: true }), crew.leader],
  [make('evaluate', { solved: true, stars: { speed: 5, effect: 4, service: 5, feedback: 4 } }), citizen],
];

/** Signs in over HTTP. @returns the cookie to send along */
export async function signIn(port: number, { account }: Staff): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${port}/api/staff/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: account.replace(/^demo-/, ''), password: demoPassword }),
  });
  if (!response.ok) throw new Error(`sign-in: ${response.status} ${await response.text()}`);
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}
