import { type Kind, kinds } from '@suban/domain/appeal.ts';
import type { Suggestion } from '@suban/domain/api-suggestions.ts';
import { nameIn, useLanguage, useText } from '../../i18n/language.ts';
import { terms } from '../../i18n/terms.ts';
import { Field } from '../../ui/plain/field.tsx';
import { words } from './words.ts';

type Props = {
  suggestion: Suggestion | null;
  title: string;
  kind: Kind | null;
  onTitle: (title: string) => void;
  onKind: (kind: Kind) => void;
};

/** What was read from the words: the citizen may change title and kind; the matter is the centre's to decide. */
export function Understood({ suggestion, title, kind, onTitle, onKind }: Props) {
  const t = useText(words);
  const term = useText(terms);
  const lang = useLanguage();
  return (
    <div className="understood" role="group" aria-label={t.understood}>
      <p className="understood-head">
        <strong>{t.understood}</strong> {t.understoodWhy}
      </p>
      <Field label={t.headline}>
        {(tie) => (
          <input {...tie} maxLength={200} value={title} onChange={({ target }) => onTitle(target.value)} />
        )}
      </Field>
      <fieldset className="chips">
        <legend>{t.kind}</legend>
        {kinds.map((one) => (
          <label key={one} className="chip">
            <input type="radio" name="kind" value={one} checked={kind === one} onChange={() => onKind(one)} />
            <span>{term.kind[one]}</span>
          </label>
        ))}
      </fieldset>
      {suggestion && suggestion.matters.length > 0 && (
        <div className="matters">
          <p>
            {t.matter} <small>{t.matterWhy}</small>
          </p>
          <ul>
            {suggestion.matters.map((matter) => (
              <li key={matter.code}>{nameIn(lang, matter)}</li>
            ))}
          </ul>
          {suggestion.likely && <p className="likely-unit">{t.likely(nameIn(lang, suggestion.likely))}</p>}
        </div>
      )}
    </div>
  );
}
