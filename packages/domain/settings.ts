import type { Kind, Urgency } from './appeal.ts';

/**
 * Every limit that RULEBOOK tags [ours] or lets a city vary. Stored as versioned data; these are the defaults.
 * Hours and minutes are clock time, days are working days.
 */
export type Settings = {
  readonly dispatchMinutes: Readonly<Record<Urgency, number>>;
  readonly acknowledgeDays: number;
  readonly contactHours: number;
  readonly sendBackDays: number;
  /** Working days to answer, by kind, where the matter sets none of its own. */
  readonly finishDays: Readonly<Record<Kind, number>>;
  /** Clock hours to answer what is urgent. */
  readonly urgentFinishHours: number;
  readonly urgeEveryHours: number;
  /** The share of a limit after which its light turns yellow. */
  readonly yellowAt: number;
  /** A mean of the four stars at or below this is "dissatisfied", even when solved. */
  readonly unhappyStars: number;
};

export const defaultSettings: Settings = {
  dispatchMinutes: { urgent: 30, ordinary: 120 },
  acknowledgeDays: 1,
  contactHours: 24,
  sendBackDays: 1,
  // Guangdong's limits of 2022; praise is answered like a suggestion.
  finishDays: { consultation: 2, help: 10, suggestion: 10, complaint: 15, 'tip-off': 15, praise: 10 },
  urgentFinishHours: 24,
  urgeEveryHours: 24,
  yellowAt: 0.75,
  unhappyStars: 2.5,
};

/** A matter's own limits and duties, from the duty catalogue (职责清单). */
export type MatterRule = {
  readonly code: string;
  /** Working days by kind, where they differ from the city's. */
  readonly finishDays: Partial<Readonly<Record<Kind, number>>>;
  readonly urgentHours: number | null;
  /** May a subdistrict or community be given it (北京条例 17)? */
  readonly mayPushDown: boolean;
};
