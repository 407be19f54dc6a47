import { type CityRules, cityRules } from '@suban/domain/api-rules.ts';
import { automaticRules, type AutomaticRule } from '@suban/domain/rules/automatic.ts';
import { groupWords, ruleGroups } from '@suban/domain/rules/in-words.ts';
import { z } from 'zod';
import { iso, matterName } from '../appeal/names.ts';
import type { Reference } from '../people/reference-store.ts';
import type { App } from '../platform/http.ts';
import { Problem } from '../platform/problem.ts';
import type { Services } from '../platform/services.ts';

/** Anyone may read by what rules the city works: today's, an earlier version's, one that is to come. */
export function rulesRoutes(app: App, services: Pick<Services, 'reference'>): void {
  app.get(
    '/api/rules',
    {
      schema: {
        querystring: z.object({ version: z.coerce.number().int().min(0).optional() }),
        response: { 200: cityRules },
      },
    },
    ({ query }) => rulesOf(services.reference(), query.version),
  );
}

/** @throws Problem `not-found` for a version that never was in force nor will be */
function rulesOf(reference: Reference, wanted: number | undefined): CityRules {
  const version = wanted ?? reference.settingsNow.version;
  const found = reference.plan.find((each) => each.version === version);
  if (!found) throw new Problem('not-found');
  const { settings } = found;
  return {
    version,
    fromAt: iso(found.fromAt),
    versions: reference.plan.map((each) => ({ version: each.version, fromAt: iso(each.fromAt) })),
    groups: ruleGroups(settings).map(({ id, lines }) => ({ id, ...groupWords[id], lines })),
    automatic: (Object.keys(automaticRules) as AutomaticRule[]).map((id) => ({
      id,
      ...automaticRules[id](settings),
    })),
    table: settings.limits.map(({ matter, kind, urgency, level, clock, amount }) => ({
      matter: matter === undefined ? null : matterName(reference, matter),
      kind: kind ?? null,
      urgency: urgency ?? null,
      level: level ?? null,
      clock,
      amount,
    })),
    matters: mattersOfTheirOwn(reference),
  };
}

function mattersOfTheirOwn(reference: Reference): CityRules['matters'] {
  return [...reference.matters.values()].flatMap((matter) => {
    const name = matterName(reference, matter.code);
    const own = Object.keys(matter.finishDays).length > 0 || matter.urgentHours !== null;
    if (!name || (!own && matter.evidence.length === 0)) return [];
    const { finishDays: days, urgentHours, evidence } = matter;
    return [{ ...name, days, urgentHours, evidence: [...evidence] }];
  });
}
