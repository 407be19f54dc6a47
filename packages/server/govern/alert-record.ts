import type { AlertEvent } from '@suban/domain/govern/alerts.ts';
import { canonical, commitment, newSalt } from '../appeal/canonical.ts';
import { sha256 } from '../platform/crypto.ts';

/** Who did it: nobody, where it was the system. */
export type AlertActor = { readonly account: string | null; readonly unit: number | null };

export type SealedEntry = AlertActor & {
  readonly seq: number;
  readonly at: number;
  readonly type: AlertEvent['type'];
  readonly request: string | null;
  readonly salt: Buffer | null;
  readonly reason: string | null;
  readonly body: Buffer;
  readonly prevHash: Buffer;
  readonly hash: Buffer;
};

type Place = {
  readonly alert: number;
  readonly version: number;
  readonly head: Buffer;
  readonly at: number;
  readonly by: AlertActor;
  readonly request: string | null;
  readonly reason: string | null;
};

/** Entries chained onto an alert's last, as an appeal's events are; the reason stands beside its salted hash. */
export function sealEntries(events: readonly AlertEvent[], place: Place): SealedEntry[] {
  let prevHash = place.head;
  return events.map((event, index) => {
    const said = index === 0 ? place.reason : null;
    const salt = said === null ? null : newSalt();
    const seq = place.version + 1 + index;
    const body = Buffer.from(
      canonical({
        alert: place.alert,
        at: place.at,
        by: place.by,
        commit: salt && said !== null ? { reason: commitment(salt, said) } : {},
        data: event.data,
        seq,
        type: event.type,
      }),
    );
    const hash = sha256(prevHash, body);
    const entry = {
      ...place.by,
      seq,
      at: place.at,
      type: event.type,
      request: index === 0 ? place.request : null,
      salt,
      reason: said,
      body,
      prevHash,
      hash,
    };
    prevHash = hash;
    return entry;
  });
}
