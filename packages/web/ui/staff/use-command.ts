import type { done } from '@suban/domain/api.ts';
import type { CommandName, RequestOf } from '@suban/domain/commands.ts';
import { useRef } from 'react';
import { ApiError, newRequestId, post } from '../api.ts';

export type Done = ReturnType<(typeof done)['parse']>;
type Without<T> = T extends unknown ? Omit<T, 'requestId'> : never;
/** A command's request without the id, which is made here. */
export type Body<C extends CommandName> = Without<RequestOf<C>>;

/**
 * Sends a command. Its id is kept until the server has answered: sent again after a broken connection, it does nothing
 * twice. A changed body is another command.
 * @throws ApiError with the refusal
 */
export function useCommand<C extends CommandName>(
  command: C,
): (number: string, body: Body<C>) => Promise<Done> {
  const unanswered = useRef<{ what: string; requestId: string } | null>(null);
  return async (number, body) => {
    const what = `${number} ${JSON.stringify(body)}`;
    if (unanswered.current?.what !== what) unanswered.current = { what, requestId: newRequestId() };
    const { requestId } = unanswered.current;
    try {
      const answer = await post<Done>(`/api/desk/cases/${encodeURIComponent(number)}/${command}`, {
        ...body,
        requestId,
      });
      unanswered.current = null;
      return answer;
    } catch (error) {
      if (error instanceof ApiError && error.status >= 400 && error.status < 500) unanswered.current = null;
      throw error;
    }
  };
}
