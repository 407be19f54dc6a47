import type { FastifyReply, FastifyRequest } from 'fastify';

/** A silent line this often keeps proxies from closing the stream, in ms. */
const heartbeat = 25_000;

/**
 * Opens a server-sent event stream on a request. `subscribe` is given a way to send and one to end the stream (an
 * open page then asks anew), and returns what to do when it has ended.
 */
export function streamEvents(
  request: FastifyRequest,
  reply: FastifyReply,
  subscribe: (send: (event: string, data: unknown) => void, close: () => void) => () => void,
): void {
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    connection: 'keep-alive',
    'x-accel-buffering': 'no',
  });
  raw.write('retry: 2000\n\n');
  const end = subscribe(
    (event, data) => raw.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`),
    () => raw.end(),
  );
  const timer = setInterval(() => raw.write(':\n\n'), heartbeat);
  request.raw.on('close', () => {
    clearInterval(timer);
    end();
  });
}
