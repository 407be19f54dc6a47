import type { FastifyReply } from 'fastify';
import { Problem } from './problem.ts';
import type { Services } from './services.ts';

type Part = { readonly from: number; readonly to: number };

/**
 * The one part of a file that is asked for (RFC 9110 §14), as a player does that is wound forward; null: all of it, as for
 * what is not understood or asks for several.
 * @throws Problem `range-unsatisfiable`
 */
export function partOf(range: string | undefined, bytes: number): Part | null {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(range ?? '') ?? [];
  if (first === '' && last === '') return null;
  const from = first === '' ? Math.max(0, bytes - Number(last)) : Number(first);
  const to = first === '' || last === '' ? bytes - 1 : Math.min(Number(last), bytes - 1);
  if (first !== '' && last !== '' && Number(last) < Number(first)) return null;
  if (from >= bytes || to < from) throw new Problem('range-unsatisfiable');
  return { from, to };
}

/** Sends a file, or the part of it that was asked for, to whoever may have it. It never changes under its id. */
export function sendFile(
  reply: FastifyReply,
  files: Services['files'],
  { id, type, bytes }: { readonly id: string; readonly type: string; readonly bytes: number },
): FastifyReply {
  void reply
    .type(type)
    .header('cache-control', 'private, max-age=86400')
    .header('accept-ranges', 'bytes')
    .header('content-disposition', 'inline');
  const part = partOf(reply.request.headers.range, bytes);
  const { from, to } = part ?? { from: 0, to: bytes - 1 };
  void reply.header('content-length', to - from + 1);
  if (part) void reply.status(206).header('content-range', `bytes ${from}-${to}/${bytes}`);
  return reply.send(files.part(id, from, to));
}
