import type { AddressInfo } from 'node:net';
import { setPriority } from 'node:os';
import { assistRoutes } from './assist/routes.ts';
import { squareRoutes } from './assist/square-routes.ts';
import { zoneRoutes } from './assist/zone-routes.ts';
import { exclusionRoutes } from './assist/exclusion-routes.ts';
import { rulesRoutes } from './assist/rules-routes.ts';
import { type City, runWorkers } from './city.ts';
import { collectRoutes } from './collect/routes.ts';
import { similarRoutes } from './collect/similar-routes.ts';
import { serviceContactRoutes } from './collect/service-contacts-routes.ts';
import { callRoutes } from './connect/calls/desk-routes.ts';
import { exchangeRoutes } from './connect/calls/routes.ts';
import { open311Routes } from './connect/open311/routes.ts';
import { dispatchRoutes } from './dispatch/routes.ts';
import { similarCaseRoutes } from './dispatch/similar-routes.ts';
import { evaluateRoutes } from './evaluate/routes.ts';
import { governRoutes } from './govern/routes.ts';
import { filterRoutes } from './handle/filters-routes.ts';
import { presenceRoutes } from './handle/presence-routes.ts';
import { handleRoutes } from './handle/routes.ts';
import { auditRoutes } from './people/audit-routes.ts';
import { calendarRoutes } from './people/calendar-routes.ts';
import { activationRoutes } from './people/activation-routes.ts';
import { manageRoutes } from './people/manage-routes.ts';
import { catalogueRoutes } from './people/catalogue-routes.ts';
import { peopleRoutes } from './people/routes.ts';
import { settingsRoutes } from './people/settings-routes.ts';
import { createWho } from './people/who.ts';
import { noticeRoutes } from './notify/notices-routes.ts';
import { healthRoutes } from './platform/health.ts';
import { createHttp } from './platform/http.ts';
import { answerUnknown, serveWeb } from './platform/web-pages.ts';
import { superviseRoutes } from './supervise/routes.ts';

export type Serving = { readonly port: number; close(): Promise<void> };

/** All routes on one server, not listening yet. */
export async function createApp({ services, auth }: City, pages: boolean) {
  const app = await createHttp(services);
  const who = createWho(services, auth);
  healthRoutes(app, services);
  assistRoutes(app, services);
  rulesRoutes(app, services);
  exclusionRoutes(app, services);
  squareRoutes(app, services);
  zoneRoutes(app, services);
  peopleRoutes(app, services, auth, who);
  auditRoutes(app, services, who);
  settingsRoutes(app, services, who);
  calendarRoutes(app, services, who);
  manageRoutes(app, services, who);
  catalogueRoutes(app, services, who);
  activationRoutes(app, auth);
  collectRoutes(app, services, who);
  similarRoutes(app, services, who);
  serviceContactRoutes(app, services, who);
  exchangeRoutes(app, services);
  callRoutes(app, services, who);
  dispatchRoutes(app, services, who);
  similarCaseRoutes(app, services, who);
  handleRoutes(app, services, who);
  filterRoutes(app, services, who);
  presenceRoutes(app, services, who);
  superviseRoutes(app, services, who);
  evaluateRoutes(app, services, who);
  governRoutes(app, services, who);
  noticeRoutes(app, services, who);
  await open311Routes(app, services);
  if (pages) await serveWeb(app);
  answerUnknown(app, pages);
  return app;
}

/** Niceness of a process that only follows the events: where both want the processor, whoever waits for an answer goes first. */
const behind = 5;

/** Serves a city: the web, the workers, or both, as the configuration says. */
export async function serve(city: City, url: string, options: { pages: boolean }): Promise<Serving> {
  const { config } = city.services;
  if (config.role === 'worker') setPriority(behind);
  const workers = config.role === 'web' ? null : await runWorkers(city.services, url);
  if (config.role === 'worker')
    return {
      port: 0,
      close: async () => {
        await workers?.stop();
      },
    };
  const app = await createApp(city, options.pages);
  await app.listen({ port: config.port, host: config.host });
  const { port } = app.server.address() as AddressInfo;
  return {
    port,
    async close() {
      await app.close();
      await workers?.stop();
    },
  };
}
