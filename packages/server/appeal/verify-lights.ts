import type { Appeal } from '@suban/domain/appeal.ts';
import type { Light } from '@suban/domain/limits.ts';
import { type AppealClock, clocksOf } from '@suban/domain/supervise/clocks.ts';
import type { ClockName } from '@suban/domain/supervise/steps.ts';
import { lineage } from '@suban/domain/units.ts';
import type { Reference } from '../people/reference-store.ts';
import { canonical, type Opened } from './canonical.ts';
import type { Note } from './verify-chain.ts';
import type { LitRow } from './verify-store.ts';

type Known = Pick<Reference, 'settingsOf' | 'calendar'>;
type Row = Omit<LitRow, 'cohort' | 'appeal'>;

/**
 * Whether the lights kept of appeals are those that were raised of the clocks that are not done, and whether as many are
 * counted: by the state that the events make, with none of the projector's code.
 */
export function createLightsCheck(known: Known) {
  const expected = new Map<string, number>();
  return {
    /** @param appeal as the events read make it */
    check(appeal: Appeal | null, read: readonly Opened[], stored: readonly LitRow[], note: Note): void {
      const rows = appeal ? rowsOf(appeal, read, known) : [];
      for (const { clock, light, unit, area } of rows)
        for (const place of ['city ', unit && `unit ${unit}`, area && `area ${area}`])
          if (place) add(expected, `${place} ${clock} ${light}`);
      const plain = (list: readonly Row[]) =>
        canonical(
          list.map((row) => ({ ...row, cohort: 0, appeal: 0 })).sort((a, b) => (a.clock < b.clock ? -1 : 1)),
        );
      if (plain(stored) !== plain(rows)) note('its lights are not those its events raised');
    },
    /** What the stored counts say otherwise. */
    differences(
      stored: readonly { dimension: string; key: string; clock: string; light: string; n: number }[],
    ): string[] {
      const found = new Map(
        stored.map(({ dimension, key, clock, light, n }) => [`${dimension} ${key} ${clock} ${light}`, n]),
      );
      return [...new Set([...expected.keys(), ...found.keys()])].flatMap((name) => {
        const [should, is] = [expected.get(name) ?? 0, found.get(name) ?? 0];
        return should === is ? [] : [`lights ${name}: ${is} and should be ${should}`];
      });
    },
  };
}

const add = (sums: Map<string, number>, name: string) => sums.set(name, (sums.get(name) ?? 0) + 1);

function rowsOf(appeal: Appeal, read: readonly Opened[], { settingsOf, calendar }: Known): Row[] {
  const inHand = appeal.state === 'dispatched' ? appeal.order : null;
  const disputed = inHand?.state === 'send-back-pending' || inHand?.state === 'in-arbitration';
  const lead = inHand ? lineage(inHand.unit) : [];
  const place = {
    disputed: false,
    centre: inHand ? null : appeal.centre.id,
    unit: inHand?.unit.id ?? null,
    lead_2: lead[1] ?? null,
    lead_3: lead[2] ?? null,
    area: appeal.area,
  };
  const lit = clocksOf(appeal, settingsOf(appeal.beside.rules), calendar)
    .filter(({ done }) => done === null)
    .flatMap((clock) => {
      const light = raised(appeal, clock.name);
      const waits = { disputed: disputed && clock.name === 'acknowledge' };
      return light === 'green'
        ? []
        : [{ ...place, ...waits, clock: clock.name, light, due: dueOf(clock, read) }];
    });
  const counted = lit.filter((each) => !each.disputed);
  const worst = counted.some(({ light }) => light === 'red') ? 'red' : 'yellow';
  const dues = counted.filter(({ light }) => light === worst).map(({ due }) => due);
  const own = dues.length === 0 ? [] : [{ ...place, clock: 'any', light: worst, due: Math.min(...dues) }];
  return [...lit, ...own];
}

function raised({ beside }: Appeal, clock: ClockName): Light {
  if (beside.raised.includes(`${clock}:red`)) return 'red';
  return beside.raised.includes(`${clock}:yellow`) ? 'yellow' : 'green';
}

/** At the centre a limit may be set anew after its light: the one it was raised by is told with it. */
function dueOf({ name, due }: AppealClock, read: readonly Opened[]): number {
  if (name !== 'dispatch') return due;
  const told = read.findLast(({ event }) => event.type === 'light-raised' && event.data.clock === name);
  return told?.event.type === 'light-raised' ? told.event.data.due : due;
}
