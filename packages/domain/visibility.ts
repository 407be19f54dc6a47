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

/**
 * What whoever follows a master is told of its way until it is answered: who has it and what is done, never another's words
 * or person. An answer is told once it is theirs too; that it is in review is told meanwhile.
 */
export const toldToFollowers: readonly EventType[] = [
  'passed-to-centre',
  'dispatched',
  'send-back-asked',
  'send-back-upheld',
  'send-back-refused',
  'arbitration-called',
  'backstop-named',
  'arbitrated',
  'acknowledged',
  'contacted',
  'sub-assigned',
  'extended',
  'put-on-ledger',
  'resumed',
  'clocks-recomputed',
];

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
  'exclusion-asked',
  'exclusion-granted',
  'exclusion-refused',
  'exclusion-revoked',
  'repeat-noted',
  'recurred',
  'call-back-planned',
  'checked',
];
