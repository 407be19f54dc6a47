import type { Fact, Texts } from '../fact.ts';
import type { CallBackCause } from '../appeal.ts';
import type { ExclusionReason, followUpLevels } from './requests.ts';
import type { ClockName } from './steps.ts';

export type FollowUpLevel = (typeof followUpLevels)[number];
export type FollowUpCause = 'dissatisfied-twice' | 'supervisor' | 'overdue' | 'promise-broken';

export type SuperviseEvent =
  /** 亮灯, once a clock and light. `due`: the limit it is measured by, ms. */
  | Fact<'light-raised', { clock: ClockName; light: 'yellow' | 'red'; due: number; unit: number | null }>
  /** 催办 by the system, copied to the unit's leader. */
  | Fact<'chased', { clock: ClockName | 'co-handle'; unit: number | null }>
  /** 督办 */
  | Fact<'follow-up-opened', { cause: FollowUpCause; unit: number | null; level: FollowUpLevel }, Texts>
  | Fact<'follow-up-closed', Record<never, never>, Texts>
  /** 通报, to the whole city */
  | Fact<'circular-issued', { unit: number | null; cause: FollowUpCause }, Texts>
  /** 剔除: a unit asks that the case be left out of its indicators … */
  | Fact<
      'exclusion-asked',
      { unit: number; reason: ExclusionReason; photos: readonly string[]; by: string },
      Texts
    >
  /** … a third party grants or refuses it, and may take it back. */
  | Fact<'exclusion-granted', { unit: number; reason: ExclusionReason }, Texts>
  | Fact<'exclusion-refused', { unit: number }, Texts>
  | Fact<'exclusion-revoked', { unit: number }, Texts>
  | Fact<'call-back-planned', { cause: CallBackCause }>
  /** A promised date has come. */
  | Fact<'promise-due', { unit: number }>;
