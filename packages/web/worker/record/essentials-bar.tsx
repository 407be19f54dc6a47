import { essentialsIn } from '@suban/domain/collect/essentials.ts';
import { essentials } from '@suban/domain/appeal.ts';
import type { Suggestion } from '@suban/domain/api-suggestions.ts';
import { useText } from '../../i18n/language.ts';
import { terms } from '../../i18n/terms.ts';
import type { RecordValues } from './outcomes.ts';
import { recordWords } from './words.ts';

type Props = {
  values: Partial<RecordValues> | undefined;
  suggestion: Suggestion | undefined;
};

/** 五要素: what has been said already and what is still to be asked. */
export function EssentialsBar({ values, suggestion }: Props) {
  const text = useText(recordWords);
  const term = useText(terms);
  const there = essentialsIn({
    text: values?.text ?? '',
    named: Boolean(values?.name),
    placed: Boolean(values?.address) || Boolean(suggestion?.area),
    timed: suggestion !== undefined && !suggestion.asksWhen.includes(values?.kind ?? suggestion.kind),
  });
  return (
    <ul className="desk-essentials" aria-label={text.essentials}>
      {essentials.map((name) => (
        <li key={name} className={there[name] ? 'is-there' : ''}>
          <span aria-hidden>{there[name] ? '✓' : '○'}</span> {term.essential[name]}{' '}
          <span className="desk-essential-state">{there[name] ? text.said : text.ask}</span>
        </li>
      ))}
    </ul>
  );
}
