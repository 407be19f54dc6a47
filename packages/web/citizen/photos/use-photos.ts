import { useCallback, useEffect, useState } from 'react';
import { ApiError, newRequestId, uploadShown } from '../../ui/api.ts';
import { shrinkPhoto } from '../../ui/plain/shrink.ts';
import type { PhotoStore } from './store.ts';

/** As many as one request takes (domain/fields.ts). */
export const mostPhotos = 9;

export type Photo = {
  readonly key: string;
  readonly blob: Blob;
  /** What a thumbnail shows. */
  readonly url: string;
  /** Its id once the server has it. */
  readonly id: string | null;
  /** The part sent so far, 0 to 1. */
  readonly sent: number;
  readonly error: unknown;
};

export type Photos = {
  readonly list: readonly Photo[];
  /** Of those that have arrived, in order. */
  readonly ids: readonly string[];
  readonly busy: boolean;
  readonly failed: boolean;
  /** Some have not arrived, and nothing but the connection is to blame. */
  readonly stranded: boolean;
  readonly add: (files: readonly File[]) => Promise<void>;
  readonly remove: (key: string) => void;
  readonly retry: (photo: Photo) => void;
  /** All of them, from the start. */
  readonly sendAgain: () => void;
};

/** What is kept comes back in the order of its keys, which is that in which it was added. */
const nextKey = (): string => `${new Date().toISOString()} ${newRequestId()}`;

const isOffline = (error: unknown): boolean => error instanceof ApiError && error.status === 0;

/**
 * Photos on their way to the server: shrunk, sent at once one by one, kept in `store` meanwhile (null: not kept).
 */
export function usePhotos(store: PhotoStore | null): Photos {
  const [list, setList] = useState<readonly Photo[]>([]);

  const change = useCallback((key: string, part: Partial<Photo>) => {
    setList((before) => before.map((photo) => (photo.key === key ? { ...photo, ...part } : photo)));
  }, []);

  const send = useCallback(
    async ({ key, blob }: Pick<Photo, 'key' | 'blob'>) => {
      change(key, { id: null, error: null, sent: 0 });
      try {
        const { id } = await uploadShown(blob, (sent) => change(key, { sent }));
        change(key, { id, sent: 1 });
        await store?.keep({ key, blob, id });
      } catch (error) {
        change(key, { error });
      }
    },
    [change, store],
  );

  // What was kept of the draft comes back; what had not been sent is sent now.
  useEffect(() => {
    let gone = false;
    const bringBack = async () => {
      const kept = (await store?.all()) ?? [];
      if (gone) return;
      const back = kept.map((photo) => ({
        ...photo,
        url: URL.createObjectURL(photo.blob),
        sent: photo.id ? 1 : 0,
        error: null,
      }));
      setList((added) => [...back, ...added]);
      for (const photo of kept) if (!photo.id) await send(photo);
    };
    bringBack().catch(() => setList([]));
    return () => {
      gone = true;
    };
  }, [store, send]);

  const add = async (files: readonly File[]) => {
    for (const file of files.slice(0, mostPhotos - list.length)) {
      const blob = await shrinkPhoto(file);
      const photo = { key: nextKey(), blob, id: null };
      setList((before) => [...before, { ...photo, url: URL.createObjectURL(blob), sent: 0, error: null }]);
      await store?.keep(photo);
      await send(photo);
    }
  };

  const remove = (key: string) => {
    const going = list.find((photo) => photo.key === key);
    if (going) URL.revokeObjectURL(going.url);
    setList((before) => before.filter((photo) => photo.key !== key));
    void store?.drop(key);
  };

  return {
    list,
    ids: list.flatMap((photo) => photo.id ?? []),
    busy: list.some((photo) => !photo.id && !photo.error),
    failed: list.some((photo) => photo.error),
    stranded: list.some((photo) => photo.error) && list.every(({ error }) => !error || isOffline(error)),
    add,
    remove,
    retry: (photo) => void send(photo),
    sendAgain: () => list.forEach((photo) => void send(photo)),
  };
}
