import { tickAlert } from '@suban/domain/govern/alerts.ts';
import { pastLock } from '../appeal/past-lock.ts';
import type { Sql } from '../platform/database.ts';
import { isFree, takeLock } from '../platform/lock.ts';
import { dueAlerts, findAlert, putOffAlert } from './alert-store.ts';
import { alertOf, type Services_, writeAlert } from './judge-alert.ts';

type OnError = (error: unknown) => void;

/** How often it looks when nothing is due, in ms: a light goes on within a second of its moment. */
const lookEvery = 1_000;
const batch = 100;
/** An alert that cannot be ticked is tried again this much later, in ms, and holds up no other meanwhile. */
const putOff = 60_000;

/**
 * Lights and formal follow-up of alerts nobody judges, as `supervise/sweep.ts` does for appeals: one process looks, and that
 * nothing is done twice hangs on the alert's own row, which is locked, read and changed in one transaction.
 */
export function runAlertSweep(services: Services_, onError: OnError): Promise<{ stop(): Promise<void> }> {
  return takeLock(
    services.database,
    'alert-sweep',
    async (own) => {
      if (!(await isFree(own, pastLock))) return lookEvery;
      return (await sweepAlerts(services, own, onError)) > 0 ? 0 : lookEvery;
    },
    onError,
  );
}

/** One look. @returns how many were due */
export async function sweepAlerts(services: Services_, sql: Sql, onError: OnError): Promise<number> {
  const due = await dueAlerts(sql, services.clock(), batch);
  for (const id of due) {
    try {
      await tickAlertOnce(services, id);
    } catch (error) {
      onError(error);
      await putOffAlert(services.database.owner, id, services.clock() + putOff);
    }
  }
  return due.length;
}

/** Takes the steps of one alert whose moment has come. */
export async function tickAlertOnce({ database, reference, clock }: Services_, id: number): Promise<void> {
  await database.owner.transaction(async (tx) => {
    const row = await findAlert(tx, id, true);
    if (!row) return;
    const known = reference();
    const at = clock();
    const events = tickAlert(alertOf(known, row), known.settingsOf(row.rules), at);
    if (events.length === 0) return;
    const by = { account: null, unit: null };
    await writeAlert(tx, known, row, events, { by, at, request: null, reason: null });
  });
}
