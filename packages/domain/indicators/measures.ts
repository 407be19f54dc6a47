import { hour } from '../calendar/calendar.ts';

/** What is counted. Every indicator of RULEBOOK §8 is a quotient of two of these over a period. */
export const measures = [
  'filed',
  'dispatch-due',
  'dispatched-in-time',
  'dispatched',
  'first-dispatched',
  'dispatched-once',
  'acknowledged-in-time',
  'contact-wanted',
  'contacted-in-time',
  'finish-due',
  'finished-in-time',
  'finish-due-original',
  'finished-in-original',
  'answered',
  'answered-by-unit',
  'claimed-solved',
  'sent-back',
  'send-back-upheld',
  'rated',
  'solved',
  'satisfied',
  'reworked',
  'satisfied-again',
  'closed',
  'closed-once',
  'checked',
  'checked-solved',
  // 响应率: what citizens clearly say of whether the unit contacted them.
  'contact-told',
  'contact-confirmed',
  'followed-up',
  'urged',
  // 重复诉求: in the hour it was itself filed.
  'repeated',
  'repeated-soon',
  // 剔除: cases left out of a unit's indicators, and what of each they count by. Beside the others, which stay whole.
  'excluded',
  'excluded-finish-due',
  'excluded-finished-in-time',
  'excluded-finish-due-original',
  'excluded-finished-in-original',
  'excluded-rated',
  'excluded-solved',
  'excluded-satisfied',
  // 持有时长: milliseconds of office hours, counted when a unit lets an appeal go, and how often that was.
  'held',
  'let-go',
] as const;
export type Measure = (typeof measures)[number];

/** What a count can be narrowed by beside its unit and hour. */
export type Place = {
  readonly channel: string;
  readonly kind: string;
  readonly matter: string | null;
  readonly area: number | null;
};

/** `at`: the moment whose hour it is counted in, ms. `unit`: whose it is, the dispatch centre's while no other has it. */
export type Count = {
  readonly measure: Measure;
  readonly at: number;
  readonly n: number;
  readonly unit: number;
  readonly place: Place;
};

/** The beginning of the hour a moment lies in. */
export const hourOf = (at: number): number => Math.floor(at / hour) * hour;
