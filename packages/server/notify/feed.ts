import { sightOf } from '@suban/domain/access.ts';
import type { Staff } from '@suban/domain/actors.ts';
import type { StaffRole } from '@suban/domain/roles.ts';
import { lineage } from '@suban/domain/units.ts';
import type { Live } from '../platform/live.ts';
import type { Feed } from './notices-store.ts';
import type { Audience } from './staff-hears.ts';

const audiencesOf: Partial<Record<StaffRole, readonly Audience[]>> = {
  receiver: ['handling', 'crew'],
  leader: ['handling', 'crew', 'alerts'],
  'duty-officer': ['alerts'],
  handler: ['crew'],
  dispatcher: ['centre'],
  arbitrator: ['arbitration'],
  'call-back': ['call-back'],
  supervisor: ['supervision'],
};
const apart: readonly Audience[] = ['arbitration', 'call-back', 'supervision'];

/** The notices a person is told of: their own unit's, and those of the government whose units they watch. */
export function feedOf(staff: Pick<Staff, 'unit' | 'roles'>): Feed {
  const { unit, roles } = staff;
  // Who sees the whole city watches all of it, wherever they sit.
  const root = lineage(unit)[0] ?? unit.id;
  const watched = sightOf(staff) === 'all' ? root : unit.id;
  const audiences = new Set(roles.flatMap((role) => audiencesOf[role] ?? []));
  return [...audiences].map((audience) => ({
    audience,
    unit: apart.includes(audience) ? watched : unit.id,
  }));
}

/** Tells an open page when there may be a new notice for this person. @returns what ends it */
export function tellNotices(
  live: Pick<Live, 'subscribeNotices'>,
  staff: Pick<Staff, 'unit' | 'roles'>,
  tell: () => void,
): () => void {
  const feed = feedOf(staff).map(({ unit }) => unit);
  return live.subscribeNotices((units) => {
    if (!units || feed.some((unit) => units.has(unit))) tell();
  });
}
