import type { CaseView } from '@suban/domain/api.ts';
import { useText } from '../../i18n/language.ts';
import { PrecedentList } from '../action/precedents.tsx';
import { actionWords } from '../action/words.ts';

/** 先例, for whoever handles it; who is about to decide reads them in their own form. */
export function CasePrecedents({ view }: { view: CaseView }) {
  const text = useText(actionWords);
  const inForm = view.abilities.some((name) => deciding.includes(name));
  if (view.precedents.length === 0 || inForm) return null;
  return (
    <section aria-labelledby="precedents-title">
      <h2 id="precedents-title">{text.precedents}</h2>
      <PrecedentList items={view.precedents} />
    </section>
  );
}

const deciding: readonly CaseView['abilities'][number][] = ['dispatch', 'decide-send-back', 'designate'];
