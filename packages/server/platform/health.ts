import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { App } from './http.ts';
import { lag } from './reader.ts';
import type { Services } from './services.ts';

/** Liveness, readiness, and Prometheus figures: requests, and how far each reader is behind. */
export function healthRoutes(app: App, services: Pick<Services, 'database'>): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const seconds = new Histogram({
    name: 'suban_request_seconds',
    help: 'Time to answer a request',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [registry],
  });
  const behind = new Gauge({
    name: 'suban_reader_lag',
    help: 'Events a reader is behind',
    labelNames: ['reader'],
    registers: [],
    async collect() {
      const { sequencer, readers } = await lag(services.database);
      this.set({ reader: 'sequencer' }, sequencer);
      for (const [reader, events] of Object.entries(readers)) this.set({ reader }, events);
    },
  });
  registry.registerMetric(behind);
  app.addHook('onResponse', (request, reply, done) => {
    // The route's pattern, never the address: a query code must not end up in a label.
    seconds.observe(
      { method: request.method, route: request.routeOptions.url ?? 'none', status: reply.statusCode },
      reply.elapsedTime / 1000,
    );
    done();
  });
  app.get('/healthz', { schema: { hide: true }, logLevel: 'silent' }, () => ({ ok: true }));
  app.get('/readyz', { schema: { hide: true }, logLevel: 'silent' }, async (_request, reply) => {
    try {
      await services.database.query('select 1');
      return { ok: true };
    } catch {
      return reply.status(503).send({ ok: false });
    }
  });
  app.get('/metrics', { schema: { hide: true }, logLevel: 'silent' }, async (_request, reply) =>
    reply.type(registry.contentType).send(await registry.metrics()),
  );
}
