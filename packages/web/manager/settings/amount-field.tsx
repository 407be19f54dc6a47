import { InputNumber } from 'antd';
import { useId } from 'react';
import { useLanguage, useText } from '../../i18n/language.ts';
import { useDraft } from './draft.ts';
import { labelIn, numberAt, type Shape, shownNumber, withUnit } from './shape.ts';
import { settingsWords } from './words.ts';

/** One number with its unit and bounds, the default below it, and what it was when it is being changed. */
export function AmountField({ path, shape }: { readonly path: readonly string[]; readonly shape: Shape }) {
  const lang = useLanguage();
  const t = useText(settingsWords);
  const id = useId();
  const { page, draft } = useDraft();
  const unit = shape.unit ?? null;
  const empty = draft.holes.has(path.join('.'));
  const [value, was, standard] = [draft.settings, page.settings, page.defaults].map((all) =>
    numberAt(all, path),
  );
  const changed = value !== was;
  return (
    <div className={changed || empty ? 'set-field is-changed' : 'set-field'}>
      <label htmlFor={id}>{labelIn(lang, shape)}</label>
      <InputNumber<number>
        id={id}
        value={empty || value == null ? null : shownNumber(unit, value)}
        {...(shape.minimum === undefined ? {} : { min: shownNumber(unit, shape.minimum) })}
        {...(shape.maximum === undefined ? {} : { max: shownNumber(unit, shape.maximum) })}
        {...(shape.type === 'integer' ? { precision: 0 } : { step: unit === 'share' ? 1 : 0.5 })}
        suffix={unit && t.unit[unit]}
        status={empty ? 'error' : ''}
        aria-invalid={empty}
        aria-describedby={`${id}-hint`}
        onChange={(next) =>
          draft.setNumber(path, next === null ? null : unit === 'share' ? next / 100 : next)
        }
      />
      <small id={`${id}-hint`} className="m-soft">
        {changed && was != null
          ? t.was(withUnit(t, unit, was))
          : standard != null && t.standard(withUnit(t, unit, standard))}
      </small>
    </div>
  );
}
