import type { Actor } from '@suban/domain/actors.ts';
import type { Command } from '@suban/domain/commands.ts';
import type { AppealKey } from '@suban/domain/ids.ts';
import { Problem } from '../platform/problem.ts';
import type { Services } from '../platform/services.ts';
import { type Done, runCommand } from './run-command.ts';

const system: Actor = { kind: 'system' };

/**
 * A command that the system gives by itself. Its request id is derived from what it is given for, so that it is done once
 * however often it is given.
 * @returns null where the appeal stands where the command means nothing any more
 * @throws Problem as `runCommand` does, but for `wrong-state`
 */
export async function asSystem(
  services: Pick<Services, 'database' | 'reference' | 'clock'>,
  key: AppealKey,
  command: Command,
): Promise<Done | null> {
  try {
    return await runCommand(services, key, command, system, 'all');
  } catch (error) {
    if (error instanceof Problem && error.code === 'wrong-state') return null;
    throw error;
  }
}
