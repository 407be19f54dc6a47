import type { Fact, Texts } from '../fact.ts';

export type FollowUpCause = 'dissatisfied-twice' | 'supervisor';

export type SuperviseEvent =
  /** 督办 */
  | Fact<'follow-up-opened', { cause: FollowUpCause; unit: number | null }, Texts>
  /** 通报, to the whole city */
  | Fact<'circular-issued', { unit: number | null }>;
