import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Navigate,
  Outlet,
} from '@tanstack/react-router';
import { useStaff } from '../ui/staff/session.ts';
import { readFilters } from './cases/filters.ts';
import { readChangeSearch } from './lists/change-search.ts';
import { Broken, firstPage, Guard, NotFound, Shell } from './shell.tsx';

const root = createRootRoute({ notFoundComponent: NotFound });
const frame = createRoute({ getParentRoute: () => root, id: 'frame', component: Shell });

/** Today, for who may read figures; an auditor or administrator starts where their work is. */
function Home() {
  const { staff } = useStaff();
  const first = staff && firstPage(staff);
  return first && first !== '/' ? <Navigate to={first} replace /> : <Figures />;
}
const Figures = () => (
  <Guard right="mayReadFigures">
    <Outlet />
  </Guard>
);
const Audit = () => (
  <Guard right="mayReadReveals">
    <Outlet />
  </Guard>
);
const Manage = () => (
  <Guard right="mayManage">
    <Outlet />
  </Guard>
);

// A page is loaded when it is first opened: charts are heavy.
const home = createRoute({ getParentRoute: () => frame, id: 'home', component: Home });
const today = createRoute({
  getParentRoute: () => home,
  path: '/',
  component: lazyRouteComponent(() => import('./today/page.tsx'), 'TodayPage'),
});

const figures = createRoute({ getParentRoute: () => frame, id: 'figures', component: Figures });
const map = createRoute({
  getParentRoute: () => figures,
  path: '/map',
  component: lazyRouteComponent(() => import('./map/page.tsx'), 'MapPage'),
});
const cases = createRoute({
  getParentRoute: () => figures,
  path: '/cases',
  validateSearch: readFilters,
  component: lazyRouteComponent(() => import('./cases/page.tsx'), 'CasesPage'),
});
const oneCase = createRoute({
  getParentRoute: () => figures,
  path: '/cases/$number',
  component: lazyRouteComponent(() => import('./cases/read.tsx'), 'CasePage'),
});
const units = createRoute({
  getParentRoute: () => figures,
  path: '/units',
  component: lazyRouteComponent(() => import('./units/page.tsx'), 'UnitsPage'),
});
const oneUnit = createRoute({
  getParentRoute: () => figures,
  path: '/units/$unit',
  validateSearch: readFilters,
  component: lazyRouteComponent(() => import('./units/scorecard.tsx'), 'ScorecardPage'),
});
const suggestions = createRoute({
  getParentRoute: () => figures,
  path: '/suggestions',
  component: lazyRouteComponent(() => import('./suggestions/page.tsx'), 'SuggestionsPage'),
});
const events = createRoute({
  getParentRoute: () => figures,
  path: '/events',
  component: lazyRouteComponent(() => import('./events/page.tsx'), 'EventsPage'),
});
const oneEvent = createRoute({
  getParentRoute: () => figures,
  path: '/events/$id',
  component: lazyRouteComponent(() => import('./events/event-page.tsx'), 'EventPage'),
});
const followUps = createRoute({
  getParentRoute: () => figures,
  path: '/follow-ups',
  component: lazyRouteComponent(() => import('./records/follow-ups-page.tsx'), 'FollowUpsPage'),
});

const reports = createRoute({
  getParentRoute: () => figures,
  path: '/reports',
  component: lazyRouteComponent(() => import('./reports/list-page.tsx'), 'ReportsPage'),
});
const oneReport = createRoute({
  getParentRoute: () => figures,
  path: '/reports/$period',
  component: lazyRouteComponent(() => import('./reports/page.tsx'), 'ReportPage'),
});

const audit = createRoute({ getParentRoute: () => frame, id: 'audit', component: Audit });
const reveals = createRoute({
  getParentRoute: () => audit,
  path: '/reveals',
  component: lazyRouteComponent(() => import('./records/reveals-page.tsx'), 'RevealsPage'),
});
const settings = createRoute({
  getParentRoute: () => frame,
  path: '/settings',
  component: lazyRouteComponent(() => import('./settings/frame.tsx'), 'SettingsFrame'),
});
const manage = createRoute({ getParentRoute: () => settings, id: 'manage', component: Manage });
const accounts = createRoute({
  getParentRoute: () => settings,
  path: '/accounts',
  component: lazyRouteComponent(() => import('./lists/accounts-page.tsx'), 'AccountsAdmin'),
});
const changes = createRoute({
  getParentRoute: () => settings,
  path: '/changes',
  validateSearch: readChangeSearch,
  component: lazyRouteComponent(() => import('./lists/changes-page.tsx'), 'ChangesPage'),
});
const managePages = [
  createRoute({
    getParentRoute: () => manage,
    path: '/',
    component: lazyRouteComponent(() => import('./settings/rules-page.tsx'), 'RulesPage'),
  }),
  createRoute({
    getParentRoute: () => manage,
    path: '/history',
    component: lazyRouteComponent(() => import('./settings/history-page.tsx'), 'HistoryPage'),
  }),
  createRoute({
    getParentRoute: () => manage,
    path: '/calendar',
    component: lazyRouteComponent(() => import('./settings/calendar-page.tsx'), 'CalendarPage'),
  }),
  createRoute({
    getParentRoute: () => manage,
    path: '/units',
    component: lazyRouteComponent(() => import('./lists/units-page.tsx'), 'UnitsAdmin'),
  }),
  createRoute({
    getParentRoute: () => manage,
    path: '/catalogue',
    component: lazyRouteComponent(() => import('./lists/matters-page.tsx'), 'CatalogueAdmin'),
  }),
];

/** The wall stands alone, without the frame. */
const bare = createRoute({
  getParentRoute: () => root,
  id: 'bare',
  component: () => (
    <main>
      <Figures />
    </main>
  ),
});
const wall = createRoute({
  getParentRoute: () => bare,
  path: '/wall',
  component: lazyRouteComponent(() => import('./wall/page.tsx'), 'WallPage'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    frame.addChildren([
      home.addChildren([today]),
      figures.addChildren([
        map,
        cases,
        oneCase,
        events,
        oneEvent,
        units,
        oneUnit,
        suggestions,
        followUps,
        reports,
        oneReport,
      ]),
      audit.addChildren([reveals]),
      settings.addChildren([manage.addChildren(managePages), accounts, changes]),
    ]),
    bare.addChildren([wall]),
  ]),
  basepath: '/command',
  scrollRestoration: true,
  defaultErrorComponent: Broken,
  // Codes and ids stand in the address as they are: `?unit=42`, never as JSON.
  parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: (search) => {
    const text = new URLSearchParams(search as Record<string, string>).toString();
    return text && `?${text}`;
  },
});
