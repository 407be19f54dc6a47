import { numberOf } from '../appeal/run-command.ts';
import { dayOf } from '@suban/domain/calendar/calendar.ts';
import { appealId, cohortOf } from '@suban/domain/ids.ts';
import type { Services } from '../platform/services.ts';
import { sendText } from './gateway.ts';
import { markSent, type Outcome, type Waiting, waitingMessages } from './store.ts';
import type { Template } from './who-hears.ts';
import { shortened, words } from './words.ts';

type Services_ = Pick<Services, 'database' | 'crypto' | 'config' | 'reference' | 'clock'>;

/**
 * Sends messages. At least once: the gateway drops a second one by its idempotency key. Without a gateway nothing is
 * sent, and the record says so. Each is recorded as soon as it is sent, so that one that fails holds up no other and
 * only it is tried again.
 * @throws Error when the gateway fails for one of them; the queue tries again later
 */
export async function deliver(services: Services_, keys: readonly string[]): Promise<void> {
  const { database, config } = services;
  const mark = (list: readonly Waiting[], outcome: Outcome) =>
    markSent(
      database.background,
      list.map(({ key }) => key),
      services.clock(),
      outcome,
    );
  const { known = [], without = [] } = Object.groupBy(
    await waitingMessages(database.background, keys),
    ({ phone }) => (phone ? 'known' : 'without'),
  );
  await mark(without, 'no-phone');
  const gateway = config.smsWebhook;
  if (!gateway) return mark(known, 'no-adapter');
  const results = await Promise.allSettled(
    known.map(async (message) => {
      await sendText(gateway, message.key, textFor(services, message));
      await mark([message], 'sent');
    }),
  );
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
}

function textFor(
  { config, crypto, reference }: Services_,
  message: Waiting,
): { phone: string; text: string } {
  const number = numberOf(reference(), {
    filedAt: message.filed_at,
    key: { cohort: cohortOf(message.cohort), id: appealId(message.appeal) },
  });
  const link = `${config.publicUrl ?? `http://127.0.0.1:${config.port}`}/rate/${crypto.ratingToken(number, message.dissatisfied + 1)}`;
  const facts = {
    number,
    code: crypto.queryCode(number),
    link,
    day: message.due === null ? '' : dayIn(reference(), message.due),
    reason: shortened(message.reason ?? ''),
  };
  const text = `【民意速办】${words[message.template as Template](facts)}`;
  return { phone: message.phone ? crypto.open(message.phone) : '', text };
}

/** 3月16日, in the city's zone. */
function dayIn({ calendar }: ReturnType<Services['reference']>, at: number): string {
  const [, month, day] = dayOf(calendar, at).split('-').map(Number);
  return `${month}月${day}日`;
}
