import type { ComponentType } from 'react';

/** Each page is its own file to load: a phone fetches only the page it opens. */
export const pages: readonly { readonly path: string; readonly load: () => Promise<ComponentType> }[] = [
  { path: '/', load: async () => (await import('./home/page.tsx')).HomePage },
  { path: '/file', load: async () => (await import('./file/page.tsx')).FilePage },
  { path: '/file/sent', load: async () => (await import('./file/sent.tsx')).SentPage },
  { path: '/waiting', load: async () => (await import('./outbox/page.tsx')).OutboxPage },
  { path: '/track', load: async () => (await import('./track/look-up.tsx')).LookUpPage },
  { path: '/track/:number', load: async () => (await import('./track/page.tsx')).TrackPage },
  { path: '/rate/:token', load: async () => (await import('./rate/page.tsx')).RatePage },
  { path: '/me', load: async () => (await import('./me/page.tsx')).MePage },
  { path: '/directory', load: async () => (await import('./directory/page.tsx')).DirectoryPage },
  { path: '/square', load: async () => (await import('./square/page.tsx')).SquarePage },
  { path: '/zones/:code', load: async () => (await import('./zones/page.tsx')).ZonePage },
  { path: '/channels', load: async () => (await import('./channels/page.tsx')).ChannelsPage },
  { path: '/rules', load: async () => (await import('./rules/page.tsx')).RulesPage },
];
