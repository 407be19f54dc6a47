import { Input, InputNumber } from 'antd';
import { type ReactNode, useId } from 'react';

type Common = { readonly label: string; readonly hint?: string | undefined; readonly disabled?: boolean };

/** A labelled field of a form; `wide` takes the whole width. */
function Field({
  label,
  hint,
  wide,
  children,
}: {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly wide?: boolean | undefined;
  readonly children: (ids: { id: string; 'aria-describedby'?: string }) => ReactNode;
}) {
  const id = useId();
  return (
    <div className={wide ? 'set-field is-wide' : 'set-field'}>
      <label htmlFor={id}>{label}</label>
      {children({ id, ...(hint ? { 'aria-describedby': `${id}-hint` } : {}) })}
      {hint && (
        <small id={`${id}-hint`} className="m-soft">
          {hint}
        </small>
      )}
    </div>
  );
}

type TextProps = Common & {
  readonly value: string;
  readonly max: number;
  readonly required?: boolean;
  readonly wide?: boolean;
  readonly onChange: (value: string) => void;
};

export function TextBox({ label, hint, disabled, value, max, required = false, wide, onChange }: TextProps) {
  return (
    <Field label={label} hint={hint} wide={wide}>
      {(ids) => (
        <Input
          {...ids}
          value={value}
          maxLength={max}
          required={required}
          disabled={disabled ?? false}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

type NumberProps = Common & {
  readonly value: number | null;
  readonly max: number;
  readonly onChange: (value: number | null) => void;
};

export function NumberBox({ label, hint, value, max, onChange }: NumberProps) {
  return (
    <Field label={label} hint={hint}>
      {(ids) => (
        <InputNumber<number> {...ids} value={value} min={1} max={max} precision={0} onChange={onChange} />
      )}
    </Field>
  );
}

type ChoiceProps = Common & {
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
};

/** One of a handful; the browser's own list, for every keyboard and phone knows it. */
export function Choice({ label, hint, disabled, value, options, onChange }: ChoiceProps) {
  return (
    <Field label={label} hint={hint}>
      {(ids) => (
        <span className="m-picker">
          <select
            {...ids}
            value={value}
            disabled={disabled ?? false}
            onChange={(event) => onChange(event.target.value)}
          >
            {options.map((each) => (
              <option key={each.value} value={each.value}>
                {each.label}
              </option>
            ))}
          </select>
        </span>
      )}
    </Field>
  );
}

type TickProps = {
  readonly label: string;
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
};

export function Tick({ label, value, onChange }: TickProps) {
  return (
    <label className="lst-tick">
      <input type="checkbox" checked={value} onChange={(event) => onChange(event.target.checked)} /> {label}
    </label>
  );
}

type TicksProps<Code extends string> = {
  readonly label: string;
  readonly codes: readonly Code[];
  readonly words: Readonly<Record<Code, string>>;
  readonly value: readonly Code[];
  readonly onChange: (value: Code[]) => void;
};

/** Any of a list, in the list's order. */
export function Ticks<Code extends string>({ label, codes, words, value, onChange }: TicksProps<Code>) {
  return (
    <fieldset className="set-set lst-ticks">
      <legend>{label}</legend>
      {codes.map((code) => (
        <Tick
          key={code}
          label={words[code]}
          value={value.includes(code)}
          onChange={(on) => onChange(codes.filter((each) => (each === code ? on : value.includes(each))))}
        />
      ))}
    </fieldset>
  );
}
