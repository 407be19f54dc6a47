import {
  previewSettingsRequest,
  saveSettingsRequest,
  settingsOfVersion as settingsAnswer,
  settingsPage,
  type SettingsPage,
  settingsPreview,
  settingsSaved,
  withdrawSettingsRequest,
} from '@suban/domain/api-settings.ts';
import { automaticFigures } from '@suban/domain/api-suggestions.ts';
import { automaticIn, changesOf, completeSettings } from '@suban/domain/settings-changes.ts';
import { defaultSettings, settingsSchema } from '@suban/domain/settings.ts';
import { z } from 'zod';
import { iso, matterName } from '../appeal/names.ts';
import type { App } from '../platform/http.ts';
import type { Services } from '../platform/services.ts';
import { readAutomaticFigures } from '../figures/suggestions.ts';
import { administrator } from './administrator.ts';
import { checkMatters, saveSettings, settingsOfVersion, withdrawSettings } from './save-settings.ts';
import { bodiesOf, latestVersion, listVersions, type VersionRow } from './settings-store.ts';
import type { Who } from './who.ts';

const pageSize = 20;
const versionParams = z.object({ version: z.coerce.number().int().min(0) });
/** What the form is made of. */
const schema = z.toJSONSchema(settingsSchema) as Record<string, unknown>;

/** The city's rules as settings, version after version. For a system administrator, who reads no appeal. */
export function settingsRoutes(app: App, services: Services, who: Who): void {
  app.get(
    '/api/settings',
    {
      schema: {
        querystring: z.object({ before: z.coerce.number().int().min(0).optional() }),
        response: { 200: settingsPage },
      },
    },
    async (request) => {
      await administrator(who, request);
      return page(services, request.query.before ?? Number.MAX_SAFE_INTEGER);
    },
  );

  // Beside the switch of automatic dispatch stands what it was measured to be worth.
  app.get('/api/settings/automatic', { schema: { response: { 200: automaticFigures } } }, async (request) => {
    await administrator(who, request);
    return readAutomaticFigures(services);
  });

  app.get(
    '/api/settings/:version',
    { schema: { params: versionParams, response: { 200: settingsAnswer } } },
    async (request) => {
      await administrator(who, request);
      const { version } = request.params;
      return { version, settings: await settingsOfVersion(services.database.owner, version) };
    },
  );

  changeRoutes(app, services, who);
}

function changeRoutes(app: App, services: Services, who: Who): void {
  app.post(
    '/api/settings/preview',
    { schema: { body: previewSettingsRequest, response: { 200: settingsPreview } } },
    async (request) => {
      await administrator(who, request);
      const { settings } = request.body;
      checkMatters(services.reference(), settings);
      const { version: latest } = await latestVersion(services.database.owner);
      const before = await settingsOfVersion(services.database.owner, latest);
      return { latest, changes: changesOf(before, settings) };
    },
  );

  app.post(
    '/api/settings',
    { schema: { body: saveSettingsRequest, response: { 201: settingsSaved } } },
    async (request, reply) => {
      const { actor } = await administrator(who, request);
      const { version, fromAt } = await saveSettings(services, actor.account, request.body);
      return reply.status(201).send({ version, from: iso(fromAt) });
    },
  );

  app.post(
    '/api/settings/:version/withdraw',
    { schema: { params: versionParams, body: withdrawSettingsRequest, response: { 204: z.null() } } },
    async (request, reply) => {
      const { actor } = await administrator(who, request);
      await withdrawSettings(services, actor.account, request.params.version);
      return reply.status(204).send(null);
    },
  );
}

async function page(services: Services, before: number): Promise<SettingsPage> {
  const sql = services.database.owner;
  const now = services.clock();
  const [rows, { version: latest }, { version: current }] = await Promise.all([
    listVersions(sql, before, pageSize + 1),
    latestVersion(sql),
    latestVersion(sql, now),
  ]);
  const shown = rows.slice(0, pageSize);
  const wanted = [latest, ...shown.flatMap(({ version, base }) => [version, base ?? version])];
  const bodies = await bodiesOf(sql, [...new Set(wanted)]);
  const settingsIn = (version: number) => completeSettings(bodies.get(version));
  const versions = shown.map((row) => ({
    version: row.version,
    from: iso(row.fromAt),
    madeAt: iso(row.madeAt),
    by: row.name === null || row.nameEn === null ? null : { name: row.name, nameEn: row.nameEn },
    why: row.why,
    state: stateOf(row, current, now),
    changes: row.base === null ? [] : changesOf(settingsIn(row.base), settingsIn(row.version)),
  }));
  const settings = settingsIn(latest);
  const lines = [...settings.limits, ...versions.flatMap(({ changes }) => changes.map(({ line }) => line))];
  const changed = versions.flatMap(({ changes }) => changes.flatMap(({ path }) => automaticIn(path) ?? []));
  const automatic = settings.automaticDispatch.map(({ matter }) => matter);
  const named = new Set([...lines.flatMap((line) => line?.matter ?? []), ...automatic, ...changed]);
  const reference = services.reference();
  return {
    now: current,
    latest,
    settings,
    defaults: defaultSettings,
    schema,
    matters: [...named].flatMap((code) => matterName(reference, code) ?? []),
    versions,
    next: rows.length > pageSize ? (shown.at(-1)?.version ?? null) : null,
  };
}

function stateOf(
  { version, withdrawn, fromAt }: VersionRow,
  current: number,
  now: number,
): SettingsPage['versions'][number]['state'] {
  if (withdrawn) return 'withdrawn';
  if (version === current) return 'in-force';
  return fromAt > now ? 'planned' : 'past';
}
