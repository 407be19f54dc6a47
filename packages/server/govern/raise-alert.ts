import { type AlertEvent, judgeDue, nextAlertWatch } from '@suban/domain/govern/alerts.ts';
import type { AlertCause } from '@suban/domain/govern/requests.ts';
import type { Settings } from '@suban/domain/settings.ts';
import { addNotices } from '../notify/notices-store.ts';
import type { Reference } from '../people/reference-store.ts';
import type { Tx } from '../platform/database.ts';
import { type AlertActor, sealEntries } from './alert-record.ts';
import { addAlert, saveAlert } from './alert-store.ts';
import { alertNotices } from './alert-notices.ts';

/** An alert to be raised. `at`: ms. */
export type Raising = {
  readonly event: number;
  readonly cause: AlertCause;
  readonly cohort: number;
  readonly appeal: number;
  readonly word: string | null;
  readonly count: number;
  readonly expected: number | null;
  readonly score: number;
  readonly unit: number;
  readonly at: number;
};

/** Found by hand: who, why, and under which request. */
export type ByHand = { readonly by: AlertActor; readonly request: string; readonly reason: string };

const nobody: AlertActor = { account: null, unit: null };

/**
 * Raises an alert once, writes its first record and tells the responsible unit's head and the duty room. What a person
 * marked is confirmed with it.
 * @param rules the version of the settings it is judged under
 * @returns its id, or null when it was raised before
 */
export async function raiseAlert(
  tx: Tx,
  reference: Reference,
  raising: Raising,
  rules: { readonly version: number; readonly settings: Settings },
  byHand: ByHand | null = null,
): Promise<number | null> {
  const { at, cause } = raising;
  const due = judgeDue(rules.settings, cause, at);
  const state = byHand ? ('confirmed' as const) : ('open' as const);
  const watched = { state, raisedAt: at, due, light: 'green' as const, followedUp: false };
  const nextWatch = nextAlertWatch(watched, rules.settings);
  const measure = byHand ? ('none' as const) : null;
  const id = await addAlert(tx, {
    ...raising,
    rules: rules.version,
    raisedAt: at,
    due,
    state,
    measure,
    nextWatch,
  });
  if (id === null) return null;
  const events: AlertEvent[] = [
    { type: 'raised', data: { cause, due } },
    ...(byHand ? [{ type: 'confirmed', data: { measure: 'none' } } as const] : []),
  ];
  const entries = sealEntries(events, {
    alert: id,
    version: 0,
    head: Buffer.alloc(0),
    at,
    by: byHand?.by ?? nobody,
    request: byHand?.request ?? null,
    reason: byHand?.reason ?? null,
  });
  const judgedAt = byHand ? at : null;
  await saveAlert(tx, id, entries, { ...watched, judgedAt, measure, nextWatch });
  if (!byHand)
    await addNotices(tx, alertNotices(reference, { ...raising, id }, events[0]?.type ?? 'raised', 1, at));
  return id;
}
