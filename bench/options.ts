export type Options = {
  /** How long to send. */
  readonly seconds: number;
  /** How many send at once. */
  readonly clients: number;
  /** Web and worker in one process. */
  readonly together: boolean;
  /** How large a city is filled, where the bench fills one. */
  readonly appeals: number;
};
