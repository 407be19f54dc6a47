import {
  callAfter,
  callAhead,
  type CallEventRequest,
  callLate,
  callStateOf,
} from '@suban/domain/collect/calls.ts';
import { recount } from '@suban/domain/indicators/calls.ts';
import { Problem } from '../../platform/problem.ts';
import type { Services } from '../../platform/services.ts';
import { addCallCounts, holdCall, operatorNamed, saveCall, tellOperator } from './store.ts';

export type Taken = {
  /** False where it was told before: then nothing has changed. */
  readonly fresh: boolean;
  /** Null where no operator was named; false where the name is no operator's, so that no page can show the call. */
  readonly operatorKnown: boolean | null;
};

/**
 * 来电: what an exchange tells of a call is kept and counted in one transaction, once for each call and event, in
 * whatever order it comes.
 * @throws Problem `call-time` when it lies too far off
 */
export async function takeCall(
  services: Pick<Services, 'database' | 'crypto' | 'reference' | 'clock'>,
  partner: string,
  request: CallEventRequest,
): Promise<Taken> {
  const at = Date.parse(request.at);
  const now = services.clock();
  if (at > now + callAhead || at < now - callLate) throw new Problem('call-time');
  const { crypto, database } = services;
  const { answerCallSeconds } = services.reference().settings;
  const { operator: username, line = '', event, callId, phone } = request;
  const operator = username === undefined ? null : await operatorNamed(database, username);
  const operatorKnown = username === undefined ? null : operator !== null;
  const id = { partner, callId };
  return database.scoped('all', async (tx) => {
    const before = await holdCall(tx, id, at, answerCallSeconds);
    const after = callAfter(before, { event, at, line, operator }, answerCallSeconds);
    if (!after) return { fresh: false, operatorKnown };
    const caller =
      phone === undefined ? null : { phone: crypto.seal(phone), phoneKey: crypto.phoneKey(phone) };
    await saveCall(tx, id, { ...after, open: callStateOf(after) !== 'over' }, caller);
    await addCallCounts(tx, lineCounts(before, after));
    for (const account of new Set([before?.operator ?? null, after.operator]))
      if (account !== null) await tellOperator(tx, account);
    return { fresh: true, operatorKnown };
  });
}

/** Of all calls together, and of the line's own. A call whose line is told late moves with all its counts. */
function lineCounts(before: Parameters<typeof recount>[0], after: Parameters<typeof recount>[1]) {
  const all = recount(before, after).map((count) => ({ ...count, line: '' }));
  const known = before?.line === after.line ? before : null;
  const own = after.line === '' ? [] : recount(known, after).map((count) => ({ ...count, line: after.line }));
  return [...all, ...own];
}
