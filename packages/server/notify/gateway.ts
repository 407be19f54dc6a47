import { createHmac } from 'node:crypto';

/** How long the text-message gateway may take, in ms. */
const patience = 10_000;

export type Gateway = { readonly url: string; readonly secret: string | null };

/**
 * Hands one text message to the city's gateway as a Standard Webhook: id, timestamp, and an HMAC over both and the body.
 * The id is the idempotency key: the gateway drops a second one.
 * @throws Error when the gateway does not take it
 */
export async function sendText(
  gateway: Gateway,
  id: string,
  message: { phone: string; text: string },
): Promise<void> {
  const body = JSON.stringify(message);
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = gateway.secret
    ? createHmac('sha256', gateway.secret).update(`${id}.${timestamp}.${body}`).digest('base64')
    : null;
  const response = await fetch(gateway.url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      ...(signature ? { 'webhook-signature': `v1,${signature}` } : {}),
    },
    body,
    signal: AbortSignal.timeout(patience),
  });
  if (!response.ok) throw new Error(`the message gateway answered ${response.status}`);
}
