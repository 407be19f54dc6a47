/** The one place the server reads the time, so that a test or a simulated year can bring its own. */
export type Clock = () => number;
export const systemClock: Clock = () => Date.now();
