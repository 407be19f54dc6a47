/** The clocks of RULEBOOK §5. `dispatch` is the appeal's, the others its order's. */
export const clockNames = ['dispatch', 'acknowledge', 'contact', 'finish'] as const;
export type ClockName = (typeof clockNames)[number];

/** The steps that the system takes by itself, each once. */
export const ladder = ['yellow', 'red', 'chase', 'follow-up', 'circular'] as const;
export type LadderStep = (typeof ladder)[number];
export type Step =
  | `${ClockName}:${LadderStep}`
  /** The report a co-handler owes, by its unit's id. */
  | `co-handle:${number}`
  | 'no-taker'
  | 'ledger-review'
  | 'call-back-sample'
  | 'call-back-silent'
  | 'close-unrated'
  | 'promise-due'
  | 'promise-broken';
