import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { Skeleton } from '../ui/plain/notice.tsx';
import { Broken, NotFound } from './lost.tsx';
import { Shell } from './shell.tsx';

const root = createRootRoute({ component: Shell });
const below = { getParentRoute: () => root } as const;

/** Each page is its own file to load: a phone fetches only the page it opens. */
const routes = [
  createRoute({
    ...below,
    path: '/',
    component: lazyRouteComponent(() => import('./home/page.tsx'), 'HomePage'),
  }),
  createRoute({
    ...below,
    path: '/file',
    component: lazyRouteComponent(() => import('./file/page.tsx'), 'FilePage'),
  }),
  createRoute({
    ...below,
    path: '/file/sent',
    component: lazyRouteComponent(() => import('./file/sent.tsx'), 'SentPage'),
  }),
  createRoute({
    ...below,
    path: '/waiting',
    component: lazyRouteComponent(() => import('./outbox/page.tsx'), 'OutboxPage'),
  }),
  createRoute({
    ...below,
    path: '/track',
    component: lazyRouteComponent(() => import('./track/look-up.tsx'), 'LookUpPage'),
  }),
  createRoute({
    ...below,
    path: '/track/$number',
    // A code from a link; the page takes it out of the address at once.
    validateSearch: ({ code }: Record<string, unknown>): { code?: string } =>
      typeof code === 'string' ? { code } : {},
    component: lazyRouteComponent(() => import('./track/page.tsx'), 'TrackPage'),
  }),
  createRoute({
    ...below,
    path: '/rate/$token',
    component: lazyRouteComponent(() => import('./rate/page.tsx'), 'RatePage'),
  }),
  createRoute({
    ...below,
    path: '/me',
    component: lazyRouteComponent(() => import('./me/page.tsx'), 'MePage'),
  }),
  createRoute({
    ...below,
    path: '/directory',
    component: lazyRouteComponent(() => import('./directory/page.tsx'), 'DirectoryPage'),
  }),
  createRoute({
    ...below,
    path: '/square',
    validateSearch: ({ area, section }: Record<string, unknown>): { area?: string; section?: string } => ({
      ...(typeof area === 'string' ? { area } : {}),
      ...(typeof section === 'string' ? { section } : {}),
    }),
    component: lazyRouteComponent(() => import('./square/page.tsx'), 'SquarePage'),
  }),
  createRoute({
    ...below,
    path: '/zones/$code',
    component: lazyRouteComponent(() => import('./zones/page.tsx'), 'ZonePage'),
  }),
  createRoute({
    ...below,
    path: '/channels',
    component: lazyRouteComponent(() => import('./channels/page.tsx'), 'ChannelsPage'),
  }),
  createRoute({
    ...below,
    path: '/rules',
    component: lazyRouteComponent(() => import('./rules/page.tsx'), 'RulesPage'),
  }),
] as const;

function stringifySearch(search: Record<string, unknown>): string {
  const text = new URLSearchParams(
    Object.entries(search).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
  return text.size > 0 ? `?${text}` : '';
}

export const router = createRouter({
  routeTree: root.addChildren(routes),
  // Plain strings: the router's own reading would make a number of a code such as 7E12.
  parseSearch: (search) => Object.fromEntries(new URLSearchParams(search)),
  stringifySearch,
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultPendingMs: 200,
  defaultPendingComponent: () => <Skeleton lines={6} />,
  defaultNotFoundComponent: NotFound,
  defaultErrorComponent: Broken,
});
