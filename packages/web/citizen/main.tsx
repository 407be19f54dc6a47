import '../ui/tokens.css';
import '../ui/plain/kit.css';
import '../ui/plain/parts.css';
import './shell.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ApiError } from '../ui/api.ts';
import { keepForOffline, shells } from '../ui/outbox/offline.ts';
import { preload } from './navigation.tsx';
import { Shell } from './shell.tsx';

/** Only what may pass by itself is tried again: no connection, or a server in trouble. */
const mayPass = (error: Error): boolean =>
  error instanceof ApiError && (error.status === 0 || error.status >= 500);

const queries = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 15_000, retry: (count, error) => count < 2 && mayPass(error) },
    // Without a network a person is told so at once, and sends again when they choose to.
    mutations: { networkMode: 'always' },
  },
});

const root = document.getElementById('root');
if (!root) throw new Error('the page has no #root');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <Shell />
    </QueryClientProvider>
  </StrictMode>,
);

// From the first touch on, so that the first page comes alone; the filing page too, for a draft is what people write
// where there is no network.
const keep = () =>
  void keepForOffline(shells.citizen, async () => {
    await preload('/file');
    await preload('/waiting');
  });
addEventListener('pointerdown', keep, { once: true });
addEventListener('keydown', keep, { once: true });
