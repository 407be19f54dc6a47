import type { Clock, TimelineItem } from '@suban/domain/api.ts';
import type { ReferralReason } from '@suban/domain/dispatch/requests.ts';
import type { ContactAnswer } from '@suban/domain/evaluate/requests.ts';
import type { EventType } from '@suban/domain/events.ts';
import type { AnswerOutcome, Application, ContactRequest } from '@suban/domain/handle/requests.ts';
import type { FollowUpCause, FollowUpLevel } from '@suban/domain/supervise/events.ts';

/** What a sentence is made of. */
export type Told = {
  /** The reader, when the citizen; “the citizen” else. */
  readonly you: string;
  /** The unit the line is about: whom it went to, else who acted; the dispatch centre where none is named. */
  readonly unit: string;
  /** The same, or '' where none is named: the system acts for nobody. */
  readonly named: string;
  readonly item: TimelineItem;
  /** A time of the event's data as a date and hour; '' where it has none. */
  readonly when: (key: string) => string;
};
type Sentences = Record<EventType, (told: Told) => string>;

/** What may be asked for, who helps, what was promised. */
export type HandlingWords = Pick<
  Sentences,
  | 'applied'
  | 'application-refused'
  | 'extended'
  | 'put-on-ledger'
  | 'resumed'
  | 'terminated'
  | 'joined'
  | 'reported'
  | 'recused'
  | 'promise-reported'
  | 'promise-due'
  | 'clocks-recomputed'
>;
/** Merging, and what the system does when nobody takes it. */
export type TogetherWords = Pick<
  Sentences,
  | 'merged'
  | 'split'
  | 'answer-shared'
  | 'followers-changed'
  | 'repeat-noted'
  | 'recurred'
  | 'arbitration-called'
  | 'backstop-named'
>;
/** Supervision and call-back. */
export type AboveWords = Pick<
  Sentences,
  | 'light-raised'
  | 'chased'
  | 'follow-up-opened'
  | 'follow-up-closed'
  | 'circular-issued'
  | 'exclusion-asked'
  | 'exclusion-granted'
  | 'exclusion-refused'
  | 'exclusion-revoked'
  | 'call-back-planned'
  | 'checked'
>;

/** Everything the timeline says, in one language. */
export type TimelineWords = {
  citizen: string;
  reader: string;
  someUnit: string;
  sentence: Sentences;
  referral: Record<ReferralReason, string>;
  outcome: Record<AnswerOutcome, string>;
  method: Record<ContactRequest['method'], string>;
  application: Record<Application['what'], string>;
  level: Record<FollowUpLevel, string>;
  /** What the words beside an event are. */
  text: Record<string, string>;
};
/** 催办 is also for the report a co-handler owes. */
export type ClockWords = Record<Clock['name'] | 'co-handle', string>;
/** Did the unit contact the citizen, as they say? Follows what else they said. */
export type ContactedWords = Record<ContactAnswer, string>;
export type CauseWords = Record<FollowUpCause, string>;

export const is = (item: TimelineItem, key: string, value: string | number | boolean): boolean =>
  item.data[key] === value;

/** The words for a code in the event's data; '' where the data has none or one unknown. */
export const said = <K extends string>(
  table: Readonly<Record<K, string>>,
  item: TimelineItem,
  key: string,
): string => {
  const code = item.data[key];
  return typeof code === 'string' && Object.hasOwn(table, code) ? table[code as K] : '';
};

/** The other case an event names, by its number; '' where it has none. */
export const otherOf = (item: TimelineItem): string => {
  const other = item.data['other'];
  return typeof other === 'string' ? other : '';
};

/** A count in the event's data; 0 where it has none. */
export const countOf = (item: TimelineItem, key: string): number => {
  const value = item.data[key];
  return typeof value === 'number' ? value : 0;
};
