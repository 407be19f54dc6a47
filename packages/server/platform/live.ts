import { Client } from 'pg';
import { type Placed, readAfter } from './reader.ts';
import type { Database } from './database.ts';
import { placedChannel } from './sequencer.ts';
import { calledChannel, noticedChannel, staffChannel } from './noticed.ts';

type Listener = (events: readonly Placed[]) => void;
/** `units`: whose notices there are new; null where nobody knows, so that everybody looks. */
type NoticeListener = (units: ReadonlySet<number> | null) => void;
/** Whose call has changed: an account. */
type CallListener = (account: string) => void;
/** Whose accounts were changed, by user name; null where nobody knows. */
type StaffListener = (usernames: ReadonlySet<string> | null) => void;
export type Live = {
  subscribe(listener: Listener): () => void;
  /** Notices are written a moment after their event, so they are told of by themselves. */
  subscribeNotices(listener: NoticeListener): () => void;
  subscribeCalls(listener: CallListener): () => void;
  /** What is known of staff may no longer be so, in this process or another. */
  subscribeStaff(listener: StaffListener): () => void;
  /** Tells this process at once that something has changed; of whose accounts, all hear from the database. */
  staffChanged(): void;
  stop(): Promise<void>;
};

const batch = 500;
/** A notification can be lost with its connection: look anyway, this often, in ms. */
const lookEvery = 1_000;

/** Tells this process's open pages of events as they are placed. Keeps no checkpoint: a page reads anew when it opens. */
export async function startLive(
  database: Database,
  url: string,
  onError: (error: unknown) => void,
): Promise<Live> {
  const listeners = new Set<Listener>();
  const noticeListeners = new Set<NoticeListener>();
  const callListeners = new Set<CallListener>();
  const staffListeners = new Set<StaffListener>();
  const staffChanged = (usernames: ReadonlySet<string> | null) =>
    staffListeners.forEach((listener) => listener(usernames));
  const reading: Reading = { position: await headOf(database), now: false, again: false };
  let client: Client | null = null;
  const look = () =>
    readOn(database, reading, (events) => {
      for (const listener of listeners) listener(events);
    }).catch(onError);

  async function listen(): Promise<void> {
    const fresh = new Client({ connectionString: url, application_name: 'suban-live' });
    fresh.on('error', () => {
      client = null;
    });
    fresh.on('notification', ({ channel, payload }) => {
      if (channel === noticedChannel) {
        const units = payload ? new Set(payload.split(',').map(Number)) : null;
        return noticeListeners.forEach((listener) => listener(units));
      }
      if (channel === staffChannel)
        return staffChanged(payload === '*' ? null : new Set(payload?.split(',')));
      if (channel === calledChannel) return callListeners.forEach((listener) => listener(payload ?? ''));
      // With no page open there is nobody to read for.
      if (listeners.size === 0) reading.position = Number(payload);
      else void look();
    });
    await fresh.connect();
    await fresh.query(
      `listen ${placedChannel}; listen ${noticedChannel}; listen ${calledChannel}; listen ${staffChannel}`,
    );
    // The database may have gone down and lost its last positions, which are given out anew.
    // Nor would it have told of accounts meanwhile.
    staffChanged(null);
    reading.position = Math.min(reading.position, await headOf(database));
    client = fresh;
  }

  await listen();
  const timer = setInterval(() => {
    if (!client) void listen().catch(onError);
    if (listeners.size > 0) void look();
  }, lookEvery);
  return {
    subscribe: subscription(listeners),
    subscribeNotices: subscription(noticeListeners),
    subscribeCalls: subscription(callListeners),
    subscribeStaff: subscription(staffListeners),
    staffChanged: () => staffChanged(new Set()),
    async stop() {
      clearInterval(timer);
      await client?.end();
    },
  };
}

/** Adds a listener; what it answers takes it away again. */
const subscription =
  <T>(to: Set<T>) =>
  (listener: T) => {
    to.add(listener);
    return () => void to.delete(listener);
  };

type Reading = { position: number; now: boolean; again: boolean };

/** Reads on to the last event. Called while it reads, it looks once more afterwards: one reads at a time. */
async function readOn(database: Database, reading: Reading, tell: Listener): Promise<void> {
  if (reading.now) {
    reading.again = true;
    return;
  }
  reading.now = true;
  try {
    do {
      reading.again = false;
      const events = await readAfter(database.owner, reading.position, batch);
      reading.position = events.at(-1)?.position ?? reading.position;
      if (events.length > 0) tell(events);
      if (events.length === batch) reading.again = true;
    } while (reading.again);
  } finally {
    reading.now = false;
  }
}

/** Position of the last event there is. */
async function headOf(database: Database): Promise<number> {
  const [head] = await database.owner.query<{ last: number }>('select last_position as last from sequencer');
  return head?.last ?? 0;
}
