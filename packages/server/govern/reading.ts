import type { DetectedEvent, Taken } from '@suban/text/events/detector.ts';
import type { FiledText } from '../appeal/search-store.ts';
import type { Raising } from './raise-alert.ts';

/** `event`: as it is right after this appeal; null while nobody else has told of it. */
export type Read = {
  readonly taken: Taken;
  readonly text: FiledText;
  readonly event: DetectedEvent | null;
};

/** An alert before it is known whose it is to judge. */
export type Alerting = Omit<Raising, 'unit'>;
