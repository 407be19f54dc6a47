/**
 * Photos of the draft, kept on this device (IndexedDB) until the request is filed. All of it is a convenience: where the
 * browser forbids it (private windows) the photos live as long as the page.
 */
export type KeptPhoto = { key: string; blob: Blob; id: string | null };

const table = 'photos';

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('suban-draft', 1);
    request.onupgradeneeded = () => request.result.createObjectStore(table, { keyPath: 'key' });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('no IndexedDB'));
  });
}

async function within<T>(
  mode: IDBTransactionMode,
  work: (photos: IDBObjectStore) => IDBRequest<T>,
): Promise<T | null> {
  try {
    const db = await open();
    return await new Promise<T>((resolve, reject) => {
      const request = work(db.transaction(table, mode).objectStore(table));
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('IndexedDB failed'));
    }).finally(() => db.close());
  } catch {
    return null;
  }
}

export const draftPhotos = {
  all: async (): Promise<KeptPhoto[]> =>
    (await within('readonly', (photos) => photos.getAll() as IDBRequest<KeptPhoto[]>)) ?? [],
  keep: (photo: KeptPhoto) => within('readwrite', (photos) => photos.put(photo)),
  drop: (key: string) => within('readwrite', (photos) => photos.delete(key)),
  clear: () => within('readwrite', (photos) => photos.clear()),
};
export type PhotoStore = typeof draftPhotos;
