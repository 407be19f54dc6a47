import './state-tag.css';
import type { AppealState } from '@suban/domain/appeal.ts';
import { useText } from '../../i18n/language.ts';
import { stateWords } from './state-words.ts';

const tone: Readonly<Record<AppealState, 'going' | 'yours' | 'done'>> = {
  received: 'going',
  dispatched: 'going',
  'awaiting-rating': 'yours',
  'answered-at-once': 'yours',
  referred: 'yours',
  closed: 'done',
  merged: 'going',
  withdrawn: 'done',
};

/** Where a request stands, in one word. */
export function StateTag({ state }: { state: AppealState }) {
  const t = useText(stateWords);
  return <span className={`tag tag-${tone[state]}`}>{t[state]}</span>;
}
