import { officeTime } from '@suban/domain/calendar/calendar.ts';
import type { OfficeTime } from '@suban/domain/indicators/held.ts';
import type { Reference } from '../people/reference-store.ts';

/** The city's office hours as its calendar and each appeal's own settings have them. */
export const officeTimeOf =
  ({ calendar, settingsOf }: Pick<Reference, 'calendar' | 'settingsOf'>): OfficeTime =>
  (rules, from, to) =>
    officeTime(calendar, settingsOf(rules).officeHours, from, to);
