/** What is known of an event when one more appeal has come to it. */
export type Standing = {
  /** Appeals in all, and how many of them are different texts rather than one posted again. */
  readonly appeals: number;
  readonly texts: number;
  /** How many of the titles ask or wish rather than complain. */
  readonly asking: number;
  /** Mean log-odds with which each text belongs to the others, at most 3. */
  readonly cohesion: number;
};

/** What `ALERT_FROM` was chosen for: three appeals of one event are a weak signal (RULEBOOK §7). */
export const USUAL_APPEALS = 3;

/** The same text again is somebody urging, or one person on two desks: not quite two thirds of an appeal. */
const COPY = 0.65;
/** Log-odds that the texts hold together, in appeals. */
const COHESION = 0.3;
/** If all that come only ask (“何时通车？”), so many more must come: a question that many have is no grievance yet. */
const ASKING = 2.5;

/**
 * An event is alerted at its third appeal if these are two texts at least, hold together and complain; one that is
 * doubtful, or only asks, waits for further ones. docs/events.md has what other values would do.
 */
export const ALERT_FROM = 2.45;

/** Different texts, plus less for each copy, plus what cohesion adds, less what asking takes: in appeals. */
export function urgency({ appeals, texts, asking, cohesion }: Standing): number {
  return texts + COPY * (appeals - texts) + COHESION * cohesion - ASKING * (asking / appeals);
}

/** @param appeals the city's threshold: one that asks for more asks for as much more urgency */
export const isAlert = (standing: Standing, appeals: number): boolean =>
  standing.appeals >= appeals && urgency(standing) >= ALERT_FROM + (appeals - USUAL_APPEALS);

const ASKS = /咨询|请问|询问|问问|建议|希望|能不能|能否|吗[?？]?$|何时|什么时候|加快|盼/u;

/** Whether a title asks or wishes rather than complains. */
export const isAsking = (title: string): boolean => ASKS.test(title.trim());
