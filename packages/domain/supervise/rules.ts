import type { Appeal } from '../appeal.ts';
import type { AppealEvent } from '../events.ts';
import { leadOf } from '../permissions.ts';
import type { CloseFollowUpRequest, IssueCircularRequest, OpenFollowUpRequest } from './requests.ts';

/** 督办 by hand. */
export function openFollowUp(appeal: Appeal, request: OpenFollowUpRequest): AppealEvent[] {
  const unit = appeal.order?.unit.id ?? null;
  const data = { cause: 'supervisor' as const, unit, level: request.level };
  return [{ type: 'follow-up-opened', data, texts: { reason: request.text } }];
}

export function closeFollowUp(request: CloseFollowUpRequest): AppealEvent[] {
  return [{ type: 'follow-up-closed', data: {}, texts: { reason: request.text } }];
}

/** 通报 by hand. */
export function issueCircular(appeal: Appeal, request: IssueCircularRequest): AppealEvent[] {
  const data = { unit: leadOf(appeal)?.id ?? null, cause: 'supervisor' as const };
  return [{ type: 'circular-issued', data, texts: { reason: request.text } }];
}

/** Dissatisfied a second time: a formal follow-up and a circular to the whole city, by themselves and once. */
export function escalateDissatisfaction(appeal: Appeal, unit: number | null): AppealEvent[] {
  if (appeal.dissatisfied + 1 !== 2) return [];
  const circular: AppealEvent = { type: 'circular-issued', data: { unit, cause: 'dissatisfied-twice' } };
  // A supervisor may have been there first; that spares the unit a second follow-up, not the circular. One that is open
  // for mere lateness spares it neither.
  return appeal.followUp && appeal.beside.followUpAt !== null
    ? [circular]
    : [
        { type: 'follow-up-opened', data: { cause: 'dissatisfied-twice', unit, level: 'ordinary' } },
        circular,
      ];
}
