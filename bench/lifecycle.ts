import type { Actor } from '../packages/domain/actors.ts';
import type { Command } from '../packages/domain/commands.ts';
import { decide } from '../packages/domain/decide.ts';
import { contextOf, record } from '../packages/server/appeal/run-command.ts';
import { loadAppeal, takeSerials } from '../packages/server/appeal/store.ts';
import { insertFilings } from '../packages/server/appeal/filing-store.ts';
import { saveDecision, type Saving } from '../packages/server/appeal/save-store.ts';
import { composeFiling } from '../packages/server/collect/file-appeal.ts';
import { type Bench, compare, type Straight } from './compare.ts';
import { type Connection, openConnection } from './http.ts';
import { type Crew, crews, life, signIn } from './lives.ts';
import type { Options } from './options.ts';
import { filings } from './texts.ts';

const arrival = { channel: 'web', actor: { kind: 'citizen' } } as const;

/** Whole lives: filed, dispatched, acknowledged, contacted, answered, reviewed, rated; against the same loads and saves. */
export const lifecycle = (options: Options) =>
  compare(options, async (stage): Promise<Bench> => {
    const next = filings();
    const all = crews(stage.reference());
    const crewFor = (n: number): Crew => {
      const crew = all[n % all.length];
      if (!crew) throw new Error('there is always a crew');
      return crew;
    };
    return {
      unit: 'lives of seven commands',
      overHttp(port) {
        const cookies = new Map<Actor, Promise<string>>();
        const cookieOf = (actor: Actor) => {
          if (actor.kind !== 'staff') return Promise.resolve(undefined);
          const known = cookies.get(actor) ?? signIn(port, actor);
          cookies.set(actor, known);
          return known;
        };
        const connections = Array.from({ length: options.clients }, () => openConnection(port));
        return async (client) => {
          const connection = connections[client];
          if (connection) await liveOverHttp(stage, connection, next(), crewFor(client), cookieOf);
        };
      },
      async straight(n) {
        const lives = [];
        for (let block = 0; block < n; block += 100) {
          const first = await takeSerials(stage.database);
          for (let i = 0; i < 100; i += 1) lives.push(straightLife(stage, next(), crewFor(i), first + i));
        }
        return lives;
      },
    };
  });

async function liveOverHttp(
  stage: Straight,
  connection: Connection,
  filing: object,
  crew: Crew,
  cookieOf: (actor: Actor) => Promise<string | undefined>,
): Promise<void> {
  const send = async (path: string, body: unknown, cookie?: string): Promise<unknown> => {
    const answer = await connection.send('POST', path, body, cookie);
    if (answer.status >= 300) throw new Error(`${path.split('/').at(-1)}: ${answer.status} ${answer.body}`);
    return JSON.parse(answer.body);
  };
  const filed = await send('/api/appeals', filing);
  if (typeof filed !== 'object' || filed === null || !('number' in filed)) throw new Error('no number');
  const number = String(filed.number);
  for (const [{ type, request }, actor] of life(crew)) {
    const path =
      actor.kind === 'staff'
        ? `/api/desk/cases/${number}/${type}`
        : `/api/rate/${stage.crypto.ratingToken(number, 1)}`;
    await send(path, request, await cookieOf(actor));
  }
}

/** All decisions are taken beforehand; what is left is the filing statement, then a load and a save for each command. */
function straightLife(
  stage: Straight,
  request: Parameters<typeof composeFiling>[1],
  crew: Crew,
  serial: number,
) {
  const filing = composeFiling(stage, request, arrival, serial);
  const { key } = filing.appeal;
  let [appeal, head] = [filing.appeal, filing.event.hash];
  const savings: Saving[] = life(crew).map(([command, actor]) => {
    const saving = decided(stage, { appeal, head, limitSource: null, suggestedUnit: null }, command, actor);
    appeal = saving.after;
    head = saving.events.at(-1)?.hash ?? head;
    return saving;
  });
  return async () => {
    await insertFilings(stage.database, [filing]);
    for (const saving of savings) {
      await stage.database.scoped('all', async (tx) => {
        await loadAppeal(tx, stage.reference(), key, saving.requestId);
        return saveDecision(tx, saving);
      });
    }
  };
}

function decided(
  stage: Straight,
  before: Parameters<typeof record>[0],
  command: Command,
  actor: Actor,
): Saving {
  const context = contextOf(stage.reference(), before.appeal, command, actor, stage.clock());
  const decision = decide(before.appeal, command, context);
  if (!Array.isArray(decision)) throw new Error(`${command.type} was refused: ${decision.refused}`);
  return {
    requestId: command.request.requestId,
    command: command.type,
    before: before.appeal,
    photos: [],
    ...record(before, decision, context),
  };
}
