import type { EventType } from './events.ts';

/**
 * Which words of an event a citizen may read about their own appeal. Notes between units are not among them; an answer
 * shows when it has been approved.
 */
const forCitizen: Partial<Readonly<Record<EventType, readonly string[]>>> = {
  filed: ['title', 'body', 'address'],
  supplemented: ['body'],
  withdrawn: ['reason'],
  urged: ['body'],
  'answered-at-once': ['answer'],
  referred: ['reason'],
  answered: ['answer', 'legalBasis', 'site'],
  evaluated: ['reason'],
};

export const citizenMayRead = (type: EventType, slot: string): boolean =>
  forCitizen[type]?.includes(slot) ?? false;

/** Events a citizen's timeline leaves out: what a draft went through before it was approved. */
export const hiddenFromCitizen: readonly EventType[] = ['answered', 'answer-returned'];
