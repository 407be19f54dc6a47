import { useEffect } from 'react';
import { keepForOffline, shells } from '../../ui/outbox/offline.ts';

const preload = () => Promise.all([import('./list-page.tsx'), import('./order-page.tsx')]);

/** From here on this phone opens the desk's field pages without a network. */
export function useKeptPages(): void {
  useEffect(() => void keepForOffline(shells.desk, preload), []);
}
