import type { Staff } from '@suban/domain/actors.ts';
import type { DeskPrecedents } from '@suban/domain/api-desk.ts';
import { z } from 'zod';
import { unitName } from '../appeal/names.ts';
import { precedentsOf } from '../appeal/precedents-store.ts';
import { scopeOf } from '../appeal/read-cases.ts';
import { precedentView } from '../appeal/views.ts';
import { learntOf } from '../people/learnt.ts';
import type { Services } from '../platform/services.ts';

/** `area`: the unit of the place; 0 where it is not known. */
export const precedentQuery = z.object({
  matter: z.string().max(64),
  area: z.coerce.number().int().min(0).max(2_147_483_647).default(0),
});

/** As many units as tell something. */
const most = 3;

/** 先例: how such cases went before, for whoever is about to say whose the next one is. */
export async function readPrecedents(
  services: Services,
  actor: Staff,
  { matter, area }: z.infer<typeof precedentQuery>,
): Promise<DeskPrecedents> {
  const reference = services.reference();
  const learnt = learntOf(services.database);
  await learnt.refresh(services.database.background);
  const decided = await services.database.scoped(scopeOf(actor), (tx) => precedentsOf(tx, matter, null));
  return {
    items: decided.map((each) => precedentView(reference, each)),
    went: learnt
      .units(matter, area)
      .filter(({ unit, kept }) => kept > 0 && reference.units.has(unit))
      .toSorted((a, b) => b.kept - a.kept)
      .slice(0, most)
      .map(({ unit, kept }) => ({ unit: unitName(reference, unit), n: kept })),
  };
}
