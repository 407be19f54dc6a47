import { connect, type Socket } from 'node:net';

export type Answer = { readonly status: number; readonly body: string };

/** One kept-alive connection that sends one request at a time, as one client does. */
export type Connection = {
  /** @throws Error when the connection ends before the answer is whole */
  send(method: 'GET' | 'POST', path: string, body?: unknown, cookie?: string): Promise<Answer>;
  close(): void;
};

type Waiting = { readonly resolve: (answer: Answer) => void; readonly reject: (error: Error) => void };
const headEnd = Buffer.from('\r\n\r\n');

/**
 * Just enough HTTP/1.1 for our own server's answers, which all have a content-length. `fetch` and node:http cost about
 * as much as the server they would measure, and both share the machine.
 */
export function openConnection(port: number): Connection {
  let socket: Socket | null = null;
  let waiting: Waiting | null = null;
  let received: Buffer = Buffer.alloc(0);

  function take(chunk: Buffer): void {
    received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
    const end = received.indexOf(headEnd);
    if (end < 0) return;
    const head = received.toString('latin1', 0, end);
    const start = end + headEnd.length;
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0);
    if (received.length < start + length) return;
    const body = received.toString('utf8', start, start + length);
    received = Buffer.alloc(0);
    const { resolve } = waiting ?? {};
    waiting = null;
    resolve?.({ status: Number(head.slice(9, 12)), body });
  }

  function open(): Socket {
    const fresh = connect({ port, host: '127.0.0.1', noDelay: true });
    const end = (error?: Error) => {
      if (socket === fresh) socket = null;
      received = Buffer.alloc(0);
      const { reject } = waiting ?? {};
      waiting = null;
      reject?.(error ?? new Error('the server closed the connection'));
    };
    fresh
      .on('data', take)
      .on('error', end)
      .on('close', () => {
        end();
      });
    return fresh;
  }

  return {
    send(method, path, body, cookie) {
      socket ??= open();
      const text = body === undefined ? '' : JSON.stringify(body);
      const type = text
        ? `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(text)}\r\n`
        : '';
      const request = `${method} ${path} HTTP/1.1\r\nhost: suban\r\n${cookie ? `cookie: ${cookie}\r\n` : ''}${type}\r\n${text}`;
      const from = socket;
      return new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        from.write(request);
      });
    },
    close: () => {
      socket?.destroy();
    },
  };
}
