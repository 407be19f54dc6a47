import type { Appeal } from '../appeal.ts';
import type { Context } from '../context.ts';
import type { AppealEvent } from '../events.ts';
import { unfit } from '../fitness.ts';
import { type Refusal, refuse } from '../refusals.ts';
import type { MatterRule } from '../matter-rule.ts';
import type { Settings } from '../settings.ts';
import type { DispatchAutomaticallyRequest } from './requests.ts';
import { order } from './rules.ts';

/** What of a new appeal says whether it may be dispatched without a person. */
export type Untouched = Pick<Appeal, 'accused' | 'area' | 'confidential' | 'urgency'>;

/**
 * 自动分拨: does the city let the system dispatch this matter when it is so sure? Never what is confidential or urgent, never
 * a complaint about a unit, and never where the duty is a district's or subdistrict's and nobody knows where it is.
 * @param confidence of the suggestion, 0 to 1
 */
export function isAutomatic(
  { accused, area, confidential, urgency }: Untouched,
  matter: Pick<MatterRule, 'code' | 'local'>,
  confidence: number,
  { automaticDispatch }: Pick<Settings, 'automaticDispatch'>,
): boolean {
  const line = automaticDispatch.find(({ matter: code }) => code === matter.code);
  if (!line || confidence < line.confidence) return false;
  if (confidential || urgency === 'urgent' || accused !== null) return false;
  return !matter.local || area !== null;
}

/**
 * By the system, once, under the settings the appeal was filed under. Nothing where the rule does not hold any more, or
 * where a person was there before: classified it otherwise, passed it on, or had it in hand already.
 */
export function dispatchAutomatically(
  appeal: Appeal,
  { confidence }: DispatchAutomaticallyRequest,
  context: Context,
): AppealEvent[] | Refusal {
  const { unit, matter, settings } = context;
  if (!unit || unit.kind === 'dispatch-centre') return refuse('unit-unknown');
  if (!matter) return refuse('matter-unknown');
  if (!isAutomatic(appeal, matter, confidence, settings)) return [];
  if (wasTouched(appeal) || (appeal.matter !== null && appeal.matter !== matter.code)) return [];
  if (unit.kind === 'partner' || unfit(appeal, unit, context)) return [];
  const { kind, urgency, dispatchDue } = appeal;
  const classified: AppealEvent[] =
    appeal.matter === matter.code
      ? []
      : [{ type: 'classified', data: { matter: matter.code, kind, urgency, dispatchDue } }];
  const made = order(appeal, unit, 'dispatch', context);
  return [...classified, { ...made, data: { ...made.data, automatic: confidence } }];
}

const wasTouched = ({ orders, centre, beside }: Appeal): boolean =>
  orders > 0 || centre.level !== 'city' || beside.contested > 0 || beside.unhappyAt !== null;
