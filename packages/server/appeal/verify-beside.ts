import { countCall } from '@suban/domain/indicators/calls.ts';
import type { Reference } from '../people/reference-store.ts';
import type { Tx } from '../platform/database.ts';
import { checkAlert } from './verify-alerts.ts';
import { alertsAfter, callCounts, callsAfter, logsOf } from './verify-beside-store.ts';

const batch = 1_000;

/** Every alert's record and what the alert is by it. @param note is told which alert and what is wrong with it */
export async function checkAlerts(
  tx: Tx,
  { settingsOf }: Pick<Reference, 'settingsOf'>,
  note: (what: string) => void,
): Promise<void> {
  for (let last = 0; ; ) {
    const alerts = await alertsAfter(tx, last, batch);
    const logs = Map.groupBy(
      await logsOf(
        tx,
        alerts.map(({ id }) => id),
      ),
      ({ alert }) => alert,
    );
    for (const alert of alerts)
      checkAlert(alert, logs.get(alert.id) ?? [], settingsOf(alert.rules), (what) =>
        note(`alert ${alert.id}: ${what}`),
      );
    last = alerts.at(-1)?.id ?? last;
    if (alerts.length < batch) return;
  }
}

const nameOf = (line: string, measure: string, hour: number): string =>
  `calls ${measure} of ${line === '' ? 'all lines' : `line ${line}`}, ${new Date(hour).toISOString()}`;

/** What is counted of calls against the calls themselves, each read again by `domain/indicators`. */
export async function checkCalls(tx: Tx, note: (what: string) => void): Promise<void> {
  const sums = new Map<string, number>();
  const add = (name: string, n: number) => sums.set(name, (sums.get(name) ?? 0) + n);
  for (let last = { partner: '', call_id: '' }; ; ) {
    const calls = await callsAfter(tx, last, batch);
    for (const call of calls)
      for (const { measure, hour, n } of countCall(call))
        for (const line of new Set(['', call.line])) add(nameOf(line, measure, hour), n);
    last = calls.at(-1) ?? last;
    if (calls.length < batch) break;
  }
  const counted = new Map(
    (await callCounts(tx)).map((row) => [nameOf(row.line, row.measure, row.hour), row.n]),
  );
  for (const name of new Set([...sums.keys(), ...counted.keys()])) {
    const [is, should] = [counted.get(name) ?? 0, sums.get(name) ?? 0];
    if (is !== should) note(`${name} is ${is} and should be ${should}`);
  }
}
