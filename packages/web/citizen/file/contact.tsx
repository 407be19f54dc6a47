import { useText } from '../../i18n/language.ts';
import { Field } from '../../ui/plain/field.tsx';
import type { Draft } from './draft.ts';
import { words } from './words.ts';

type Props = { draft: Draft; onChange: (part: Partial<Draft>) => void; phoneError: string | undefined };

export function ContactFields({ draft, onChange, phoneError }: Props) {
  const t = useText(words);
  return (
    <>
      <div className="pair">
        <Field label={t.phone} hint={t.phoneHint} error={phoneError}>
          {(tie) => (
            <input
              {...tie}
              type="tel"
              name="phone"
              required
              autoComplete="tel"
              value={draft.phone}
              onChange={({ target }) => onChange({ phone: target.value })}
            />
          )}
        </Field>
        <Field label={t.name} aside={t.optional}>
          {(tie) => (
            <input
              {...tie}
              autoComplete="name"
              maxLength={50}
              value={draft.name}
              onChange={({ target }) => onChange({ name: target.value })}
            />
          )}
        </Field>
      </div>
      <label className="tick">
        <input
          type="checkbox"
          checked={draft.confidential}
          onChange={({ target }) => onChange({ confidential: target.checked })}
        />
        <strong>{t.confidential}</strong>
        <small>{t.confidentialWhy}</small>
      </label>
      {!draft.confidential && (
        <label className="tick">
          <input
            type="checkbox"
            checked={draft.open}
            onChange={({ target }) => onChange({ open: target.checked })}
          />
          <strong>{t.open}</strong>
          <small>{t.openWhy}</small>
        </label>
      )}
    </>
  );
}
