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
  'answer-shared': ['answer'],
  referred: ['reason', 'route'],
  answered: ['answer', 'legalBasis', 'site'],
  evaluated: ['reason'],
  contested: ['reason'],
  extended: ['reason'],
  'put-on-ledger': ['reason'],
  resumed: ['reason'],
  terminated: ['reason'],
  closed: ['reason'],
  'promise-reported': ['report'],
};

export const citizenMayRead = (type: EventType, slot: string): boolean =>
  forCitizen[type]?.includes(slot) ?? false;

/** Events a citizen's timeline leaves out: what a draft went through before it was approved, and what units settle between them. */
export const hiddenFromCitizen: readonly EventType[] = [
  'answered',
  'answer-returned',
  'applied',
  'application-refused',
  'reported',
  'recused',
  'light-raised',
  'followers-changed',
  'call-back-planned',
  'checked',
];
