import { mayReveal } from '@suban/domain/access.ts';
import type { Staff } from '@suban/domain/actors.ts';
import { readPerson } from '../appeal/history-store.ts';
import { keyOf, scopeOf } from '../appeal/read-cases.ts';
import { loadAppeal } from '../appeal/store.ts';
import { Problem } from '../platform/problem.ts';
import type { Services } from '../platform/services.ts';
import { logReveal } from './reveal-store.ts';

export type RevealRequest = {
  readonly requestId: string;
  readonly field: 'name' | 'phone';
  readonly purpose: string;
};

/**
 * Shows a citizen's name or number to somebody who must speak with them. Logged in the same transaction: what was not
 * written down was not shown.
 * @throws Problem `not-found`, `not-allowed`, `request-id-reused`
 */
export async function reveal(
  services: Services,
  staff: Staff,
  number: string,
  request: RevealRequest,
): Promise<string> {
  const key = keyOf(number);
  return services.database.scoped(scopeOf(staff), async (tx) => {
    const loaded = await loadAppeal(tx, services.reference(), key);
    if (!loaded) throw new Problem('not-found');
    if (!mayReveal(staff, loaded.appeal)) throw new Problem('not-allowed');
    const sealed = (await readPerson(tx, key))[request.field];
    if (!sealed) throw new Problem('not-found');
    const written = await logReveal(tx, {
      ...request,
      at: services.clock(),
      account: staff.account,
      unit: staff.unit.id,
      key,
    });
    if (!written) throw new Problem('request-id-reused');
    return services.crypto.open(sealed);
  });
}
