import type { filedAnswer } from '@suban/domain/api.ts';
import { useRef, useState } from 'react';
import { ApiError, newRequestId, post } from '../../ui/api.ts';
import { contactBody, type Outcome, recordBody, referBody, type RecordValues } from './outcomes.ts';

type FiledAnswer = ReturnType<(typeof filedAnswer)['parse']>;

/** What came of it. `undone`: the case is filed, but what was to follow at once was refused. */
export type Recorded = {
  readonly outcome: Outcome;
  readonly filed: FiledAnswer | null;
  readonly undone: unknown;
};

/**
 * Records a call. Its ids stay until the server has answered, so that a second try after a broken line does nothing
 * twice.
 */
export function useRecording(call: string | undefined, onRecorded: (recorded: Recorded) => void) {
  const ids = useRef({ first: newRequestId(), second: newRequestId() });
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const record = async (values: RecordValues) => {
    setBusy(true);
    setError(null);
    const { first: requestId } = ids.current;
    try {
      if (values.outcome === 'contact') {
        await post('/api/desk/service-contacts', { ...contactBody(values, call), requestId });
        onRecorded({ outcome: 'contact', filed: null, undone: null });
        return;
      }
      const filed = await post<FiledAnswer>('/api/desk/appeals', { ...recordBody(values, call), requestId });
      const undone = await follow(filed.number, values, ids.current.second);
      onRecorded({ outcome: values.outcome, filed, undone });
    } catch (refused) {
      if (refused instanceof ApiError && refused.status >= 400 && refused.status < 500)
        ids.current.first = newRequestId();
      setError(refused);
      setBusy(false);
    }
  };
  return { record, busy, error };
}

/** The answer or referral right after the filing. @returns what was refused, or null */
async function follow(number: string, values: RecordValues, requestId: string): Promise<unknown> {
  const send = (command: string, body: object) =>
    post(`/api/desk/cases/${encodeURIComponent(number)}/${command}`, { ...body, requestId });
  try {
    if (values.outcome === 'answer') await send('answer-at-once', { text: values.answer });
    if (values.outcome === 'refer') await send('refer', referBody(values));
    return null;
  } catch (refused) {
    return refused;
  }
}
