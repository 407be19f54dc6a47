import { Input } from 'antd';
import { useId } from 'react';
import { useLanguage, useText } from '../../i18n/language.ts';
import { useDraft } from './draft.ts';
import { labelIn, type Shape, textAt } from './shape.ts';
import { settingsWords } from './words.ts';

/** The city's own words, as long as they may be, and what they were when they are being changed. */
export function TextField({ path, shape }: { readonly path: readonly string[]; readonly shape: Shape }) {
  const lang = useLanguage();
  const t = useText(settingsWords);
  const id = useId();
  const { page, draft } = useDraft();
  const empty = draft.holes.has(path.join('.'));
  const [value, was] = [draft.settings, page.settings].map((all) => textAt(all, path));
  const changed = value !== was;
  return (
    <div className={changed || empty ? 'set-field is-changed' : 'set-field'}>
      <label htmlFor={id}>{labelIn(lang, shape)}</label>
      <Input.TextArea
        id={id}
        value={value ?? ''}
        autoSize={{ minRows: 2, maxRows: 6 }}
        {...(shape.maxLength === undefined ? {} : { maxLength: shape.maxLength })}
        status={empty ? 'error' : ''}
        aria-invalid={empty}
        {...(changed ? { 'aria-describedby': `${id}-was` } : {})}
        onChange={(event) => draft.setText(path, event.target.value)}
      />
      {changed && (
        <small id={`${id}-was`} className="m-soft">
          {t.was(was ?? '')}
        </small>
      )}
    </div>
  );
}
