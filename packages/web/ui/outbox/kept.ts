/**
 * A table of things kept on this device (IndexedDB), one database each. Where the browser forbids it (private windows)
 * every call gives null and nothing is kept: what may not be lost asks for the answer.
 * @param keyPath the field that tells the things apart
 */
export function keptTable<T>(database: string, table: string, keyPath: keyof T & string) {
  const open = (): Promise<IDBDatabase> =>
    new Promise((resolve, reject) => {
      const request = indexedDB.open(database, 1);
      request.onupgradeneeded = () => request.result.createObjectStore(table, { keyPath });
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('no IndexedDB'));
    });

  async function within<R>(
    mode: IDBTransactionMode,
    work: (things: IDBObjectStore) => IDBRequest<R>,
  ): Promise<R | null> {
    try {
      const db = await open();
      return await new Promise<R>((resolve, reject) => {
        const transaction = db.transaction(table, mode);
        const request = work(transaction.objectStore(table));
        const failed = () => reject(transaction.error ?? new Error('IndexedDB failed'));
        // Written is what the transaction has written: a full disk shows only at its end.
        transaction.oncomplete = () => resolve(request.result);
        transaction.onerror = failed;
        transaction.onabort = failed;
      }).finally(() => db.close());
    } catch {
      return null;
    }
  }

  return {
    all: async (): Promise<T[]> =>
      (await within('readonly', (things) => things.getAll() as IDBRequest<T[]>)) ?? [],
    /** @returns whether it is kept */
    keep: async (thing: T): Promise<boolean> =>
      (await within('readwrite', (things) => things.put(thing))) !== null,
    drop: (key: string) => within('readwrite', (things) => things.delete(key)),
    clear: () => within('readwrite', (things) => things.clear()),
  };
}
