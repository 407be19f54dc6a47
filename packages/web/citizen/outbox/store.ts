import type { Problem } from '@suban/domain/api.ts';
import type { Draft } from '../file/draft.ts';
import { keptTable } from '../kept.ts';
import type { KeptPhoto } from '../photos/store.ts';

type Letter = {
  readonly draft: Draft;
  readonly photos: readonly KeptPhoto[];
};

/** A request finished on this device and not known to be filed, or filed since by itself. */
export type Posted = {
  readonly requestId: string;
  readonly title: string;
  /** When it was finished, in ms. */
  readonly at: number;
} & (
  | (Letter & {
      readonly state: 'waiting';
      /** It was sent and no answer came: it may be filed already, so it can only be sent again, the same. */
      readonly tried: boolean;
    })
  | (Letter & { readonly state: 'refused'; readonly problem: Problem })
  | { readonly state: 'sent'; readonly number: string; readonly queryCode: string }
);
export type Waiting = Extract<Posted, { state: 'waiting' }>;

const table = keptTable<Posted>('suban-outbox', 'requests', 'requestId');
const channel = 'suban-outbox';

/** Tells every open page that what is kept has changed. */
function announce(): void {
  const to = new BroadcastChannel(channel);
  to.postMessage(null);
  to.close();
}

/** 待发送: kept apart from the draft, for the next request may be written meanwhile. */
export const outbox = {
  /** Oldest first. */
  all: async (): Promise<Posted[]> => (await table.all()).sort((a, b) => a.at - b.at),
  keep: async (posted: Posted): Promise<boolean> => {
    const kept = await table.keep(posted);
    announce();
    return kept;
  },
  drop: async (requestId: string): Promise<void> => {
    await table.drop(requestId);
    announce();
  },
  /** @returns stops listening */
  onChange: (changed: () => void): (() => void) => {
    const from = new BroadcastChannel(channel);
    from.addEventListener('message', changed);
    return () => from.close();
  },
};
