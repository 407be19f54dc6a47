import type { Appeal } from '../appeal.ts';
import type { AppealEvent } from '../events.ts';
import { type Refusal, refuse } from '../refusals.ts';
import type { OpenFollowUpRequest } from './requests.ts';

/** 督办 by hand. */
export function openFollowUp(appeal: Appeal, request: OpenFollowUpRequest): AppealEvent[] | Refusal {
  if (appeal.followUp) return refuse('follow-up-open');
  const unit = appeal.order?.unit.id ?? null;
  return [{ type: 'follow-up-opened', data: { cause: 'supervisor', unit }, texts: { reason: request.text } }];
}

/** Dissatisfied a second time: a formal follow-up and a circular to the whole city, by themselves and once. */
export function escalateDissatisfaction(appeal: Appeal, unit: number | null): AppealEvent[] {
  if (appeal.dissatisfied + 1 !== 2) return [];
  const circular: AppealEvent = { type: 'circular-issued', data: { unit } };
  // A supervisor may have been there first; that spares the unit a second follow-up, not the circular.
  return appeal.followUp
    ? [circular]
    : [{ type: 'follow-up-opened', data: { cause: 'dissatisfied-twice', unit } }, circular];
}
