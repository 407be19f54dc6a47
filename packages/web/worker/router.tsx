import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  useParams,
  useSearch,
} from '@tanstack/react-router';
import { Skeleton } from 'antd';
import { lazy, type ReactNode, Suspense } from 'react';
import { Broken, Frame, NotFound } from './frame.tsx';
import { useKeptPages } from './field/use-kept-pages.ts';
import { type Filters, readFilters } from './filter/filters.ts';
import { FirstQueue, QueuePage } from './queue/queue-page.tsx';
import { SearchPage } from './queue/search-page.tsx';

/** Loaded with the first case that is opened. */
const CasePage = lazy(async () => ({ default: (await import('./case/case-page.tsx')).CasePage }));

const RecordPage = lazy(async () => ({ default: (await import('./record/record-page.tsx')).RecordPage }));

/** A value of the address, as it stands there. */
const given = (search: Record<string, unknown>, name: string): string | undefined => {
  const value = search[name];
  return typeof value === 'string' ? value : undefined;
};

const root = createRootRoute({ component: Frame });
const home = createRoute({ getParentRoute: () => root, path: '/', component: FirstQueue });
const queue = createRoute({
  getParentRoute: () => root,
  path: '/queues/$queue',
  validateSearch: readFilters,
  component: AtQueue,
});
const search = createRoute({
  getParentRoute: () => root,
  path: '/search',
  validateSearch: (address: Record<string, unknown>): Filters & { q: string } => ({
    ...readFilters(address),
    q: given(address, 'q') ?? '',
  }),
  component: AtSearch,
});
const oneCase = createRoute({
  getParentRoute: () => root,
  path: '/cases/$number',
  // The queue one came from, to go back to.
  validateSearch: (address: Record<string, unknown>): { from?: string } => {
    const from = given(address, 'from');
    return from === undefined ? {} : { from };
  },
  component: AtCase,
});
const alerts = createRoute({
  getParentRoute: () => root,
  path: '/alerts',
  component: lazyRouteComponent(() => import('./alerts/alerts-page.tsx'), 'AlertsPage'),
});
const oneAlert = createRoute({ getParentRoute: () => root, path: '/alerts/$id', component: AtAlert });
const record = createRoute({
  getParentRoute: () => root,
  path: '/record',
  // The call it is about.
  validateSearch: (address: Record<string, unknown>): { call?: string } => {
    const call = given(address, 'call');
    return call === undefined ? {} : { call };
  },
  component: AtRecord,
});
const contacts = createRoute({
  getParentRoute: () => root,
  path: '/contacts',
  component: lazyRouteComponent(() => import('./contacts/contacts-page.tsx'), 'ContactsPage'),
});

const notices = createRoute({
  getParentRoute: () => root,
  path: '/notices',
  component: lazyRouteComponent(() => import('./notices/notices-page.tsx'), 'NoticesPage'),
});
const field = createRoute({
  getParentRoute: () => root,
  path: '/field',
  component: AtField,
});
const FieldPage = lazy(async () => ({ default: (await import('./field/list-page.tsx')).FieldPage }));
const fieldOrder = createRoute({
  getParentRoute: () => root,
  path: '/field/$number',
  component: AtFieldOrder,
});
const FieldOrderPage = lazy(async () => ({
  default: (await import('./field/order-page.tsx')).FieldOrderPage,
}));
/** Loaded with the first alert that is opened. */
const AlertPage = lazy(async () => ({ default: (await import('./alerts/alert-page.tsx')).AlertPage }));

// The pages take plain props: what stands in the address is read here alone. The router's type is named, not
// registered, for the three ends' routers are compiled together and only one could be.
type Router = typeof router;
function AtQueue(): ReactNode {
  const { queue: name } = useParams<Router, '/queues/$queue'>({ from: '/queues/$queue' });
  return <QueuePage queue={name} filters={useSearch<Router, '/queues/$queue'>({ from: '/queues/$queue' })} />;
}
function AtSearch(): ReactNode {
  const { q, ...filters } = useSearch<Router, '/search'>({ from: '/search' });
  return <SearchPage q={q} filters={filters} />;
}
function AtCase(): ReactNode {
  const { number } = useParams<Router, '/cases/$number'>({ from: '/cases/$number' });
  const { from } = useSearch<Router, '/cases/$number'>({ from: '/cases/$number' });
  return (
    <Suspense fallback={<Skeleton active paragraph={{ rows: 14 }} />}>
      <CasePage number={number} from={from} />
    </Suspense>
  );
}
function AtRecord(): ReactNode {
  const { call } = useSearch<Router, '/record'>({ from: '/record' });
  return (
    <Suspense fallback={<Skeleton active paragraph={{ rows: 14 }} />}>
      <RecordPage call={call} />
    </Suspense>
  );
}

function AtField(): ReactNode {
  useKeptPages();
  return (
    <Suspense fallback={<Skeleton active paragraph={{ rows: 14 }} />}>
      <FieldPage />
    </Suspense>
  );
}
function AtFieldOrder(): ReactNode {
  useKeptPages();
  const { number } = useParams<Router, '/field/$number'>({ from: '/field/$number' });
  return (
    <Suspense fallback={<Skeleton active paragraph={{ rows: 14 }} />}>
      <FieldOrderPage key={number} number={number} />
    </Suspense>
  );
}
function AtAlert(): ReactNode {
  const { id } = useParams<Router, '/alerts/$id'>({ from: '/alerts/$id' });
  return (
    <Suspense fallback={<Skeleton active paragraph={{ rows: 14 }} />}>
      <AlertPage id={Number(id)} />
    </Suspense>
  );
}

export const router = createRouter({
  routeTree: root.addChildren([
    home,
    queue,
    search,
    oneCase,
    alerts,
    oneAlert,
    record,
    contacts,
    notices,
    field,
    fieldOrder,
  ]),
  basepath: '/desk',
  scrollRestoration: true,
  defaultNotFoundComponent: NotFound,
  defaultErrorComponent: Broken,
  // Words stand in the address as they are: `?q=路灯`, never as JSON.
  parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: (values) => {
    const text = new URLSearchParams(values as Record<string, string>).toString();
    return text && `?${text}`;
  },
});
