import { useGo } from '../navigation.tsx';
import { outbox } from '../outbox/store.ts';
import { draftPhotos } from '../photos/store.ts';
import type { Photo } from '../photos/use-photos.ts';
import { type Draft, forgetDraft } from './draft.ts';

/**
 * Puts a finished draft with its photos among what waits to be sent, and shows it there.
 * `tried`: it went out and no answer came.
 */
export function useQueue() {
  const go = useGo();
  return async (draft: Draft, photos: readonly Photo[], tried: boolean): Promise<void> => {
    const { requestId } = draft;
    const kept = await outbox.keep({
      requestId,
      title: draft.title?.trim() || draft.text.trim().slice(0, 30),
      at: Date.now(),
      state: 'waiting',
      tried,
      letter: { draft, photos: photos.map(({ key, blob, id }) => ({ key, blob, id })) },
    });
    if (!kept) return;
    forgetDraft();
    await draftPhotos.clear();
    go({ to: '/waiting', replace: true });
    await outbox.sendSoon();
  };
}
