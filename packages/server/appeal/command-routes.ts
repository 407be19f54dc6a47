import { done } from '@suban/domain/api.ts';
import {
  type Command,
  type CommandName,
  commandRequests,
  type SystemCommand,
} from '@suban/domain/commands.ts';
import { z } from 'zod';
import type { Who } from '../people/who.ts';
import type { App } from '../platform/http.ts';
import type { Services } from '../platform/services.ts';
import { keyOf, scopeOf } from './read-cases.ts';
import { runCommand } from './run-command.ts';

/**
 * One route a command, all alike: the shape is checked at the edge, the rest is the domain's. Each stage names the
 * commands that are its own.
 */
export function staffCommands(
  app: App,
  services: Services,
  who: Who,
  names: readonly Exclude<CommandName, SystemCommand>[],
): void {
  for (const name of names) {
    const schema = {
      params: z.object({ number: z.string().max(40) }),
      body: commandRequests[name],
      response: { 200: done },
    };
    app.post(`/api/desk/cases/:number/${name}`, { schema }, async (request) => {
      const { actor } = await who.staff(request);
      const { number } = request.params;
      // The schema of this very name has checked the body.
      const command = { type: name, request: request.body } as Command;
      return runCommand(services, keyOf(number), command, actor, scopeOf(actor));
    });
  }
}
