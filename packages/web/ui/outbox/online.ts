import { useSyncExternalStore } from 'react';

function subscribeOnline(changed: () => void) {
  addEventListener('online', changed);
  addEventListener('offline', changed);
  return () => {
    removeEventListener('online', changed);
    removeEventListener('offline', changed);
  };
}

/** Has the device a network at all? (That the server answers is another matter.) */
export const useOnline = (): boolean => useSyncExternalStore(subscribeOnline, () => navigator.onLine);
