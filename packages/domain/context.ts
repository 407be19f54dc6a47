import type { Actor } from './actors.ts';
import type { Calendar } from './calendar/calendar.ts';
import type { MatterRule } from './matter-rule.ts';
import type { Settings } from './settings.ts';
import type { Appeal } from './appeal.ts';
import type { UnitRef } from './units.ts';

/** What a rule may know beside the appeal itself. The caller reads it; the rules read no clock and no table. */
export type Context = {
  readonly now: number;
  readonly actor: Actor;
  readonly calendar: Calendar;
  /** Those in force when the appeal was filed: changed rules apply to new appeals only. */
  readonly settings: Settings;
  /** The unit the request names, or null when there is none of that id. */
  readonly unit: UnitRef | null;
  /** The matter the request names, else the appeal's own; null when there is none of that code. */
  readonly matter: MatterRule | null;
  /** 兜底: who acts first on such a matter at such a place, or null when nobody is named. */
  readonly backstop: UnitRef | null;
  /** The other appeal that the request names, or null: a master, or what was answered before or reported since. */
  readonly master: Appeal | null;
  /** The unit that led has been closed since: it takes no new order. */
  readonly leadClosed?: boolean;
};
