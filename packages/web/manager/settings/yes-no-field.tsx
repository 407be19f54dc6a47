import { Checkbox } from 'antd';
import { useId } from 'react';
import { useLanguage, useText } from '../../i18n/language.ts';
import { useDraft } from './draft.ts';
import { isAt, labelIn, type Shape } from './shape.ts';
import { settingsWords } from './words.ts';

/** One thing the city does or does not, and what it was when it is being changed. */
export function YesNoField({ path, shape }: { readonly path: readonly string[]; readonly shape: Shape }) {
  const lang = useLanguage();
  const t = useText(settingsWords);
  const id = useId();
  const { page, draft } = useDraft();
  const [value, was] = [draft.settings, page.settings].map((all) => isAt(all, path));
  const changed = value !== was;
  return (
    <div className={changed ? 'set-field is-changed' : 'set-field'}>
      <Checkbox
        checked={value ?? false}
        {...(changed ? { 'aria-describedby': `${id}-was` } : {})}
        onChange={(event) => draft.setYesOrNo(path, event.target.checked)}
      >
        {labelIn(lang, shape)}
      </Checkbox>
      {changed && (
        <small id={`${id}-was`} className="m-soft">
          {t.was(was ? t.yes : t.no)}
        </small>
      )}
    </div>
  );
}
