import type { AppealKey } from './ids.ts';
import type { Actor } from './actors.ts';
import type { CollectEvent } from './collect/events.ts';
import type { DispatchEvent } from './dispatch/events.ts';
import type { EvaluateEvent } from './evaluate/events.ts';
import type { HandleEvent } from './handle/events.ts';
import type { SuperviseEvent } from './supervise/events.ts';

/**
 * What happened. `data` holds neither free text nor personal data, for it can never be erased; words go to `texts`,
 * which are stored apart, the event keeping only a salted commitment to them.
 */
export type AppealEvent = CollectEvent | DispatchEvent | HandleEvent | SuperviseEvent | EvaluateEvent;
export type EventType = AppealEvent['type'];
/** An event in its place in one appeal's history. */
export type Recorded = {
  readonly key: AppealKey;
  readonly seq: number;
  readonly at: number;
  readonly by: Actor['kind'];
  readonly event: AppealEvent;
};
