import { burstPlaces } from '@suban/demo-city/grammar/bursts.ts';
import { crewOf } from '@suban/demo-city/accounts.ts';
import { chance, pick, type Rng, seeded, seedOf } from '@suban/demo-city/rng.ts';
import type { Staff } from '@suban/domain/actors.ts';
import { hour } from '@suban/domain/calendar/calendar.ts';
import { mayNotJudge, measuresOf } from '@suban/domain/govern/alerts.ts';
import { type AlertRow, findAlert, newestAlerts } from '../../govern/alert-store.ts';
import { tickAlertOnce } from '../../govern/alert-sweep.ts';
import { hotEvents } from '../../govern/hot-events.ts';
import { alertOf, judgeAlert } from '../../govern/judge-alert.ts';
import { catchUp } from '../../platform/catch-up.ts';
import { derivedUuid } from '../derived-id.ts';
import type { DemoCity } from './demo-city.ts';
import type { Services_ } from './enact.ts';

/** What is younger waits on somebody's desk. */
const stillOpen = 26 * hour;
const page = 200;

/** Judges the alerts of the past, most in time, by the unit's head or the duty room; what nobody judged in time turned red at its time. */
export async function judgePast(services: Services_, city: DemoCity, until: number): Promise<void> {
  await catchUp(services.database, [hotEvents(services.reference)]);
  for (let before: readonly [number, number] = [until + hour, Number.MAX_SAFE_INTEGER]; ; ) {
    const rows = await services.database.scoped('all', (tx) =>
      newestAlerts(tx, { state: 'open', from: 0, to: until + hour }, before, page),
    );
    for (const row of rows) await judgeOne(services, city, row, until);
    const last = rows.at(-1);
    if (!last || rows.length < page) return;
    before = [last.raised_at, last.id];
  }
}

async function judgeOne(services: Services_, city: DemoCity, row: AlertRow, until: number): Promise<void> {
  const rng = seeded(seedOf(`alert/${row.cohort}/${row.appeal}/${row.cause}`));
  const span = row.due - row.raised_at;
  const late = chance(rng, 0.12);
  const at = Math.floor(row.raised_at + span * (late ? 1.1 + 1.2 * rng() : 0.05 + 0.8 * rng()));
  const open = row.raised_at > until - stillOpen || at > until;
  await settle(services, row.id, open ? until : at);
  if (open) return;
  // What many tell of one place is one event; what the made-up words have in common by chance is none.
  const real = burstPlaces.some((place) => row.name.includes(place));
  const confirmed = chance(rng, real ? 0.9 : 0.1);
  const staff = judgeFor(city, rng, row);
  const requestId = derivedUuid('judge', row.id);
  const measure = chance(rng, 0.4) && measuresOf(staff).includes('act-first') ? 'act-first' : 'none';
  await judgeAlert(
    { ...services, clock: () => at },
    row.id,
    confirmed
      ? { requestId, verdict: 'confirmed', reason: pick(rng, confirming), measure }
      : { requestId, verdict: 'dismissed', reason: pick(rng, dismissing) },
    staff,
  );
}

const confirming = [
  '已现场核实，多户反映属实，已要求责任单位一并处理。',
  '与单位核对，系同一事件，影响面较大，列入重点跟踪。',
  '已电话联系多名反映人，情况属实，持续关注处置进展。',
];
const dismissing = [
  '经核对为不同地点的个别问题，不构成同一事件。',
  '文字相近但事由不同，由各单位分别办理即可。',
  '问题已在办理中且无扩大趋势，不作为热点。',
];

/** Lights and follow-up up to a moment, each at its own time. */
async function settle(services: Services_, id: number, until: number): Promise<void> {
  for (;;) {
    const row = await findAlert(services.database.owner, id);
    const next = row?.next_watch;
    if (next == null || next > until) return;
    await tickAlertOnce({ ...services, clock: () => next }, id);
  }
}

/** The head of the unit, where it has one who may; else the duty room. */
function judgeFor(city: DemoCity, rng: Rng, row: AlertRow): Staff {
  const duty = city.named('duty');
  const unit = city.reference.units.get(row.unit);
  const { kind, level } = unit ?? {};
  const led =
    kind !== 'dispatch-centre' && kind !== 'supervision' && level !== 'community' && level !== 'grid';
  if (!unit || !led || chance(rng, 0.4)) return duty;
  const head = city.named(crewOf(unit.code).leader);
  return mayNotJudge(head, alertOf(city.reference, row)) === null ? head : duty;
}
