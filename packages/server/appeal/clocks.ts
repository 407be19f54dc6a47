import type { Clock } from '@suban/domain/api.ts';
import type { Appeal } from '@suban/domain/appeal.ts';
import { type AppealClock, clocksOf as allClocks, lightOf } from '@suban/domain/supervise/clocks.ts';
import type { Reference } from '../people/reference-store.ts';
import { iso, isoOrNull } from './names.ts';

type Known = Pick<Reference, 'settingsOf' | 'calendar'>;

/** The four clocks with their lights, by the rules the appeal was filed under. */
export function clocksOf(appeal: Appeal, reference: Known, now: number): Clock[] {
  return all(appeal, reference).map((clock) => shown(clock, now));
}

/** The clock that runs out next, one that stands still after all that run; null when there is none. */
export function nextClock(appeal: Appeal, reference: Known, now: number): Clock | null {
  const [first] = all(appeal, reference)
    .filter((clock) => clock.done === null)
    .sort((a, b) => Number(a.stands !== null) - Number(b.stands !== null) || a.due - b.due);
  return first ? shown(first, now) : null;
}

const all = (appeal: Appeal, { settingsOf, calendar }: Known): AppealClock[] =>
  allClocks(appeal, settingsOf(appeal.beside.rules), calendar);

function shown(clock: AppealClock, now: number): Clock {
  const { name, from, due, done, stands } = clock;
  return {
    name,
    from: iso(from),
    due: iso(due),
    done: isoOrNull(done),
    light: lightOf(clock, now),
    stands: done === null && stands !== null,
  };
}
