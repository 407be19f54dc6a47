import type { Staff } from '@suban/domain/actors.ts';
import type { DeskCall } from '@suban/domain/api-calls.ts';
import { callStateOf } from '@suban/domain/collect/calls.ts';
import { maskName, maskPhone } from '@suban/text/redact.ts';
import { isoOrNull } from '../../appeal/names.ts';
import { readRows, scopeOf } from '../../appeal/read-cases.ts';
import type { Tx } from '../../platform/database.ts';
import { Problem } from '../../platform/problem.ts';
import type { Services } from '../../platform/services.ts';
import { callOf, type CallRow, earlierAppeals, openCallOf } from './store.ts';

/** A call that has been open for longer is one whose end nobody told, in ms. */
const longestCall = 4 * 3_600_000;
/** A call is written up within the shift it was taken in, in ms. */
const writtenUp = 24 * 3_600_000;
/** As many as are read while somebody is on the line. */
const earlierShown = 6;

/** What rings or is spoken at this operator's desk, with what is known of the number; masked. */
export function readDeskCall(services: Services, actor: Staff): Promise<DeskCall | null> {
  return services.database.scoped(scopeOf(actor), async (tx) => {
    const call = await openCallOf(tx, actor.account, services.clock() - longestCall);
    const state = call && callStateOf(call);
    if (!call || !state || state === 'over') return null;
    const phone = call.phone && services.crypto.open(call.phone);
    return {
      id: call.id,
      state,
      line: call.line,
      phone: phone && maskPhone(phone),
      offeredAt: isoOrNull(call.offeredAt),
      answeredAt: isoOrNull(call.answeredAt),
      ...(await known(services, tx, actor, phone)),
    };
  });
}

async function known(
  services: Services,
  tx: Tx,
  actor: Staff,
  phone: string | null,
): Promise<Pick<DeskCall, 'name' | 'knownBy' | 'area' | 'earlier' | 'open'>> {
  const rows = phone === null ? [] : await earlierAppeals(tx, services.crypto.phoneKey(phone), earlierShown);
  const earlier = await readRows(services, tx, actor, rows);
  const known = rows.find(({ name }) => name !== null);
  const from = known && (await readRows(services, tx, actor, [known]))[0];
  return {
    name: known?.name ? maskName(services.crypto.open(known.name)) : null,
    knownBy: from?.number ?? null,
    area: earlier.find(({ area }) => area !== null)?.area ?? null,
    earlier,
    open: rows.filter(({ open }) => open).length,
  };
}

/**
 * The number of a call of this operator's, for what is recorded of it: it need not be shown to be used.
 * @throws Problem `call-unknown`, `call-no-number`
 */
export async function callerNumber(services: Services, actor: Staff, id: string): Promise<string> {
  const { phone } = await ownCall(services, actor, id);
  if (!phone) throw new Problem('call-no-number');
  return services.crypto.open(phone);
}

/** @throws Problem `call-unknown` */
export async function ownCall(services: Services, actor: Staff, id: string): Promise<CallRow> {
  const call = await callOf(services.database, actor.account, id);
  const at = call && (call.answeredAt ?? call.offeredAt ?? call.endedAt);
  if (!call || at === null || at < services.clock() - writtenUp) throw new Problem('call-unknown');
  return call;
}
