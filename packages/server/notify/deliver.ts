import { numberOf } from '../appeal/run-command.ts';
import { appealId, cohortOf } from '@suban/domain/ids.ts';
import type { Services } from '../platform/services.ts';
import { sendText } from './gateway.ts';
import type { Template } from './who-hears.ts';
import { markSent, waitingMessage } from './store.ts';

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

/**
 * Sends one message. At least once: the gateway drops a second one by its idempotency key. Without a gateway nothing is
 * sent, and the record says so.
 * @throws Error when the gateway fails; the queue tries again later
 */
export async function deliver(services: Pick<Services, 'database' | 'crypto' | 'config' | 'reference' | 'clock'>, key: string): Promise<void> {
  const { database, crypto, config } = services;
  const message = await waitingMessage(database.owner, key);
  if (!message) return;
  if (!message.phone) return markSent(database.owner, key, services.clock(), 'no-phone');
  if (!config.smsWebhook) return markSent(database.owner, key, services.clock(), 'no-adapter');
  const number = numberOf(services.reference(), { filedAt: message.filed_at, key: { cohort: cohortOf(message.cohort), id: appealId(message.appeal) } });
  const link = `${config.publicUrl ?? `http://127.0.0.1:${config.port}`}/rate/${crypto.ratingToken(number, message.dissatisfied + 1)}`;
  const text = words[message.template as Template]({ number, code: crypto.queryCode(number), link });
  await sendText(config.smsWebhook, key, { phone: crypto.open(message.phone), text });
  await markSent(database.owner, key, services.clock(), 'sent');
}
