import { numberOf } from '../appeal/run-command.ts';
import { appealId, cohortOf } from '@suban/domain/ids.ts';
import type { Services } from '../platform/services.ts';
import { sendText } from './gateway.ts';
import type { Template } from './who-hears.ts';
import { markSent, type Outcome, type Waiting, waitingMessages } from './store.ts';

type Facts = { readonly number: string; readonly code: string; readonly link: string };

const words: Record<Template, (facts: Facts) => string> = {
  filed: ({ number, code }) => `【民意速办】您的诉求已收到，编号${number}，查询码${code}，可凭此查询进度。`,
  'answered-at-once': ({ number, link }) => `【民意速办】您的诉求${number}已答复，请评价：${link}`,
  referred: ({ number, link }) => `【民意速办】您的诉求${number}已引导至法定途径，详情与评价：${link}`,
  dispatched: ({ number }) => `【民意速办】您的诉求${number}已分拨至承办单位，工作人员将在24小时内与您联系。`,
  'please-rate': ({ number, link }) => `【民意速办】您的诉求${number}已办结，请评价是否解决：${link}`,
  rework: ({ number }) => `【民意速办】您对诉求${number}的评价已收到，已自动退回承办单位重办。`,
  'followed-up': ({ number }) => `【民意速办】您的诉求${number}已列入督办，我们将跟踪到底。`,
};

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
  const text = words[message.template as Template]({ number, code: crypto.queryCode(number), link });
  return { phone: message.phone ? crypto.open(message.phone) : '', text };
}
