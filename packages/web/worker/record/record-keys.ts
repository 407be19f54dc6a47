import { emergencyIn, type EmergencyService } from '@suban/domain/collect/emergency.ts';
import type { FormInstance } from 'antd';
import { useEffect, useRef } from 'react';
import { type Beside, besides } from './beside.tsx';
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
  /** What is shown beside the form, and to show another. */
  shown: Beside;
  show: (beside: Beside) => void;
  choose: (outcome: Outcome) => void;
  handOver: (service: EmergencyService, word: string) => void;
};

/**
 * Ctrl+Enter records; Alt+1 to 4 say what comes of the call; Alt+7 and 8 show what stands beside, and once more go into it;
 * Alt+0 hands an emergency over; Esc comes back to the words. By place, whatever the letters on it, and wherever on the page
 * one is, but not in a dialog over it.
 */
export function useRecordKeys(keys: Keys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const at = event.target instanceof Element ? event.target : null;
      if (at?.closest('.desk-record')) recordKeys(event, latest.current);
      if (event.key === 'Escape' && at?.closest('.desk-beside'))
        document.querySelector<HTMLElement>(firstField.file)?.focus();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
}

function recordKeys(event: KeyboardEvent, { form, shown, show, choose, handOver }: Keys): void {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return form.submit();
  const digit = event.altKey ? /^Digit(\d)$/.exec(event.code)?.[1] : undefined;
  if (digit === undefined) return;
  const beside = besides[Number(digit) - 7];
  if (beside) {
    event.preventDefault();
    if (beside === shown) focusBeside();
    else show(beside);
    return;
  }
  const outcome = outcomes[Number(digit) - 1];
  const { text = '' } = form.getFieldsValue(true) as Partial<RecordValues>;
  const found = digit === '0' ? emergencyIn(text) : null;
  if (!outcome && !found) return;
  event.preventDefault();
  if (found?.services[0]) handOver(found.services[0], found.word);
  else if (outcome) choose(outcome);
}

/** The first thing to be done beside the form, or the words there, to be scrolled. */
function focusBeside(): void {
  const panel = document.querySelector<HTMLElement>('.desk-tab');
  (panel?.querySelector<HTMLElement>('button, a') ?? panel)?.focus();
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
