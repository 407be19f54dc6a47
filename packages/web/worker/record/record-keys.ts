import { emergencyIn, type EmergencyService } from '@suban/domain/collect/emergency.ts';
import type { FormInstance } from 'antd';
import type { KeyboardEvent } from 'react';
import { type Outcome, outcomes, type RecordValues } from './outcomes.ts';

/** Where the hands go on for an outcome; a plain filing needs nothing more. */
const firstField: Record<Outcome, string> = {
  file: '#record-form_text',
  answer: '#record-form_answer',
  refer: '#record-form_reason input',
  contact: '#record-form_answer',
};

type Keys = {
  form: FormInstance<RecordValues>;
  choose: (outcome: Outcome) => void;
  handOver: (service: EmergencyService, word: string) => void;
};

/** Ctrl+Enter records; Alt+1 to 4 say what comes of the call; Alt+0 hands an emergency over. By place, whatever the letters on it. */
export function recordKeys(event: KeyboardEvent, { form, choose, handOver }: Keys): void {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return form.submit();
  const digit = event.altKey ? /^Digit(\d)$/.exec(event.code)?.[1] : undefined;
  if (digit === undefined) return;
  const outcome = outcomes[Number(digit) - 1];
  const { text = '' } = form.getFieldsValue(true) as Partial<RecordValues>;
  const found = digit === '0' ? emergencyIn(text) : null;
  if (!outcome && !found) return;
  event.preventDefault();
  if (found?.services[0]) handOver(found.services[0], found.word);
  else if (outcome) choose(outcome);
}

/** Frames in which a field must have come, at the slowest. */
const patience = 120;

/** Once its fields are there. */
export function focusOutcome(outcome: Outcome, left = patience): void {
  requestAnimationFrame(() => {
    const field = document.querySelector<HTMLElement>(firstField[outcome]);
    if (field) field.focus();
    else if (left > 0) focusOutcome(outcome, left - 1);
  });
}
