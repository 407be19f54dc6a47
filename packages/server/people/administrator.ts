import { Problem } from '../platform/problem.ts';
import type { Person, Who } from './who.ts';

/**
 * The system administrator who sends a request.
 * @throws Problem `sign-in-first`, `not-allowed`
 */
export async function administrator(who: Who, request: Parameters<Who['staff']>[0]): Promise<Person> {
  const person = await who.staff(request);
  if (!person.actor.roles.includes('system-admin')) throw new Problem('not-allowed');
  return person;
}
