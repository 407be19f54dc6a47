import type { Actor } from './actors.ts';
import type { Calendar } from './calendar/calendar.ts';
import type { MatterRule, Settings } from './settings.ts';
import type { UnitRef } from './units.ts';

/** What a rule may know beside the appeal itself. The caller reads it; the rules read no clock and no table. */
export type Context = {
  readonly now: number;
  readonly actor: Actor;
  readonly calendar: Calendar;
  readonly settings: Settings;
  /** The unit the request names, or null when there is none of that id. */
  readonly unit: UnitRef | null;
  /** The matter the request names, else the appeal's own; null when there is none of that code. */
  readonly matter: MatterRule | null;
};
