import { type AlertEvent, nextAlertWatch } from '@suban/domain/govern/alerts.ts';
import type { Settings } from '@suban/domain/settings.ts';
import { z } from 'zod';
import { sha256 } from '../platform/crypto.ts';
import { commitment } from './canonical.ts';
import type { Note } from './verify-chain.ts';
import type { AlertRow, LogRow } from './verify-beside-store.ts';

/** An entry's bytes as they are hashed. */
const entryBody = z.object({
  alert: z.number(),
  seq: z.number(),
  at: z.number(),
  type: z.string(),
  by: z.object({ account: z.string().nullable(), unit: z.number().nullable() }),
  commit: z.object({ reason: z.string().optional() }),
  data: z.record(z.string(), z.unknown()),
});
type Entry = z.infer<typeof entryBody>;

/** Whether an alert's record is whole, and the alert what its record makes of it. */
export function checkAlert(
  alert: AlertRow,
  log: readonly LogRow[],
  settings: Pick<Settings, 'yellowAt' | 'judgeFollowUpHours'>,
  note: Note,
): void {
  const entries = readLog(alert, log, note);
  if (alert.version !== log.length) note(`says it has ${alert.version} entries and has ${log.length}`);
  if (!alert.head.equals(log.at(-1)?.hash ?? Buffer.alloc(0))) note('does not end with its last entry');
  const made = replay(entries);
  const stored: Made = {
    cause: alert.cause,
    raisedAt: alert.raised_at,
    due: alert.due,
    state: alert.state,
    light: alert.light,
    followedUp: alert.followed_up,
    judgedAt: alert.judged_at,
    measure: alert.measure,
  };
  for (const key of Object.keys(made) as (keyof Made)[])
    if (made[key] !== stored[key])
      note(`${key} is ${String(stored[key])}, and by its record ${String(made[key])}`);
  const watched = made as Parameters<typeof nextAlertWatch>[0];
  // A step that failed is put off; that it waits for one at all follows from its record.
  if ((alert.next_watch === null) !== (nextAlertWatch(watched, settings) === null))
    note(alert.next_watch === null ? 'waits for nothing, and should' : 'waits for what never comes');
}

function readLog({ id }: AlertRow, log: readonly LogRow[], note: Note): Entry[] {
  let previous: Buffer = Buffer.alloc(0);
  return log.flatMap((row, i) => {
    if (row.seq !== i + 1) note(`entry ${i + 1} is missing`);
    if (!row.prev_hash.equals(previous)) note(`entry ${row.seq} does not follow the one before it`);
    if (!sha256(row.prev_hash, row.body).equals(row.hash)) note(`entry ${row.seq} was changed`);
    previous = row.hash;
    const entry = readEntry(row.body);
    if (!entry) {
      note(`entry ${row.seq} cannot be read`);
      return [];
    }
    const { by } = entry;
    if (entry.alert !== id) note(`entry ${row.seq} belongs to another alert`);
    const same = [row.seq === entry.seq, row.at === entry.at, row.type === entry.type];
    if (![...same, row.account === by.account, row.unit === by.unit].every(Boolean))
      note(`entry ${row.seq}: its columns differ from its bytes`);
    const said = row.salt && row.reason !== null ? commitment(row.salt, row.reason) : undefined;
    if (said !== entry.commit.reason) note(`the reason of entry ${row.seq} is not the one committed to`);
    return [entry];
  });
}

function readEntry(body: Buffer): Entry | null {
  try {
    return entryBody.safeParse(JSON.parse(body.toString('utf8'))).data ?? null;
  } catch {
    return null;
  }
}

type Made = {
  readonly cause: unknown;
  readonly raisedAt: number | null;
  readonly due: unknown;
  readonly state: string;
  readonly light: unknown;
  readonly followedUp: boolean;
  readonly judgedAt: number | null;
  readonly measure: unknown;
};

const unknown: Made = {
  cause: null,
  raisedAt: null,
  due: null,
  state: 'open',
  light: 'green',
  followedUp: false,
  judgedAt: null,
  measure: null,
};

/** What the entries make, told anew rather than by the code that wrote them. */
const replay = (entries: readonly Entry[]): Made =>
  entries.reduce<Made>((made, { type, at, data }) => {
    switch (type as AlertEvent['type']) {
      case 'raised':
        return { ...made, cause: data['cause'], due: data['due'], raisedAt: at };
      case 'light-raised':
        return { ...made, light: data['light'] };
      case 'follow-up-opened':
        return { ...made, followedUp: true };
      case 'confirmed':
        return { ...made, state: 'confirmed', judgedAt: at, measure: data['measure'] };
      case 'dismissed':
        return { ...made, state: 'dismissed', judgedAt: at };
      default:
        return made;
    }
  }, unknown);
