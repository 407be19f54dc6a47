import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { newRequestId } from '../../ui/api.ts';
import { useOnline } from '../../ui/outbox/online.ts';
import { useOutbox, useSender } from '../../ui/outbox/use-outbox.ts';
import { type Evidence, type FieldCommand, fieldOutbox, type PostedDeed } from './outbox.ts';
import { fieldKey } from './queries.ts';

/** This person's deeds on this phone, oldest first; null until they are read. What waits is sent meanwhile. */
export function useDeeds(account: string): readonly PostedDeed[] | null {
  const client = useQueryClient();
  const online = useOnline();
  const list = useOutbox(fieldOutbox);
  // What was sent no longer tells whose it was, nor anything else that would matter.
  const own = list?.filter((deed) => deed.state === 'sent' || deed.letter.account === account) ?? null;
  const waiting = own?.filter(({ state }) => state === 'waiting').length ?? 0;
  useSender(fieldOutbox, waiting);
  // What has gone, or was refused, has moved an order.
  useEffect(() => {
    if (online) void client.invalidateQueries({ queryKey: fieldKey });
  }, [client, online, waiting]);
  return own;
}

/** What of an order is on its way already; `reached`: with it that the citizen was. */
export function underWay(deeds: readonly PostedDeed[], number: string) {
  const letters = deeds.flatMap((deed) =>
    deed.state === 'waiting' && deed.letter.number === number ? [deed.letter] : [],
  );
  return {
    commands: letters.map(({ command }): FieldCommand => command),
    reached: letters.some(({ command, body }) => command === 'contact' && body['reached'] === true),
  };
}

/** Does something on an order, now or as soon as there is a network. @returns whether it is kept */
export type Do = (
  command: FieldCommand,
  body: Readonly<Record<string, unknown>>,
  photos?: readonly Evidence[],
) => Promise<boolean>;

/**
 * Puts a deed among what is to be sent, and sends if it can.
 * @returns whether this phone keeps it; where it does not, nothing was done
 */
export async function doLater(
  account: string,
  { number, title }: { readonly number: string; readonly title: string },
  command: FieldCommand,
  body: Readonly<Record<string, unknown>>,
  photos: readonly Evidence[] = [],
): Promise<boolean> {
  const letter = { account, number, command, body, photos };
  const kept = await fieldOutbox.keep({
    requestId: newRequestId(),
    title,
    at: Date.now(),
    state: 'waiting',
    tried: false,
    letter,
  });
  if (kept) void fieldOutbox.sendSoon();
  return kept;
}
