import type { AnswerOutcome } from '@suban/domain/handle/requests.ts';
import { inCityZone } from '../../ui/time.ts';

/** An answer as it is typed; its photos lie apart. */
export type AnswerWords = {
  outcome: AnswerOutcome;
  text: string;
  legalBasis?: string;
  /** Of the browser's own field: `2026-03-01T09:30`, in the city's zone. */
  promisedAt?: string;
  site?: string;
};

/** The outcomes that leave something to be done later, and those that refuse. */
export const later: readonly AnswerOutcome[] = ['partly', 'explained', 'cannot-now'];
export const refusing: readonly AnswerOutcome[] = ['cannot-now', 'not-our-duty'];
export const isOf = (list: readonly AnswerOutcome[], outcome: AnswerOutcome | undefined) =>
  outcome !== undefined && list.includes(outcome);

/** The words of the request. */
export const answerWords = (values: AnswerWords) => ({
  outcome: values.outcome,
  text: values.text,
  ...(values.site ? { site: values.site } : {}),
  ...(values.legalBasis ? { legalBasis: values.legalBasis } : {}),
  ...(values.promisedAt && isOf(later, values.outcome) ? { promisedAt: inCityZone(values.promisedAt) } : {}),
});

/** As the check of its words looks at it; a date that is half typed is none yet. */
export const worded = ({ text, outcome, legalBasis, promisedAt }: Partial<AnswerWords>) => ({
  ...(text ? { text } : {}),
  ...(outcome ? { outcome } : {}),
  ...(legalBasis?.trim() ? { legalBasis } : {}),
  ...(promisedAt && isOf(later, outcome) ? { promisedAt: inCityZone(promisedAt) } : {}),
});
